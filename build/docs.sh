#!/usr/bin/env bash
# Makes the documentation site: the guides of build/docs, and the API by the XML comments. Needs the .NET SDK only; some minutes.
#   build/docs.sh [FOLDER]    into FOLDER (default: artifacts/site)
# To look at it: dotnet docfx serve artifacts/site
set -euo pipefail
cd "$(dirname "$0")/.."
site=$(realpath -m "${1:-artifacts/site}")
work=$PWD/artifacts/docs
rm -rf "$site" "$work"
dotnet tool restore
for project in src/*/*.csproj; do
    name=$(basename "$project" .csproj)
    # With the assemblies that it refers to, which docfx reads too.
    [ "$name" = TorchLite.Generators ] || dotnet build "$project" -o "$work/bin" -p:CopyLocalLockFileAssemblies=true -p:RunAnalyzers=false -clp:ErrorsOnly
done

# docfx reads and writes beside its configuration.
cp -r build/docs/. "$work/"
cp build/CHANGELOG.md "$work/en/"
dotnet docfx metadata "$work/docfx.json"
dotnet docfx build "$work/docfx.json" --warningsAsErrors -o "$site"

# What only docfx itself and its authors read: 23 MB, and the paths of this machine.
rm -r "$site/manifest.json" "$site"/public/*.map
echo "$site: $(find "$site" -name '*.html' | wc -l) pages"
