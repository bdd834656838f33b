using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTensor_randint_out")]
    internal static partial nint RandintOut(nint generator, long low, long high, long[] sizes, int count, nint result);
}
