using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static unsafe partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTensor_all")]
    internal static partial nint All(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_all_along_dimension")]
    internal static partial nint All(nint tensor, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library, EntryPoint = "THSTensor_amax")]
    internal static partial nint Amax(nint tensor, long[] dims, int count, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library, EntryPoint = "THSTensor_amin")]
    internal static partial nint Amin(nint tensor, long[] dims, int count, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library, EntryPoint = "THSTensor_aminmax")]
    internal static partial nint Aminmax(nint tensor, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim, out nint max);

    [LibraryImport(Library, EntryPoint = "THSTensor_any")]
    internal static partial nint Any(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_any_along_dimension")]
    internal static partial nint Any(nint tensor, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library, EntryPoint = "THSTensor_argmax")]
    internal static partial nint Argmax(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_argmax_along_dimension")]
    internal static partial nint Argmax(nint tensor, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library, EntryPoint = "THSTensor_argmin")]
    internal static partial nint Argmin(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_argmin_along_dimension")]
    internal static partial nint Argmin(nint tensor, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library, EntryPoint = "THSTensor_bincount")]
    internal static partial nint Bincount(nint tensor, nint weights, long minlength);

    [LibraryImport(Library, EntryPoint = "THSTensor_count_nonzero")]
    internal static partial nint CountNonzero(nint tensor, long[] dims, int count);

    [LibraryImport(Library, EntryPoint = "THSTensor_cummax")]
    internal static partial void Cummax(nint tensor, nint room, long dim);

    [LibraryImport(Library, EntryPoint = "THSTensor_cummin")]
    internal static partial void Cummin(nint tensor, nint room, long dim);

    [LibraryImport(Library, EntryPoint = "THSTensor_cumprod")]
    internal static partial nint Cumprod(nint tensor, long dim, [MarshalAs(UnmanagedType.U1)] bool hasDtype, sbyte dtype);

    [LibraryImport(Library, EntryPoint = "THSTensor_cumsum")]
    internal static partial nint Cumsum(nint tensor, long dim, [MarshalAs(UnmanagedType.U1)] bool hasDtype, sbyte dtype);

    [LibraryImport(Library, EntryPoint = "THSTensor_cumulative_trapezoid_x")]
    internal static partial nint CumulativeTrapezoid(nint y, nint x, long dim);

    [LibraryImport(Library, EntryPoint = "THSTensor_histc")]
    internal static partial nint Histc(nint tensor, long bins, long min, long max);

    /// <summary>The counts; the edges that come with them are let go.</summary>
    internal static nint Histogram(nint tensor, long bins, double min, double max)
    {
        var range = stackalloc[] { min, max };
        nint edges = 0;
        var counts = THSTensor_histogram_i(tensor, bins, range, 2, 0, false, &edges);
        if (edges != 0)
        {
            LibTorch.Delete(edges);
        }

        return counts;
    }

    [LibraryImport(Library, EntryPoint = "THSTensor_logcumsumexp")]
    internal static partial nint Logcumsumexp(nint tensor, long dim);

    [LibraryImport(Library, EntryPoint = "THSTensor_logsumexp")]
    internal static partial nint Logsumexp(nint tensor, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library, EntryPoint = "THSTensor_max")]
    internal static partial nint Max(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_max_along_dimension")]
    internal static partial void Max(nint tensor, nint room, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library, EntryPoint = "THSTensor_mean")]
    internal static partial nint Mean(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_mean_along_dimensions")]
    internal static partial nint Mean(
        nint tensor, long[] dims, int count,
        [MarshalAs(UnmanagedType.U1)] bool keepdim, [MarshalAs(UnmanagedType.U1)] bool hasType, sbyte dtype);

    [LibraryImport(Library, EntryPoint = "THSTensor_median")]
    internal static partial nint Median(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_min")]
    internal static partial nint Min(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_min_along_dimension")]
    internal static partial void Min(nint tensor, nint room, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library, EntryPoint = "THSTensor_mode")]
    internal static partial void Mode(nint tensor, nint room, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library, EntryPoint = "THSTensor_nanmean")]
    internal static partial nint Nanmean(
        nint tensor, long[] dims, int count, [MarshalAs(UnmanagedType.U1)] bool keepdim, sbyte dtype);

    [LibraryImport(Library, EntryPoint = "THSTensor_nanmedian")]
    internal static partial nint Nanmedian(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_prod")]
    internal static partial nint Prod(nint tensor, [MarshalAs(UnmanagedType.U1)] bool hasDtype, sbyte dtype);

    [LibraryImport(Library, EntryPoint = "THSTensor_prod_along_dimensions")]
    internal static partial nint Prod(
        nint tensor, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim, [MarshalAs(UnmanagedType.U1)] bool hasDtype, sbyte dtype);

    [LibraryImport(Library, EntryPoint = "THSTensor_std_along_dimensions")]
    internal static partial nint Std(
        nint tensor, long[] dims, int count, [MarshalAs(UnmanagedType.U1)] bool unbiased, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library, EntryPoint = "THSTensor_std_mean_along_dimensions")]
    internal static partial nint StdMean(
        nint tensor, long[] dims, int count, [MarshalAs(UnmanagedType.U1)] bool unbiased, [MarshalAs(UnmanagedType.U1)] bool keepdim,
        out nint mean);

    [LibraryImport(Library, EntryPoint = "THSTensor_sum")]
    internal static partial nint Sum(nint tensor, [MarshalAs(UnmanagedType.U1)] bool hasType, sbyte dtype);

    [LibraryImport(Library, EntryPoint = "THSTensor_sum_along_dimensions")]
    internal static partial nint Sum(
        nint tensor, long[] dims, int count,
        [MarshalAs(UnmanagedType.U1)] bool keepdim, [MarshalAs(UnmanagedType.U1)] bool hasType, sbyte dtype);

    [LibraryImport(Library, EntryPoint = "THSTensor_trapezoid_x")]
    internal static partial nint Trapezoid(nint y, nint x, long dim);

    /// <summary>The values, then the places of the elements among them and the counts, where asked for.</summary>
    internal static nint[] Unique(nint tensor, long? dim, bool sorted, bool inverse, bool counts)
    {
        nint places = 0, numbers = 0;
        var values = dim is { } given
            ? THSTensor_unique_dim(tensor, given, sorted, inverse, counts, &places, &numbers)
            : THSTensor_unique(tensor, sorted, inverse, counts, &places, &numbers);
        return WithoutMissing(values, places, numbers);
    }

    /// <inheritdoc cref="Unique"/>
    internal static nint[] UniqueConsecutive(nint tensor, long? dim, bool inverse, bool counts)
    {
        nint places = 0, numbers = 0;
        var values = dim is { } given
            ? THSTensor_unique_dim_consecutive(tensor, given, inverse, counts, &places, &numbers)
            : THSTensor_unique_consecutive(tensor, inverse, counts, &places, &numbers);
        return WithoutMissing(values, places, numbers);
    }

    private static nint[] WithoutMissing(nint values, nint places, nint numbers) => (places, numbers) switch
    {
        (0, 0) => [values],
        (_, 0) => [values, places],
        (0, _) => [values, numbers],
        _ => [values, places, numbers],
    };

    [LibraryImport(Library, EntryPoint = "THSTensor_var_along_dimensions")]
    internal static partial nint Var(
        nint tensor, long[] dims, int count, [MarshalAs(UnmanagedType.U1)] bool unbiased, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library, EntryPoint = "THSTensor_var_mean_along_dimensions")]
    internal static partial nint VarMean(
        nint tensor, long[] dims, int count, [MarshalAs(UnmanagedType.U1)] bool unbiased, [MarshalAs(UnmanagedType.U1)] bool keepdim,
        out nint mean);

    [LibraryImport(Library)]
    private static partial nint THSTensor_histogram_i(
        nint tensor, long bins, double* range, int count, nint weight, [MarshalAs(UnmanagedType.U1)] bool density, nint* edges);

    [LibraryImport(Library)]
    private static partial nint THSTensor_unique(
        nint tensor, [MarshalAs(UnmanagedType.U1)] bool sorted, [MarshalAs(UnmanagedType.U1)] bool inverse,
        [MarshalAs(UnmanagedType.U1)] bool counts, nint* places, nint* numbers);

    [LibraryImport(Library)]
    private static partial nint THSTensor_unique_consecutive(
        nint tensor, [MarshalAs(UnmanagedType.U1)] bool inverse, [MarshalAs(UnmanagedType.U1)] bool counts, nint* places, nint* numbers);

    [LibraryImport(Library)]
    private static partial nint THSTensor_unique_dim(
        nint tensor, long dim, [MarshalAs(UnmanagedType.U1)] bool sorted, [MarshalAs(UnmanagedType.U1)] bool inverse,
        [MarshalAs(UnmanagedType.U1)] bool counts, nint* places, nint* numbers);

    [LibraryImport(Library)]
    private static partial nint THSTensor_unique_dim_consecutive(
        nint tensor, long dim, [MarshalAs(UnmanagedType.U1)] bool inverse, [MarshalAs(UnmanagedType.U1)] bool counts,
        nint* places, nint* numbers);
}
