using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// The stack on which a thread of .NET learns of a null reference: the runtime makes it of 16 KB, of which a page is a guard. Where a kernel of
/// libtorch computes in the tiles of newer processors (Intel's AMX; products in bfloat16 do), the thread's registers alone are 12 KB from then
/// on, and the next null reference, in whatever code, would end the process without a word instead of being thrown.
/// </summary>
internal static unsafe partial class SignalStack
{
    // AT_MINSIGSTKSZ: what the registers may take.
    private const int LargestFrame = 51;

    // SS_ONSTACK and SS_DISABLE: it is in use, or there is none, and signals come on the thread's own stack.
    private const int IsOtherwise = 3;

    // What the runtime's handler takes, and the page below it; and how large a stack is that is made here.
    private const nint Handler = 12 << 10, Size = 64 << 10;

    // Those of threads that are gone, for the next ones. They stay: whether a thread that has ended gets no signal any more is not known.
    private static readonly ConcurrentBag<nint> Unused = [];

    /// <summary>Gives this thread a larger one where the runtime's is too small.</summary>
    /// <returns>The new one, for <see cref="Return"/>; 0 where the runtime's stays.</returns>
    internal static nint Widen()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            return 0;
        }

        try
        {
            Stack old;
            if (Change(null, &old) != 0 || (old.Flags & IsOtherwise) != 0 || old.Size >= Auxiliary(LargestFrame) + Handler)
            {
                return 0;
            }

            nint page = Environment.SystemPageSize;
            var wide = new Stack { Start = Unused.TryTake(out var used) ? used : Pages.Map(Size), Size = Size };
            if (wide.Start == 0 || !Pages.Permit(wide.Start, page, Pages.None) || Change(&wide, null) != 0)
            {
                Return(wide.Start);
                return 0;
            }

            // The runtime frees only what it finds in its place.
            if (old.Start % page == 0)
            {
                Pages.Free(old.Start, old.Size);
            }

            return wide.Start;
        }
        catch (Exception missing) when (missing is EntryPointNotFoundException or DllNotFoundException)
        {
            // Another libc: it stays as it is.
            return 0;
        }
    }

    /// <summary>Takes back what a thread had that is gone.</summary>
    internal static void Return(nint stack)
    {
        if (stack != 0)
        {
            Unused.Add(stack);
        }
    }

    [LibraryImport("libc", EntryPoint = "sigaltstack")]
    private static partial int Change(Stack* now, Stack* old);

    [LibraryImport("libc", EntryPoint = "getauxval")]
    private static partial nint Auxiliary(nint type);

    /// <summary>stack_t.</summary>
    private struct Stack
    {
        internal nint Start;
        internal int Flags;
        internal nint Size;
    }
}
