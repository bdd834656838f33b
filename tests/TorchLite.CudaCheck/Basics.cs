using System.Runtime.InteropServices;
using TorchLite.Amp;
using TorchLite.Nn;
using TorchLite.Optim;

namespace TorchLite.CudaCheck;

/// <summary>What a GPU is for: making and moving tensors, derivatives, memory, streams, errors. Each check is a line.</summary>
internal static partial class Basics
{
    private static readonly DType[] DTypes =
    [
        DType.Bool, DType.Uint8, DType.Int8, DType.Int16, DType.Int32, DType.Int64, DType.Float16, DType.Bfloat16, DType.Float32,
        DType.Float64, DType.Complex64, DType.Complex128,
    ];

    internal static int Run(string device, int from)
    {
        (string Name, bool NeedsGpu, Func<Device, string> Check)[] checks =
        [
            ("devices", true, Devices), ("creation", false, Creation), ("moves", false, Moves), ("pinned memory", true, Pinned),
            ("files", false, Files), ("seeds", false, Seeds), ("gradients", false, Gradients), ("second derivatives", false, Second),
            ("training", false, Training), ("network", false, Network), ("mixed precision", false, MixedPrecision),
            ("mixed devices", true, Mixed), ("no such device", true, NoDevice),
            ("memory", true, Memory), ("memory summary", true, Summary), ("out of memory", false, OutOfMemory),
            ("garbage", false, Garbage), ("events", true, Events), ("streams", true, Streams),
        ];
        var failed = 0;
        foreach (var (i, (name, needsGpu, check)) in checks.Index().Skip(from))
        {
            Console.WriteLine($"begin\t{i}\t{name}");
            string text;
            try
            {
                text = needsGpu && device == "cpu" ? "not run: needs a GPU" : check(device);
            }
            catch (Exception e)
            {
                failed++;
                text = $"{e.GetType().Name}: {e.Message}";
                Console.WriteLine($"FAILED {name,-20} {text}");
                continue;
            }

            Console.WriteLine($"{name,-20} {text}");
        }

        Console.WriteLine($"{checks.Length - from} checks, {failed} failed");
        return 0;
    }

    private static string Creation(Device device)
    {
        foreach (var dtype in DTypes)
        {
            Same(Torch.Ones([2, 3], dtype, device), Torch.Ones([2, 3], dtype), $"ones of {dtype}");
            Same(Torch.Full([3], 1, dtype, device), Torch.Full([3], 1, dtype), $"full of {dtype}");
            Same(Torch.Zeros([0], dtype, device), Torch.Zeros([0], dtype), $"nothing of {dtype}");
        }

        Same(Torch.Arange(5, device: device), Torch.Arange(5), "arange");
        Same(Torch.Eye(3, device: device), Torch.Eye(3), "eye");
        Same(Torch.Tensor([[1.5, 2], [3, 4]], device: device), Torch.Tensor([[1.5, 2], [3, 4]]), "tensor");
        Same(Torch.Linspace(0, 1, 7, device: device), Torch.Linspace(0, 1, 7), "linspace");
        return $"{DTypes.Length} dtypes; {Torch.Tensor([1.5], device: device)}";
    }

    private static string Moves(Device device)
    {
        foreach (var dtype in DTypes)
        {
            var here = Torch.Arange(24).Reshape(2, 3, 4).To(dtype);
            var there = here.To(device);
            That(there.Device.Type == device.Type, $"{dtype} is on {there.Device}");
            Same(there, here, $"a move of {dtype}");
            Same(there.Transpose(0, 2), here.Transpose(0, 2), $"a move of a view of {dtype}");
            Same(here.Transpose(0, 1).To(device, nonBlocking: true), here.Transpose(0, 1), $"a move that nobody waits for of {dtype}");
        }

        Same(Torch.Ones(3).To(device, DType.Float64), Torch.Ones([3], DType.Float64), "a move to another dtype");
        var same = Torch.Ones([2], device: device);
        That(same.To(same.Device).DataPtr() == same.DataPtr(), "a move to where it is copies nothing");
        return $"{DTypes.Length} dtypes, views, other dtypes";
    }

    private static string Files(Device device)
    {
        using var file = new MemoryStream();
        Torch.Save(Torch.Arange(5, device: device), file);
        file.Position = 0;
        var mapped = (Tensor)Torch.Load(file, mapLocation: "cpu")!;
        Same(mapped, Torch.Arange(5), "a saved tensor");
        file.Position = 0;
        var read = (Tensor)Torch.Load(file)!;
        Same(read, Torch.Arange(5), "a saved tensor where it was");
        return $"saved from {device}, read to {mapped.Device} and {read.Device}";
    }

    private static string Seeds(Device device)
    {
        Torch.ManualSeed(3);
        var first = Torch.Randn([1000], device: device);
        Torch.ManualSeed(3);
        Same(Torch.Randn([1000], device: device), first.Cpu(), "numbers of one seed");
        That(!Torch.Equal(Torch.Randn([1000], device: device), first), "the next numbers are others");
        return $"{first[0].Item()} is the first of seed 3";
    }

    private static string Gradients(Device device)
    {
        var (own, there) = (Gradient("cpu"), Gradient(device));
        Close(there, own, 1e-4);
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            return "of a product and a softmax; hooks are for Linux x64 only";
        }

        var x = Torch.Ones([3], device: device, requiresGrad: true);
        using var hook = x.RegisterHook(static gradient => gradient * 2);
        (x * 3).Sum().Backward();
        Same(x.Grad!, Torch.Full([3], 6.0), "a gradient that a hook doubled");
        return "of a product, a softmax and a hook";

        static Tensor Gradient(Device on)
        {
            var w = (Torch.Arange(12, dtype: DType.Float32).Reshape(3, 4) / 12).To(on).RequiresGrad_();
            w.Matmul(w.T).Softmax(1).Square().Sum().Backward();
            return w.Grad!;
        }
    }

    private static string Second(Device device)
    {
        var x = Torch.Tensor([1.0, 2, 3], dtype: DType.Float64, device: device, requiresGrad: true);
        var first = Torch.Autograd.Grad(x.Pow(3).Sum(), [x], createGraph: true)[0];
        var second = Torch.Autograd.Grad(first.Sum(), [x])[0];
        Same(second, Torch.Tensor([6.0, 12, 18], dtype: DType.Float64), "of x ** 3");
        That(Torch.Autograd.Gradcheck(static input => input[0].Sin().Matmul(input[0]), [x]), "gradcheck");
        return "of x ** 3; gradcheck of sin and a product";
    }

    private static string Training(Device device)
    {
        var (own, there) = (Train("cpu"), Train(device));
        Close(there, own, 1e-3);
        return "200 steps end as on the CPU";

        static Tensor Train(Device on)
        {
            Torch.ManualSeed(0);
            var (x, w) = (Torch.Rand(64, 3).To(on), Torch.Rand(3, 1).To(on).RequiresGrad_());
            var y = x.Matmul(Torch.Tensor([[1.0], [2], [3]]).To(on));
            for (var step = 0; step < 200; step++)
            {
                using var scope = Torch.Scope();
                (x.Matmul(w) - y).Square().Mean().Backward();
                using var none = Torch.NoGrad();
                w.Sub_(w.Grad! * 0.1);
                w.Grad = null;
            }

            return w.Detach();
        }
    }

    private static string Network(Device device)
    {
        var (own, there) = (Losses("cpu"), Losses(device));
        Close(Torch.Tensor(there), Torch.Tensor(own), 1e-2);
        return $"50 steps of a convolutional network with Adam: loss {there[0]:F3} to {there[^1]:F3}, as on the CPU";

        static double[] Losses(Device on)
        {
            var (net, x, y) = Problem(on);
            var optimizer = new Adam(net.Parameters(), lr: 1e-3);
            return [.. Enumerable.Range(0, 50).Select(_ =>
            {
                using var scope = Torch.Scope();
                optimizer.ZeroGrad();
                var loss = Torch.Nn.Functional.CrossEntropy(net.Call(x), y);
                loss.Backward();
                optimizer.Step();
                return loss.Item<double>();
            })];
        }
    }

    private static string MixedPrecision(Device device)
    {
        var (net, x, y) = Problem(device);
        var optimizer = new SGD(net.Parameters(), lr: 0.05, momentum: 0.9);
        var (scaler, losses, dtype) = (new GradScaler(device), new List<double>(), DType.Float32);
        for (var step = 0; step < 50; step++)
        {
            using var scope = Torch.Scope();
            optimizer.ZeroGrad();
            Tensor loss;
            using (Torch.Amp.Autocast(device, DType.Float16))
            {
                var scores = net.Call(x);
                (loss, dtype) = (Torch.Nn.Functional.CrossEntropy(scores, y), scores.DType);
            }

            scaler.Scale(loss).Backward();
            scaler.Unscale_(optimizer);
            Torch.Nn.Utils.ClipGradNorm_(net.Parameters(), 1);
            scaler.Step(optimizer);
            scaler.Update();
            losses.Add(loss.Item<double>());
        }

        That(dtype == DType.Float16, $"scores are {dtype}");
        That(losses[^1] < losses[0] / 2, $"the loss was {losses[0]} and is {losses[^1]}");
        That(net.Parameters().All(static one => one.DType == DType.Float32), "parameters stay as they are");
        return $"50 steps in float16: loss {losses[0]:F3} to {losses[^1]:F3}, the scale ends as {scaler.GetScale()}";
    }

    // The same weights and data on each device.
    private static (Sequential Net, Tensor X, Tensor Y) Problem(Device device)
    {
        Torch.ManualSeed(0);
        var net = new Sequential(
            new Conv2d(1, 8, 3, padding: 1), new BatchNorm2d(8), new ReLU(), new MaxPool2d(2), new Flatten(), new Linear(128, 4));
        var (x, y) = (Torch.Randn(64, 1, 8, 8), Torch.Randint(4, [64]));
        net.To(device);
        return (net, x.To(device), y.To(device));
    }

    private static string OutOfMemory(Device device)
    {
        try
        {
            Torch.Empty([1L << 50], device: device);
        }
        catch (TorchOutOfMemoryException e)
        {
            Same(Torch.Ones([2], device: device), Torch.Ones(2), "what is made afterwards");
            return e.Message.Split('\n')[0];
        }

        throw new InvalidOperationException("a petabyte was had");
    }

    // 20 GB of garbage, that nobody disposes.
    private static string Garbage(Device device)
    {
        Torch.Memory.ResetPeak(device);
        for (var i = 0; i < 5000; i++)
        {
            Torch.Ones([1_000_000], device: device);
        }

        var peak = Torch.Memory.PeakBytes(device);
        That(peak < 8_000_000_000, $"{peak} bytes at once");
        return $"20 GB in all, at most {peak / 1_000_000} MB at once";
    }

    private static void Same(Tensor actual, Tensor expected, string what)
    {
        That(actual.DType == expected.DType && actual.Shape == expected.Shape, $"{what}: {actual.DType} {actual.Shape}");
        That(Torch.Equal(actual.Cpu(), expected), $"{what}: {actual}");
    }

    private static void Close(Tensor actual, Tensor expected, double tolerance) =>
        That(Torch.Allclose(actual.Cpu(), expected, tolerance, tolerance), $"{actual} is not {expected}");

    private static void That(bool isSo, string what)
    {
        if (!isSo)
        {
            throw new InvalidOperationException(what);
        }
    }
}
