using System.Runtime.CompilerServices;
using TorchLite.Lifetime;

namespace TorchLite.Tests.Lifetime;

[NonParallelizable]
public class TorchMemoryTests
{
    [SetUp]
    public void Tidy() => Torch.Memory.Collect();

    [Test]
    public void Tensors_and_bytes_are_counted_until_they_are_disposed()
    {
        var (tensors, bytes) = (Torch.Memory.LiveTensors(), Torch.Memory.LiveBytes());
        var x = Torch.Zeros(1000, 1000);
        var y = Torch.Zeros([1], DType.Float64);

        (Torch.Memory.LiveTensors() - tensors).Should().Be(2);
        (Torch.Memory.LiveBytes() - bytes).Should().Be(4_000_008);
        x.Dispose();
        x.Dispose();
        y.Dispose();
        Torch.Memory.LiveTensors().Should().Be(tensors);
        Torch.Memory.LiveBytes().Should().Be(bytes);
    }

    [Test]
    public void A_view_is_a_tensor_without_bytes_of_its_own()
    {
        using var scope = Torch.Scope();
        var x = Torch.Zeros(1000, 1000);
        var (tensors, bytes) = (Torch.Memory.LiveTensors(), Torch.Memory.LiveBytes());
        _ = x[..10];
        _ = x.T;
        _ = x.View(-1);
        _ = x.Detach();

        (Torch.Memory.LiveTensors() - tensors).Should().Be(4);
        Torch.Memory.LiveBytes().Should().Be(bytes);
    }

    [Test]
    public void The_peak_is_the_most_at_a_time_since_it_was_reset()
    {
        Torch.Memory.ResetPeak();
        var before = Torch.Memory.LiveBytes();
        for (var i = 0; i < 3; i++)
        {
            using var x = Torch.Zeros(1000, 1000);
            using var y = Torch.Zeros(1000, 1000);
        }

        (Torch.Memory.PeakBytes() - before).Should().Be(8_000_000);
        Torch.Memory.ResetPeak();
        Torch.Memory.PeakBytes().Should().Be(before);
    }

    [Test]
    public void Meta_tensors_are_counted_and_hold_nothing()
    {
        var (tensors, cpu) = (Torch.Memory.LiveTensors("meta"), Torch.Memory.LiveTensors());
        var x = Torch.Zeros([1L << 50], device: "meta");

        (Torch.Memory.LiveTensors("meta") - tensors).Should().Be(1);
        Torch.Memory.LiveBytes("meta").Should().Be(0);
        Torch.Memory.LiveTensors().Should().Be(cpu);
        x.Dispose();
        Torch.Memory.LiveTensors("meta").Should().Be(tensors);
    }

    [Test]
    public void A_device_without_tensors_has_none() => Torch.Memory.LiveTensors("cuda:7").Should().Be(0);

    [Test]
    public void Cuda_tensors_are_counted_on_their_device()
    {
        if (!Torch.Cuda.IsAvailable())
        {
            Assert.Ignore("There is no GPU here.");
        }

        var (cuda, cpu) = (Torch.Memory.LiveBytes("cuda"), Torch.Memory.LiveBytes());
        Torch.Memory.ResetPeak("cuda:0");
        var x = Torch.Zeros([1000, 1000], device: "cuda");

        (Torch.Memory.LiveBytes("cuda:0") - cuda).Should().Be(4_000_000);
        Torch.Memory.LiveBytes().Should().Be(cpu);
        x.Dispose();
        Torch.Memory.LiveBytes("cuda").Should().Be(cuda);
        (Torch.Memory.PeakBytes("cuda") - cuda).Should().Be(4_000_000);
    }

    [Test]
    public void What_a_thread_made_is_counted_after_its_end_too()
    {
        var before = Torch.Memory.LiveTensors();
        var made = new Tensor[10];
        OnThreadThatEnds(() => Array.Fill(made, null!));
        OnThreadThatEnds(() =>
        {
            for (var i = 0; i < made.Length; i++)
            {
                made[i] = Torch.Ones(1);
            }
        });
        Torch.Memory.Collect();
        (Torch.Memory.LiveTensors() - before).Should().Be(10);

        Array.ForEach(made, tensor => tensor.Dispose());
        Torch.Memory.LiveTensors().Should().Be(before);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void OnThreadThatEnds(Action action)
        {
            var thread = new Thread(() => action());
            thread.Start();
            thread.Join();
        }
    }

    [Test]
    public void Many_threads_count_right()
    {
        var (tensors, bytes) = (Torch.Memory.LiveTensors(), Torch.Memory.LiveBytes());
        Parallel.For(0, 64, i =>
        {
            for (var j = 0; j < 200; j++)
            {
                using var x = Torch.Ones(10 * (i + 1));
                using var y = x + j;
            }
        });

        (Torch.Memory.LiveTensors(), Torch.Memory.LiveBytes()).Should().Be((tensors, bytes));
    }

    [Test]
    public void The_budget_is_used_from_the_moment_it_is_set()
    {
        var usual = Torch.Memory.Budget;
        try
        {
            // A thread that the system stops in the middle of a collection lets the others make more meanwhile: not three times.
            Enumerable.Range(0, 3).Select(static _ => PeakWithSmallBudget()).Min().Should().BeInRange(1 << 20, 8 << 20);
        }
        finally
        {
            Torch.Memory.Budget = usual;
        }
    }

    private static long PeakWithSmallBudget()
    {
        // What tests before this one had in use would let garbage pile up to half of it.
        Torch.Memory.Collect();
        Torch.Memory.Budget = 4 << 20;
        Torch.Memory.ResetPeak();
        var (live, asked) = (Torch.Memory.LiveBytes(), Torch.Memory.Collections);
        var x = Torch.Zeros(512, 512);
        for (var i = 0; i < 100; i++)
        {
            _ = x + 1;
        }

        // Where the C library tells nothing, it is older objects that are looked at.
        var now = Torch.Memory.Collections;
        (now.Gen0 + now.Gen1 + now.Gen2 - asked.Gen0 - asked.Gen1 - asked.Gen2).Should().BeGreaterThan(10);
        return Torch.Memory.PeakBytes() - live;
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void A_budget_of_nothing_is_an_error(long bytes)
    {
        var set = () => Torch.Memory.Budget = bytes;
        set.Should().Throw<ArgumentOutOfRangeException>();
    }

    [TestCase("1", 1)]
    [TestCase("268435456", 256 << 20)]
    [TestCase(" 64M ", 64 << 20)]
    [TestCase("8k", 8 << 10)]
    [TestCase("2G", 2L << 30)]
    [TestCase("", null)]
    [TestCase("0", null)]
    [TestCase("-5", null)]
    [TestCase("M", null)]
    [TestCase("1.5G", null)]
    [TestCase("lots", null)]
    [TestCase("9999999999999G", null)]
    public void The_budget_of_the_environment_is_a_number_of_bytes(string text, long? bytes) => MemoryBudget.Parse(text).Should().Be(bytes);

    [TestCase(64L << 30, 256 << 20)]
    [TestCase(2L << 30, 128 << 20)]
    [TestCase(64L << 20, 16 << 20)]
    public void A_small_machine_has_a_small_budget(long memory, long budget) => MemoryBudget.Default(memory).Should().Be(budget);

    [Test]
    public void A_finalizer_that_makes_tensors_waits_for_nobody()
    {
        var usual = Torch.Memory.Budget;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        try
        {
            Torch.Memory.Budget = 1 << 20;
            Drop();
            Torch.Memory.Collect();
            Maker.Sum.Should().Be(5 * 1000 * 1000);
        }
        finally
        {
            Torch.Memory.Budget = usual;
        }

        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(2), "waiting for itself would have been given up only then");

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Drop() => _ = new Maker();
    }

    private sealed class Maker
    {
        internal static double Sum { get; private set; }

        ~Maker()
        {
            // A collection each; few, for one of the whole run's memory takes a tenth of a second.
            for (var i = 0; i < 5; i++)
            {
                Sum += Torch.Ones(1000, 1000).Sum().Item<double>();
            }
        }
    }
}
