using System.Runtime.CompilerServices;

namespace TorchLite.Probe;

/// <summary>Null references on threads that computed in half precision, whose kernels use registers that signals must find room for.</summary>
internal static class NullReferences
{
    internal static int Run()
    {
        Console.WriteLine($"before: {IsCaught()}");
        Compute();
        Console.WriteLine($"main: {IsCaught()}");

        // The first threads take what is kept for those that follow, once the collector knows that they are gone.
        Threads(100);
        var before = Mappings();
        var caught = Threads(500) + Threads(500);
        Console.WriteLine($"threads: {caught} of 1000, mappings grow by {Math.Max(0, Mappings() - before) / 500} x 500");
        Console.WriteLine($"pool: {Task.Run(static () => { Compute(); return IsCaught(); }).GetAwaiter().GetResult()}");
        return 0;
    }

    /// <summary>Ends as .NET ends what has no end, which says where it was.</summary>
    internal static int Overflow()
    {
        Compute();
        return Endless(1);
    }

    private static int Threads(int count)
    {
        var caught = 0;
        for (var i = 0; i < count; i++)
        {
            var thread = new Thread(() =>
            {
                Compute();
                caught += IsCaught() ? 1 : 0;
            });
            thread.Start();
            thread.Join();
            if (i % 50 == 0)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }

        return caught;
    }

    // Of what reads the registers whole, on a processor that has the tiles.
    private static void Compute()
    {
        using var scope = Torch.Scope();
        var x = Torch.Ones([64, 64], DType.Bfloat16);
        x.Matmul(x);
        var bytes = Torch.Ones([64, 64], DType.Float16);
        bytes.Matmul(bytes);
    }

    private static bool IsCaught()
    {
        try
        {
            return Length(null) < 0;
        }
        catch (NullReferenceException)
        {
            return true;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Length(string? text) => text!.Length;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Endless(int depth) => Endless(depth + 1) + depth;

    private static int Mappings() => File.ReadLines("/proc/self/maps").Count();
}
