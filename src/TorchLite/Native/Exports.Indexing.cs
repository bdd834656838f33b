using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTensor_argwhere")]
    internal static partial nint Argwhere(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_nonzero")]
    internal static partial nint Nonzero(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_take")]
    internal static partial nint Take(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_take_along_dim_dflt")]
    internal static partial nint TakeAlongDim(nint left, nint right);
}
