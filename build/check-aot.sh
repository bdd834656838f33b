#!/usr/bin/env bash
# Publishes a program that references the project from outside, compiled ahead of time, trimmed and as a single file, and runs it. Each must
# come without a warning about TorchLite, and print what build/aot/expected.txt says. Ten minutes; clang or gcc, and zlib's headers.
#   build/check-aot.sh [aot|trimmed|single]...
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here"/aot/{aot.csproj,*.cs} "$here"/../tests/reference/models/{model.pt2,exported-unusual-2.14.zip} "$work/"
cd "$work"
[ $# -gt 0 ] || set -- aot trimmed single
for way in "$@"; do
    case $way in
    aot) options=(-p:PublishAot=true) ;;
    trimmed) options=(-p:PublishTrimmed=true --self-contained) ;;
    single) options=(-p:PublishSingleFile=true -p:PublishTrimmed=true -p:IncludeNativeLibrariesForSelfExtract=false --self-contained) ;;
    *) sed -n '2,4s/^# //p' "$here/check-aot.sh"; exit 2 ;;
    esac
    dotnet publish aot.csproj -p:TorchLite="$here/.." "${options[@]}" -o "$way" > "$way.log" || { cat "$way.log"; exit 1; }
    # TorchSharp's own loader, which TorchLite passes by, asks where its assembly lies.
    ! grep -E 'warning (IL|SYSLIB)' "$way.log" | grep -v 'IL3000: TorchSharp\.' || exit 1
    "$way/aot" > "$way.txt"
    diff "$here/aot/expected.txt" "$way.txt"
    size=$(du -sm --exclude='*.so*' --exclude='*.dylib' --exclude='*.xml' --exclude='*.pdb' --exclude='*.dbg' "$way" | cut -f1)
    echo "$way: $(wc -l < "$way.txt") lines as expected, $size MB beside the native libraries"
done
