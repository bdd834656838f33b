using System.Runtime.InteropServices;

namespace TorchLite.Probe;

/// <summary>Operations under a limit of the process's memory, as in a container: each says that there is none, and all goes on.</summary>
internal static partial class CappedMemory
{
    private const int AddressSpace = 9; // RLIMIT_AS
    private const long Room = 600L << 20;

    internal static int Run()
    {
        var file = Path.GetTempFileName();
        try
        {
            return Run(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static int Run(string file)
    {
        // What the operations start with: made before the limit is set, so that it is their results that find no room.
        var x = Torch.Rand(1 << 25); // 128 MiB
        var square = x.View(1 << 13, 1 << 12);
        var image = x.View(1, 8, 1 << 11, 1 << 11);
        var kernel = Torch.Rand(64, 8, 3, 3);
        var grown = Torch.Rand([1 << 25], requiresGrad: true);
        var shifted = grown.Exp();
        var loss = (shifted * shifted * shifted).Sum();
        Torch.Save(x, file);
        var attempts = Attempts(x, square, image, kernel, loss, file);
        Small();
        Torch.Memory.Collect();
        Limit(Size() + Room);

        // Takes the room up, all but what small things need.
        var held = new List<Tensor>();
        var filled = Outcome("fill", () =>
        {
            while (held.Count < 1000)
            {
                held.Add(Torch.Empty(1L << 24)); // 64 MiB
            }
        });
        var failed = 0;
        foreach (var (name, attempt) in attempts)
        {
            failed += Outcome(name, attempt) ? 1 : 0;
            Small();
        }

        held.ForEach(static tensor => tensor.Dispose());
        Torch.Zeros(1L << 26).Dispose();
        Console.WriteLine($"filled: {filled}, without memory: {failed} of {attempts.Length}, computes afterwards: {Small()}");
        return 0;
    }

    private static (string Name, Action Act)[] Attempts(Tensor x, Tensor square, Tensor image, Tensor kernel, Tensor loss, string file) =>
    [
        ("zeros", () => Torch.Zeros(1L << 25)),
        ("ones", () => Torch.Ones(1L << 25)),
        ("rand", () => Torch.Rand(1L << 25)),
        ("arange", () => Torch.Arange(1L << 25)),
        ("add", () => x.Add(x)),
        ("operator", () => _ = (x * 2) + 1),
        ("exp", () => x.Exp()),
        ("clone", () => x.Clone()),
        ("to", () => x.To(DType.Float64)),
        ("contiguous", () => square.T.Contiguous()),
        ("matmul", () => square.Matmul(square[..1].T.Expand(1 << 12, 1 << 13))),
        ("cat", () => Torch.Cat([x, x])),
        ("stack", () => Torch.Stack([x, x])),
        ("repeat", () => x.Repeat(2)),
        ("sort", () => x.Sort()),
        ("topk", () => square.Topk(1 << 11)),
        ("max", () => square.View(1 << 24, 2).Max(dim: 1)),
        ("cumsum", () => x.Cumsum(0)),
        ("unique", () => x.Unique()),
        ("nonzero", () => x.Nonzero()),
        ("mask", () => _ = x[x >= 0]),
        ("where", () => Torch.Where(x > 2, x, 0)),
        ("renorm", () => square.Renorm(2, 0, 1)),
        ("operator by name", () => Torch.Ops.Call("aten::roll", x, new long[] { 3 }, new long[] { 0 })),
        ("conv", () => Torch.Conv2d(image, kernel)),
        ("svd", () => Torch.Linalg.Svd(square)),
        ("fft", () => Torch.Fft.Fft(x)),
        ("backward", () => loss.Backward(retainGraph: true)),
        ("tensor", () => Torch.Zeros(new Shape(1L << 25), dtype: DType.Float64)),
        ("unbind", () => x.Unbind()),
        ("split", () => x.Split(1)),
        ("load", () => Torch.Load(file)),
    ];

    private static bool Outcome(string name, Action act)
    {
        try
        {
            act();
            Console.WriteLine($"{name}: went well");
        }
        catch (Exception e)
        {
            Console.WriteLine($"{name}: {e.GetType().Name}: {e.Message.Split('\n')[0]}");
            return e is TorchOutOfMemoryException;
        }

        return false;
    }

    // One of each road to native code.
    private static bool Small()
    {
        var a = Torch.Ones([3], requiresGrad: true);
        (a * 2).View(1, 3).Renorm(2, 0, 1).Sum().Backward();
        return Torch.Arange(4).View(2, 2).Sort(descending: true).Values.Sum().Item<int>() == 6 && a.Grad is not null;
    }

    private static long Size() =>
        long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)
            * Environment.SystemPageSize;

    private static void Limit(long bytes)
    {
        var limit = new[] { bytes, bytes };
        if (SetLimit(AddressSpace, limit) != 0)
        {
            throw new InvalidOperationException("no limit could be set");
        }
    }

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, long[] limit);
}
