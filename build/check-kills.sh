#!/bin/bash
# Kills a rank of a group at a moment, both at random, again and again: the others get a typed error in time, and end well.
#
#   build/check-kills.sh [rounds] [ranks]
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-200} ranks=${2:-3}
[[ -n ${NO_BUILD:-} ]] || dotnet build tests/TorchLite.Probe -clp:ErrorsOnly > /dev/null
probe=${PROBE:-$(ls tests/TorchLite.Probe/bin/Debug/net10.0/*/probe.dll | head -1)}
export GLOO_SOCKET_IFNAME=lo OMP_NUM_THREADS=1 TIMEOUT=5 WORLD_SIZE=$ranks DOTNET_DbgEnableMiniDump=0
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
bad=0 meeting=0 reducing=0 slowest=0
for (( round = 1; round <= rounds; round++ )); do
    export INIT_METHOD=file://$out/meeting$round
    pids=()
    rm -f "$out"/*
    for (( rank = 0; rank < ranks; rank++ )); do
        RANK=$rank timeout 60 dotnet "$probe" distributed survive > "$out/$rank" 2> "$out/$rank.errors" &
        pids+=($!)
    done
    victim=$((RANDOM % ranks))
    if (( round % 2 == 0 )); then
        # Every other time when they have met, of which Gloo writes a line.
        for (( tries = 0; tries < 300; tries++ )); do
            (( $(grep -l '^\[Gloo\]' "$out"/? | wc -l) == ranks )) && break
            sleep 0.1
        done
    fi
    sleep "$(( RANDOM % 2 )).$(printf %03d $((RANDOM % 1000)))"
    # The rank itself is the child of timeout, which would pass no -9 on.
    kill -9 "$(pgrep -P "${pids[victim]}" || echo "${pids[victim]}")"
    start=$(date +%s%N)
    for (( rank = 0; rank < ranks; rank++ )); do
        code=0
        { wait "${pids[rank]}" || code=$?; } 2> /dev/null
        (( rank == victim )) && continue
        said=$(grep -m1 'Exception' "$out/$rank" || true)
        if (( code != 0 )) || [[ $said != Distributed*Exception:* ]]; then
            bad=$((bad + 1))
            echo "round $round, rank $rank of $ranks ended with $code after rank $victim was killed: $said $(head -c 600 "$out/$rank.errors")"
        elif grep -q '^left' "$out/$rank"; then
            reducing=$((reducing + 1))
        else
            meeting=$((meeting + 1))
        fi
    done
    took=$(( ($(date +%s%N) - start) / 1000000 ))
    slowest=$(( took > slowest ? took : slowest ))
    # Connecting may take twice the timeout; the rest is for starting.
    if (( took > 2 * TIMEOUT * 1000 + 5000 )); then
        bad=$((bad + 1))
        echo "round $round ended $took ms after rank $victim of $ranks was killed: $(head -n 1 "$out"/?)"
    fi
    rm -f "$out"/meeting*
done
echo "$rounds kills of one of $ranks ranks: $reducing survivors were told while reducing, $meeting while meeting, $bad otherwise;" \
    "the slowest round ended $slowest ms after the kill, with a timeout of ${TIMEOUT} s"
(( bad == 0 ))
