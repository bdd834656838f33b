using System.Runtime.CompilerServices;

namespace TorchLite.Probe;

/// <summary>A finalizer of the user's that computes, before any finalizer of TorchLite's has run.</summary>
internal static class FirstFinalizer
{
    private static string state = "not run";

    internal static int Run()
    {
        Torch.Memory.Budget = 1 << 20;
        Torch.Ones(2).Dispose();
        Drop();
        Torch.Memory.Collect();
        Console.WriteLine(Volatile.Read(ref state));
        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop() => _ = new Maker();

    private sealed class Maker
    {
        ~Maker()
        {
            var sum = 0.0;
            for (var i = 0; i < 20; i++)
            {
                sum += Torch.Ones(1000, 1000).Sum().Item<double>();
            }

            Volatile.Write(ref state, FormattableString.Invariant($"done {sum}"));
        }
    }
}
