#!/usr/bin/env bash
# Records what the Python twins of the examples that train print: tests/reference/examples/learning.
#   build/record-examples.sh '/own/python' [name...]
# The argument is a command that starts Python's front end on the libtorch that TorchLite runs on, since what comes out of so many steps
# depends on the last bits. It need not see this folder. Names are those of the twins, when not all are to be recorded.
set -euo pipefail
[ $# -ge 1 ] || { echo "usage: $0 PYTHON_COMMAND_OWN [NAME...]" >&2; exit 2; }
own=$1; shift
cd "$(dirname "$0")/../tests/reference"
tar c -C examples/learning $(cd examples/learning; echo ./*.py) -C ../../../../examples data \
    | $own -c "$(cat bootstrap.py)" record.py "$@" | tar x -C examples/learning
