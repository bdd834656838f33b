using System.Runtime.InteropServices;

namespace TorchLite.Files;

/// <summary>
/// Asks Linux for memory in large pages, as NumPy does: a page of 4 kB costs more on its first touch than the bytes that are read into it.
/// </summary>
internal static unsafe partial class LargePages
{
    private const int Worthwhile = 1 << 22;
    private const int HugePage = 14; // MADV_HUGEPAGE

    /// <summary>Asks for it, where there is enough memory. Whether it is granted makes no difference but in time.</summary>
    internal static void Advise(byte* memory, long count)
    {
        if (count < Worthwhile || !OperatingSystem.IsLinux())
        {
            return;
        }

        nint page = Environment.SystemPageSize;
        var start = ((nint)memory + page - 1) & -page;
        _ = Advise(start, (nuint)(((nint)memory + (nint)count - start) & -page), HugePage);
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint start, nuint length, int advice);
}
