namespace TorchLite.Tests;

/// <summary>The files of the corpus lie beside the program.</summary>
internal static class Repository
{
    public static string Root { get; } = AppContext.BaseDirectory;

    public static IEnumerable<string> Lines(params ReadOnlySpan<string> path) =>
        File.ReadLines(Path.Combine([Root, "tests", .. path])).Where(static line => line.Length > 0 && !line.StartsWith('#'));
}
