using TorchLite.Tests.Reference;

namespace TorchLite.CudaCheck;

/// <summary>A part, in a process of its own.</summary>
internal static class Worker
{
    /// <summary>The exit code where the GPU is of no use any more: a kernel met a number it could not bear.</summary>
    internal const int Poisoned = 3;

    internal static int Run(string part, string device, int from)
    {
        // To see what another libtorch lacks.
        AppContext.SetSwitch("TorchLite.AnyLibTorch", true);
        switch (part)
        {
            case "load":
                return LoadReport.Write(device);
            case "basics":
                return Basics.Run(device, from);
            case "timings":
                return Timings.Run(device);
            default:
                return Replay(part, device, from);
        }
    }

    private static int Replay(string part, string device, int from)
    {
        var cases = Corpus.Read(part == "gradients" ? "gradients.jsonl" : "ops.jsonl")
            .Where(one => part == "gradients" || one.TryGetProperty("error", out _) == (part == "errors"))
            .Where(static one => !KnownDifference.NotYet.Contains(one.GetProperty("call").GetString())).ToArray();
        var poisoned = Environment.GetEnvironmentVariable("CUDA_CHECK_POISONED")!.Split(',');
        PythonValue.Device = device;
        Torch.SetDefaultDevice(device);
        Console.WriteLine($"total\t{cases.Length}");
        for (var i = from; i < cases.Length; i++)
        {
            var op = cases[i].GetProperty("op").GetString()!;
            if (poisoned.Contains(op))
            {
                Console.WriteLine($"end\t{i}\t{op}\tnot run\t");
                continue;
            }

            Console.WriteLine($"begin\t{i}\t{op}");
            var (verdict, text) = DeviceReplay.Judge(cases[i], part == "gradients");
            var isPoisoned = device != "cpu" && !Answers();
            Console.WriteLine($"end\t{i}\t{op}\t{(isPoisoned ? "poisoned" : verdict)}\t{text.ReplaceLineEndings(" ").Replace('\t', ' ')}");
            if (isPoisoned)
            {
                return Poisoned;
            }
        }

        return 0;
    }

    private static bool Answers()
    {
        try
        {
            Torch.Cuda.Synchronize();
            return true;
        }
        catch (TorchException)
        {
            return false;
        }
    }
}
