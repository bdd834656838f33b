using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using TorchLite.Tests.Reference;

namespace TorchLite.Tests.Examples;

/// <summary>The examples that train print what their Python twins print, and draw.</summary>
[TestFixture, Parallelizable]
public sealed partial class LearningTests
{
    // So far does a number agree after hundreds of steps with kernels that round otherwise: by 5 of its last digit, or by this part of it.
    // One of the 359 digits more or less is 0.28 % of them.
    private const double Part = 0.005, LastDigits = 5;

    // What is no number that changes by little: which digits are mistaken, how long a cart's pole stands while its actions are drawn, and a
    // text that is drawn letter by letter.
    private const string Drawn = "\n样本 Sample:\n";

    private static readonly string[] Discrete = ["认错的 Mistaken:", "抽动作 Drawing actions,"];

    private static readonly string Folder = Path.Combine(Corpus.Folder, "..", "examples", "learning");

    private static IEnumerable<TestCaseData> Examples =>
    [
        new("Digits", "digits", Array.Empty<string>()),
        new("CharGpt", "char_gpt", new[] { "--quick" }),
        new("Vae", "vae", Array.Empty<string>()),
        new("Regression", "regression", Array.Empty<string>()),
        new("TimeSeries", "time_series", Array.Empty<string>()),
        new("Gan", "gan", new[] { "--quick" }),
        new("TextClassification", "text_classification", Array.Empty<string>()),
        new("ReinforcementLearning", "reinforcement_learning", Array.Empty<string>()),
        new("Siamese", "siamese", Array.Empty<string>()),
        new("SuperResolution", "super_resolution", Array.Empty<string>()),
        new("GraphConvolution", "graph_convolution", Array.Empty<string>()),
        new("TransferLearning", "transfer_learning", Array.Empty<string>()),

        // Its twin is one process, which sees the whole of each batch.
        new("Distributed", "distributed", new[] { "--nproc", "2" }),
    ];

    [Test]
    [Platform("Linux")]
    public void A_worker_that_dies_is_started_anew_and_goes_on_from_the_checkpoint()
    {
        var recorded = File.ReadAllText(Path.Combine(Folder, "distributed.out"));

        var (exitCode, output, error) = TutorialProgram.RunExample("Distributed", ["--nproc", "2", "--fail-at", "4"]);

        exitCode.Should().Be(0, error);
        Compare(output, recorded);
        error.Should().Contain("starting all anew, attempt 1").And.NotContain("attempt 2");
    }

    [Test]
    [Platform("Linux")]
    public void A_launcher_that_is_told_to_stop_takes_its_workers_with_it()
    {
        using var launcher = TutorialProgram.StartExample("Distributed", ["--nproc", "2"]);
        launcher.StandardOutput.ReadLine().Should().Contain("Training");
        var workers = Directory.GetDirectories($"/proc/{launcher.Id}/task")
            .SelectMany(static thread => File.ReadAllText(thread + "/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        workers.Should().HaveCount(2);

        using var kill = Process.Start("kill", ["-TERM", $"{launcher.Id}"]);

        launcher.WaitForExit(TimeSpan.FromSeconds(30)).Should().BeTrue();
        launcher.ExitCode.Should().Be(143);
        workers.Should().OnlyContain(static worker => !Directory.Exists("/proc/" + worker));
    }

    [TestCaseSource(nameof(Examples))]
    public void An_example_that_trains_prints_what_Python_prints_and_draws(string example, string twin, string[] arguments)
    {
        if (example == "Distributed" && !OperatingSystem.IsLinux())
        {
            Assert.Ignore("Process groups are there on Linux x64 only.");
        }

        var recorded = File.ReadAllText(Path.Combine(Folder, twin + ".out"));
        var picture = Path.Combine(TutorialProgram.FolderOf(example), twin.Replace('_', '-') + ".png");
        File.Delete(picture);

        var (exitCode, output, error) = TutorialProgram.RunExample(example, arguments, ("OMP_NUM_THREADS", "1"));

        exitCode.Should().Be(0, error);
        if (RecordedMachine.IsThis)
        {
            output.Should().Be(recorded);
        }

        Compare(output, recorded);
        error.Should().EndWith($"{picture}\n").And.Contain("100%");
        File.ReadAllBytes(picture)[1..4].Should().Equal("PNG"u8.ToArray());
    }

    [Test]
    public void Every_twin_is_tested() =>
        Examples.Select(one => one.Arguments[1]).Should().BeEquivalentTo(
            Directory.EnumerateFiles(Folder, "*.out").Select(Path.GetFileNameWithoutExtension));

    // Number by number.
    private static void Compare(string actual, string expected)
    {
        (actual, expected) = (Comparable(actual), Comparable(expected));
        Number().Replace(actual, "#").Should().Be(Number().Replace(expected, "#"));
        foreach (var (one, other) in Numbers(actual).Zip(Numbers(expected)))
        {
            var isWhole = !other.Contains('.', StringComparison.Ordinal);
            var (number, unit) = (Value(other), Math.Pow(10, other.IndexOf('.') + 1 - other.Length));
            Value(one).Should().BeApproximately(number, isWhole ? 0 : Math.Max(LastDigits * unit, Part * Math.Abs(number)));
        }
    }

    private static string Comparable(string output) =>
        string.Join('\n', output.Split(Drawn)[0].Split('\n')
            .Where(line => !Discrete.Any(start => line.StartsWith(start, StringComparison.Ordinal))));

    private static IEnumerable<string> Numbers(string text) => Number().Matches(text).Select(match => match.Value);

    private static double Value(string number) => double.Parse(number, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"-?\d+(\.\d+)?")]
    private static partial Regex Number();
}
