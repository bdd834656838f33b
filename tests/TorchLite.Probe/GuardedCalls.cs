using System.Diagnostics;
using TorchLite.Native;

namespace TorchLite.Probe;

/// <summary>C++ exceptions by the thousand, on several threads, out of functions that catch none themselves.</summary>
internal static unsafe class GuardedCalls
{
    private const int Threads = 4;
    private const int Turns = 5_000;

    internal static int Run()
    {
        var register = CppSymbols.SetMatmulPrecision.Function;
        var name = CppSymbols.NodeName.Function;
        Console.WriteLine($"supported: {CppGuard.IsSupported}, null stays null: {CppGuard.Protect(0) == 0}, "
            + $"one function, one address: {CppGuard.Protect(GradFnReader.NameFunction) == name && name != GradFnReader.NameFunction && register != 0}");
        Round();
        var before = Resident();
        var wrong = Round();
        Console.WriteLine($"{Threads * Turns} exceptions on {Threads} threads, {wrong} with another's text");
        Console.WriteLine(FormattableString.Invariant($"memory grew by {(Resident() - before) / 1048576.0:F1} MiB"));
        return 0;
    }

    // Of lines that do not compile, and of a view whose history is lost; each text must be the thread's own.
    private static int Round()
    {
        var wrong = 0;
        Parallel.For(0, Threads, new ParallelOptions { MaxDegreeOfParallelism = Threads }, thread =>
        {
            var doubled = Torch.Ones([3], requiresGrad: true) * 2;
            var parts = doubled.Unbind();
            doubled.Add_(1);
            for (var i = 0; i < Turns / 2; i++)
            {
                wrong += Text(() => parts[0].RegisterHook(static g => g)).Contains("is a view and its base", StringComparison.Ordinal) ? 0 : 1;
                wrong += Text(() => Script.Compile($"def f(a):\n    return unknown{thread}x{i}\n"))
                    .Contains($"undefined value unknown{thread}x{i}", StringComparison.Ordinal) ? 0 : 1;
            }
        });
        return wrong;
    }

    private static string Text(Action act)
    {
        try
        {
            act();
            return "";
        }
        catch (TorchException e)
        {
            return e.Message;
        }
    }

    private static long Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
