using System.Reflection;
using System.Runtime.InteropServices;
using TorchLite.Native;
using TorchSharp;

namespace TorchLite.Tests.Native;

/// <summary>
/// What TorchLite calls of LibTorchSharp and libtorch is there on every system, or listed as missing there: read from the packages, where
/// they are in the NuGet cache, and else from what was recorded of them: <c>tests/reference/exports</c>. TORCHLITE_RECORD_EXPORTS=1 records.
/// </summary>
public class ExportTests
{
    // What is asked for by a name at run time, and not imported.
    private static readonly string[] ByName = ["THSTensor_new", "THSTorch_get_and_reset_last_err", "aoti_torch_abi_version"];

    private static readonly string[] Systems = ["linux-x64", "osx-arm64", "win-x64", "win-arm64"];

    [TestCaseSource(nameof(Systems))]
    public void Whatever_is_called_is_exported(string system)
    {
        var recorded = Path.Combine(Repository.Root, "tests", "reference", "exports", $"{system}.txt");
        var called = Called(system).Distinct().Order(StringComparer.Ordinal).ToArray();
        HashSet<string> exported;
        if (Libraries(system) is { } libraries)
        {
            exported = [.. libraries.SelectMany(NativeExports.Of)];
            if (Environment.GetEnvironmentVariable("TORCHLITE_RECORD_EXPORTS") == "1")
            {
                Directory.CreateDirectory(Path.GetDirectoryName(recorded)!);
                File.WriteAllLines(recorded, called.Where(exported.Contains));
            }
        }
        else
        {
            exported = [.. File.ReadLines(recorded)];
        }

        called.Should().HaveCountGreaterThan(150);
        called.Where(name => !exported.Contains(name)).Should().BeEmpty("nothing may be called that is not there");
        called.Except(File.ReadLines(recorded)).Should().BeEmpty("it is recorded for machines without the package");
    }

    [Test]
    public void Where_a_symbol_of_CPlusPlus_is_not_used_on_a_system_the_reason_is_listed()
    {
        var listed = Repository.Lines("reference", "not-on-every-system.txt").Select(static line => line.Split(": ")[0]);
        var missing = typeof(CppSymbols).GetFields(BindingFlags.Static | BindingFlags.NonPublic)
            .Where(static field => field.FieldType == typeof(CppSymbol))
            .Select(static field => (field.Name, Symbol: (CppSymbol)field.GetValue(null)!))
            .SelectMany(static one => (string?[])
            [
                one.Symbol.Windows is null ? $"win {one.Name}" : null,
                one.Symbol.Mac is null ? $"osx {one.Name}" : null,
            ])
            .OfType<string>();

        listed.Should().BeEquivalentTo(missing);
    }

    private static IEnumerable<string> Called(string system) =>
    [
        .. ByName,
        .. CppSymbols.All.Select(symbol => system switch
        {
            "linux-x64" => symbol.Linux,
            "osx-arm64" => symbol.Mac,
            _ => symbol.Windows,
        }).OfType<string>(),
        .. typeof(Torch).Assembly.GetTypes()
            .SelectMany(static type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Select(static method => method.GetCustomAttribute<DllImportAttribute>())
            .Where(static import => import is { Value: "LibTorchSharp" or "torch_cpu" or "c10" })
            .Select(static import => import!.EntryPoint!),
    ];

    // What is loaded; null where the package is not in the cache.
    private static string[]? Libraries(string system)
    {
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var (before, after) = system.StartsWith("win", StringComparison.Ordinal) ? ("", ".dll")
            : system.StartsWith("osx", StringComparison.Ordinal) ? ("lib", ".dylib") : ("lib", ".so");
        var torch = Path.Combine(cache, $"libtorch-cpu-{system}", "2.10.0", "runtimes", system, "native");
        var sharp = Path.Combine(
            cache, "torchsharp", typeof(torch).Assembly.GetName().Version!.ToString(3), "runtimes", system, "native");
        string[] paths =
        [
            Path.Combine(sharp, $"{before}LibTorchSharp{after}"),
            Path.Combine(torch, $"{before}torch_cpu{after}"),
            Path.Combine(torch, $"{before}c10{after}"),
        ];
        return Array.TrueForAll(paths, File.Exists) ? paths : null;
    }
}
