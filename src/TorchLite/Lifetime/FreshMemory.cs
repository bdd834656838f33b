using System.Runtime.InteropServices;

namespace TorchLite.Lifetime;

/// <summary>
/// Memory that was just allocated and is about to be filled: its pages, faulted in one by one, would take longer than the copy. In large
/// pages they take a third of that; NumPy asks for them as well.
/// </summary>
internal static partial class FreshMemory
{
    // Larger blocks glibc maps anew each time.
    private const long Mapped = 32 << 20;
    private const int HugePages = 14; // MADV_HUGEPAGE

    /// <summary>A hint to the kernel, which affects performance only.</summary>
    /// <param name="data">The start of the memory.</param>
    /// <param name="bytes">How much there is of it.</param>
    /// <param name="least">Below this the hint would cost more than it gains.</param>
    internal static void Hint(nint data, long bytes, long least = Mapped)
    {
        if (bytes < least || !OperatingSystem.IsLinux())
        {
            return;
        }

        nint page = Environment.SystemPageSize;
        var first = (data + page - 1) & -page;
        try
        {
            _ = Advise(first, ((nint)(data + bytes) - first) & -page, HugePages);
        }
        catch (Exception missing) when (missing is EntryPointNotFoundException or DllNotFoundException)
        {
            // Another libc. Then it takes its time.
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint address, nint length, int advice);
}
