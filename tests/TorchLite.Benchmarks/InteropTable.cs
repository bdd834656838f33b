using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using TorchSharp;

namespace TorchLite.Benchmarks;

/// <summary>
/// How fast numbers get in and out: against a copy from span to span, against TorchSharp, and for few against many elements.
/// </summary>
internal static class InteropTable
{
    private const int Count = 10_000_000;
    private const int Rounds = 21;

    internal static int Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var source = new float[Count];
        Random.Shared.NextBytes(MemoryMarshal.AsBytes(source.AsSpan()));
        var target = new float[Count];
        var table = new float[2500, 4000];
        var jagged = Enumerable.Range(0, 2500).Select(_ => new float[4000]).ToArray();
        using var lite = Torch.Tensor(source);
        using var sharp = torch.tensor(source);

        Console.WriteLine($"Milliseconds for 1e7 floats, medians of {Rounds} rounds; speed: that of the span's copy above it being 1.");
        var copy = new Row("span.CopyTo(span)", () => source.AsSpan().CopyTo(target));
        var fresh = new Row("span.CopyTo(malloc's)", () => CopyToFresh(source));
        var array = new Row("span.ToArray()", () => source.AsSpan().ToArray());
        Row[] rows =
        [
            fresh,
            new("Torch.Tensor(array)", () => Torch.Tensor(source).Dispose(), fresh),
            new("Torch.FromSpan(span)", () => Torch.FromSpan<float>(source).Dispose(), fresh),
            new("Torch.Tensor(array[,])", () => Torch.Tensor(table).Dispose(), fresh),
            new("Torch.Tensor(array[][])", () => Torch.Tensor(jagged).Dispose(), fresh),
            new("TorchSharp: tensor(array)", () => torch.tensor(source).Dispose(), fresh),
            copy,
            new("span.CopyTo(AsSpan())", () => source.AsSpan().CopyTo(lite.AsSpan<float>()), copy),
            new("tensor.CopyTo(span)", () => lite.CopyTo<float>(target), copy),
            new("tensor.AsSpan().CopyTo", () => lite.AsSpan<float>().CopyTo(target), copy),
            array,
            new("tensor.ToArray()", () => lite.ToArray<float>(), array),
            new("TorchSharp: data.ToArray()", () => sharp.data<float>().ToArray(), array),
        ];
        Measure(rows, calls: 1);
        foreach (var row in rows)
        {
            Console.WriteLine($"{row.Name,-28} {row.Median / 1e6,9:F2} {row.Base?.Median / row.Median,7:F2}");
        }

        Console.WriteLine(
            $"Against TorchSharp: in {rows[5].Median / rows[1].Median:F1} times, "
            + $"out {rows[^1].Median / rows[^2].Median:F1} times as fast.");
        Console.WriteLine();
        Shared();
        return 0;
    }

    // As a new tensor's memory is: nobody touched it yet.
    private static unsafe void CopyToFresh(float[] source)
    {
        var memory = NativeMemory.Alloc(Count, sizeof(float));
        source.AsSpan().CopyTo(new Span<float>(memory, Count));
        NativeMemory.Free(memory);
    }

    private static void Shared()
    {
        var arrays = new[] { new float[10], new float[100_000_000] };
        var tensors = Array.ConvertAll(arrays, static array => Torch.FromArray(array));
        var numpy = Array.ConvertAll(tensors, static tensor => tensor.Numpy());
        (string Name, Action<int> Do)[] calls =
        [
            ("Torch.FromArray", i => Torch.FromArray(arrays[i]).Dispose()),
            ("Torch.FromMemory", i => Torch.FromMemory(arrays[i].AsMemory()).Dispose()),
            ("tensor.AsSpan", i => _ = tensors[i].AsSpan<float>()[0]),
            ("tensor.AsTensorSpan", i => _ = tensors[i].AsTensorSpan<float>()[0]),
            ("tensor.AsMemory", i => _ = tensors[i].AsMemory<float>().Length),
            ("tensor.Numpy", i => tensors[i].Numpy().Dispose()),
            ("Torch.FromNumpy", i => Torch.FromNumpy(numpy[i]).Dispose()),
            ("to and from DLPack", i => Torch.FromDlpack(Torch.ToDlpack(tensors[i])).Dispose()),
        ];
        Console.WriteLine("Microseconds to share memory, of 10 and of 1e8 floats.");
        foreach (var (name, call) in calls)
        {
            Row[] rows = [new("few", () => call(0)), new("many", () => call(1))];
            Measure(rows, calls: 200);
            Console.WriteLine($"{name,-28} {rows[0].Median / 1e3,9:F2} {rows[1].Median / 1e3,9:F2} {rows[1].Median / rows[0].Median,7:F2}");
        }
    }

    // Every round runs each row once, so that a busy machine slows all alike.
    private static void Measure(Row[] rows, int calls)
    {
        for (var round = -3; round < Rounds; round++)
        {
            foreach (var row in rows)
            {
                var start = Stopwatch.GetTimestamp();
                for (var i = 0; i < calls; i++)
                {
                    row.Do();
                }

                if (round >= 0)
                {
                    row.Times.Add(Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls);
                }
            }
        }
    }

    private sealed record Row(string Name, Action Do, Row? Base = null)
    {
        internal List<double> Times { get; } = [];

        internal double Median => Measurement.Median(Times);
    }
}
