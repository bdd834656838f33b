#!/usr/bin/env bash
# Packs the packages into a folder, and uses them as a stranger does: a console program, a program of one file, one of F#, one with every
# package, the programs of the templates; then the console program published self-contained, as a single file, trimmed, and compiled ahead
# of time (clang or gcc, and zlib's headers). Each is run. "deterministic" builds the library in two folders and compares the bytes. About
# ten minutes in all.
#   build/check-packages.sh [console|file|fsharp|all|templates|self-contained|single|trimmed|aot|deterministic]...
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
[ $# -gt 0 ] || set -- console file fsharp all templates self-contained single trimmed aot deterministic
for kind in "$@"; do
    case $kind in
    console | file | fsharp | all | templates | self-contained | single | trimmed | aot | deterministic) ;;
    *) sed -n '2,6s/^# //p' "$0"; exit 2 ;;
    esac
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A version of its own each time, and a cache of its own: the user's stays as it is, and lends what is in it.
export TorchLiteVersion=0.1.0-check.$$
cache=$(dotnet nuget locals global-packages --list | sed 's/^[^:]*: //')
mkdir "$work/feed"
cat > "$work/nuget.config" <<XML
<configuration>
  <packageSources><add key="packed" value="feed" /></packageSources>
  <config><add key="globalPackagesFolder" value="cache" /></config>
  <fallbackPackageFolders><add key="user" value="$cache" /></fallbackPackageFolders>
</configuration>
XML
cp -r "$here/package/consumers/." "$work"
sed -i "s/VERSION/$TorchLiteVersion/" "$work/hello.cs"

if [ "$*" != deterministic ]; then
    for project in "$here"/../src/TorchLite{,.Arrow,.Interactive,.NumSharp,.Plotting,.Tensorboard,.Vision} "$here"/../src/Templates "$here"/../src/Backends/*/; do
        dotnet pack "$project" -v q -clp:NoSummary -p:Version=$TorchLiteVersion -o "$work/feed"
    done
    du -k "$work"/feed/*.nupkg | awk '{ sub(/.*\//, "", $2); print $2 ": " $1 " KB" }'
fi

# A stranger gets no warning either.
export TreatWarningsAsErrors=true
cd "$work"
size() { du -sm --exclude='*.so*' --exclude='*.dylib' --exclude='*.pdb' --exclude='*.dbg' "$1" | cut -f1; }
published() {
    name=$1; shift
    # TorchSharp's own, where there are assemblies without files.
    dotnet publish console -v q -clp:NoSummary -o "out/$name" -p:WarningsNotAsErrors=IL3000 "$@"
    diff console.txt <("out/$name/console")
    echo "$name: runs; $(size "out/$name") MB beside the native libraries"
}
cat > console.txt <<TEXT
True
mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)
TEXT
for kind in "$@"; do
    case $kind in
    console)
        diff console.txt <(dotnet run --project console)
        libraries=$(find console/bin -name '*.so*' -o -name '*.dylib' -o -name 'torch_*.dll' | wc -l)
        echo "console: runs; $(size console/bin) MB beside $libraries native libraries" ;;
    file)
        diff <(printf 'tensor([[20, 30],\n        [50, 60]])\n') <(dotnet run hello.cs)
        echo "file: runs" ;;
    fsharp)
        diff <(printf 'tensor([[2., 2., 2.],\n        [2., 2., 2.]])\n') <(dotnet run --project fsharp)
        echo "fsharp: runs" ;;
    all)
        diff <(printf '7\n7\ntorch.Size([3, 4, 4])\nTrue\n') <(dotnet run --project all)
        echo "all: runs" ;;
    templates)
        dotnet new install "feed/TorchLite.Templates.$TorchLiteVersion.nupkg" --debug:custom-hive "$work/hive" > /dev/null
        made() { dotnet new "$1" -n "$2" --debug:custom-hive "$work/hive" > /dev/null; }
        made torchlite Trainer; made torchlite-service Predictor; made torchlite-script script
        (cd Trainer && dotnet run | tail -1 | diff <(echo saved mlp.pt) -)
        diff <(printf 'tensor(30., grad_fn=<SumBackward0>)\ntensor([[2., 4.],\n        [6., 8.]])\n') <(dotnet run script.cs)
        cp Trainer/mlp.pt Predictor/
        dotnet build Predictor -v q -clp:NoSummary
        (cd Predictor && exec dotnet run --no-build --urls http://127.0.0.1:5417 > /dev/null) & service=$!
        for _ in $(seq 60); do curl -fs 127.0.0.1:5417/health > /dev/null && break; sleep 0.5; done
        # Within the circle and not.
        curl -fs 127.0.0.1:5417/predict -H 'Content-Type: application/json' -d '[[0, 0], [0.9, 0.9]]' | grep -E '^\[(0\.[5-9]|1).*,(0\.[0-4]|[0-9.]+E-)' > /dev/null
        curl -s -o /dev/null -w '%{http_code}' 127.0.0.1:5417/predict -H 'Content-Type: application/json' -d '[[0, 0, 0]]' | diff <(printf 400) -
        kill "$(pgrep -P $service 2> /dev/null || echo $service)"; wait $service || true
        echo "templates: a training program, a service and a script run" ;;
    self-contained) published self-contained --self-contained ;;
    single) published single --self-contained -p:PublishSingleFile=true ;;
    trimmed) published trimmed --self-contained -p:PublishTrimmed=true ;;
    aot) published aot -p:PublishAot=true ;;
    deterministic)
        for copy in one two; do
            git clone -q "$here/.." "$copy-folder-$copy"
            (cd "$copy-folder-$copy" && dotnet build src/TorchLite -c Release -v q -clp:NoSummary -p:ContinuousIntegrationBuild=true -p:RunAnalyzers=false)
        done
        for file in dll pdb xml; do
            cmp {one-folder-one,two-folder-two}/src/TorchLite/bin/Release/net10.0/TorchLite.$file
        done
        echo "deterministic: two folders give the same bytes" ;;
    esac
done
