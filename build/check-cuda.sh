#!/usr/bin/env bash
# Prepares a check of TorchLite on a machine with an NVIDIA GPU, Linux x64, that needs neither an SDK nor a network there.
#   build/check-cuda.sh [FOLDER]             publishes it into FOLDER (default: artifacts/cuda-check), and packs FOLDER.tar.gz
#   build/check-cuda.sh --try TORCH [FOLDER] and runs it here, on the CPU, with the libtorch of the folder TORCH
# There, with the libtorch of an installed PyTorch, it takes at most ten minutes, prints a table and saves it as cuda-check.txt:
#   tar xzf cuda-check.tar.gz
#   export TORCHLITE_LIBTORCH=$(python3 -c 'import os, torch; print(os.path.join(os.path.dirname(torch.__file__), "lib"))')
#   cuda-check/cuda-check                    --device cpu, --seconds 540, --python 'python3' and --out cuda-check.txt are its options
# Made for libtorch 2.10; of another the table says what loads and what does not.
set -euo pipefail
cd "$(dirname "$0")/.."
torch=
if [ "${1:-}" = --try ]; then torch=$(realpath "${2:?the folder of a libtorch}"); shift 2; fi
folder=${1:-artifacts/cuda-check}

rm -rf "$folder"
dotnet publish tests/TorchLite.CudaCheck -c Release -r linux-x64 --self-contained -o "$folder" \
    -p:DebugType=none -p:PublishDocumentationFiles=false -p:PublishReferencesDocumentationFiles=false -v q
tar cz -C "$(dirname "$folder")" -f "$folder.tar.gz" "$(basename "$folder")"
size=$(du -sm --apparent-size "$folder" | cut -f1)
echo "$folder: $size MB, packed $(du -m --apparent-size "$folder.tar.gz" | cut -f1) MB"
[ "$size" -lt 60 ] || { echo "that is more than 60 MB" >&2; exit 1; }

[ -z "$torch" ] || env -u DOTNET_ROOT TORCHLITE_LIBTORCH="$torch" "$folder/cuda-check" --device cpu --out "$folder.txt"
