using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;

namespace TorchLite.Benchmarks;

/// <summary>From the start of a process to its end, which computes one sum.</summary>
internal static class StartUp
{
    /// <summary>What the child process does.</summary>
    internal static int Child(string library)
    {
        switch (library)
        {
            case "torchlite":
                WithTorchLite();
                return 0;
            case "torchsharp" when !Loads("torch_cpu") || !Loads("LibTorchSharp"):
                return 1;
            case "torchsharp":
                WithTorchSharp();
                return 0;
            case "torchsharp-loaded":
                Load();
                WithTorchSharp();
                return 0;
            default:
                return 2;
        }
    }

    /// <summary>Milliseconds of either, and whether TorchSharp does not load by itself here and got TorchLite's loader.</summary>
    internal static (double Lite, double Sharp, double Ratio, bool Helped) Measure(int rounds)
    {
        var helped = Time("torchsharp") is null;
        var sharp = helped ? "torchsharp-loaded" : "torchsharp";
        List<double> lites = [], sharps = [];
        for (var round = 0; round < rounds; round++)
        {
            lites.Add(Time("torchlite") ?? throw new InvalidOperationException("TorchLite does not start"));
            sharps.Add(Time(sharp) ?? throw new InvalidOperationException("TorchSharp does not start"));
        }

        var ratios = lites.Zip(sharps, (lite, other) => lite / other);
        return (Measurement.Median(lites), Measurement.Median(sharps), Measurement.Median(ratios), helped);
    }

    private static double? Time(string library)
    {
        var start = Stopwatch.GetTimestamp();
        var program = Path.Combine(AppContext.BaseDirectory, "benchmarks");
        using var child = Process.Start(new ProcessStartInfo(program, ["start", library])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _ = child.StandardError.ReadToEndAsync();
        child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return child.ExitCode == 0 ? Stopwatch.GetElapsedTime(start).TotalMilliseconds : null;
    }

    // TorchSharp's own first steps. Where they fail, it would go on to copy half a gigabyte.
    private static bool Loads(string library) => NativeLibrary.TryLoad(library, typeof(torch).Assembly, null, out _);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WithTorchLite() => Console.WriteLine((Torch.Ones(2, 3) + 1).Sum().Item<float>());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WithTorchSharp() => Console.WriteLine((torch.ones(2, 3) + 1).sum().item<float>());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Load() => Torch.IsGradEnabled();
}
