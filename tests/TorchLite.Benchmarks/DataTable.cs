using System.Diagnostics;
using System.Globalization;
using TorchLite.Utils.Data;
using TorchLite.Vision.Transforms;

namespace TorchLite.Benchmarks;

/// <summary>Walks over loaders, in TorchLite and Python by turns: data.py has the same.</summary>
internal static class DataTable
{
    private static readonly Lazy<DigitTraining> Training = new(static () => new());

    private const int Rounds = 11;

    private static readonly Compose Normalized = new(
        new ToDtype(DType.Float32, scale: true), new Normalize([0.1307], [0.3081], inplace: true));

    /// <param name="mnist">The folder of the packed files of MNIST's test set; null: they are not read.</param>
    /// <param name="python">What starts a Python with torch; null: no comparison.</param>
    /// <param name="only">The only walk that is wanted; null: all.</param>
    internal static int Run(string? mnist, string? python, string? only)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        string[] names = ["rows", "cheap", "costly", "first", "epoch", .. mnist is null ? [] : new[] { "mnist", "digits" }];
        using var reference = python is null ? null : new PythonTurns(python, "data.py", $"{Torch.GetNumThreads()}", mnist ?? "");
        Console.WriteLine($"Milliseconds a walk: medians of {Rounds} turns; and the median of the ratios of each turn.");
        Console.WriteLine("rows: 20,000 of a TensorDataset, shuffled, in batches of 64; cheap: the same item by item, by 2 workers;");
        Console.WriteLine("costly: 1,000 images, cropped, flipped and normalized, by 2 workers; first: the first batch of these;");
        Console.WriteLine("epoch: one of the convolutional network of examples/Digits, 1,437 images in batches of 64, on one thread;");
        Console.WriteLine("mnist: 10,000 images read from a packed file and normalized at once; digits: item by item, in batches of 64.");
        Console.WriteLine($"{"",-10} {"TorchLite",10} {"Python",10} {"/Python",8}");
        foreach (var name in names.Where(name => only is null || name == only))
        {
            var (own, other) = (new List<double>(), new List<double>());
            for (var round = -2; round < Rounds; round++)
            {
                // Each is the first as often as the other.
                double mine = round % 2 == 0 ? Turn(name, Once) : 0, theirs = reference is null ? double.NaN : Turn(name, reference.Ask);
                mine = round % 2 == 0 ? mine : Turn(name, Once);
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

        double Once(string name) => name is "mnist" or "digits" ? Digits(mnist!, name == "mnist") : Walk(name);
    }

    private static double Digits(string folder, bool atOnce)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        var count = 0L;
        if (atOnce)
        {
            var mnist = new MNIST(folder, train: false);
            using var x = Normalized.Call(mnist.Data.Unsqueeze(1));
            count = x.Size(0);
        }
        else
        {
            var mnist = new MNIST(folder, train: false, Normalized);
            foreach (var (x, y) in new DataLoader<(Tensor Image, long Target), (Tensor X, Tensor Y)>(mnist, batchSize: 64))
            {
                count += x.Size(0);
                x.Dispose();
                y.Dispose();
            }
        }

        var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return count == 10_000 ? time : throw new InvalidOperationException($"{count} images");
    }

    // The first walk of a turn finds cold caches, which would count for more than the rest where it is short.
    private static double Turn(string name, Func<string, double> walk) =>
        Enumerable.Range(0, name is "rows" or "epoch" ? 5 : 1).Average(_ => walk(name));

    private static double Walk(string name)
    {
        if (name == "epoch")
        {
            GC.Collect();
            var threads = Torch.GetNumThreads();
            Torch.SetNumThreads(1);
            var epoch = Training.Value.Epoch();
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
