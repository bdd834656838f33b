#!/usr/bin/env bash
# Records what PyTorch's SummaryWriter writes, has TensorBoard read what TorchLite's writes, and keeps what came of it.
#   build/check-tensorboard.sh 'python3'
# The argument is a command that starts a Python with torch, tensorboard, numpy and Pillow. It need not see this folder.
set -euo pipefail
[ $# -eq 1 ] || { echo "usage: $0 PYTHON_COMMAND" >&2; exit 2; }
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python="$1" scripts=$(cd tests/reference; echo ./*.py) bootstrap=$(cat tests/reference/bootstrap.py)
tar c -C tests/reference $scripts | $python -c "$bootstrap" events.py record | tar x -C tests/reference/corpus
# The test that writes them is about what is kept; it fails where that is not right yet, when all is written.
[ -e tests/reference/corpus/tensorboard-read.txt ] || echo "read by nobody" > tests/reference/corpus/tensorboard-read.txt
TORCHLITE_WRITTEN_EVENTS="$work/written" dotnet test tests/TorchLite.Tests --filter "FullyQualifiedName~TensorBoard_reads_what_is_written" || true
tar c -C tests/reference $scripts -C "$work" written | $python -c "$bootstrap" events.py check | tar x -C tests/reference/corpus
