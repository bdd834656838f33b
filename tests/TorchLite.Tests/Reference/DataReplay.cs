using System.Text.Json;
using TorchLite.Utils.Data;

namespace TorchLite.Tests.Reference;

/// <summary>Makes a recorded sampler, loader or split in C#, walks over it, and tells what comes, as data.py does.</summary>
internal sealed class DataReplay(string kind, JsonElement kwargs)
{
    private readonly Generator own = new Generator().ManualSeed(7);

    /// <summary>How what it gives differs from what was recorded.</summary>
    internal static List<string> Run(JsonElement recorded)
    {
        var replay = new DataReplay(recorded.GetProperty("kind").GetString()!, recorded.GetProperty("kwargs"));
        var said = new Dictionary<string, object?>();
        var warnings = Warned.By(() =>
        {
            try
            {
                replay.Answer(said);
            }
            catch (Exception error) when (error is TorchException or ArgumentOutOfRangeException or IndexOutOfRangeException)
            {
                said.Clear();
                said["error"] = new { type = Name(error), text = error.Message.Split('\n')[0] };
            }
        });
        warnings.RemoveAll(static text => text.Contains("worker processes in total", StringComparison.Ordinal));
        if (warnings.Count > 0)
        {
            said["warnings"] = warnings.Distinct();
        }

        string[] parts = ["walks", "count", "after", "warnings", "error"];
        return
        [
            .. parts.Select(part => (
                    Part: part, Was: recorded.TryGetProperty(part, out var value) ? JsonSerializer.Serialize(value) : "nothing",
                    Is: said.TryGetValue(part, out var own) ? JsonSerializer.Serialize(own) : "nothing"))
                .Where(static one => one.Is != one.Was).Select(static one => $"{one.Part}: expected {one.Was}, actual {one.Is}"),
        ];
    }

    private static string Name(Exception error) => error switch
    {
        TorchValueException => "ValueError",
        TorchTypeException => "TypeError",
        TorchIndexException or ArgumentOutOfRangeException or IndexOutOfRangeException => "IndexError",
        _ => "RuntimeError",
    };

    private bool Is(string name) => kwargs.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private int? Number(string name) =>
        kwargs.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;

    private Generator? Given => Is("own") ? own : null;

    private void Answer(Dictionary<string, object?> said)
    {
        Torch.ManualSeed(3);
        if (kind == "random_split")
        {
            var lengths = kwargs.GetProperty("lengths");
            var items = new int[Number("n")!.Value];
            var parts = lengths.EnumerateArray().All(static length => !length.GetRawText().Contains('.', StringComparison.Ordinal))
                ? Torch.Utils.Data.RandomSplit(items, lengths.Deserialize<int[]>()!, Given)
                : Torch.Utils.Data.RandomSplit(items, lengths.Deserialize<double[]>()!, Given);
            said["walks"] = new[] { parts.Select(static part => part.Indices) };
        }
        else
        {
            var (walk, count) = kind == "DataLoader" ? Loader() : Sampler();
            var isCounted = kind != "DataLoader" || Is("counted")
                || kwargs.GetProperty("dataset").GetString() is not ("stream" or "repeated" or "sized");
            if (isCounted)
            {
                said["count"] = count();
            }

            said["walks"] = new[] { walk().ToArray(), walk().ToArray() };
        }

        said["after"] = new[] { (long)Torch.Randint(1 << 20, [1]), (long)Torch.Randint(1 << 20, [1], generator: own) };
    }

    private (Func<IEnumerable<object?>> Walk, Func<int> Count) Sampler()
    {
        var n = Number("n") ?? 0;
        if (kind == "BatchSampler")
        {
            Sampler<int> order = Is("shuffle") ? new RandomSampler(n) : new SequentialSampler(n);
            var batches = new BatchSampler(order, Number("batch_size")!.Value, Is("drop_last"));
            return (() => batches, () => batches.Count);
        }

        var sampler = Simple(n);
        if (Number("epoch") is { } epoch)
        {
            ((DistributedSampler)sampler).SetEpoch(epoch);
        }

        return (() => sampler.Cast<object>(), () => sampler.Count);
    }

    private Sampler<int> Simple(int n) => kind switch
    {
        "SequentialSampler" => new SequentialSampler(n),
        "RandomSampler" => new RandomSampler(n, Is("replacement"), Number("num_samples"), Given),
        "SubsetRandomSampler" => new SubsetRandomSampler(kwargs.GetProperty("indices").Deserialize<int[]>()!, Given),
        "DistributedSampler" => new DistributedSampler(
            n, Number("num_replicas"), Number("rank"), !kwargs.TryGetProperty("shuffle", out var shuffle) || shuffle.GetBoolean(),
            Number("seed") ?? 0, Is("drop_last")),
        _ when kwargs.GetProperty("weights")[0].ValueKind == JsonValueKind.Array =>
            new WeightedRandomSampler(Torch.Ones(2, 1), Number("num_samples")!.Value),
        _ => new WeightedRandomSampler(
            kwargs.GetProperty("weights").Deserialize<double[]>()!, Number("num_samples")!.Value,
            !kwargs.TryGetProperty("replacement", out var replacement) || replacement.GetBoolean(), Given),
    };

    private (Func<IEnumerable<object?>> Walk, Func<int> Count) Loader()
    {
        var n = Number("n")!.Value;
        var tens = Torch.Arange(2 * n) * 10;
        return kwargs.GetProperty("dataset").GetString() switch
        {
            "list" => Loaded(Torch.Arange(n).Unbind()),
            "tensors" => Loaded(new TensorDataset(Torch.Arange(n), tens[..n])),
            "subset" => Loaded(new Subset<(Tensor, Tensor)>(
                new TensorDataset(Torch.Arange(2 * n), tens), [.. Enumerable.Range(0, n).Select(i => (2 * (n - i)) - 1)])),
            "noisy" => Loaded(new Noisy(n)),
            "stream" => Streamed(new Stream(n, isShared: true)),
            "sized" => Streamed(new Sized(n)),
            _ => Streamed(new Stream(n, isShared: false)),
        };
    }

    private (Func<IEnumerable<object?>> Walk, Func<int> Count) Loaded<T>(IReadOnlyList<T> dataset)
    {
        int[][]? batches = kwargs.TryGetProperty("batch_sampler", out var given) ? given.Deserialize<int[][]>() : null;
        IEnumerable<int>? sampler = kwargs.TryGetProperty("sampler", out var order) ? order.Deserialize<int[]>()
            : Number("random") is { } count ? new RandomSampler(dataset.Count, replacement: true, count, own) : null;
        var loader = new DataLoader<T>(
            dataset, BatchSize, Is("shuffle"), sampler, batches, Number("num_workers") ?? 0, null, false, Is("drop_last"),
            Number("timeout") ?? 0, null, Given, Number("prefetch_factor"), Is("persistent_workers"));
        return Of(loader);
    }

    private int? BatchSize => kwargs.TryGetProperty("batch_size", out var size) && size.ValueKind == JsonValueKind.Null ? null
        : Number("batch_size") ?? 1;

    private (Func<IEnumerable<object?>> Walk, Func<int> Count) Streamed(IEnumerable<long> dataset) => BatchSize is { } size
        ? Of(new DataLoader<long, Tensor>(
            dataset, size, Number("num_workers") ?? 0, dropLast: Is("drop_last"), persistentWorkers: Is("persistent_workers")))
        : Of(new DataLoader<long>(dataset, null, Number("num_workers") ?? 0));

    private (Func<IEnumerable<object?>> Walk, Func<int> Count) Of<TItem, TBatch>(DataLoader<TItem, TBatch> loader) =>
        (() => loader.Take(Number("taken") ?? 1000).Select(static batch => Plain(batch)), () => loader.Count);

    private static object? Plain(object? batch) => batch is System.Runtime.CompilerServices.ITuple tuple
        ? Enumerable.Range(0, tuple.Length).Select(i => tuple[i]) : batch;

    private class Stream(int end, bool isShared) : IterableDataset<long>
    {
        public override IEnumerator<long> GetEnumerator()
        {
            var worker = isShared ? Torch.Utils.Data.GetWorkerInfo() : null;
            for (var i = worker?.Id ?? 0; i < end; i += worker?.NumWorkers ?? 1)
            {
                yield return i;
            }
        }
    }

    private sealed class Sized(int count) : Stream(count, isShared: true), IReadOnlyCollection<long>
    {
        public int Count { get; } = count;
    }

    private sealed class Noisy(int end) : Dataset<Tensor>
    {
        public override int Count => end;

        public override Tensor this[int index] => Torch.Tensor(
            [index, (long)Torch.Randint(1000, [1]), Torch.Utils.Data.GetWorkerInfo() is null ? 0 : Torch.InitialSeed() % 1000]);
    }
}
