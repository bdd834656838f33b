using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTorch_get_num_interop_threads")]
    internal static partial int GetNumInteropThreads();

    [LibraryImport(Library, EntryPoint = "THSTorch_get_num_threads")]
    internal static partial int GetNumThreads();

    [LibraryImport(Library, EntryPoint = "THSTorch_set_num_interop_threads")]
    internal static partial void SetNumInteropThreads(int count);

    [LibraryImport(Library, EntryPoint = "THSTorch_set_num_threads")]
    internal static partial void SetNumThreads(int count);
}
