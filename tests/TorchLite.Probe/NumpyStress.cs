using System.Diagnostics;
using NumSharp;
using TorchLite;
using DType = TorchLite.DType;

/// <summary>Arrays and tensors in the same memory, dropped in every order while the garbage collector runs all the time.</summary>
internal static class NumpyStress
{
    private const int Count = 5000;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(3);

    internal static void Run()
    {
        using var stop = new CancellationTokenSource();
        var collector = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        });
        collector.Start();
        var watch = Stopwatch.StartNew();
        var rounds = 0;
        for (; watch.Elapsed < Duration; rounds++)
        {
            Round(rounds % 100);
        }

        stop.Cancel();
        collector.Join();
        Bounded();
        Console.WriteLine($"{rounds} rounds");
    }

    private static void Round(int value)
    {
        var expected = value * (double)Count;
        Check("tensor of a dropped array", Torch.FromNumpy(np.full(Count, (double)value)).Sum(), expected);

        var array = np.full(Count, (double)value);
        var tensor = Torch.FromNumpy(array);
        array.Dispose();
        np.full(Count, -1.0);
        Check("tensor of a disposed array", tensor.Sum(), expected);

        var view = Torch.FromNumpy(np.full(Count, (double)value))[1..];
        Check("view of the tensor of a dropped array", view.Sum(), expected - value);

        tensor = Torch.Full([Count], value, DType.Float64);
        var shared = tensor.Numpy();
        tensor.Dispose();
        Torch.Full([Count], -1, DType.Float64);
        Check("array of a disposed tensor", Torch.FromNumpy(shared).Sum(), expected);

        var part = Torch.Full([Count], value, DType.Float64).Numpy()["1:"];
        Check("slice of the array of a dropped tensor", Torch.FromNumpy(part).Sum(), expected - value);

        var columns = Torch.Full([10, Count / 10], value, DType.Float64).T.Numpy();
        var strided = Torch.FromNumpy(np.full(2 * Count, (double)value)["::2"]);
        Check("strided array of a dropped tensor", Torch.FromNumpy(columns).Sum(), expected);
        Check("strided tensor of a dropped array", strided.Sum(), expected);
        Check("array of the strided tensor of a dropped array", Torch.FromNumpy(strided.Numpy()["1:"]).Sum(), expected - value);

        NDArray escaped;
        using (Torch.Scope())
        {
            escaped = Torch.Full([Count], value, DType.Float64).Numpy();
        }

        Torch.Full([Count], -1, DType.Float64);
        Check("array that leaves a scope", Torch.FromNumpy(Torch.FromNumpy(escaped).Numpy()).Sum(), expected);
    }

    // 4 GB of arrays and tensors a megabyte each, none of them disposed.
    private static void Bounded()
    {
        const int Large = 1 << 17;
        for (var i = 0; i < 2000; i++)
        {
            Torch.FromNumpy(np.full(Large, 1.0));
            Torch.Full([Large], 1, DType.Float64).Numpy();
        }

        var peak = Process.GetCurrentProcess().PeakWorkingSet64 >> 20;
        if (peak > 2000)
        {
            throw new InvalidOperationException($"peak working set {peak} MB");
        }

        Console.WriteLine($"peak {peak} MB");
    }

    private static void Check(string what, Tensor sum, double expected)
    {
        if (sum.Item<double>() != expected)
        {
            throw new InvalidOperationException($"{what}: {sum.Item()} instead of {expected}");
        }
    }
}
