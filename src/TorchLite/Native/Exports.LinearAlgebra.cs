using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTensor_inner")]
    internal static partial nint Inner(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_kron")]
    internal static partial nint Kron(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_outer")]
    internal static partial nint Outer(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_dot")]
    internal static partial nint Dot(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_vdot")]
    internal static partial nint Vdot(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_addmm")]
    internal static partial nint Addmm(nint tensor, nint mat1, nint mat2, float beta, float alpha);

    [LibraryImport(Library, EntryPoint = "THSTensor_addmv")]
    internal static partial nint Addmv(nint tensor, nint mat, nint vec, float beta, float alpha);

    [LibraryImport(Library, EntryPoint = "THSTensor_addbmm")]
    internal static partial nint Addbmm(nint tensor, nint batch1, nint batch2, float beta, float alpha);

    [LibraryImport(Library, EntryPoint = "THSTensor_trace")]
    internal static partial nint Trace(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_logdet")]
    internal static partial nint Logdet(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_cross")]
    internal static partial nint Cross(nint left, nint right, long dim);
}
