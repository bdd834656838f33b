using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTensor_atleast_1d")]
    internal static partial nint Atleast1d(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_atleast_2d")]
    internal static partial nint Atleast2d(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_atleast_3d")]
    internal static partial nint Atleast3d(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_fliplr")]
    internal static partial nint Fliplr(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_flipud")]
    internal static partial nint Flipud(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_ravel")]
    internal static partial nint Ravel(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_view_as_complex")]
    internal static partial nint ViewAsComplex(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_view_as_real")]
    internal static partial nint ViewAsReal(nint tensor);
}
