using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTensor_median")]
    internal static partial nint Median(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_nanmedian")]
    internal static partial nint Nanmedian(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_prod")]
    internal static partial nint Prod(nint tensor, [MarshalAs(UnmanagedType.U1)] bool hasDtype, sbyte dtype);

    [LibraryImport(Library, EntryPoint = "THSTensor_prod_along_dimensions")]
    internal static partial nint Prod(
        nint tensor, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim, [MarshalAs(UnmanagedType.U1)] bool hasDtype, sbyte dtype);

    [LibraryImport(Library, EntryPoint = "THSTensor_cumsum")]
    internal static partial nint Cumsum(nint tensor, long dim, [MarshalAs(UnmanagedType.U1)] bool hasDtype, sbyte dtype);

    [LibraryImport(Library, EntryPoint = "THSTensor_cumprod")]
    internal static partial nint Cumprod(nint tensor, long dim, [MarshalAs(UnmanagedType.U1)] bool hasDtype, sbyte dtype);

    [LibraryImport(Library, EntryPoint = "THSTensor_logcumsumexp")]
    internal static partial nint Logcumsumexp(nint tensor, long dim);

    [LibraryImport(Library, EntryPoint = "THSTensor_amax")]
    internal static partial nint Amax(nint tensor, long[] dims, int count, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library, EntryPoint = "THSTensor_amin")]
    internal static partial nint Amin(nint tensor, long[] dims, int count, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library, EntryPoint = "THSTensor_all_along_dimension")]
    internal static partial nint All(nint tensor, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library, EntryPoint = "THSTensor_any_along_dimension")]
    internal static partial nint Any(nint tensor, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library, EntryPoint = "THSTensor_logsumexp")]
    internal static partial nint Logsumexp(nint tensor, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library, EntryPoint = "THSTensor_trapezoid_x")]
    internal static partial nint Trapezoid(nint y, nint x, long dim);

    [LibraryImport(Library, EntryPoint = "THSTensor_cumulative_trapezoid_x")]
    internal static partial nint CumulativeTrapezoid(nint y, nint x, long dim);

    [LibraryImport(Library, EntryPoint = "THSTensor_cummax")]
    internal static partial void Cummax(nint tensor, nint room, long dim);

    [LibraryImport(Library, EntryPoint = "THSTensor_cummin")]
    internal static partial void Cummin(nint tensor, nint room, long dim);

    [LibraryImport(Library, EntryPoint = "THSTensor_max_along_dimension")]
    internal static partial void Max(nint tensor, nint room, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library, EntryPoint = "THSTensor_min_along_dimension")]
    internal static partial void Min(nint tensor, nint room, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library, EntryPoint = "THSTensor_mode")]
    internal static partial void Mode(nint tensor, nint room, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library, EntryPoint = "THSTensor_aminmax")]
    internal static partial nint Aminmax(nint tensor, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim, out nint max);

    [LibraryImport(Library, EntryPoint = "THSTensor_bincount")]
    internal static partial nint Bincount(nint tensor, nint weights, long minlength);

    [LibraryImport(Library, EntryPoint = "THSTensor_histc")]
    internal static partial nint Histc(nint tensor, long bins, long min, long max);

    [LibraryImport(Library, EntryPoint = "THSTensor_nanmean")]
    internal static partial nint Nanmean(
        nint tensor, long[] dims, int count, [MarshalAs(UnmanagedType.U1)] bool keepdim, sbyte dtype);

    [LibraryImport(Library, EntryPoint = "THSTensor_count_nonzero")]
    internal static partial nint CountNonzero(nint tensor, long[] dims, int count);

    [LibraryImport(Library, EntryPoint = "THSTensor_std_along_dimensions")]
    internal static partial nint Std(
        nint tensor, long[] dims, int count, [MarshalAs(UnmanagedType.U1)] bool unbiased, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library, EntryPoint = "THSTensor_var_along_dimensions")]
    internal static partial nint Var(
        nint tensor, long[] dims, int count, [MarshalAs(UnmanagedType.U1)] bool unbiased, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library, EntryPoint = "THSTensor_std_mean_along_dimensions")]
    internal static partial nint StdMean(
        nint tensor, long[] dims, int count, [MarshalAs(UnmanagedType.U1)] bool unbiased, [MarshalAs(UnmanagedType.U1)] bool keepdim,
        out nint mean);

    [LibraryImport(Library, EntryPoint = "THSTensor_var_mean_along_dimensions")]
    internal static partial nint VarMean(
        nint tensor, long[] dims, int count, [MarshalAs(UnmanagedType.U1)] bool unbiased, [MarshalAs(UnmanagedType.U1)] bool keepdim,
        out nint mean);
}
