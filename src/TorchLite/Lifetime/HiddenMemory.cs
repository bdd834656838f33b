using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TorchLite.Lifetime;

/// <summary>
/// Memory that the ledger does not have. A recorded result holds what its gradient will need, though the tensors themselves may be disposed;
/// a view holds the storage of a tensor that is. So now and then the ledger is compared with what is really allocated, where the C library
/// tells that, as glibc does. Elsewhere garbage is looked for whenever enough was made to hide it.
/// </summary>
internal static partial class HiddenMemory
{
    // Often enough for what a thread can fill in between, and seldom enough to cost nothing.
    private static readonly long Pause = Stopwatch.Frequency / 1000;

    private const long Little = 8 << 20;

    private static long hidden;

    // What the ledger says was left behind, at the last look.
    private static long leftThen;

    // The least that there was: what libtorch has for itself.
    private static long usual = long.MaxValue;
    private static long next;
    private static long lastTook;
    private static long made;
    private static bool hasNoMallinfo = !OperatingSystem.IsLinux();

    /// <summary>How much there is: what was found at the last look, and what the ledger says was left behind since.</summary>
    internal static long Bytes => With(ThreadLedger.Sum().Left);

    /// <summary>The same, where what was left behind is added up already.</summary>
    internal static long With(long left) => hasNoMallinfo ? 0 : Math.Max(0, Volatile.Read(ref hidden) + left - Volatile.Read(ref leftThen));

    /// <summary>Looks how much there is, where the last look is long enough ago.</summary>
    internal static void Look()
    {
        var start = Stopwatch.GetTimestamp();
        if (start < Volatile.Read(ref next) || hasNoMallinfo)
        {
            return;
        }

        var now = Math.Max(0, Allocated() - MemoryLedger.Booked);
        if (hasNoMallinfo)
        {
            return;
        }

        usual = Math.Min(usual, now);
        Volatile.Write(ref hidden, now - usual);
        Volatile.Write(ref leftThen, ThreadLedger.Sum().Left);

        // A fraction of a microsecond; but milliseconds where a hundred thousand freed blocks lie between those in use. A look that was
        // interrupted takes long as well: that does not happen twice in a row.
        var took = Stopwatch.GetTimestamp() - start;
        (var cost, lastTook) = (Math.Min(took, lastTook), took);
        Volatile.Write(ref next, start + Math.Max(Pause, 50 * cost));
    }

    /// <summary>
    /// Whether, nothing telling what is allocated, so much was made since this was last so that it is worth a look, whatever became of it.
    /// </summary>
    /// <param name="bytes">What was made since the last question.</param>
    internal static bool IsDue(long bytes)
    {
        if (!hasNoMallinfo || Interlocked.Add(ref made, bytes) < Collector.Budget / 2)
        {
            return false;
        }

        Volatile.Write(ref made, 0);
        return true;
    }

    /// <summary>Looks now, unless that takes long and little can be hidden.</summary>
    internal static void LookAgain()
    {
        if (lastTook < Pause / 20 || Bytes > Little)
        {
            Volatile.Write(ref next, 0);
            Look();
        }
    }

    /// <summary>Whether <see cref="Allocated"/> is exact.</summary>
    internal static bool CanTell
    {
        get
        {
            if (!hasNoMallinfo)
            {
                Allocated();
            }

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
