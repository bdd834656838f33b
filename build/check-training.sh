#!/usr/bin/env bash
# Has Python go on from the checkpoints that the training programs of the tests write, and keeps what became of it.
#   build/check-training.sh '/own/bin/python3'
# The argument is a command that starts Python's front end on the libtorch that TorchLite runs on. It need not see this folder.
set -euo pipefail
[ $# -eq 1 ] || { echo "usage: $0 PYTHON_COMMAND_OWN" >&2; exit 2; }
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The test that writes them is about what is kept; it fails where that is not right yet, when all is written.
TORCHLITE_WRITTEN_TRAINING="$work" dotnet test tests/TorchLite.Tests --filter "FullyQualifiedName~Python_goes_on_where_this_stops" || true
tar c -C tests/reference $(cd tests/reference; echo ./*.py) -C "$work" training.pt \
    | $1 -c "$(cat tests/reference/bootstrap.py)" training.py resume training.pt | tar x -C tests/reference/corpus
