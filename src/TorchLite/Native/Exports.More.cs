using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <content>What TorchSharp has only in part: several results of unique, fractions in histc.</content>
internal static unsafe partial class Exports
{
    /// <summary>The values, then the places of the elements among them and the counts, where asked for.</summary>
    internal static nint[] Unique(nint tensor, long? dim, bool sorted, bool inverse, bool counts)
    {
        nint places = 0, numbers = 0;
        var values = dim is { } given
            ? THSTensor_unique_dim(tensor, given, sorted, inverse, counts, &places, &numbers)
            : THSTensor_unique(tensor, sorted, inverse, counts, &places, &numbers);
        return Present(values, places, numbers);
    }

    /// <inheritdoc cref="Unique"/>
    internal static nint[] UniqueConsecutive(nint tensor, long? dim, bool inverse, bool counts)
    {
        nint places = 0, numbers = 0;
        var values = dim is { } given
            ? THSTensor_unique_dim_consecutive(tensor, given, inverse, counts, &places, &numbers)
            : THSTensor_unique_consecutive(tensor, inverse, counts, &places, &numbers);
        return Present(values, places, numbers);
    }

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

    private static nint[] Present(nint values, nint places, nint numbers) => (places, numbers) switch
    {
        (0, 0) => [values],
        (_, 0) => [values, places],
        (0, _) => [values, numbers],
        _ => [values, places, numbers],
    };

    [LibraryImport(Library)]
    private static partial nint THSTensor_unique(
        nint tensor, [MarshalAs(UnmanagedType.U1)] bool sorted, [MarshalAs(UnmanagedType.U1)] bool inverse,
        [MarshalAs(UnmanagedType.U1)] bool counts, nint* places, nint* numbers);

    [LibraryImport(Library)]
    private static partial nint THSTensor_unique_dim(
        nint tensor, long dim, [MarshalAs(UnmanagedType.U1)] bool sorted, [MarshalAs(UnmanagedType.U1)] bool inverse,
        [MarshalAs(UnmanagedType.U1)] bool counts, nint* places, nint* numbers);

    [LibraryImport(Library)]
    private static partial nint THSTensor_unique_consecutive(
        nint tensor, [MarshalAs(UnmanagedType.U1)] bool inverse, [MarshalAs(UnmanagedType.U1)] bool counts, nint* places, nint* numbers);

    [LibraryImport(Library)]
    private static partial nint THSTensor_unique_dim_consecutive(
        nint tensor, long dim, [MarshalAs(UnmanagedType.U1)] bool inverse, [MarshalAs(UnmanagedType.U1)] bool counts,
        nint* places, nint* numbers);

    [LibraryImport(Library)]
    private static partial nint THSTensor_histogram_i(
        nint tensor, long bins, double* range, int count, nint weight, [MarshalAs(UnmanagedType.U1)] bool density, nint* edges);
}
