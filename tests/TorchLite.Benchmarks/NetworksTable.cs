using System.Diagnostics;
using System.Globalization;
using TorchLite.Nn;
using F = TorchLite.Torch.Nn.Functional;
using Sharp = TorchSharp.torch;

namespace TorchLite.Benchmarks;

/// <summary>
/// One step of training without the optimizer (forward, loss, backward) of five networks: TorchLite, TorchSharp and Python by turns.
/// </summary>
internal static class NetworksTable
{
    private const int Rounds = 25;

    private static readonly (string Name, int Steps)[] Networks = [("small", 200), ("mlp", 60), ("cnn", 4), ("encoder", 3), ("lstm", 10)];

    internal static int Run(string[] options)
    {
        var python = Option(options, "--python");
        var threads = int.Parse(Option(options, "--threads") ?? "1", CultureInfo.InvariantCulture);
        var only = Option(options, "--only") ?? "";
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Torch.SetNumThreads(threads);
        using var reference = python is null ? null : new PythonTurns(python, "networks.py", $"{threads}");
        Console.WriteLine($"Microseconds a step, {threads} thread(s): medians of {Rounds} turns; and the median of the ratios of each turn.");
        Console.WriteLine($"{"",-10} {"TorchLite",10} {"TorchSharp",10} {"Python",10} {"/Sharp",8} {"/Python",8}");
        foreach (var (name, steps) in Networks.Where(one => one.Name.Contains(only, StringComparison.Ordinal)))
        {
            var (lite, sharp) = (Lite(name), TorchSharpStep(name));
            var (a, b, c) = (new double[Rounds], new double[Rounds], new double[Rounds]);
            Time(lite, steps);
            Time(sharp, steps);
            reference?.Ask($"{name} {steps}");
            for (var i = 0; i < Rounds; i++)
            {
                // Each is the first as often as the others: after a process has had its turn, caches and threads are cold.
                for (var turn = 0; turn < 3; turn++)
                {
                    switch ((i + turn) % 3)
                    {
                        case 0:
                            a[i] = Time(lite, steps);
                            break;
                        case 1:
                            b[i] = Time(sharp, steps);
                            break;
                        default:
                            c[i] = reference?.Ask($"{name} {steps}") ?? double.NaN;
                            break;
                    }
                }
            }

            Console.WriteLine(
                $"{name,-10} {Median(a),10:F1} {Median(b),10:F1} {Median(c),10:F1} {Median(Ratios(a, b)),8:F2} {Median(Ratios(a, c)),8:F2}");
        }

        return 0;
    }

    private static string? Option(string[] options, string name) =>
        Array.IndexOf(options, name) is >= 0 and var at ? options[at + 1] : null;

    private static double Time(Action step, int steps)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < steps; i++)
        {
            step();
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / steps;
    }

    private static double Median(double[] times) => times.Order().ElementAt(times.Length / 2);

    private static double[] Ratios(double[] a, double[] b) => [.. a.Zip(b, static (x, y) => x / y)];

    private static Action Lite(string name)
    {
        var (model, x) = name switch
        {
            "small" => ((Module<Tensor, Tensor>)new Sequential(
                new Linear(20, 64), new ReLU(), new Linear(64, 64), new ReLU(), new Linear(64, 5)), Torch.Randn(16, 20)),
            "mlp" => (new Sequential(new Linear(784, 128), new ReLU(), new Linear(128, 10)), Torch.Randn(64, 784)),
            "cnn" => (new Cnn(), Torch.Randn(64, 1, 28, 28)),
            "encoder" => (new Encoder(), Torch.Randn(16, 64, 128)),
            _ => (new Recurrent(), Torch.Randn(16, 32, 32)),
        };
        var y = Torch.Zeros([x.Size(0)], DType.Int64);
        return () =>
        {
            using var scope = Torch.Scope();
            model.ZeroGrad();
            F.CrossEntropy(model.Call(x), y).Backward();
        };
    }

    private static Action TorchSharpStep(string name)
    {
        Sharp.set_num_threads(Torch.GetNumThreads());
        var (model, x) = name switch
        {
            "small" => (Sharp.nn.Sequential(
                Sharp.nn.Linear(20, 64), Sharp.nn.ReLU(), Sharp.nn.Linear(64, 64), Sharp.nn.ReLU(), Sharp.nn.Linear(64, 5)),
                Sharp.randn(16, 20)),
            "mlp" => (Sharp.nn.Sequential(Sharp.nn.Linear(784, 128), Sharp.nn.ReLU(), Sharp.nn.Linear(128, 10)), Sharp.randn(64, 784)),
            "cnn" => (Sharp.nn.Sequential(
                Sharp.nn.Conv2d(1, 16, 3, padding: 1), Sharp.nn.ReLU(), Sharp.nn.MaxPool2d(2), Sharp.nn.Conv2d(16, 32, 3, padding: 1),
                Sharp.nn.ReLU(), Sharp.nn.MaxPool2d(2), Sharp.nn.Flatten(), Sharp.nn.Linear(32 * 7 * 7, 64), Sharp.nn.ReLU(),
                Sharp.nn.Linear(64, 10)), Sharp.randn(64, 1, 28, 28)),
            _ => (default(TorchSharp.Modules.Sequential), Sharp.randn(16, name == "lstm" ? 32 : 64, name == "lstm" ? 32 : 128)),
        };
        var y = Sharp.zeros(x.size(0), Sharp.int64);
        Func<Sharp.Tensor> forward = () => model!.forward(x);
        Action zero = () => model!.zero_grad();
        if (name == "encoder")
        {
            // Its layers take the length first.
            var layers = Sharp.nn.TransformerEncoder(Sharp.nn.TransformerEncoderLayer(128, 4, 512), 2);
            var head = Sharp.nn.Linear(128, 10);
            forward = () => head.forward(layers.forward(x.transpose(0, 1), null!, null!).mean([0]));
            zero = () =>
            {
                layers.zero_grad();
                head.zero_grad();
            };
        }
        else if (name == "lstm")
        {
            var lstm = Sharp.nn.LSTM(32, 64, 2, batchFirst: true);
            var head = Sharp.nn.Linear(64, 10);
            forward = () => head.forward(lstm.forward(x).Item1.select(1, -1));
            zero = () =>
            {
                lstm.zero_grad();
                head.zero_grad();
            };
        }

        return () =>
        {
            using var scope = Sharp.NewDisposeScope();
            zero();
            Sharp.nn.functional.cross_entropy(forward(), y).backward();
        };
    }

    private sealed class Cnn : Module<Tensor, Tensor>
    {
        private readonly Conv2d conv1 = new(1, 16, 3, padding: 1);
        private readonly Conv2d conv2 = new(16, 32, 3, padding: 1);
        private readonly Linear fc1 = new(32 * 7 * 7, 64);
        private readonly Linear fc2 = new(64, 10);

        protected override Tensor Forward(Tensor x)
        {
            x = F.MaxPool2d(conv1.Call(x).Relu(), 2);
            x = F.MaxPool2d(conv2.Call(x).Relu(), 2);
            return fc2.Call(fc1.Call(x.Flatten(1)).Relu());
        }
    }

    private sealed class Encoder : Module<Tensor, Tensor>
    {
        private readonly TransformerEncoder layers =
            new(new TransformerEncoderLayer(128, 4, 512, batchFirst: true), 2, enableNestedTensor: false);
        private readonly Linear head = new(128, 10);

        protected override Tensor Forward(Tensor x) => head.Call(layers.Call(x).Mean(1));
    }

    private sealed class Recurrent : Module<Tensor, Tensor>
    {
        private readonly LSTM lstm = new(32, 64, numLayers: 2, batchFirst: true);
        private readonly Linear head = new(64, 10);

        protected override Tensor Forward(Tensor x) => head.Call(lstm.Call(x).Output[.., ^1]);
    }
}
