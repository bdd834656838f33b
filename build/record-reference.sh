#!/usr/bin/env bash
# Records the reference corpus of tests/reference anew, from two versions of PyTorch; what both agree on is kept.
#   build/record-reference.sh 'python3' '/other/venv/bin/python3' '/own/python' [part...]
# Each argument is a command that starts a Python with torch; the first two have numpy as well. It may run in a container or a chroot that
# does not see this folder: the scripts go in on stdin and the results come back on stdout. The first also does the merging. The third is
# Python's front end on the libtorch that TorchLite runs on: the cases of torch.nn, torch.optim and torch.amp get its values where it agrees with the two versions.
# Parts are those of record.py (nn, api, ...), when not all is to be recorded.
set -euo pipefail
[ $# -ge 3 ] || { echo "usage: $0 PYTHON_COMMAND_A PYTHON_COMMAND_B PYTHON_COMMAND_OWN [PART...]" >&2; exit 2; }
a=$1 b=$2 own=$3; shift 3
cd "$(dirname "$0")/../tests/reference"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bootstrap=$(cat bootstrap.py)

mkdir "$work/a" "$work/b" "$work/merged"
tar c ./*.py tutorial/*.py examples/*.py -C ../TorchLite.Probe Mistakes | $a -c "$bootstrap" record.py "$@" | tar x -C "$work/a"
tar c ./*.py tutorial/*.py examples/*.py -C ../TorchLite.Probe Mistakes | $b -c "$bootstrap" record.py "$@" | tar x -C "$work/b"
tar c ./*.py -C "$work" a b | $a -c "$bootstrap" merge.py | tar x -C "$work/merged"
if [ -e "$work/merged/corpus/nn.jsonl.gz" ] || [ -e "$work/merged/corpus/amp.jsonl" ] || [ -e "$work/merged/corpus/trajectories.jsonl.gz" ]; then
    tar c ./*.py -C "$work" merged | $own -c "$bootstrap" bits.py | tar x -C "$work/merged"
fi

if [ $# -eq 0 ]; then
    # The modules of which state dicts are saved are those just recorded.
    for python in "$a" "$b"; do
        tar c ./*.py -C "$work/merged" corpus/modules.jsonl.gz | $python -c "$bootstrap" files.py | tar x -C "$work/merged"
    done
    rm -rf files tutorial/*.out examples/*.out
fi
for file in "$work"/merged/corpus/*; do
    name=$(basename "$file" .gz)
    rm -f "corpus/$name" "corpus/$name.gz"  # packed or not, as it is large or small
done
cp -r "$work/merged/." .
if [ -e operators.txt ]; then
    mv operators.txt ../../src/TorchLite/Native/Operators/operators.txt
fi
