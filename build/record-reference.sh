#!/usr/bin/env bash
# Records the reference corpus of tests/reference anew, from two versions of PyTorch; what both agree on is kept.
#   build/record-reference.sh 'python3' '/other/venv/bin/python3'
# Each argument is a command that starts a Python with torch and numpy. It may run in a container or a chroot that does not see
# this folder: the scripts go in on stdin and the results come back on stdout. The first also does the merging.
set -euo pipefail
[ $# -eq 2 ] || { echo "usage: $0 PYTHON_COMMAND_A PYTHON_COMMAND_B" >&2; exit 2; }
cd "$(dirname "$0")/../tests/reference"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bootstrap=$(cat bootstrap.py)

mkdir "$work/a" "$work/b" "$work/merged"
tar c ./*.py tutorial/*.py examples/*.py -C ../TorchLite.Probe Mistakes | $1 -c "$bootstrap" record.py | tar x -C "$work/a"
tar c ./*.py tutorial/*.py examples/*.py -C ../TorchLite.Probe Mistakes | $2 -c "$bootstrap" record.py | tar x -C "$work/b"
for python in "$1" "$2"; do
    tar c ./*.py | $python -c "$bootstrap" files.py | tar x -C "$work/merged"
done

tar c ./*.py -C "$work" a b | $1 -c "$bootstrap" merge.py | tar x -C "$work/merged"

rm -rf corpus files tutorial/*.out examples/*.out
cp -r "$work/merged/." .
mv operators.txt ../../src/TorchLite/Native/Operators/operators.txt
