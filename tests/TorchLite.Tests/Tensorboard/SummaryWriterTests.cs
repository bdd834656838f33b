using System.Security.Cryptography;
using System.Text.Json;
using TorchLite.Nn;
using TorchLite.Tests.Nn;
using TorchLite.Tests.Reference;
using TorchLite.Tests.Serialization;
using TorchLite.Utils.Tensorboard;
using TorchLite.Utils.Tensorboard.Messages;

namespace TorchLite.Tests.Tensorboard;

/// <summary>Event files are those of PyTorch's SummaryWriter, and TensorBoard reads them.</summary>
public sealed class SummaryWriterTests
{
    private static readonly string[] Graphs = ["Mlp", "ResNet", "Classifier", "Gpt"];

    private static IEnumerable<TestCaseData> Cases() =>
        WriterCase.All.Select(static (one, i) => new TestCaseData(one).SetArgDisplayNames($"{i} {Describe(one)}"));

    [TestCaseSource(nameof(Cases))]
    public void What_is_written_is_what_PyTorch_writes(JsonElement recorded)
    {
        using var folder = new TemporaryFolder();
        var thrown = Catch(() => WriterCase.Run(recorded, folder.Path));
        if (recorded.TryGetProperty("error", out var error))
        {
            var type = error.GetProperty("type").GetString() switch
            {
                "ValueError" => typeof(TorchValueException),
                "TypeError" => typeof(TorchTypeException),
                _ => typeof(TorchException),
            };
            thrown.Should().BeOfType(type);

            // PyTorch asserts without a text that images have three channels.
            thrown!.Message.Should().StartWith(error.GetProperty("text").GetString());
        }
        else
        {
            thrown.Should().BeNull();
        }

        var files = EventReader.Files(folder.Path).ToDictionary(static one => one.Folder, static one => one.Paths);
        files.Keys.Should().BeEquivalentTo(recorded.Fields("files").Select(static one => one.Name));
        foreach (var (name, paths) in files)
        {
            var expected = recorded.GetProperty("files").GetProperty(name).EnumerateArray().ToList();
            paths.Should().HaveCount(expected.Count);
            foreach (var (path, events) in paths.Zip(expected))
            {
                byte[][] wanted = [.. events.EnumerateArray().Select(static one => one.GetBytesFromBase64())];
                Compare(EventReader.Events(path), wanted, recorded.GetProperty("compare").GetString() == "close");
            }
        }
    }

    [Test]
    public void TensorBoard_reads_what_is_written()
    {
        using var temporary = new TemporaryFolder();
        var folder = Environment.GetEnvironmentVariable("TORCHLITE_WRITTEN_EVENTS") ?? temporary.Path;
        foreach (var (i, one) in WriterCase.All.Index())
        {
            // Sums of numbers that are rounded are another processor's business.
            if (!one.TryGetProperty("error", out _) && one.GetProperty("compare").GetString() == "exact")
            {
                WriterCase.Run(one, Path.Combine(folder, $"case-{i}"));
            }
        }

        foreach (var name in OperatingSystem.IsMacOS() ? [] : Graphs)
        {
            using var writer = new SummaryWriter(Path.Combine(folder, name));
            AddGraph(writer, name);
        }

        var read = File.ReadLines(Path.Combine(Corpus.Folder, "tensorboard-read.txt")).Skip(1)
            .Select(static line => line.Split("  ")).Select(static parts => (Digest: parts[0], Folder: parts[1])).ToList();
        var written = EventReader.Files(folder).SelectMany(static one => one.Paths.Select(path => (Digest(path), one.Folder))).ToList();
        written.Should().HaveCountGreaterThan(40);
        written.Should().BeSubsetOf(read);
    }

    [TestCaseSource(nameof(Graphs))]
    [Platform(Exclude = "MacOsX")]
    public void The_graph_of_a_network_has_its_modules_parameters_and_edges(string name)
    {
        using var folder = new TemporaryFolder();
        Module model;
        using (var writer = new SummaryWriter(folder.Path))
        {
            model = AddGraph(writer, name);
        }

        var events = EventReader.Events(EventReader.Files(folder.Path).Single().Paths.Single()).Select(EventReader.Parse).ToList();
        events.Select(static one => one.WhatCase).Should().Equal(
            Event.WhatOneofCase.FileVersion, Event.WhatOneofCase.GraphDef, Event.WhatOneofCase.TaggedRunMetadata);
        var nodes = GraphDef.Parser.ParseFrom(events[1].GraphDef).Node.ToDictionary(static node => node.Name);
        nodes.Values.SelectMany(static node => node.Input).Select(static from => from.Split(':')[0]).Except(nodes.Keys).Should().BeEmpty();
        nodes.Values.Count(static node => node.Op == "Parameter").Should().Be(model.Parameters().Count());
        model.Training.Should().BeTrue();
        model.Parameters().Where(static parameter => !parameter.RequiresGrad || parameter.Grad is not null).Should().BeEmpty();

        // From the output all parameters and the input are reached.
        var reached = new HashSet<string>();
        var stack = new Stack<string>(["output/output.1"]);
        while (stack.TryPop(out var next))
        {
            if (reached.Add(next))
            {
                nodes[next].Input.ToList().ForEach(from => stack.Push(from.Split(':')[0]));
            }
        }

        // … but not what the LSTM gives beside its output.
        nodes.Keys.Except(reached).Where(static one => !one.StartsWith("Classifier/LSTM[lstm]/Stack", StringComparison.Ordinal))
            .Should().BeEmpty();
        reached.Should().Contain("input/input.1");
    }

    [Test]
    [Platform(Exclude = "MacOsX")]
    public void A_graph_names_the_operations_by_the_modules_that_they_are_in()
    {
        using var folder = new TemporaryFolder();
        using (var writer = new SummaryWriter(folder.Path))
        {
            var net = new Residual();
            net.Inner.Weight.RequiresGrad_(false);
            writer.AddGraph(net, Torch.Ones(2, 3));
            net.Inner.Weight.RequiresGrad.Should().BeFalse();
        }

        var events = EventReader.Events(EventReader.Files(folder.Path).Single().Paths.Single());
        var graph = GraphDef.Parser.ParseFrom(EventReader.Parse(events[1]).GraphDef);
        graph.Node.Select(static node => $"{node.Name} [{string.Join(", ", node.Input)}]").Should().Equal(
            "input/input.1 []",
            "Residual/Linear[inner]/weight []",
            "Residual/Linear[inner]/T [Residual/Linear[inner]/weight]",
            "Residual/Linear[inner]/bias []",
            "Residual/Linear[inner]/Addmm [Residual/Linear[inner]/bias, Residual/Relu, Residual/Linear[inner]/T]",
            "Residual/Relu [input/input.1]",
            "Residual/Add [input/input.1, Residual/Linear[inner]/Addmm]",
            "output/output.1 [Residual/Add]");
        graph.Node[^2].Attr["_output_shapes"].List.Shape.Single().Dim.Select(static dim => dim.Size).Should().Equal(2, 3);
    }

    [Test]
    public void Without_a_folder_it_is_below_runs_with_the_time_the_machine_and_the_comment()
    {
        using var folder = new TemporaryFolder();
        var before = Environment.CurrentDirectory;
        try
        {
            Environment.CurrentDirectory = folder.Path;
            using var writer = new SummaryWriter(comment: "_lr0.1");
            writer.GetLogdir().Should().MatchRegex(
                $@"^runs.[A-Z][a-z]{{2}}\d\d_\d\d-\d\d-\d\d_{System.Net.Dns.GetHostName()}_lr0\.1$");
            Directory.Exists(Path.Combine(folder.Path, writer.GetLogdir())).Should().BeTrue();
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }

    [Test]
    public void Events_of_many_threads_are_all_there_and_whole()
    {
        using var folder = new TemporaryFolder();
        using (var writer = new SummaryWriter(folder.Path))
        {
            Parallel.For(0, 2000, step => writer.AddScalar($"thread/{step % 4}", step, step));
        }

        EventReader.Events(EventReader.Files(folder.Path).Single().Paths.Single()).Skip(1).Select(static one => EventReader.Parse(one).Step)
            .Should().BeEquivalentTo(Enumerable.Range(0, 2000).Select(static step => (long)step));
    }

    [Test]
    public void A_writer_may_be_closed_while_threads_write()
    {
        using var folder = new TemporaryFolder();
        using (var writer = new SummaryWriter(folder.Path))
        {
            Parallel.For(0, 200, step =>
            {
                writer.AddScalar("a", step, step);
                if (step % 50 == 0)
                {
                    writer.Close();
                }
            });
        }

        EventReader.Files(folder.Path).Single().Paths.SelectMany(static path => EventReader.Events(path).Skip(1)).Should().HaveCount(200);
    }

    [Test]
    public void A_chart_is_an_image()
    {
        using var folder = new TemporaryFolder();
        var chart = Chart.Line(Torch.Tensor([3.0, 2.0, 1.0]));
        using (var writer = new SummaryWriter(folder.Path))
        {
            writer.AddImage("curve", chart.ToTensor(60, 40));
        }

        var events = EventReader.Events(EventReader.Files(folder.Path).Single().Paths.Single());
        var written = EventReader.Parse(events[1]).Summary.Value[0].Image;
        (written.Width, written.Height, written.Colorspace).Should().Be((60, 40, 3));
    }

    [Test]
    public void As_many_events_as_said_wait_and_for_as_long_as_said()
    {
        using var folder = new TemporaryFolder();
        using var writer = new SummaryWriter(folder.Path, maxQueue: 3, flushSecs: 1);
        var path = EventReader.Files(folder.Path).Single().Paths.Single();
        var begun = new FileInfo(path).Length;
        writer.AddScalar("a", 1, 1);
        writer.AddScalar("a", 1, 2);
        writer.AddScalar("a", 1, 3);
        var third = new FileInfo(path).Length;
        third.Should().BeGreaterThan(begun);
        writer.AddScalar("a", 1, 4);
        SpinWait.SpinUntil(() => new FileInfo(path).Length > third, TimeSpan.FromSeconds(20)).Should().BeTrue();
    }

    [Test]
    public void The_checksum_is_that_of_the_format() =>
        EventFile.Checksum(Convert.FromHexString("09bea48079d5c2da411003" + "2a0a0a080a0161150000c03f")).Should().Be(0x433E11A3);

    private static string Describe(JsonElement recorded) =>
        recorded.List("calls").Select(static call => call.GetProperty("call").GetString()).FirstOrDefault() ?? "nothing";

    private static Exception? Catch(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (TorchException error)
        {
            return error;
        }
    }

    private static void Compare(IReadOnlyList<byte[]> actual, IReadOnlyList<byte[]> expected, bool isClose)
    {
        actual.Should().HaveSameCount(expected);
        foreach (var (mine, theirs) in actual.Zip(expected))
        {
            var (read, wanted) = (EventReader.Parse(mine), EventReader.Parse(theirs));
            if (read.SourceMetadata is { } source)
            {
                // Each says who wrote.
                source.Writer.Should().Be("torchlite.utils.tensorboard");
                (read.SourceMetadata, wanted.SourceMetadata) = (null, null);
                read.Should().Be(wanted);
                continue;
            }

            if (isClose)
            {
                // NumPy adds in another order.
                var (a, b) = (read.Summary.Value[0].Histo, wanted.Summary.Value[0].Histo);
                if (double.IsNaN(b.Sum))
                {
                    // Not all nan have the same sign.
                    new[] { a.Min, a.Max, a.Sum, a.SumSquares }.Should().AllBeEquivalentTo(double.NaN);
                    (a.Min, a.Max) = (b.Min, b.Max);
                }
                else
                {
                    a.Sum.Should().BeApproximately(b.Sum, 1e-14 * Math.Sqrt(b.SumSquares * b.Num));
                    a.SumSquares.Should().BeApproximately(b.SumSquares, 1e-14 * b.SumSquares);
                }

                (a.Sum, a.SumSquares) = (b.Sum, b.SumSquares);
                read.Should().Be(wanted);
                continue;
            }

            if (read.Summary?.Value[0] is { Metadata.PluginData: { PluginName: "hparams" } data })
            {
                // The order of a dict in a message is free.
                var other = wanted.Summary.Value[0].Metadata.PluginData;
                HParamsPluginData.Parser.ParseFrom(data.Content).Should().Be(HParamsPluginData.Parser.ParseFrom(other.Content));
                data.Content = other.Content;
                read.Should().Be(wanted);
                continue;
            }

            Convert.ToHexString(mine).Should().Be(Convert.ToHexString(theirs), $"PyTorch writes {wanted}");
        }
    }

    private static string Digest(string path)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var one in EventReader.Events(path))
        {
            all.AppendData(one);
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    private static Module AddGraph(SummaryWriter writer, string name)
    {
        Module<Tensor, Tensor> model = name switch
        {
            "Mlp" => new Networks.Mlp(),
            "ResNet" => new Networks.ResNet(),
            "Classifier" => new Networks.Classifier(),
            _ => new Networks.Gpt(),
        };
        writer.AddGraph(model, name switch
        {
            "Mlp" => Torch.Ones(2, 64),
            "ResNet" => Torch.Ones(1, 1, 8, 8),
            _ => Torch.Zeros([2, 5], dtype: DType.Int64),
        });
        return model;
    }

    private sealed class Residual : Module<Tensor, Tensor>
    {
        public Linear Inner { get; } = new(3, 3);

        protected override Tensor Forward(Tensor x) => x + Inner.Call(x.Relu());
    }
}
