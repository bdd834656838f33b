using System.IO.Compression;
using System.Text.Json;
using TorchLite.Nn;
using TorchLite.Profiler;
using TorchLite.Tests.Reference;
using F = TorchLite.Torch.Nn.Functional;

namespace TorchLite.Tests.Profiler;

/// <summary>What a profile has, against what PyTorch's has of the same program, and what is said where it is used wrongly.</summary>
[NonParallelizable]
[Platform("Linux")]
public class ProfileTests
{
    private static readonly JsonElement[] Recorded = [.. Corpus.Read("profiler.jsonl")];

    [Test]
    public void The_events_of_a_program_are_PyTorchs()
    {
        using var scope = Torch.Scope();
        Torch.ManualSeed(0);
        Sequential net = [new Linear(8, 4), new ReLU(), new Linear(4, 3)];
        var (x, target) = (Torch.Ones(5, 8), Torch.Tensor([0, 1, 2, 0, 1]));
        using var profile = Torch.Profiler.Profile([ProfilerActivity.Cpu], recordShapes: true, withFlops: true);
        Tensor y, z, loss;
        using (Torch.Profiler.RecordFunction("forward"))
        {
            y = net.Call(x).Exp();
            z = y.Sigmoid().Mm(Torch.Ones(3, 2)).Reshape(2, 5);
        }

        using (Torch.Profiler.RecordFunction("loss"))
        {
            loss = F.CrossEntropy(y, target) + z.Sum();
        }

        loss.Backward(Torch.Ones([]));
        profile.Stop();

        var expected = Recorded.Single(static one => one.GetProperty("kind").GetString() == "program")
            .List("events").Select(Text).ToArray();
        string.Join("\n", profile.Events().Select(Text)).Should().Be(string.Join("\n", expected));
        expected.Length.Should().BeGreaterThan(60);
    }

    [Test]
    public void Operators_go_by_the_names_that_Python_calls_them_by()
    {
        var x = Torch.Full([2, 3], 1.5);
        (Action Call, string Names)[] calls =
        [
            (() => x.Softmax(0), "aten::softmax aten::_softmax"),
            (() => F.Softmax(x, 1), "aten::softmax aten::_softmax"),
            (() => F.LogSoftmax(x, 1), "aten::log_softmax aten::_log_softmax"),
            (() => F.Softmin(x, 1), "aten::neg aten::softmax aten::_softmax"),
            (() => Torch.Special.Softmax(x, 0), "aten::special_softmax aten::softmax aten::_softmax"),
            (() => Torch.Special.LogSoftmax(x, 0), "aten::special_log_softmax aten::log_softmax aten::_log_softmax"),
            (() => x.Asinh(), "aten::asinh"),
            (() => x.Clone().Asinh_(), "aten::clone aten::empty_strided aten::copy_ aten::asinh_"),
            (() => x.Acosh(), "aten::acosh"),
            (() => x.Clone().Acosh_(), "aten::clone aten::empty_strided aten::copy_ aten::acosh_"),
            (() => x.Atanh(), "aten::atanh"),
            (() => x.Clone().Atanh_(), "aten::clone aten::empty_strided aten::copy_ aten::atanh_"),
            (() => F.LeakyRelu(x), "aten::leaky_relu"),
            (() => F.Pdist(x), "aten::pdist aten::_pdist_forward aten::empty aten::resize_"),
        ];
        foreach (var (call, names) in calls)
        {
            call();
            using var profile = Torch.Profiler.Profile();
            call();
            profile.Stop();
            string.Join(" ", profile.Events().Select(static one => one.Name)).Should().Be(names);
        }
    }

    [Test]
    public void Schedules_are_PyTorchs()
    {
        var plans = Recorded.Single(static one => one.GetProperty("kind").GetString() == "schedule").List("plans").ToArray();
        foreach (var plan in plans)
        {
            var numbers = plan.List("numbers").Select(static one => one.GetInt64()).ToArray();
            var made = Torch.Profiler.Schedule(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
            Enumerable.Range(0, 30).Select(step => (int)made(step))
                .Should().Equal(plan.List("actions").Select(static one => one.GetInt32()));
        }

        plans.Should().HaveCount(6);
        FluentActions.Invoking(static () => Torch.Profiler.Schedule(-1, 0, 1)).Should().Throw<TorchException>()
            .WithMessage("Invalid profiler schedule arguments");
    }

    [Test]
    public void Where_a_step_fails_before_anything_is_recorded_there_is_nothing_to_stop()
    {
        using var profile = Torch.Profiler.Profile(
            schedule: Torch.Profiler.Schedule(wait: 1, warmup: 1, active: 1), customTraceIdCallback: static () => throw new NotSupportedException());
        profile.Invoking(static one => one.Step()).Should().Throw<NotSupportedException>();

        profile.Invoking(static one => one.Dispose()).Should().NotThrow();
    }

    [Test]
    public void A_schedule_records_its_steps_alone()
    {
        var ready = new List<(long Step, long Exps, string[] Steps)>();
        using (var profile = Torch.Profiler.Profile(
            schedule: Torch.Profiler.Schedule(wait: 1, warmup: 1, active: 2, repeat: 2),
            onTraceReady: one => ready.Add((
                one.StepNum, one.KeyAverages().Single(static row => row.Key == "aten::exp").Count,
                [.. one.Events().Where(static row => row.Name == "ProfilerStep*").Select(static row => row.TraceName)]))))
        {
            for (var step = 0; step < 10; step++)
            {
                using var result = Torch.Ones(2);
                using var exp = result.Exp();
                profile.Step();
            }
        }

        ready.Should().HaveCount(2);
        ready[0].Should().BeEquivalentTo((4L, 2L, new[] { "ProfilerStep#2", "ProfilerStep#3" }));
        ready[1].Should().BeEquivalentTo((8L, 2L, new[] { "ProfilerStep#6", "ProfilerStep#7" }));
    }

    [Test]
    public void Events_of_earlier_recordings_are_kept_where_that_is_asked_for()
    {
        using var profile = Torch.Profiler.Profile(schedule: Torch.Profiler.Schedule(0, 1, 1), accEvents: true);
        for (var step = 0; step < 6; step++)
        {
            Torch.Ones(2).Dispose();
            profile.Step();
        }

        profile.Stop();
        profile.KeyAverages().Single(static one => one.Key == "aten::ones").Count.Should().Be(3);
    }

    [Test]
    public void Memory_is_told_of_by_whom_it_was_taken()
    {
        Tensor kept;
        using var profile = Torch.Profiler.Profile(profileMemory: true);
        using (Torch.Profiler.RecordFunction("takes"))
        {
            kept = Torch.Empty(1024);
        }

        kept.Dispose();
        profile.Stop();

        var takes = profile.Events().Single(static one => one.Name == "takes");
        (takes.CpuMemoryUsage, takes.SelfCpuMemoryUsage).Should().Be((4096, 0));
        profile.Events().Single(static one => one.Name == "[memory]").CpuMemoryUsage.Should().Be(-4096);
        profile.KeyAverages().Table().Should().Contain("Self CPU Mem").And.Contain("4.00 KB");
    }

    [TestCase("trace.json")]
    [TestCase("trace.json.gz")]
    public void The_trace_is_a_file_that_Chrome_reads(string name)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            using var profile = Torch.Profiler.Profile(recordShapes: true, customTraceIdCallback: static () => "mine");
            profile.AddMetadata("name", "a \"quoted\" text, longer than fifteen letters");
            profile.AddMetadataJson("numbers", "[1, 2]");
            using (Torch.Profiler.RecordFunction("named"))
            {
                Torch.Ones(2, 3).Mm(Torch.Ones(3, 2)).Dispose();
            }

            profile.Stop();
            var path = Path.Combine(folder.FullName, name);
            profile.ExportChromeTrace(path);

            using Stream file = name.EndsWith(".gz", StringComparison.Ordinal)
                ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress)
                : File.OpenRead(path);
            var trace = JsonDocument.Parse(file).RootElement;
            trace.GetProperty("name").GetString().Should().Be("a 'quoted' text, longer than fifteen letters");
            trace.GetProperty("numbers").GetArrayLength().Should().Be(2);
            trace.GetProperty("record_shapes").GetInt32().Should().Be(1);
            var events = trace.GetProperty("traceEvents").EnumerateArray()
                .Where(static one => one.TryGetProperty("dur", out _)).GroupBy(static one => one.GetProperty("name").GetString()!)
                .ToDictionary(static group => group.Key, static group => group.First());
            events["named"].GetProperty("cat").GetString().Should().Be("user_annotation");
            events["aten::mm"].GetProperty("args").GetProperty("Input Dims").GetRawText().Should().Be("[[2, 3], [3, 2]]");
            FluentActions.Invoking(() => profile.ExportChromeTrace(path))
                .Should().Throw<TorchException>().WithMessage("Trace is already saved.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public void What_cannot_be_written_says_so_and_can_be_written_elsewhere()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            using var profile = Torch.Profiler.Profile();
            Torch.Ones(2).Dispose();
            FluentActions.Invoking(() => profile.ExportChromeTrace("x.json")).Should().Throw<TorchException>();
            profile.Stop();

            FluentActions.Invoking(() => profile.ExportChromeTrace(Path.Combine(folder.FullName, "none", "trace.json")))
                .Should().Throw<DirectoryNotFoundException>();
            FluentActions.Invoking(() => profile.ExportChromeTrace(folder.FullName)).Should().Throw<UnauthorizedAccessException>();
            FluentActions.Invoking(() => profile.ExportChromeTrace("")).Should().Throw<ArgumentException>();
            var path = Path.Combine(folder.FullName, "trace.json");
            profile.ExportChromeTrace(path);
            new FileInfo(path).Length.Should().BePositive();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public void What_is_asked_too_soon_or_twice_is_answered_in_words()
    {
        static string Message(Action act) => act.Should().Throw<TorchException>().Which.Message;

        using (var waiting = Torch.Profiler.Profile(schedule: static _ => ProfilerAction.None))
        {
            Message(() => waiting.KeyAverages()).Should().Be("Profiler must be initialized before getting key averages");
            Message(() => waiting.Events()).Should().Be("Profiler must be initialized before accessing events");
            Message(() => waiting.ExportChromeTrace("x")).Should().Be("Profiler must be initialized before exporting chrome trace");
            Message(() => waiting.AddMetadata("a", "b")).Should().StartWith("Adding profiling metadata requires");
        }

        using var profile = Torch.Profiler.Profile();
        profile.KeyAverages().Should().BeEmpty();
        profile.KeyAverages().Table().Should().BeEmpty();
        Message(static () => Torch.Profiler.Profile()).Should().Be("Profiler is already enabled on this thread");
        Message(profile.Start).Should().Be("Profiler is already enabled on this thread");
        var elsewhere = new Thread(() =>
        {
            Message(static () => Torch.Profiler.Profile()).Should().Be("Profiler is already enabled on another thread");
            FluentActions.Invoking(profile.Stop).Should().Throw<InvalidOperationException>();
        });
        elsewhere.Start();
        elsewhere.Join();
        profile.Stop();
        Message(profile.Stop).Should().Be("Can't disable Kineto profiler when it's not running");
        Message(profile.Step).Should().Be("Can't disable Kineto profiler when it's not running");
        using var still = Torch.Profiler.Profile();
        Torch.Ones(1).Dispose();
        still.Stop();
        Message(() => still.KeyAverages().Table(sortBy: "foo")).Should().Be("'FunctionEventAvg' object has no attribute 'foo'");
        FluentActions.Invoking(static () => Torch.Profiler.RecordFunction(null!)).Should().Throw<ArgumentNullException>();
    }

    [Test]
    public void Without_a_GPU_its_kernels_are_not_recorded()
    {
        if (Torch.Cuda.IsAvailable())
        {
            Assert.Ignore("there is one");
        }

        var told = Warned.By(static () =>
        {
            FluentActions.Invoking(static () => Torch.Profiler.Profile([ProfilerActivity.Cuda])).Should().Throw<TorchException>()
                .WithMessage("No activities specified for the profiler");
            Torch.Profiler.Profile([ProfilerActivity.Cuda, ProfilerActivity.Cpu]).Dispose();
        });

        told.Should().Equal("CUDA is not available, disabling CUDA profiling", "CUDA is not available, disabling CUDA profiling");
    }

    private static string Text(JsonElement one) =>
        $"{one.GetProperty("name").GetString()} {Shapes(one)} {one.GetProperty("flops").GetInt64()} "
        + $"in {one.GetProperty("parent").GetString() ?? "nothing"}"
        + $"{(one.GetProperty("annotation").GetBoolean() ? " named" : "")}";

    private static string Shapes(JsonElement one) => one.GetProperty("shapes").GetRawText().Replace(",", ", ", StringComparison.Ordinal);

    private static string Text(FunctionEvent one) =>
        $"{one.Name} {one.ShapesText} {one.Flops} in {one.CpuParent?.Name ?? "nothing"}{(one.IsUserAnnotation ? " named" : "")}";
}
