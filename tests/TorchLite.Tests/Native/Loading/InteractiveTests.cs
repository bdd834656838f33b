using System.Diagnostics;
using TorchSharp;

namespace TorchLite.Tests.Native;

/// <summary>Where the program is not TorchLite's: its folder has no libraries of libtorch, and its dependencies are not known.</summary>
[Platform("Linux", Reason = "The folders are made of symbolic links.")]
public class InteractiveTests
{
    private static readonly string Cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static readonly string Version = typeof(torch).Assembly.GetName().Version!.ToString(3);

    [Test]
    public void In_FSharp_Interactive_libraries_are_found_beside_the_assemblies_and_in_the_NuGet_cache()
    {
        // As packages are referred to: each assembly where the cache has it.
        string[] references =
        [
            Path.Combine(Cache, "torchsharp", Version, "lib", "net8.0", "TorchSharp.dll"),
            .. ((string[])["System.IO.Hashing", "System.Numerics.Tensors"]).Select(name => ProbeFolder.BuiltFile($"{name}.dll")),
        ];
        using var folder = new Serialization.TemporaryFolder();
        Directory.CreateDirectory(folder["lib"]);
        File.Copy(ProbeFolder.BuiltFile("TorchLite.dll"), Path.Combine(folder["lib"], "TorchLite.dll"));
        File.WriteAllLines(folder["x.fsx"],
        [
            .. references.Append(Path.Combine(folder["lib"], "TorchLite.dll")).Select(static path => $"#r @\"{path}\""),
            "open TorchLite",
            "printfn \"%O\" (Torch.Ones(System.ReadOnlySpan [| 2L |]) + Torch.Ones(System.ReadOnlySpan [| 2L |]))",
        ]);

        var start = new ProcessStartInfo("dotnet", ["fsi", "--quiet", folder["x.fsx"]]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        output.Trim().Should().Be("tensor([2., 2.])", error.Result);
    }
}
