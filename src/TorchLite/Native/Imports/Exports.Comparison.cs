using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTensor_eq")]
    internal static partial nint Eq(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_eq_scalar")]
    internal static partial nint EqScalar(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_eq_scalar_")]
    internal static partial void EqScalar_(nint tensor, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_eq_")]
    internal static partial void Eq_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_equal")]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool Equal(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_fmax")]
    internal static partial nint Fmax(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_fmin")]
    internal static partial nint Fmin(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_ge")]
    internal static partial nint Ge(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_ge_scalar")]
    internal static partial nint GeScalar(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_ge_scalar_")]
    internal static partial void GeScalar_(nint tensor, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_ge_")]
    internal static partial void Ge_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_gt")]
    internal static partial nint Gt(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_gt_scalar")]
    internal static partial nint GtScalar(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_gt_scalar_")]
    internal static partial void GtScalar_(nint tensor, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_gt_")]
    internal static partial void Gt_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_isclose")]
    internal static partial nint Isclose(nint left, nint right, double rtol, double atol, [MarshalAs(UnmanagedType.U1)] bool equalNan);

    [LibraryImport(Library, EntryPoint = "THSTensor_isfinite")]
    internal static partial nint Isfinite(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_isin")]
    internal static partial nint Isin(nint elements, nint testElements, [MarshalAs(UnmanagedType.U1)] bool assumeUnique, [MarshalAs(UnmanagedType.U1)] bool invert);

    [LibraryImport(Library, EntryPoint = "THSTensor_isinf")]
    internal static partial nint Isinf(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_isnan")]
    internal static partial nint Isnan(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_isneginf")]
    internal static partial nint Isneginf(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_isposinf")]
    internal static partial nint Isposinf(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_isreal")]
    internal static partial nint Isreal(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_kthvalue")]
    internal static partial nint Kthvalue(nint tensor, long k, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim, out nint indices);

    [LibraryImport(Library, EntryPoint = "THSTensor_le")]
    internal static partial nint Le(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_le_scalar")]
    internal static partial nint LeScalar(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_le_scalar_")]
    internal static partial void LeScalar_(nint tensor, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_le_")]
    internal static partial void Le_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_lt")]
    internal static partial nint Lt(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_lt_scalar")]
    internal static partial nint LtScalar(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_lt_scalar_")]
    internal static partial void LtScalar_(nint tensor, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_lt_")]
    internal static partial void Lt_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_max_elementwise")]
    internal static partial nint Maximum(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_min_elementwise")]
    internal static partial nint Minimum(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_msort")]
    internal static partial nint Msort(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_ne")]
    internal static partial nint Ne(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_ne_scalar")]
    internal static partial nint NeScalar(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_ne_scalar_")]
    internal static partial void NeScalar_(nint tensor, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_ne_")]
    internal static partial void Ne_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_sort")]
    internal static partial nint Sort(
        nint tensor, long dim, [MarshalAs(UnmanagedType.U1)] bool descending, [MarshalAs(UnmanagedType.U1)] bool stable, out nint indices);

    [LibraryImport(Library, EntryPoint = "THSTensor_topk")]
    internal static partial void Topk(
        nint tensor, nint room, int k, long dim, [MarshalAs(UnmanagedType.U1)] bool largest, [MarshalAs(UnmanagedType.U1)] bool sorted);
}
