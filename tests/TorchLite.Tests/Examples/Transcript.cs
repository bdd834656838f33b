using System.Globalization;
using System.Runtime.Intrinsics.X86;
using System.Text.RegularExpressions;

namespace TorchLite.Tests.Examples;

/// <summary>What a section of the tutorial prints under PyTorch, with the listed lines as C# prints them.</summary>
internal static partial class Transcript
{
    // To so many digits numbers are the same that two libraries compute in another order.
    private const int Digits = 13;

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
            if (difference.Digits is { } digits)
            {
                digits.Should().Be(Digits);
                Rounded(text).Should().NotBe(text, "numbers of {0} have more digits than that", section);
                text = Rounded(text);
                continue;
            }

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

    /// <summary>The text with longer numbers at as many digits as are the same everywhere, for sections that are listed so.</summary>
    internal static string Rounded(string text) => LongNumber().Replace(
        text, match => double.Parse(match.Value, CultureInfo.InvariantCulture).ToString($"G{Digits}", CultureInfo.InvariantCulture));

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
                fields["section"], fields.GetValueOrDefault("python"), fields.GetValueOrDefault("csharp"), fields["why"],
                fields.GetValueOrDefault("when"),
                fields.TryGetValue("digits", out var digits) ? int.Parse(digits, CultureInfo.InvariantCulture) : null);
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

    [GeneratedRegex(@"\d+\.\d{13,}")]
    private static partial Regex LongNumber();
}

/// <summary>A line that C# prints differently, or a section whose numbers are the same to some digits.</summary>
internal sealed record Difference(string Section, string? Python, string? CSharp, string Why, string? When, int? Digits);
