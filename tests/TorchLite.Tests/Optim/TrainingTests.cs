using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using ScottPlot;
using TorchLite.Tests.Reference;
using TorchLite.Tests.Serialization;

namespace TorchLite.Tests.Optim;

/// <summary>Programs that train, and their twins in Python: the same losses, and each goes on where the other stopped.</summary>
[NonParallelizable]
public class TrainingTests
{
    private const int Steps = 100, Saved = 50, Resumed = 20;
    private static readonly IReadOnlyList<JsonElement> Recorded = Corpus.Read("training.jsonl");

    private static readonly ConcurrentDictionary<string, double[]> Curves = [];

    private static int threads;

    internal static IEnumerable<string> Programs => TrainingPrograms.All.Keys;

    [OneTimeSetUp]
    public void Begin()
    {
        threads = Torch.GetNumThreads();
        Torch.SetNumThreads(1);
    }

    [OneTimeTearDown]
    public void End() => Torch.SetNumThreads(threads);

    [TestCaseSource(nameof(Programs))]
    public void Losses_of_100_steps_are_PyTorchs(string name)
    {
        var recorded = Recorded.Single(one => one.TryGetProperty("program", out var program) && program.GetString() == name);
        var losses = Curve(name);

        Compare(losses, Losses(recorded.GetProperty("losses")));
        foreach (var other in recorded.GetProperty("others").EnumerateArray())
        {
            Close(losses, Losses(other), RecordedMachine.IsThis ? 1e-5 : 1e-2);
        }
    }

    // TORCHLITE_CURVES says where it is written, to be looked at.
    [Test]
    public void The_curves_are_one_picture_over_Pythons()
    {
        using var temporary = new TemporaryFolder();
        var path = Environment.GetEnvironmentVariable("TORCHLITE_CURVES") ?? temporary["curves.png"];
        var all = new Multiplot { Layout = new ScottPlot.MultiplotLayouts.Grid(rows: 2, columns: 5) };
        var charts = new List<Chart>();
        foreach (var name in Programs)
        {
            var recorded = Recorded.Single(one => one.TryGetProperty("program", out var program) && program.GetString() == name);
            var chart = Chart.Line(Torch.Tensor(Losses(recorded.GetProperty("losses"))));
            (chart.Title, chart.XLabel) = (name, "step");
            var python = chart.Plot.GetPlottables().OfType<ScottPlot.Plottables.Scatter>().Single();
            (python.LineWidth, python.Color, python.LegendText) = (6, Colors.Orange.WithAlpha(0.5), "PyTorch");
            var own = chart.Plot.Add.ScatterLine(Enumerable.Range(0, Steps).Select(static i => (double)i).ToArray(), Curve(name));
            (own.LineWidth, own.Color, own.LegendText) = (1.5f, Colors.Navy, "TorchLite");
            chart.Plot.ShowLegend(Alignment.UpperRight);
            charts.Add(chart);
        }

        // It begins with a plot of its own, in whose place the first comes.
        all.Reset(charts[0].Plot);
        charts[1..].ForEach(chart => all.AddPlot(chart.Plot));
        all.SavePng(path, 2000, 800);
        File.ReadAllBytes(path)[16..24].Should().Equal(0, 0, 7, 208, 0, 0, 3, 32);
        all.Count().Should().Be(10);
    }

    [TestCaseSource(nameof(Programs))]
    public void Goes_on_where_Python_stopped(string name)
    {
        var program = TrainingPrograms.Start(name);
        var checkpoints = (OrderedDictionary<object, object?>)Torch.Load(Path.Combine(Corpus.Folder, "training.pt"))!;
        program.Load((OrderedDictionary<object, object?>)checkpoints[name]!);

        Compare(program.Steps(Resumed), Following(name));
    }

    // The file is that which Python went on with: build/check-training.sh.
    [Test]
    public void Python_goes_on_where_this_stops()
    {
        using var temporary = new TemporaryFolder();
        var path = Path.Combine(Environment.GetEnvironmentVariable("TORCHLITE_WRITTEN_TRAINING") ?? temporary.Path, "training.pt");
        var checkpoints = new OrderedDictionary<object, object?>();
        foreach (var name in Programs)
        {
            var program = TrainingPrograms.Start(name);
            program.Steps(Saved);
            checkpoints[name] = program.Checkpoint();
        }

        Torch.Save(checkpoints, path);
        var loaded = (OrderedDictionary<object, object?>)Torch.Load(path)!;
        foreach (var name in Programs)
        {
            var program = TrainingPrograms.Start(name);
            program.Load((OrderedDictionary<object, object?>)loaded[name]!);
            Compare(program.Steps(Resumed), Following(name), near: 0);
        }

        var lines = File.ReadAllLines(Path.Combine(Corpus.Folder, "training-resumed.txt"));
        lines[2..].Should().Equal(Programs.Select(static name => $"{name}: {Resumed} of {Resumed} losses equal"));
        if (RecordedMachine.IsThis)
        {
            lines[1].Should().Be($"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))}  the checkpoints");
        }
    }

    private static double[] Curve(string name) => Curves.GetOrAdd(name, static name => TrainingPrograms.Start(name).Steps(Steps));

    private static double[] Following(string name)
    {
        var recorded = Recorded.Single(one => one.TryGetProperty("program", out var program) && program.GetString() == name);
        return Losses(recorded.GetProperty("losses"))[Saved..(Saved + Resumed)];
    }

    private static double[] Losses(JsonElement list) => [.. list.EnumerateArray().Select(static loss => loss.GetDouble())];

    private static void Compare(double[] actual, double[] expected, int near = 10)
    {
        if (RecordedMachine.IsThis)
        {
            actual.Should().Equal(expected);
        }
        else
        {
            // From step to step the roundings of another processor grow; most where a normalization divides by what is nearly nothing.
            Close(actual[..near], expected[..near]);
            Close(actual, expected, 1e-2);
        }
    }

    private static void Close(double[] actual, double[] expected, double tolerance = 1e-5) =>
        actual.Zip(expected, static (a, b) => Math.Abs(a - b) / Math.Abs(b)).DefaultIfEmpty().Max().Should().BeLessThan(tolerance);
}
