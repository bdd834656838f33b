using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// LibTorchSharp's functions, by the sections of <c>Ops</c>. To be used inside the gate, which keeps the tensors alive and translates the
/// errors: a function gives a new handle, or 0 and an error.
/// </summary>
[StackTraceHidden]
internal static unsafe partial class Exports
{
    private const string Library = "LibTorchSharp";

    /// <summary>Makes a call that has no result, and asks whether it went well.</summary>
    internal static bool Checked<TArgs>(Action<nint, TArgs> op, nint tensor, TArgs args)
    {
        op(tensor, args);
        return TakeError() is { } error ? throw error : true;
    }

    /// <summary>The error of the last call on this thread, once; null where it went well.</summary>
    internal static TorchException? TakeError() => CppGuard.TakeText() is not 0 and var text ? ErrorOf(text) : null;

    /// <summary>The error of a call that is known to have failed.</summary>
    internal static TorchException LastError() => TakeError() ?? new TorchException("libtorch gave no reason");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TorchException ErrorOf(nint text)
    {
        var message = Marshal.PtrToStringUTF8(text)!;

        // A copy made by strdup, which is the caller's.
        NativeMemory.Free((void*)text);
        return Errors.ErrorTranslator.From(message);
    }
}
