using System.Runtime.InteropServices;

namespace TorchLite.Lifetime;

/// <summary>
/// Keeps glibc from handing freed memory back to the kernel at once. Garbage is freed in batches, and so is all that a scope holds; without
/// this each batch would be unmapped, and its pages faulted in and zeroed again for the next one, which takes longer than most operations
/// on them.
/// </summary>
internal static partial class HeapReserve
{
    // glibc's M_TRIM_THRESHOLD and M_MMAP_THRESHOLD. It moves the second up to this value by itself once a block of 32 MB was freed, and the
    // first to twice as much. That much stays for each arena, of which there may be one a thread: more would be much.
    private const int TrimThreshold = -1;
    private const int MapThreshold = -3;
    private const int LargestMapThreshold = 32 << 20;

    private static readonly string[] Settings = ["GLIBC_TUNABLES", "MALLOC_TRIM_THRESHOLD_", "MALLOC_MMAP_THRESHOLD_", "MALLOC_TOP_PAD_"];

    /// <summary>Does so once, before the first tensor. The user's own settings come first.</summary>
    internal static void Keep()
    {
        if (!OperatingSystem.IsLinux() || Settings.Any(name => Environment.GetEnvironmentVariable(name) is not null))
        {
            return;
        }

        try
        {
            SetOption(MapThreshold, LargestMapThreshold);
            SetOption(TrimThreshold, 2 * LargestMapThreshold);
        }
        catch (Exception missing) when (missing is EntryPointNotFoundException or DllNotFoundException)
        {
            // Another libc, which has its own ways.
        }
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int SetOption(int option, int value);
}
