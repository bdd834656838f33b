#!/usr/bin/env bash
# Has real Python read the files that TorchLite writes, and keeps the checksums of what it read: tests/reference/checked.
#   build/check-files.sh 'python3' '/other/venv/bin/python3'
# Each argument is a command that starts a Python with torch and numpy, and safetensors if it can be had. It need not see this folder.
set -euo pipefail
[ $# -ge 1 ] || { echo "usage: $0 PYTHON_COMMAND..." >&2; exit 2; }
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The test that writes them is about a list; it fails where that is not right yet, when all is written.
mkdir -p tests/reference/checked
[ -n "$(ls tests/reference/checked)" ] || echo "read by nobody" > tests/reference/checked/none.txt
TORCHLITE_WRITTEN_FILES="$work/written" dotnet test tests/TorchLite.Tests --filter "FullyQualifiedName~WrittenFileTests" || true
bootstrap=$(cat tests/reference/bootstrap.py)
mkdir -p "$work/checked"
for python in "$@"; do
    tar c -C tests/reference $(cd tests/reference; echo ./*.py) -C "$work" written \
        | $python -c "$bootstrap" check_files.py | tar x -C "$work/checked"
done

rm -rf tests/reference/checked
cp -r "$work/checked" tests/reference/checked
