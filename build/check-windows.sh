#!/usr/bin/env bash
# Runs the tests with the libraries for Windows x64 under Wine 10, in a chroot of Debian trixie. As root on Debian; 5 GB.
#   build/check-windows.sh setup                     once: the chroot with Wine, a .NET for Windows, what Wine's C++ library lacks
#   build/check-windows.sh test OUT [FIXTURE...]     builds for win-x64, runs each fixture in a process of its own, and prints the table
#   build/check-windows.sh again OUT [FIXTURE...]    the same, with what was built before
# WINE_ROOT names the folder for all of it (default: ~/.cache/torchlite-wine), DEBIAN_MIRROR a mirror other than the usual one, and LIMIT the
# seconds that a fixture may take. Wine is no proof: file sharing, the heap and the C++ runtime are its own.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/.." && pwd)
export WINE_ROOT=${WINE_ROOT:-$HOME/.cache/torchlite-wine}
mkdir -p "$WINE_ROOT"
cd "$WINE_ROOT"

# Runs a command in the chroot, which sees $WINE_ROOT as /w. Wine's own handler of C++ exceptions is replaced by the shim's, and the OpenMP
# library must not ask for processors in the way that Wine has not.
in_wine() {
    unshare -m bash -c '
        for d in proc dev; do mount --bind /$d "$WINE_ROOT/trixie/$d"; done
        mount --rbind /sys "$WINE_ROOT/trixie/sys"
        mount --bind "$WINE_ROOT" "$WINE_ROOT/trixie/w"
        exec chroot "$WINE_ROOT/trixie" /usr/bin/env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin HOME=/w/home WINEPREFIX=/w/prefix WINEDEBUG=-all \
            WINEDLLOVERRIDES="mshtml=;vcruntime140_1=n" LANG=C.UTF-8 KMP_AFFINITY=disabled WINEPATH="Z:\\w\\dotnet" "$@"' in_wine "$@"
}

setup() {
    apt-get install -y --no-install-recommends debootstrap gcc-mingw-w64-x86-64-win32
    debootstrap --variant=minbase trixie trixie ${DEBIAN_MIRROR:+"$DEBIAN_MIRROR"}
    # Packages are fetched as on this system, through a proxy if it has one.
    apt-config dump Acquire | grep -E '::(http|https|Check-[A-Za-z-]*)(::| )' > trixie/etc/apt/apt.conf.d/99-as-outside || true
    chroot trixie apt-get update
    chroot trixie apt-get install -y --no-install-recommends wine64 wine
    mkdir -p trixie/w home shim
    x86_64-w64-mingw32-gcc -O2 -shared "$here/windows/cpp-runtime.c" -o shim/VCRUNTIME140_1.dll -lm

    # A self-contained publish brings the runtime's package into the NuGet cache.
    dotnet publish "$here/windows/runner" -c Release -r win-x64 --self-contained -o runner
    local version packages name native
    version=$(dotnet --list-runtimes | sed -n 's/^Microsoft.NETCore.App \([^ ]*\) .*/\1/p' | tail -1)
    packages=$(dotnet nuget locals global-packages --list | sed 's/.*: //')
    [ -d "${packages}microsoft.netcore.app.runtime.win-x64/$version" ] || version=$(ls "${packages}microsoft.netcore.app.runtime.win-x64" | tail -1)
    for name in Microsoft.NETCore.App Microsoft.AspNetCore.App; do
        native=$packages${name,,}.runtime.win-x64/$version/runtimes/win-x64
        mkdir -p "dotnet/shared/$name/$version"
        cp "$native"/native/* "$native"/lib/net10.0/* "dotnet/shared/$name/$version/"
    done
    mkdir -p "dotnet/host/fxr/$version"
    mv "dotnet/shared/Microsoft.NETCore.App/$version/hostfxr.dll" "dotnet/host/fxr/$version/"
    x86_64-w64-mingw32-gcc -municode -O1 -DFXRVER="L\"$version\"" "$here/windows/muxer.c" -o dotnet/dotnet.exe
    in_wine wine wineboot -i
}

# The project's files are copied, so that a build for Windows does not disturb the one here.
build() {
    mkdir -p checkout
    find checkout -type f -not -path '*/bin/*' -not -path '*/obj/*' -delete # what was moved since the last run would be there twice
    (cd "$root" && git ls-files -z | tar c --null -T -) | tar x -C checkout
    dotnet build checkout/tests/TorchLite.Tests -c Release -r win-x64 --self-contained false -maxcpucount:1 -v q
    local folder
    for folder in checkout/tests/*/ checkout/examples/*/; do
        folder=${folder}bin/Release/net10.0/win-x64
        [ ! -d "$folder" ] || cp --remove-destination shim/VCRUNTIME140_1.dll "$folder/"
    done
    cp runner/runner.dll checkout/tests/TorchLite.Tests/bin/Release/net10.0/win-x64/
}

# Each fixture in a process of its own: one that dies takes no other with it.
fixture() {
    local out=$1 name=$2 start=$SECONDS status=0
    rm -f "$out/$name.log"
    timeout "${LIMIT:-300}" bash -c "$(declare -f in_wine); in_wine \"\$@\"" in_wine bash -c \
        "cd /w/checkout/tests/TorchLite.Tests/bin/Release/net10.0/win-x64 && exec wine /w/dotnet/dotnet.exe exec --depsfile TorchLite.Tests.deps.json \
        --runtimeconfig TorchLite.Tests.runtimeconfig.json runner.dll TorchLite.Tests.dll 'Z:\\w\\$out\\$name.log' $3" \
        > "$out/$name.out" 2> "$out/$name.err" < /dev/null || status=$?
    [ "$3" = list ] || printf '%-60s %5d passed %4d failed %4d skipped %5d s, exit %d\n' "$name" \
        "$(count P "$out/$name.log")" "$(count F "$out/$name.log")" "$(count K "$out/$name.log")" $((SECONDS - start)) "$status" \
        | tee -a "$out/summary.txt"
}

count() { grep -c "^$1"$'\t' "$2" 2> /dev/null || true; }

command=${1:-}
case $command in
setup) setup ;;
test | again)
    out=${2:?the name of a folder for what comes out, below WINE_ROOT}; shift 2
    mkdir -p "$out"
    [ "$command" = again ] || build
    if [ $# = 0 ]; then
        fixture "$out" all list
        mapfile -t fixtures < <(cut -f1 "$out/all.log")
        set -- "${fixtures[@]}"
    fi
    for name in "$@"; do fixture "$out" "$name" "run $name"; done
    cat "$out"/*.log | awk -F'\t' '$1 == "P" { p++ } $1 == "F" { f++ } $1 == "K" { k++ } END { print p + 0 " passed, " f + 0 " failed, " k + 0 " skipped" }'
    ;;
*) sed -n '2,7s/^# //p' "$0"; exit 2 ;;
esac
