using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <content>What TorchSharp has only in part: several results of unique, fractions in histc.</content>
internal static unsafe partial class Exports
{
    /// <summary>The values, then the places of the elements among them and the counts, where asked for.</summary>
    internal static Raw[] Unique(Raw tensor, long? dim, bool sorted, bool inverse, bool counts)
    {
        nint places = 0, numbers = 0;
        var values = dim is { } given
            ? THSTensor_unique_dim(tensor.Handle, given, sorted, inverse, counts, &places, &numbers)
            : THSTensor_unique(tensor.Handle, sorted, inverse, counts, &places, &numbers);
        return Present(values, places, numbers);
    }

    /// <inheritdoc cref="Unique"/>
    internal static Raw[] UniqueConsecutive(Raw tensor, long? dim, bool inverse, bool counts)
    {
        nint places = 0, numbers = 0;
        var values = dim is { } given
            ? THSTensor_unique_dim_consecutive(tensor.Handle, given, inverse, counts, &places, &numbers)
            : THSTensor_unique_consecutive(tensor.Handle, inverse, counts, &places, &numbers);
        return Present(values, places, numbers);
    }

    internal static Raw Histogram(Raw tensor, long bins, double min, double max)
    {
        var range = stackalloc[] { min, max };
        nint edges = 0;
        var counts = Take(THSTensor_histogram_i(tensor.Handle, bins, range, 2, 0, false, &edges));
        Take(edges).Dispose();
        return counts;
    }

    private static Raw[] Present(nint values, nint places, nint numbers)
    {
        var first = Take(values);
        return (places, numbers) switch
        {
            (0, 0) => [first],
            (_, 0) => [first, Take(places)],
            (0, _) => [first, Take(numbers)],
            _ => [first, Take(places), Take(numbers)],
        };
    }

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
