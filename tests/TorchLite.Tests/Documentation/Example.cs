using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TorchLite.Tests.Documentation;

/// <summary>A piece of C# in the documentation, with the place where it stands.</summary>
public sealed record Example(string Name, string Code)
{
    public override string ToString() => Name;

    /// <summary>Every example of an assembly's XML documentation file.</summary>
    public static IEnumerable<Example> OfXml(XDocument xml)
    {
        foreach (var member in xml.Descendants("member"))
        {
            var name = Regex.Replace(member.Attribute("name")!.Value, @"^\w:TorchLite\.", "");
            var codes = member.Descendants("example").SelectMany(example => example.Descendants("code")).ToList();
            for (var i = 0; i < codes.Count; i++)
                yield return new Example(i == 0 ? name : $"{name} #{i + 1}", Dedent(codes[i].Value));
        }
    }

    /// <summary>
    /// Every block of a Markdown text that is fenced as a language. What a program of a file tells the SDK (<c>#:package</c>) is left out.
    /// </summary>
    public static IEnumerable<Example> OfMarkdown(string name, string text, string language = "csharp") =>
        Regex.Matches(text.ReplaceLineEndings("\n"), $@"^```{language}[ ]*\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)
            .Select(block => new Example(
                $"{name} line {text[..block.Index].Count(c => c == '\n') + 1}",
                Dedent(Regex.Replace(block.Groups[1].Value, "^#:.*$", "", RegexOptions.Multiline))));

    private static string Dedent(string code)
    {
        var lines = code.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).ToList();
        var indent = lines.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return string.Join("\n", lines.Select(line => line.Length > 0 ? line[indent..] : line)).Trim('\n');
    }
}
