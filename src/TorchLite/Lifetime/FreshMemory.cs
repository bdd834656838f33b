using System.Runtime.InteropServices;

namespace TorchLite.Lifetime;

/// <summary>
/// Memory that was just allocated and is about to be filled. A block beyond glibc's threshold is mapped anew each time; its pages, faulted
/// in one by one, would take longer than the copy. In large pages they take a third of that.
/// </summary>
internal static partial class FreshMemory
{
    private const long Mapped = 32 << 20;
    private const nint Page = 4096;
    private const int HugePages = 14;

    /// <summary>A hint to the kernel, which changes nothing but the time.</summary>
    internal static void Hint(nint data, long bytes)
    {
        if (bytes < Mapped || !OperatingSystem.IsLinux())
        {
            return;
        }

        var first = (data + Page - 1) & ~(Page - 1);
        try
        {
            _ = Advise(first, (nint)(data + bytes - first), HugePages);
        }
        catch (Exception missing) when (missing is EntryPointNotFoundException or DllNotFoundException)
        {
            // Another libc. Then it takes its time.
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint address, nint length, int advice);
}
