namespace TorchLite.Tests.Documentation;

/// <summary>The Markdown pages for users: the README in its languages, those of the packages, and the guides.</summary>
internal static class Pages
{
    public static readonly string Guides = Path.Combine(Repository.Root, "build", "docs");

    // src/TorchLite/README.md and src/Backends/cpu/README.md, but nothing that lies deeper.
    private static readonly EnumerationOptions OfPackages = new() { RecurseSubdirectories = true, MaxRecursionDepth = 2 };

    /// <summary>The full names of the files.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Directory.GetFiles(Repository.Root, "README*.md").Concat(Directory.GetFiles(Guides, "*.md", SearchOption.AllDirectories))
            .Concat(Directory.GetFiles(Path.Combine(Repository.Root, "src"), "README.md", OfPackages))
            .Append(Path.Combine(Repository.Root, "build", "CHANGELOG.md")).Order(StringComparer.Ordinal),
    ];

    /// <summary>The blocks of a language in all pages.</summary>
    public static IEnumerable<Example> Blocks(string language) =>
        All.SelectMany(page => Example.OfMarkdown(Name(page), File.ReadAllText(page), language));

    /// <summary>The name of a page from the root of the repository.</summary>
    public static string Name(string page) => Path.GetRelativePath(Repository.Root, page).Replace('\\', '/');
}
