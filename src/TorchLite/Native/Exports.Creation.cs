using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTensor_polar")]
    internal static partial nint Polar(nint abs, nint angle);

    [LibraryImport(Library, EntryPoint = "THSTensor_complex")]
    internal static partial nint Complex(nint real, nint imag);
}
