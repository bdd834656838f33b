namespace TorchLite.Tests.Examples;

/// <summary>The examples print what the same sections print in Python.</summary>
public sealed class TranscriptTests
{
    private static readonly string[] Names =
        ["TensorCreation", "TensorOperations", "NumpyInterop", "Devices", "Ecommerce", "Broadcasting", "Autograd", "LinearRegression"];

    // They come behind the tutorial's sections.
    private static readonly string[] Beyond =
    [
        "Regression", "Digits", "Vae", "Gan", "SuperResolution", "Siamese", "TransferLearning", "TimeSeries", "TextClassification",
        "CharGpt", "GraphConvolution", "ReinforcementLearning",
    ];

    private static IEnumerable<string> Sections => Transcript.Sections;

    [TestCaseSource(nameof(Sections))]
    public void A_section_prints_byte_for_byte_what_PyTorch_prints(string section) =>
        Rounded(TutorialProgram.Run([section])).Should().Be(new TutorialResult(0, Transcript.Of(section), ""));

    [TestCaseSource(nameof(Sections))]
    public void Without_vector_instructions_the_numbers_are_those_of_the_recorded_builds(string section) =>
        Rounded(TutorialProgram.Run([section], ("ATEN_CPU_CAPABILITY", "default")))
            .Should().Be(new TutorialResult(0, Transcript.Of(section, vectors: false), ""));

    // The first loss has no sum that one library adds in another order than the other.
    [Test]
    public void A_loss_has_all_the_digits_of_the_double() =>
        TutorialProgram.Run(["linear_regression"]).Output.Should().StartWith("Epoch 0, Loss: 155.03642946633548\n");

    [TestCase("de_DE.UTF-8")]
    [TestCase("de_DE.ISO-8859-1")]
    [TestCase("C")]
    public void The_language_of_the_system_changes_nothing(string language)
    {
        string[] sections = ["ecommerce", "linear_regression"];

        var result = Rounded(TutorialProgram.Run(sections, ("LC_ALL", language), ("LANG", language)));

        result.Should().Be(new TutorialResult(0, Joined(sections), ""));
    }

    [Test]
    public void Every_difference_is_listed_with_its_reason()
    {
        foreach (var difference in Transcript.Differences)
        {
            TestContext.Out.WriteLine(
                $"{difference.Section}: {difference.Python?.Trim()} -> {difference.CSharp?.Trim()} {difference.When} {difference.Digits}");
            TestContext.Out.WriteLine($"  {difference.Why}");
            difference.Why.Should().NotBeNullOrWhiteSpace();
            Transcript.Sections.Should().Contain(difference.Section);
        }

        Transcript.Differences.Should().HaveCount(3);
    }

    [Test]
    public void Without_a_name_all_sections_run_in_the_order_of_the_tutorial() =>
        Rounded(TutorialProgram.Run([])).Should().Be(new TutorialResult(0, Joined([.. Names.Select(Snake)]), ""));

    [TestCase("Autograd")]
    [TestCase("AUTOGRAD")]
    [TestCase("auto-grad")]
    public void A_name_may_be_written_in_any_way(string name) =>
        TutorialProgram.Run([name]).Output.Should().Be(Transcript.Of("autograd"));

    [Test]
    public void The_sections_are_listed_in_the_order_of_the_tutorial()
    {
        var result = TutorialProgram.Run(["list"]);

        result.ExitCode.Should().Be(0);
        result.Error.Should().BeEmpty();
        result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0])
            .Should().Equal([.. Names, .. Beyond]);
        Names.Select(Snake).Should().BeEquivalentTo(Transcript.Sections);
    }

    [Test]
    public void An_unknown_name_is_an_error_before_anything_runs() =>
        TutorialProgram.Run(["autograd", "nothing"]).Should().Be(
            new TutorialResult(2, "", $"There is no section 'nothing'. The sections are: {string.Join(", ", [.. Names, .. Beyond])}.\n"));

    [Test]
    [Platform("Linux")] // hooks
    public void Run_by_itself_Autograd_prints_more_also_byte_for_byte() =>
        TutorialProgram.RunExample("Autograd", [])
            .Should().Be(new TutorialResult(0, Transcript.Of("autograd") + Transcript.Beyond("autograd"), ""));

    [Test]
    public void Autograd_draws_the_path_into_a_file()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.png");
        try
        {
            var result = TutorialProgram.RunExample("Autograd", [file]);

            result.Output.Should().EndWith($"图: {file}\n");
            File.ReadAllBytes(file)[1..4].Should().Equal("PNG"u8.ToArray());
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static TutorialResult Rounded(TutorialResult result) => result with { Output = Transcript.Rounded(result.Output) };

    // As the program prints several sections: each after a heading, whose title is the tutorial's.
    private static string Joined(string[] sections)
    {
        var titles = TutorialProgram.Run(["list"]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', 2))
            .ToDictionary(parts => Snake(parts[0]), parts => $"===== {parts[0]}: {parts[1].Trim()} =====\n");
        return string.Join("\n", sections.Select(section => titles[section] + Transcript.Of(section)));
    }

    private static string Snake(string name) =>
        string.Concat(name.Select((letter, i) => (i > 0 && char.IsUpper(letter) ? "_" : "") + char.ToLowerInvariant(letter)));
}
