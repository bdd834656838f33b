using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace TorchLite.Native.Loading;

/// <summary>Where native libraries are looked for, and what they are called on this system.</summary>
internal static class LibraryFolders
{
    internal const string OverrideVariable = "TORCHLITE_LIBTORCH";

    private static StringComparison Comparison =>
        OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>The folder that TORCHLITE_LIBTORCH names, or null.</summary>
    internal static string? Override =>
        Environment.GetEnvironmentVariable(OverrideVariable) is { Length: > 0 } folder ? Path.GetFullPath(folder) : null;

    /// <summary>
    /// The folders the runtime itself searches (those of the packages, of a single file's extraction), then the application's.
    /// </summary>
    internal static IEnumerable<string> Application()
    {
        var searched = AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? "";
        return searched.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Append(AppContext.BaseDirectory)
            .Select(folder => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))
            .Distinct(StringComparer.FromComparison(Comparison));
    }

    /// <summary>Those of the assemblies, which lie elsewhere than the application in F# Interactive, in notebooks and in plug-ins.</summary>
    internal static IEnumerable<string> Assemblies() =>
        OfAssembly(typeof(Torch).Assembly).Concat(OfAssembly(typeof(TorchSharp.torch).Assembly));

    // Where the assembly lies, and where its package has natives: below that, or, as in NuGet's cache, beside lib/net8.0, and in the package
    // of libtorch next to it. Only folders that are there.
    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "It is empty in a single file, which is seen to.")]
    private static IEnumerable<string> OfAssembly(Assembly assembly)
    {
        if (Path.GetDirectoryName(assembly.Location) is not { Length: > 0 } folder)
        {
            return [];
        }

        var natives = Path.Combine("runtimes", LoadFailure.Platform, "native");
        var package = Path.GetFullPath(Path.Combine(folder, "..", ".."));
        var torch = Path.Combine(package, "..", "..", $"libtorch-cpu-{LoadFailure.Platform}", LibTorchVersion.Expected.ToString());
        return ((string[])[folder, Path.Combine(folder, natives), Path.Combine(package, natives), Path.Combine(torch, natives)])
            .Where(Directory.Exists);
    }

    /// <summary>Whether two paths are the same, as this system usually compares them.</summary>
    internal static bool IsSame(string folder, string other) => string.Equals(folder, other, Comparison);

    /// <summary>libtorch.so, libtorch.dylib or torch.dll for <c>torch</c>.</summary>
    internal static string FileName(string library) =>
        OperatingSystem.IsWindows() ? $"{library}.dll" :
        OperatingSystem.IsMacOS() ? $"lib{library}.dylib" :
        $"lib{library}.so";

    /// <summary>The first of the folders that has the library, or null.</summary>
    internal static string? FolderWith(string library, IEnumerable<string> folders)
    {
        var name = FileName(library);
        return folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, name)));
    }
}
