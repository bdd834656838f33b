#!/bin/bash
# One process group of C# and Python: the collectives between them, and one model that both train. Every argument is a command that runs
# Python with PyTorch, such as "python3" or "chroot /some/root python3"; where its files are elsewhere, SCRIPTS names a folder that it
# sees, to which the scripts are copied, as FOLDER=NAME (the folder here, and what Python calls it).
#
#   build/check-distributed.sh python3
#   SCRIPTS=/some/root/root=/root build/check-distributed.sh "chroot /some/root python3"
set -euo pipefail
cd "$(dirname "$0")/.."
(( $# > 0 )) || { sed -n '2,8p' "$0"; exit 2; }
[[ -n ${NO_BUILD:-} ]] || dotnet build tests/TorchLite.Probe -clp:ErrorsOnly > /dev/null
probe=${PROBE:-$(ls tests/TorchLite.Probe/bin/Debug/net10.0/*/probe.dll | head -1)}
SCRIPTS=${SCRIPTS:-}
folder=${SCRIPTS%%=*}; folder=${folder:-$PWD/build/distributed}
seen=${SCRIPTS#*=}; seen=${seen:-$folder}
[[ $folder == "$PWD/build/distributed" ]] || cp build/distributed/*.py "$folder"
# Distributions build PyTorch without libuv, by which the store would be served else.
export GLOO_SOCKET_IFNAME=lo MASTER_ADDR=127.0.0.1 OMP_NUM_THREADS=1 USE_LIBUV=0 TIMEOUT=300
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

# together PYTHON SCENARIO FIRST: two ranks of C# and two of Python, the first of which has the store
together() {
    export WORLD_SIZE=4 MASTER_PORT=$((20000 + RANDOM % 10000))
    local pids=() rank failed=0
    for rank in 0 1 2 3; do
        if (( (rank % 2 == 0) == ($3 == 0) )); then
            RANK=$rank timeout 300 dotnet "$probe" distributed "mixed $2" > "$out/$rank" 2> "$out/$rank.errors" &
        else
            RANK=$rank timeout 300 $1 "$seen/$2.py" > "$out/$rank" 2> "$out/$rank.errors" &
        fi
        pids+=($!)
    done
    for rank in 0 1 2 3; do wait "${pids[rank]}" || { failed=1; echo "rank $rank failed: $(tail -n 3 "$out/$rank.errors")"; }; done
    for rank in 0 1 2 3; do grep '^= ' "$out/$rank" > "$out/$rank.said" || true; done
    for rank in 1 2 3; do diff "$out/0.said" "$out/$rank.said" || { failed=1; echo "rank $rank says otherwise than rank 0"; }; done
    (( failed == 0 )) && echo "$2, $1, rank 0 in $([[ $3 == 0 ]] && echo 'C#' || echo Python): $(wc -l < "$out/0.said") lines equal on four ranks"
}

for python in "$@"; do
    LEFT_OUT=$($python "$seen/training.py" refused 2> /dev/null | grep -v Gloo || true)
    export LEFT_OUT
    [[ -z $LEFT_OUT ]] || echo "this build of PyTorch can not run: $LEFT_OUT"
    for script in build/distributed/*.py; do
        together "$python" "$(basename "$script" .py)" 0
        together "$python" "$(basename "$script" .py)" 1
    done
done
