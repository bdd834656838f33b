using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// Functions of LibTorchSharp that TorchSharp itself calls wrongly or not at all. To be used inside the gate, which keeps the tensors
/// alive and translates the errors.
/// </summary>
[StackTraceHidden]
internal static unsafe partial class Exports
{
    private const string Library = "LibTorchSharp";

    /// <summary>The error of the last call on this thread, once; null where it went well.</summary>
    internal static TorchException? TakeError() => CppGuard.TakeText() is not 0 and var text ? ErrorOf(text) : null;

    /// <summary>The error of a call that is known to have failed.</summary>
    internal static TorchException LastError() => TakeError() ?? new TorchException("libtorch gave no reason");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TorchException ErrorOf(nint text)
    {
        var message = Marshal.PtrToStringUTF8(text)!;

        // A copy made by strdup, which is the caller's.
        System.Runtime.InteropServices.NativeMemory.Free((void*)text);
        return Errors.Error.From(message);
    }
}
