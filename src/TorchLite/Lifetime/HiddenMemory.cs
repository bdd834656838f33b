using System.Runtime.InteropServices;

namespace TorchLite.Lifetime;

/// <summary>
/// Memory that the books do not have. A recorded result holds what its gradient will need, though the tensors themselves may be disposed;
/// a view holds the storage of a tensor that is. So now and then the books are compared with what is really allocated.
/// </summary>
internal static partial class HiddenMemory
{
    private static long made;
    private static long usual = long.MaxValue;
    private static bool hasNoMallinfo = !OperatingSystem.IsLinux();

    /// <summary>Says that so many bytes were made, and looks after every half budget of them.</summary>
    internal static void Made(long bytes)
    {
        if (Interlocked.Add(ref made, bytes) < Collector.Budget / 2)
        {
            return;
        }

        Interlocked.Exchange(ref made, 0);
        var now = Now();
        if (now <= usual)
        {
            usual = now;
        }
        else if (IsTooMuch())
        {
            Collector.Collect(IsTooMuch);
            usual = Now();
        }
    }

    private static bool IsTooMuch() => Now() > usual + Math.Max(Collector.Budget / 2, usual / 2);

    private static long Now() => Math.Max(0, Allocated() - NativeMemory.Of(default).Weight);

    /// <summary>Whether <see cref="Allocated"/> is exact.</summary>
    internal static bool CanTell
    {
        get
        {
            Allocated();
            return !hasNoMallinfo;
        }
    }

    /// <summary>The bytes that native code allocated and did not free.</summary>
    internal static long Allocated()
    {
        try
        {
            if (!hasNoMallinfo)
            {
                var info = Mallinfo();
                return (long)(info.InUse + info.Mapped);
            }
        }
        catch (Exception missing) when (missing is EntryPointNotFoundException or DllNotFoundException)
        {
            hasNoMallinfo = true;
        }

        // Includes what was freed and not handed back to the system; .NET's own objects look after themselves.
        return Environment.WorkingSet - GC.GetTotalMemory(false);
    }

    [LibraryImport("libc", EntryPoint = "mallinfo2")]
    private static partial MallocInfo Mallinfo();

    // glibc's struct mallinfo2.
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct MallocInfo
    {
        private readonly nuint arena, ordblks, smblks, hblks, hblkhd, usmblks, fsmblks, uordblks, fordblks, keepcost;

        internal nuint Mapped => hblkhd;

        internal nuint InUse => uordblks;
    }
}
