using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// Functions of LibTorchSharp that TorchSharp itself calls wrongly or not at all. To be used inside the gate, which keeps the tensors
/// alive and translates the errors.
/// </summary>
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

    private static Raw Take(nint handle) => handle == 0 ? throw LastError() : Raw.UnsafeCreateTensor(handle);

    private static ExternalException LastError() => new(Marshal.PtrToStringUTF8(THSTorch_get_and_reset_last_err()) ?? "libtorch gave no reason");

    [LibraryImport(Library)]
    private static partial nint THSTorch_get_and_reset_last_err();

    [LibraryImport(Library)]
    private static partial nint THSTensor_nanmean(nint tensor, long* dims, int count, [MarshalAs(UnmanagedType.U1)] bool keepdim, sbyte dtype);
}
