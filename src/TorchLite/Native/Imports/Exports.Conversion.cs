using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTensor_clone")]
    internal static partial nint Clone(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_contiguous")]
    internal static partial nint Contiguous(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_copy_")]
    internal static partial void Copy_(nint tensor, nint source, [MarshalAs(UnmanagedType.U1)] bool nonBlocking);

    [LibraryImport(Library, EntryPoint = "THSTensor_fill_")]
    internal static partial void Fill_(nint tensor, nint value);

    [LibraryImport(Library, EntryPoint = "THSTensor_item")]
    internal static partial nint Item(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_to_type_and_device")]
    internal static partial nint To(
        nint tensor, sbyte dtype, int device, int index, [MarshalAs(UnmanagedType.U1)] bool copy, [MarshalAs(UnmanagedType.U1)] bool nonBlocking);
}
