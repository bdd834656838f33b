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

    // TorchSharp's var_mean answers with the standard deviation.
    internal static (Raw, Raw) StdMean(Raw tensor, long[] dims, bool unbiased, bool keepdim)
    {
        fixed (long* first = dims)
        {
            nint mean;
            var spread = Take(THSTensor_std_mean_along_dimensions(tensor.Handle, first, dims.Length, unbiased, keepdim, &mean));
            return (spread, Take(mean));
        }
    }

    internal static (Raw, Raw) VarMean(Raw tensor, long[] dims, bool unbiased, bool keepdim)
    {
        fixed (long* first = dims)
        {
            nint mean;
            var spread = Take(THSTensor_var_mean_along_dimensions(tensor.Handle, first, dims.Length, unbiased, keepdim, &mean));
            return (spread, Take(mean));
        }
    }

    /// <summary>Makes a call that has no result, and asks whether it went well.</summary>
    internal static bool Checked<TArgs>(Action<nint, TArgs> op, nint tensor, TArgs args)
    {
        op(tensor, args);
        return TakeError() is { } error ? throw error : true;
    }

    private static Raw Checked(Raw tensor) => TakeError() is { } error ? throw error : tensor;

    private static Raw Take(nint handle) => handle == 0 ? throw LastError() : Raw.UnsafeCreateTensor(handle);

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

    [LibraryImport(Library)]
    private static partial nint THSTensor_std_mean_along_dimensions(
        nint tensor, long* dims, int count,
        [MarshalAs(UnmanagedType.U1)] bool unbiased, [MarshalAs(UnmanagedType.U1)] bool keepdim, nint* mean);

    [LibraryImport(Library)]
    private static partial nint THSTensor_var_mean_along_dimensions(
        nint tensor, long* dims, int count,
        [MarshalAs(UnmanagedType.U1)] bool unbiased, [MarshalAs(UnmanagedType.U1)] bool keepdim, nint* mean);
}
