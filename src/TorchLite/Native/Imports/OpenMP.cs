using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>The library with which libtorch shares an operation among threads. Each thread has a number of its own there.</summary>
internal static unsafe class OpenMP
{
    private static readonly delegate* unmanaged<int, void> SetThreads = Find();

    /// <summary>Sets how many threads share an operation of the calling thread; where the library is not known, nothing.</summary>
    internal static void SetThreadsOfThisThread(int count)
    {
        if (SetThreads != null)
        {
            SetThreads(count);
        }
    }

    // Linux and macOS look into what libtorch needs as well. Windows does not, where libtorch brings Intel's.
    private static delegate* unmanaged<int, void> Find()
    {
        const string Name = "omp_set_num_threads";
        NativeLoader.EnsureLoaded();
        return NativeLibrary.TryGetExport(NativeLoader.Loaded!.TorchCpu, Name, out var found)
            || OperatingSystem.IsWindows() && NativeLibrary.TryLoad("libiomp5md.dll", out var intel)
                && NativeLibrary.TryGetExport(intel, Name, out found)
            ? (delegate* unmanaged<int, void>)found : null;
    }
}
