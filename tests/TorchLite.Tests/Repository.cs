namespace TorchLite.Tests;

/// <summary>The files of the repository that tests read.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The lines of a file below the folder of the tests, without blank ones and comments.</summary>
    public static IEnumerable<string> Lines(params ReadOnlySpan<string> path) =>
        File.ReadLines(Path.Combine([Root, "tests", .. path])).Where(static line => line.Length > 0 && !line.StartsWith('#'));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TorchLite.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds TorchLite.sln.");
    }
}
