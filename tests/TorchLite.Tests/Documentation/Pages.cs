namespace TorchLite.Tests.Documentation;

/// <summary>The Markdown pages for users: the README in its languages, and the guides.</summary>
internal static class Pages
{
    public static readonly string Guides = Path.Combine(Repository.Root, "build", "docs");

    /// <summary>The full names of the files.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Directory.GetFiles(Repository.Root, "README*.md").Concat(Directory.GetFiles(Guides, "*.md", SearchOption.AllDirectories))
            .Append(Path.Combine(Repository.Root, "build", "CHANGELOG.md")).Order(StringComparer.Ordinal),
    ];

    /// <summary>The blocks of a language in all pages.</summary>
    public static IEnumerable<Example> Blocks(string language) =>
        All.SelectMany(page => Example.OfMarkdown(Name(page), File.ReadAllText(page), language));

    /// <summary>The name of a page from the root of the repository.</summary>
    public static string Name(string page) => Path.GetRelativePath(Repository.Root, page).Replace('\\', '/');
}
