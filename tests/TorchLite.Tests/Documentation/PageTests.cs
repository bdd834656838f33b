using System.Diagnostics;
using System.Text.RegularExpressions;
using TorchLite.Tests.Examples;
using TorchLite.Tests.Serialization;

namespace TorchLite.Tests.Documentation;

/// <summary>The README and the guides: links, table of contents, F#. Their C# is with the <see cref="ExampleTests"/>.</summary>
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

    [TestCase("en", "CHANGELOG.md")]
    [TestCase("zh")]
    public void Every_guide_is_in_the_table_of_contents(string language, params string[] added)
    {
        var folder = Path.Combine(Pages.Guides, language);
        var listed = Href().Matches(File.ReadAllText(Path.Combine(folder, "toc.yml"))).Select(static match => match.Groups[1].Value);
        listed.Should().BeEquivalentTo(Directory.GetFiles(folder, "*.md").Select(Path.GetFileName).Concat(added));
    }

    [Test]
    public void Both_readmes_run_the_same_programs() =>
        Programs("README.zh-CN.md").Should().Equal(Programs("README.md"));

    [Test]
    public void The_blocks_of_fsharp_write_what_they_say()
    {
        if (!Directory.Exists(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(TutorialProgram.Host))!, "sdk")))
        {
            Assert.Ignore("F# Interactive comes with the SDK, of which there is none here");
        }

        var blocks = Pages.Blocks("fsharp").ToArray();
        blocks.Should().NotBeEmpty();
        using var folder = new TemporaryFolder();
        var script = Path.Combine(folder.Path, "pages.fsx");
        var modules = blocks.Select(static (block, i) => $"module Block{i} =\n    {block.Code.Replace("\n", "\n    ")}\n");
        File.WriteAllText(script, $"#r @\"{typeof(Tensor).Assembly.Location}\"\n{string.Concat(modules)}");

        using var process = Process.Start(new ProcessStartInfo(TutorialProgram.Host, ["fsi", "--quiet", "--exec", "--nologo", script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd().ReplaceLineEndings("\n");
        process.WaitForExit();

        var expected = blocks.SelectMany(static block => block.Code.Split('\n'))
            .Select(static line => Expected().Match(line)).Where(static match => match.Success)
            .Select(static match => match.Groups[1].Value);
        output.Trim().Should().Be(string.Join('\n', expected), error.Result);
    }

    // Without remarks, which are in the page's language.
    private static IEnumerable<string> Programs(string page) =>
        Pages.Blocks("csharp").Where(block => block.Name.StartsWith(page + " ", StringComparison.Ordinal))
            .SelectMany(static block => ExampleStep.Parse(block.Code)).Select(static step => $"{step.Code} // {step.Expected}");

    private static bool IsThere(string page, string link)
    {
        var (path, heading) = link.Split('#') is [var first, var second] ? (first, second) : (link, null);
        var target = path.Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, path));

        // What the site makes of the XML comments.
        if (path.StartsWith("api/", StringComparison.Ordinal))
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
