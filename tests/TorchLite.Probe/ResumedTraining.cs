using System.Security.Cryptography;
using TorchLite;
using TorchLite.Nn;
using TorchLite.Optim;

/// <summary>
/// A training that writes a checkpoint after every tenth of its 100 steps, and goes on from the last one: <c>probe resume PATH</c> prints
/// the step that it begins with, each step, and in the end a checksum of the weights.
/// </summary>
internal static class ResumedTraining
{
    private const int Steps = 100, Every = 10;

    internal static int Run(string path)
    {
        Torch.SetNumThreads(1);
        Torch.ManualSeed(3);
        var (x, y) = (Torch.Randn(64, 20), Torch.Randint(0, 5, [64]));
        var net = new Sequential(new Linear(20, 32), new ReLU(), new Dropout(0.2), new Linear(32, 5));
        var adam = new Adam(net.Parameters(), lr: 0.01, fused: true);

        // So that writing takes a while.
        var ballast = Torch.Rand(5_000_000);
        var first = 0;
        if (File.Exists(path))
        {
            var saved = (OrderedDictionary<object, object?>)Torch.Load(path)!;
            first = (int)(long)saved["step"]!;
            net.LoadStateDict((OrderedDictionary<object, object?>)saved["net"]!);
            adam.LoadStateDict((OrderedDictionary<object, object?>)saved["adam"]!);
            Torch.SetRngState((Tensor)saved["rng"]!);
            if (!Torch.Equal(ballast, (Tensor)saved["ballast"]!))
            {
                Console.WriteLine("the file is not what was written");
                return 1;
            }
        }

        Console.WriteLine(first);
        for (var step = first + 1; step <= Steps; step++)
        {
            var rows = Torch.Randint(0, 64, [16]);
            adam.ZeroGrad();
            Torch.Nn.Functional.CrossEntropy(net.Call(x[rows]), y[rows]).Backward();
            adam.Step();
            Console.WriteLine(step);
            if (step % Every == 0)
            {
                Torch.Save(
                    new OrderedDictionary<object, object?>
                    {
                        ["step"] = (long)step,
                        ["net"] = net.StateDict(),
                        ["adam"] = adam.StateDict(),
                        ["rng"] = Torch.GetRngState(),
                        ["ballast"] = ballast,
                    },
                    path);
            }
        }

        var weights = net.Parameters().SelectMany(static parameter => parameter.Detach().Flatten().ToArray<float>()).ToArray();
        Console.WriteLine(Convert.ToHexStringLower(SHA256.HashData(System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(weights))));
        return 0;
    }
}
