using TorchLite.Printing;
using TorchLite.Utils.Tensorboard.Messages;

namespace TorchLite.Utils.Tensorboard;

/// <summary>
/// How many elements of a tensor fall into each of some intervals: NumPy's <c>histogram</c>, and PyTorch's cutting of it.
/// </summary>
internal static class Histogram
{
    // TensorFlow's: each interval is wider than the one before by a tenth, both ways from 0.
    internal static double[] DefaultBins { get; } = MakeDefaultBins();

    internal static HistogramProto Of(Tensor values, double[] edges, int? maxBins)
    {
        using var scope = Torch.Scope();
        var numbers = Numbers(values);
        if (edges.Zip(edges.Skip(1)).Any(static pair => pair.First > pair.Second))
        {
            throw new TorchValueException("`bins` must increase monotonically, when an array");
        }

        return Of(numbers, Counts(numbers, edges), edges, maxBins);
    }

    internal static HistogramProto Of(Tensor values, int bins, int? maxBins)
    {
        using var scope = Torch.Scope();
        var numbers = Numbers(values);
        if (bins < 1)
        {
            throw new TorchValueException("`bins` must be positive, when an integer");
        }

        var (low, high) = (numbers.Min().Item<double>(), numbers.Max().Item<double>());
        if (!double.IsFinite(low) || !double.IsFinite(high))
        {
            throw new TorchValueException($"autodetected range of [{PythonNumber.Format(low)}, {PythonNumber.Format(high)}] is not finite");
        }

        (low, high) = low == high ? (low - 0.5, high + 0.5) : (low, high);
        double[] edges = [.. Enumerable.Range(0, bins).Select(i => (i * ((high - low) / bins)) + low), high];
        return Of(numbers, Counts(numbers, edges), edges, maxBins);
    }

    private static Tensor Numbers(Tensor values) => values.Numel() == 0
        ? throw new TorchValueException("The input has no element.")
        : Values.Of(values).To(DType.Float64).Reshape(-1);

    // An interval has its lower edge and not its upper one, but for the last, which has both; nan is in none.
    private static long[] Counts(Tensor numbers, double[] edges)
    {
        var places = Torch.Bucketize(numbers, Torch.FromArray(edges), right: true);
        var counts = Torch.Bincount(places, minlength: edges.Length + 1).ToArray<long>()[1..^1];
        counts[^1] += numbers.Eq(edges[^1]).Sum().Item<long>();
        return counts;
    }

    private static HistogramProto Of(Tensor numbers, long[] counts, double[] edges, int? maxBins)
    {
        if (maxBins is { } most && counts.Length > most)
        {
            var width = counts.Length / most;
            counts = [.. counts.Chunk(width).Select(static chunk => chunk.Sum())];
            edges = [.. edges[..^1].Where((_, i) => i % width == 0), edges[^1]];
        }

        // From the first interval that is not empty to the last, after an empty one.
        var start = Array.FindIndex(counts, static count => count > 0);
        if (start < 0 && counts.Length > 1)
        {
            throw new TorchValueException("The histogram is empty, please file a bug report.");
        }

        var (first, end) = start < 0 ? (1, 1) : (start, Array.FindLastIndex(counts, static count => count > 0) + 1);
        var result = new HistogramProto
        {
            Min = numbers.Min().Item<double>(), Max = numbers.Max().Item<double>(), Num = numbers.Numel(),
            Sum = numbers.Sum().Item<double>(), SumSquares = numbers.Dot(numbers).Item<double>(),
        };
        result.Bucket.Add(0);
        result.Bucket.Add(counts[first..end].Select(static count => (double)count));
        result.BucketLimit.Add(edges[first..(end + 1)]);
        return result;
    }

    private static double[] MakeDefaultBins()
    {
        var above = new List<double>();
        for (var edge = 1e-12; edge < 1e20; edge *= 1.1)
        {
            above.Add(edge);
        }

        return [.. Enumerable.Reverse(above).Select(static edge => -edge), 0, .. above];
    }
}
