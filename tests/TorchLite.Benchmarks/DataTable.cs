using System.Diagnostics;
using System.Globalization;
using TorchLite.Utils.Data;

namespace TorchLite.Benchmarks;

/// <summary>Walks over loaders, in TorchLite and Python by turns: data.py has the same.</summary>
internal static class DataTable
{
    private static readonly Lazy<DigitTraining> Digits = new(static () => new());

    private const int Rounds = 11;

    private static readonly string[] Names = ["rows", "cheap", "costly", "first", "digits"];

    internal static int Run(string? python, string? only)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        using var reference = python is null ? null : new PythonTurns(python, "data.py", $"{Torch.GetNumThreads()}");
        Console.WriteLine($"Milliseconds a walk: medians of {Rounds} turns; and the median of the ratios of each turn.");
        Console.WriteLine("rows: 20,000 of a TensorDataset, shuffled, in batches of 64; cheap: the same item by item, by 2 workers;");
        Console.WriteLine("costly: 1,000 images, cropped, flipped and normalized, by 2 workers; first: the first batch of these;");
        Console.WriteLine("digits: an epoch of the convolutional network of examples/Digits, 1,437 images in batches of 64, on one thread.");
        Console.WriteLine($"{"",-10} {"TorchLite",10} {"Python",10} {"/Python",8}");
        foreach (var name in Names.Where(name => only is null || name == only))
        {
            var (own, other) = (new List<double>(), new List<double>());
            for (var round = -2; round < Rounds; round++)
            {
                // Each is the first as often as the other.
                double mine = round % 2 == 0 ? Turn(name, Walk) : 0, theirs = reference is null ? double.NaN : Turn(name, reference.Ask);
                mine = round % 2 == 0 ? mine : Turn(name, Walk);
                if (round >= 0)
                {
                    own.Add(mine);
                    other.Add(theirs);
                }
            }

            var ratio = Measurement.Median(own.Zip(other, static (a, b) => a / b));
            Console.WriteLine($"{name,-10} {Measurement.Median(own),10:F2} {Measurement.Median(other),10:F2} {ratio,8:F3}");
        }

        return 0;
    }

    // The first walk of a turn finds cold caches, which would count for more than the rest where it is short.
    private static double Turn(string name, Func<string, double> walk) =>
        Enumerable.Range(0, name is "rows" or "digits" ? 5 : 1).Average(_ => walk(name));

    private static double Walk(string name)
    {
        if (name == "digits")
        {
            GC.Collect();
            var threads = Torch.GetNumThreads();
            Torch.SetNumThreads(1);
            var epoch = Digits.Value.Epoch();
            Torch.SetNumThreads(threads);
            return epoch;
        }

        var (rows, images) = (new Rows(), new Images());
        var loader = name switch
        {
            "rows" => new DataLoader<(Tensor X, Tensor Y)>(new TensorDataset(rows.X, rows.Y), batchSize: 64, shuffle: true),
            "cheap" => new DataLoader<(Tensor X, Tensor Y)>(rows, batchSize: 64, shuffle: true, numWorkers: 2),
            _ => new DataLoader<(Tensor X, Tensor Y)>(images, batchSize: 32, shuffle: true, numWorkers: 2),
        };
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        if (name == "first")
        {
            using var walk = loader.GetEnumerator();
            walk.MoveNext();
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        var items = 0L;
        foreach (var (x, y) in loader)
        {
            items += x.Size(0);
            x.Dispose();
            y.Dispose();
        }

        var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return items == (name == "costly" ? images.Count : rows.Count) ? time
            : throw new InvalidOperationException($"{name}: {items} items");
    }

    private sealed class Rows : Dataset<(Tensor X, Tensor Y)>
    {
        internal Tensor X { get; } = Torch.Rand(20_000, 16);

        internal Tensor Y { get; } = Torch.Arange(20_000);

        public override int Count => 20_000;

        public override (Tensor X, Tensor Y) this[int index] => (X[index], Y[index]);
    }

    private sealed class Images : Dataset<(Tensor X, Tensor Y)>
    {
        private readonly Tensor images = Torch.Randint(256, [50, 3, 72, 72], dtype: DType.Uint8);
        private readonly Tensor mean = Torch.Tensor([0.485, 0.456, 0.406]).View(3, 1, 1);
        private readonly Tensor std = Torch.Tensor([0.229, 0.224, 0.225]).View(3, 1, 1);

        public override int Count => 1000;

        public override (Tensor X, Tensor Y) this[int index]
        {
            get
            {
                using var scope = Torch.Scope();
                var (top, left) = ((int)(long)Torch.Randint(9, [1]), (int)(long)Torch.Randint(9, [1]));
                var x = images[index % 50][.., top..(top + 64), left..(left + 64)].Float() / 255;
                if ((double)Torch.Rand(1) < 0.5)
                {
                    x = x.Flip(2);
                }

                return (scope.Keep((x - mean) / std), scope.Keep(Torch.Tensor(index % 10)));
            }
        }
    }
}
