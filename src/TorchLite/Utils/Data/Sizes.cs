using System.Collections;

namespace TorchLite.Utils.Data;

/// <summary>How many items there are.</summary>
internal static class Sizes
{
    /// <summary>The size that all have.</summary>
    internal static int Same(int[] sizes) => Array.TrueForAll(sizes, size => size == sizes[0])
        ? sizes[0] : throw new TorchValueException("Size mismatch between datasets");

    /// <summary>The number of items of what may know it, as Python's <c>len</c>.</summary>
    internal static int Of<T>(IEnumerable<T> items) => items switch
    {
        IReadOnlyCollection<T> known => known.Count,
        ICollection<T> known => known.Count,
        ICollection known => known.Count,
        _ => throw new TorchTypeException($"object of type '{items.GetType().Name}' has no len()"),
    };

    /// <summary>The place of an item, of which a negative number counts from the end, as in Python's lists.</summary>
    /// <exception cref="TorchIndexException">There is no such item.</exception>
    internal static int Place(int index, int count) => index >= -count && index < count ? index < 0 ? index + count : index
        : throw new TorchIndexException("list index out of range");

    /// <summary>Batches of so many items.</summary>
    internal static int Batches(int count, int batchSize, bool dropLast) =>
        (count / batchSize) + (dropLast || count % batchSize == 0 ? 0 : 1);
}
