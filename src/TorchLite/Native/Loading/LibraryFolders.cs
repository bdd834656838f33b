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
