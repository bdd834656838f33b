using System.Xml.Linq;
using TorchLite.Tests.Serialization;

namespace TorchLite.Tests.Documentation;

/// <summary>Every example of the documentation runs, and gives what it says.</summary>
[NonParallelizable]
public sealed class ExampleTests
{
    private static readonly IReadOnlyList<Example> All =
    [
        .. Xml("TorchLite"), .. Xml("TorchLite.NumSharp"), .. Xml("TorchLite.Plotting"), .. Xml("TorchLite.Tensorboard"),
        .. Xml("TorchLite.Vision"), .. Xml("TorchLite.Arrow"), .. Xml("TorchLite.Interactive"),
        .. Pages.Blocks("csharp"),
    ];
    private static readonly Lazy<ExampleCompiler> Compiled = new(() => new ExampleCompiler(
        All,
        "using TorchLite; using TorchLite.Nn; using TorchLite.Optim; using TorchLite.Optim.LrScheduler; using TorchLite.Optim.SwaUtils; "
        + "using TorchLite.Jit; using TorchLite.Distributed; using TorchLite.Distributed.Algorithms; "
        + "using TorchLite.Distributed.Optim; using TorchLite.Nn.Parallel; using System.Text; "
        + "using TorchLite.Amp; using TorchLite.Profiler; using TorchLite.Utils.Data; "
        + "using TorchLite.Vision.Transforms; using TorchLite.Vision.Datasets; using TorchLite.Vision.IO; using TorchLite.Interactive;"));

    private static readonly string[] OnlyThere =
        ["libtorch's C++ functions of Linux x64", "needs C++ functions of libtorch's that are not known, or not there",
            "needs libtorch's c10d with Gloo", "Compiling TorchScript is not there on"];

    private readonly string variable = OperatingSystem.IsWindows() ? "TMP" : "TMPDIR";
    private TemporaryFolder folder = null!;
    private string? usual;

    /// <summary>The examples' files lie in a folder of the test's.</summary>
    [OneTimeSetUp]
    public void MakeFolder()
    {
        (usual, folder) = (Environment.GetEnvironmentVariable(variable), new());
        Environment.SetEnvironmentVariable(variable, folder.Path);
    }

    [OneTimeTearDown]
    public void RemoveFolder()
    {
        Environment.SetEnvironmentVariable(variable, usual);

        // Mapped files are in use as long as their tensors are.
        Torch.Memory.Collect();
        folder.Dispose();
    }

    [TestCaseSource(nameof(Cases))]
    public void An_example_gives_what_it_says(Example example)
    {
        if (example.Code.Contains("Torch.Memory.", StringComparison.Ordinal))
        {
            // What earlier tests left must not be freed while this one counts.
            Torch.Memory.Collect();
        }

        var failures = Compiled.Value.Run(example);
        if (!OperatingSystem.IsLinux() && failures.Any(static failure => OnlyThere.Any(failure.Contains)))
        {
            Assert.Ignore("The example needs C++ functions of libtorch's that are for Linux x64 only.");
        }

        if (failures.Count > 0)
            Assert.Fail($"The example of {example.Name}\n{string.Join("\n\n", failures)}\n\nThe whole example:\n{example.Code}");
    }

    [Test]
    public void There_are_examples() => All.Should().NotBeEmpty();

    private static IEnumerable<TestCaseData> Cases() => All.Select(example => new TestCaseData(example).SetArgDisplayNames(example.Name));

    private static IEnumerable<Example> Xml(string assembly)
    {
        var path = Path.Combine(AppContext.BaseDirectory, assembly + ".xml");
        return File.Exists(path) ? Example.OfXml(XDocument.Load(path)) : [];
    }
}
