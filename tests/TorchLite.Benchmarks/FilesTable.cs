using System.Diagnostics;
using System.Globalization;

namespace TorchLite.Benchmarks;

/// <summary>Files of 1e7 floats (40 MB, warm) against the bytes alone, and against Python's readers.</summary>
internal static class FilesTable
{
    private const int Rounds = 21;

    internal static int Run(string? python)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var folder = Directory.CreateTempSubdirectory("torchlite-files-").FullName;
        try
        {
            Measure(folder, python is null ? [] : InPython(python));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static void Measure(string folder, Dictionary<string, double> reference)
    {
        string At(string name) => Path.Combine(folder, name);
        using var x = Torch.Rand(10_000_000);
        TorchSharp.torch.set_num_threads(1); // after TorchLite has loaded it
        var named = new Dictionary<string, Tensor> { ["x"] = x };
        var bytes = new byte[x.Nbytes];
        (string Name, Action Run)[] all =
        [
            ("write bytes", () => Write(At("bytes"), bytes)),
            ("write npy", () => Npy.Save(At("x.npy"), x)),
            ("write safetensors", () => SafeTensors.SaveFile(named, At("x.safetensors"))),
            ("write pt", () => Torch.Save(x, At("x.pt"))),
            ("read bytes", () => File.ReadAllBytes(At("x.npy"))),
            ("read npy", () => Npy.Load(At("x.npy")).Dispose()),
            ("read safetensors", () => Dispose(SafeTensors.LoadFile(At("x.safetensors"))["x"])),
            ("read pt", () => Dispose((Tensor)Torch.Load(At("x.pt"))!)),
            ("map npy", () => Sum(Npy.Load(At("x.npy"), mmap: true))),
            ("map safetensors", () => Sum(SafeTensors.LoadFile(At("x.safetensors"), mmap: true)["x"])),
            ("map pt", () => Sum((Tensor)Torch.Load(At("x.pt"), mmap: true)!)),
        ];
        var times = all.ToDictionary(static one => one.Name, static _ => new List<double>());
        for (var round = -2; round < Rounds; round++)
        {
            foreach (var (name, run) in all)
            {
                GC.Collect();
                var start = Stopwatch.GetTimestamp();
                run();
                if (round >= 0)
                {
                    times[name].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }
        }

        Console.WriteLine(
            "Milliseconds for 1e7 floats (40 MB), warm: medians, of Python, and in Lite/Python, the best. To bytes: the bytes' time by");
        Console.WriteLine(
            "this one's, so more is faster. Writes are flushed to the disk, but not in Python. "
            + "What is mapped is summed too, the bytes beside it are not.");
        Console.WriteLine($"{"",-22} {"TorchLite",10} {"to bytes",10} {"Python",10} {"Lite/Python",12}");
        foreach (var (name, _) in all)
        {
            var kind = name[..name.IndexOf(' ', StringComparison.Ordinal)];
            var beside = times[kind == "write" ? "write bytes" : "read bytes"];
            var ratio = Measurement.Median(beside.Zip(times[name], static (other, own) => other / own));
            double? python = reference.TryGetValue(name, out var time) ? time : null;
            var own = Measurement.Median(times[name]);
            Console.WriteLine($"{name,-22} {own,10:F2} {ratio,10:F2} {python,10:F2} {times[name].Min() / python,12:F2}");
        }
    }

    private static Dictionary<string, double> InPython(string command)
    {
        using var script = new StreamReader(typeof(FilesTable).Assembly.GetManifestResourceStream("files.py")!);
        return PythonReference.Run(command, script.ReadToEnd());
    }

    private static void Write(string path, byte[] bytes)
    {
        using var stream = File.Create(path);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }

    private static void Sum(Tensor tensor)
    {
        using (tensor)
        {
            using var sum = tensor.Sum();
        }
    }

    private static void Dispose(Tensor tensor) => tensor.Dispose();
}
