using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTensor_median")]
    internal static partial nint Median(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_nanmedian")]
    internal static partial nint Nanmedian(nint tensor);
}
