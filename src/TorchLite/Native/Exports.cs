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

    // TorchSharp's own nanmean passes a number where the function takes an array: the process dies.
    internal static Raw Nanmean(Raw tensor, long[] dims, bool keepdim, Ts.ScalarType dtype)
    {
        fixed (long* first = dims)
        {
            return Take(THSTensor_nanmean(tensor.Handle, first, dims.Length, keepdim, (sbyte)dtype));
        }
    }

    // TorchSharp's own makes a scalar that the finalizer thread may free during the call.
    internal static Raw VectorNorm(Raw tensor, double order, long[] dims, bool keepdim)
    {
        var scalar = THSTorch_float64_to_scalar(order);
        try
        {
            fixed (long* first = dims)
            {
                return Take(THSLinalg_vector_norm(tensor.Handle, scalar, first, dims.Length, keepdim));
            }
        }
        finally
        {
            THSTorch_dispose_scalar(scalar);
        }
    }

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
    private static partial nint THSTorch_float64_to_scalar(double value);

    [LibraryImport(Library)]
    private static partial void THSTorch_dispose_scalar(nint scalar);

    [LibraryImport(Library)]
    private static partial nint THSLinalg_vector_norm(
        nint tensor, nint order, long* dims, int count, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library)]
    private static partial nint THSTensor_std_mean_along_dimensions(
        nint tensor, long* dims, int count,
        [MarshalAs(UnmanagedType.U1)] bool unbiased, [MarshalAs(UnmanagedType.U1)] bool keepdim, nint* mean);

    [LibraryImport(Library)]
    private static partial nint THSTensor_var_mean_along_dimensions(
        nint tensor, long* dims, int count,
        [MarshalAs(UnmanagedType.U1)] bool unbiased, [MarshalAs(UnmanagedType.U1)] bool keepdim, nint* mean);

    [LibraryImport(Library)]
    private static partial nint THSTensor_nanmean(
        nint tensor, long* dims, int count, [MarshalAs(UnmanagedType.U1)] bool keepdim, sbyte dtype);
}
