namespace TorchLite.Tests.Core;

/// <summary>Settings of the process and of the thread; each test leaves them as they were.</summary>
public class SettingTests
{
    [Test]
    public void The_default_device_is_where_tensors_are_made_on_this_thread()
    {
        Torch.SetDefaultDevice("meta");
        try
        {
            Torch.GetDefaultDevice().ToString().Should().Be("meta");
            var made = new[]
            {
                Torch.Ones(2), Torch.Tensor([1, 2]), Torch.Tensor(new float[2]), Torch.Arange(3), Torch.Rand(2), Torch.Full([2], 1),
                Torch.Eye(2), Torch.Randperm(3), Torch.HannWindow(3), Torch.Fft.Fftfreq(3), Torch.EmptyStrided([2], [1]),
            };
            made.Select(static tensor => tensor.Device.Type).Should().OnlyContain(static type => type == "meta");

            // What has a place already keeps it, and what is said is done.
            using var there = Torch.Ones([2], device: "cpu");
            there.NewZeros(2).IsCpu.Should().BeTrue();
            Torch.OnesLike(there).IsCpu.Should().BeTrue();
            (there * 2 + there[[0, 1]]).IsCpu.Should().BeTrue();
            var elsewhere = Task.Run(static () => Torch.Ones(2).IsCpu);
            elsewhere.Result.Should().BeTrue("another thread has its own");
        }
        finally
        {
            Torch.SetDefaultDevice(null);
        }

        Torch.Ones(2).IsCpu.Should().BeTrue();
    }

    [Test]
    public void Threads_are_counted()
    {
        Error(static () => Torch.SetNumThreads(100_000)).Should().StartWith("set_num_threads takes at most 4096 here, but got 100000");
        var before = Torch.GetNumThreads();
        Torch.SetNumThreads(1);
        Torch.GetNumThreads().Should().Be(1);
        Torch.SetNumThreads(before);
        Torch.GetNumInteropThreads().Should().BePositive();
        Error(static () => Torch.SetNumThreads(-1)).Should().Be("set_num_threads expects a positive integer");
        Error(static () => Torch.SetNumInteropThreads(0)).Should().Be("set_num_interop_threads expects a positive integer");
    }

    [Test]
    public void Deterministic_algorithms_are_asked_for()
    {
        Torch.SetDeterministicDebugMode(DeterministicDebugMode.Error);
        Torch.AreDeterministicAlgorithmsEnabled().Should().BeTrue();
        Torch.IsDeterministicAlgorithmsWarnOnlyEnabled().Should().BeFalse();
        Torch.Empty(2).Isnan().All().Item<bool>().Should().BeTrue("memory is filled");
        Torch.SetDeterministicDebugMode(DeterministicDebugMode.Default);
        Torch.GetDeterministicDebugMode().Should().Be(DeterministicDebugMode.Default);
        Error(static () => Torch.SetDeterministicDebugMode((DeterministicDebugMode)3))
            .Should().Be("invalid value of debug_mode, expected 0, 1, or 2, but got 3");
    }

    [Test]
    public void Precision_warnings_and_small_numbers_are_set()
    {
        Torch.SetFloat32MatmulPrecision(Float32MatmulPrecision.Medium);
        Torch.GetFloat32MatmulPrecision().Should().Be(Float32MatmulPrecision.Medium);
        Torch.SetFloat32MatmulPrecision(Float32MatmulPrecision.Highest);
        Torch.SetWarnAlways(true);
        Torch.IsWarnAlwaysEnabled().Should().BeTrue();
        Torch.SetWarnAlways(false);

        // On a thread of its own: the CPU's mode belongs to the thread.
        var thread = new Thread(static () =>
        {
            Torch.SetFlushDenormal(true).Should().BeTrue();
            var small = Torch.Tensor([1e-310], dtype: DType.Float64) * 1;
            Torch.SetFlushDenormal(false);
            flushed = small.Item<double>();
        });
        thread.Start();
        thread.Join();
        flushed.Should().Be(0);
    }

    private static double flushed = -1;

    private static string Error(Action call) => call.Should().Throw<TorchException>().Which.Message;
}
