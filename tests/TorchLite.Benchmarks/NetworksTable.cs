using System.Diagnostics;
using System.Globalization;
using TorchLite.Nn;
using TorchLite.Optim;
using F = TorchLite.Torch.Nn.Functional;
using Sharp = TorchSharp.torch;

namespace TorchLite.Benchmarks;

/// <summary>
/// One step of training (forward, loss, backward) of five networks: TorchLite, TorchSharp and Python by turns. With <c>--step</c> AdamW's
/// step too, in one of PyTorch's ways (loop, foreach, fused); TorchSharp has only the loop. "tensors" is that step alone, of 148 small ones.
/// </summary>
internal static class NetworksTable
{
    private const int Rounds = 25;

    private static readonly (string Name, int Steps)[] Networks = [("small", 200), ("mlp", 60), ("cnn", 4), ("encoder", 3), ("lstm", 10), ("tensors", 10)];

    internal static int Run(string[] options)
    {
        var python = Option(options, "--python");
        var threads = int.Parse(Option(options, "--threads") ?? "1", CultureInfo.InvariantCulture);
        var only = Option(options, "--only") ?? "";
        var way = Option(options, "--step");
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Torch.SetNumThreads(threads);
        using var reference = python is null ? null : new PythonTurns(python, "networks.py", [$"{threads}", .. way is null ? [] : new[] { way }]);
        Console.WriteLine($"Microseconds a step, {threads} thread(s): medians of {Rounds} turns; and the median of the ratios of each turn.");
        Console.WriteLine($"{"",-10} {"TorchLite",10} {"TorchSharp",10} {"Python",10} {"/Sharp",8} {"/Python",8}");
        foreach (var (name, steps) in Networks.Where(
            one => one.Name.Contains(only, StringComparison.Ordinal) && (one.Name != "tensors" || way is not null)))
        {
            var (lite, sharp) = name == "tensors" ? (LiteTensors(way!), TorchSharpTensors()) : (Lite(name, way), TorchSharpStep(name, way));
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
                $"{name,-10} {Measurement.Median(a),10:F1} {Measurement.Median(b),10:F1} {Measurement.Median(c),10:F1} "
                + $"{Measurement.Median(a.Zip(b, Ratio)),8:F2} {Measurement.Median(a.Zip(c, Ratio)),8:F2}");

            static double Ratio(double one, double other) => one / other;
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

    private static Action Lite(string name, string? way)
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
        var optimizer = way is null ? null : Optimizer(model.Parameters(), way);
        return () =>
        {
            using var scope = Torch.Scope();
            model.ZeroGrad();
            F.CrossEntropy(model.Call(x), y).Backward();
            optimizer?.Step();
        };
    }

    private static AdamW Optimizer(IEnumerable<Parameter> parameters, string way) =>
        new(parameters, lr: 1e-6, @foreach: way == "foreach" ? true : null, fused: way == "fused" ? true : null);

    private static Action LiteTensors(string way)
    {
        Parameter[] parameters = [.. Sizes().Select(static size => new Parameter(Torch.Randn(new Shape(size))))];
        foreach (var parameter in parameters)
        {
            parameter.Grad = Torch.Randn(parameter.Shape);
        }

        return Optimizer(parameters, way).Step;
    }

    // Those of a GPT of 12 layers and 64 features.
    private static IEnumerable<long[]> Sizes() => Enumerable.Range(0, 148).Select(static i => i % 2 == 0 ? new long[] { 64, 192 } : [64L]);

    private static Action TorchSharpTensors()
    {
        TorchSharp.Modules.Parameter[] parameters =
            [.. Sizes().Select(static size => new TorchSharp.Modules.Parameter(Sharp.randn(size)))];
        foreach (var parameter in parameters)
        {
            parameter.grad = Sharp.randn_like(parameter);
        }

        var optimizer = Sharp.optim.AdamW(parameters, 1e-6);
        return () => optimizer.step();
    }

    private static Action TorchSharpStep(string name, string? way)
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
        Sharp.nn.Module[] parts = model is null ? [] : [model];
        if (name == "encoder")
        {
            // Its layers take the length first.
            var layers = Sharp.nn.TransformerEncoder(Sharp.nn.TransformerEncoderLayer(128, 4, 512), 2);
            var head = Sharp.nn.Linear(128, 10);
            forward = () => head.forward(layers.forward(x.transpose(0, 1), null!, null!).mean([0]));
            parts = [layers, head];
        }
        else if (name == "lstm")
        {
            var lstm = Sharp.nn.LSTM(32, 64, 2, batchFirst: true);
            var head = Sharp.nn.Linear(64, 10);
            forward = () => head.forward(lstm.forward(x).Item1.select(1, -1));
            parts = [lstm, head];
        }

        var optimizer = way is null ? null : Sharp.optim.AdamW(parts.SelectMany(static part => part.parameters()), 1e-6);
        return () =>
        {
            using var scope = Sharp.NewDisposeScope();
            Array.ForEach(parts, static part => part.zero_grad());
            Sharp.nn.functional.cross_entropy(forward(), y).backward();
            optimizer?.step();
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
