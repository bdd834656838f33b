using System.Diagnostics;
using System.Globalization;
using TorchLite.Nn;
using TorchLite.Optim;

namespace TorchLite.CudaCheck;

/// <summary>What some calls cost, beside Python where there is one.</summary>
internal static class Timings
{
    internal static int Run(string device)
    {
        Torch.ManualSeed(0);
        Tensor small = Torch.Rand([16], device: device), vector = Torch.Rand([1_000_000], device: device);
        Tensor square = Torch.Rand([1024, 1024], device: device), host = Torch.Rand(1_000_000);
        Tensor x = Torch.Rand([256, 512], device: device);
        Tensor w1 = Torch.Rand([512, 512], device: device).RequiresGrad_(), w2 = Torch.Rand([512, 64], device: device).RequiresGrad_();
        var net = new Sequential(new Conv2d(1, 16, 3, padding: 1), new ReLU(), new MaxPool2d(2), new Flatten(), new Linear(256, 10));
        net.To(device);
        var optimizer = new Adam(net.Parameters());
        Tensor images = Torch.Rand([256, 1, 8, 8], device: device), labels = Torch.Randint(10, [256], device: device);
        var half = device == "cpu" ? DType.Bfloat16 : DType.Float16;
        (string Name, Action Step)[] steps =
        [
            ("add of 16", () => (small + small).Dispose()),
            ("add of 1e6", () => (vector + vector).Dispose()),
            ("add_ of 1e6", () => vector.Add_(1)),
            ("sum of 1e6", () => vector.Sum().Dispose()),
            ("softmax of 1024 x 1024", () => square.Softmax(1).Dispose()),
            ("matmul of 1024 x 1024", () => square.Matmul(square).Dispose()),
            ("sort of 1e6", () =>
            {
                var (values, indices) = vector.Sort();
                values.Dispose();
                indices.Dispose();
            }),
            ("item", () =>
            {
                using var first = small[0];
                first.Item();
            }),
            ("1e6 to the device", () => host.To(device, copy: true).Dispose()),
            ("1e6 to the host", () => vector.To("cpu", copy: true).Dispose()),
            ("forward and backward", () =>
            {
                using var scope = Torch.Scope();
                x.Matmul(w1).Relu().Matmul(w2).Square().Mean().Backward();
                (w1.Grad, w2.Grad) = (null, null);
            }),
            ("step of a network", () => TrainingStep(null)),
            ("the same in half precision", () => TrainingStep(half)),
        ];
        var reference = Python(device);
        Console.WriteLine($"{"microseconds a call",-26} {"TorchLite",12} {"Python",12} {"ratio",8}");
        foreach (var (name, step) in steps)
        {
            var own = Measure(device, step);
            double? python = reference.TryGetValue(name, out var time) ? time : null;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-26} {own,12:F1} {python,12:F1} {own / python,8:F2}"));
        }

        return 0;

        void TrainingStep(DType? dtype)
        {
            using var scope = Torch.Scope();
            optimizer.ZeroGrad();
            Tensor loss;
            using (Torch.Amp.Autocast(device, dtype, enabled: dtype is not null))
            {
                loss = Torch.Nn.Functional.CrossEntropy(net.Call(images), labels);
            }

            loss.Backward();
            optimizer.Step();
        }
    }

    private static double Measure(string device, Action step)
    {
        const int Many = 20;
        var best = double.PositiveInfinity;
        var clock = Stopwatch.StartNew();
        for (var round = 0; round < 3 || clock.Elapsed.TotalSeconds < 0.8; round++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < Many; i++)
            {
                step();
            }

            if (device != "cpu")
            {
                Torch.Cuda.Synchronize();
            }

            // The first warms up.
            best = round > 0 ? Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMicroseconds / Many) : best;
        }

        return best;
    }

    // By name; nothing where there is no Python, or no torch in it.
    private static Dictionary<string, double> Python(string device)
    {
        var command = Environment.GetEnvironmentVariable("CUDA_CHECK_PYTHON")!.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        try
        {
            using var script = new StreamReader(typeof(Timings).Assembly.GetManifestResourceStream("timings.py")!);
            using var python = Process.Start(new ProcessStartInfo(command[0], [.. command[1..], "-", device])
            {
                RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
            var errors = python.StandardError.ReadToEndAsync();
            python.StandardInput.Write(script.ReadToEnd());
            python.StandardInput.Close();
            var lines = python.StandardOutput.ReadToEnd().Split('\n').Select(static line => line.Split('\t')).ToArray();
            python.WaitForExit();
            Console.WriteLine(Array.Find(lines, static cells => cells[0] == "python") is { } version
                ? $"Python's PyTorch is {version[1]}"
                : $"no Python to compare with: {errors.Result.TrimEnd().Split('\n')[^1]}");
            return lines.Where(static cells => cells[0] == "measured")
                .ToDictionary(static cells => cells[1], static cells => double.Parse(cells[2], CultureInfo.InvariantCulture));
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            Console.WriteLine($"no Python to compare with: {e.Message}");
            return [];
        }
    }
}
