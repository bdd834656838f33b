using System.Diagnostics;
using System.Text.RegularExpressions;

namespace TorchLite.Tests.Documentation;

/// <summary>The README and the guides: their links, their table of contents, their F#. Their C# is among the <see cref="ExampleTests"/>.</summary>
public sealed partial class PageTests
{
    [Test]
    public void Every_link_leads_to_something_that_is_there()
    {
        var broken =
            from page in Pages.All
            from link in Link().Matches(File.ReadAllText(page)).Select(static match => match.Groups["to"].Value)
            where !link.Contains("://", StringComparison.Ordinal) && !IsThere(page, link)
            select $"{Pages.Name(page)}: {link}";
        broken.Should().BeEmpty();
    }

    [Test]
    public void Every_guide_is_in_the_table_of_contents_or_is_the_first_page()
    {
        var listed = Href().Matches(File.ReadAllText(Path.Combine(Pages.Guides, "toc.yml"))).Select(static match => match.Groups[1].Value);
        var guides = Directory.GetFiles(Pages.Guides, "*.md", SearchOption.AllDirectories)
            .Select(static page => Path.GetRelativePath(Pages.Guides, page).Replace('\\', '/'));
        listed.Should().BeEquivalentTo(guides.Except(["index.md"]).Append("CHANGELOG.md"));
    }

    [Test]
    public void Both_readmes_run_the_same_programs() =>
        Programs("README.zh-CN.md").Should().Equal(Programs("README.md"));

    [Test]
    public void The_blocks_of_fsharp_write_what_they_say()
    {
        var blocks = Pages.Blocks("fsharp").ToArray();
        blocks.Should().NotBeEmpty();
        using var folder = new Serialization.TemporaryFolder();
        var script = Path.Combine(folder.Path, "pages.fsx");
        File.WriteAllText(script, $"#r \"{typeof(Tensor).Assembly.Location.Replace('\\', '/')}\"\n" + string.Join(
            "\n", blocks.Select(static (block, i) => $"module Block{i} =\n" + string.Join('\n', block.Code.Split('\n').Select(static line => "    " + line)))));

        using var process = Process.Start(new ProcessStartInfo("dotnet", ["fsi", "--quiet", "--exec", "--nologo", "--nowarn:988", script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd().ReplaceLineEndings("\n");
        process.WaitForExit();

        var expected = blocks.SelectMany(static block => block.Code.Split('\n'))
            .Select(static line => Expected().Match(line)).Where(static match => match.Success).Select(static match => match.Groups[1].Value);
        output.Trim().Should().Be(string.Join('\n', expected), error.Result);
    }

    // Without remarks, which are in the page's language.
    private static IEnumerable<string> Programs(string page) =>
        Pages.Blocks("csharp").Where(block => block.Name.StartsWith(page + " ", StringComparison.Ordinal))
            .Select(static block => string.Join('\n', ExampleStep.Parse(block.Code).Select(static step => $"{step.Code} // {step.Expected}")));

    private static bool IsThere(string page, string link)
    {
        var (path, heading) = link.Split('#') is [var first, var second] ? (first, second) : (link, null);
        var target = path.Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, path));

        // What the site makes of the XML comments, and where it puts the list of changes.
        if (path.StartsWith("api/", StringComparison.Ordinal) || target == Path.Combine(Pages.Guides, "CHANGELOG.md"))
        {
            return true;
        }

        return heading is null ? Path.Exists(target) : File.Exists(target) && Headings(target).Contains(heading);
    }

    // As GitHub and docfx name them: letters and digits of any language, and a hyphen for a space.
    private static IEnumerable<string> Headings(string page) =>
        File.ReadLines(page).Where(static line => line.StartsWith('#'))
            .Select(static line => NotInHeading().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)|(src|href)=""(?<to>[^""]+)""")]
    private static partial Regex Link();

    [GeneratedRegex(@"href: (\S+\.md)")]
    private static partial Regex Href();

    [GeneratedRegex(@"[^\p{L}\p{Nd} _-]")]
    private static partial Regex NotInHeading();

    [GeneratedRegex(@"(?:^|\s)// (.*)$")]
    private static partial Regex Expected();
}
