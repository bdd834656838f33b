using System.Runtime.Intrinsics.X86;

namespace TorchLite.Tests.Examples;

/// <summary>What a section of the tutorial prints under PyTorch, with the listed lines as C# prints them.</summary>
internal static class Transcript
{
    private static readonly string Folder = Path.Combine(Root(), "tests", "reference", "tutorial");

    /// <summary>Names of the sections, as the Python scripts are called.</summary>
    internal static readonly string[] Sections =
        [.. Directory.EnumerateFiles(Folder, "*.py").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    /// <summary>Lines that C# cannot print as Python does.</summary>
    internal static readonly Difference[] Differences = [.. ReadDifferences()];

    /// <param name="section">The section.</param>
    /// <param name="vectors">Whether libtorch uses the vector instructions that the processor has.</param>
    internal static string Of(string section, bool vectors = true)
    {
        var text = File.ReadAllText(Path.Combine(Folder, section + ".out"));
        foreach (var difference in Differences.Where(difference => difference.Section == section))
        {
            var (python, csharp) = ($"\n{difference.Python}\n", $"\n{difference.CSharp}\n");
            text.Split(python).Should().HaveCount(2, "the listed line stands once in {0}: {1}", section, difference.Python);
            var applies = difference.When switch
            {
                null => true,
                "avx2" => vectors && Avx2.IsSupported,
                var other => throw new InvalidDataException(other),
            };
            if (applies)
            {
                text = text.Replace(python, csharp, StringComparison.Ordinal);
            }
        }

        return text;
    }

    /// <summary>What an example prints under PyTorch beyond the tutorial.</summary>
    internal static string Beyond(string example) => File.ReadAllText(Path.Combine(Folder, "..", "examples", example + ".out"));

    private static IEnumerable<Difference> ReadDifferences()
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, "differences.txt")).Where(line => !line.StartsWith('#'));
        foreach (var block in string.Join('\n', lines).Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = block.Trim('\n').Split('\n')
                .ToDictionary(line => line[..line.IndexOf(':')], line => line[(line.IndexOf(':') + 2)..]);
            yield return new Difference(
                fields["section"], fields["python"], fields["csharp"], fields["why"], fields.GetValueOrDefault("when"));
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TorchLite.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("TorchLite.sln");
        }

        return folder.FullName;
    }
}

/// <summary>A line that C# prints differently.</summary>
internal sealed record Difference(string Section, string Python, string CSharp, string Why, string? When);
