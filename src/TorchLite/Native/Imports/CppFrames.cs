namespace TorchLite.Native;

/// <summary>
/// The C++ frames that libtorch collects for each of its errors, and names: milliseconds, where the rest of an error takes microseconds.
/// So they are left out unless they are asked for.
/// </summary>
internal static unsafe class CppFrames
{
    /// <summary>Set to 1, errors bring their C++ frames.</summary>
    internal const string Variable = "TORCHLITE_CPP_STACKTRACES";

    /// <summary>Has libtorch collect none, where that can be said to it.</summary>
    internal static void Start(nint torchCpu, GuardRegion region)
    {
        if (Environment.GetEnvironmentVariable(Variable) == "1"
            || !System.Runtime.InteropServices.NativeLibrary.TryGetExport(torchCpu, CppSymbols.SetStackTraceFetcher.Linux, out var set))
        {
            return;
        }

        // libstdc++'s std::function: two words of state, the function that copies and destroys it, and the one that calls it. They run on
        // libtorch's threads and in the middle of calls that the runtime knows nothing of, so they are machine code.
        var fetcher = stackalloc[] { 0, 0, region.DoNothing, region.EmptyText };
        ((delegate* unmanaged<nint*, void>)CppGuard.Protect(set))(fetcher);
        _ = Exports.TakeError();
    }
}
