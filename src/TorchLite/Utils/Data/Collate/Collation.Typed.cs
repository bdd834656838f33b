using System.Diagnostics.CodeAnalysis;

namespace TorchLite.Utils.Data;

/// <summary>The way from items of one type to batches of another, once for both.</summary>
internal static class Collation<
    [DynamicallyAccessedMembers(Collation.OfItem)] TItem, [DynamicallyAccessedMembers(Collation.OfBatch)] TBatch>
{
    /// <summary>Null where there is none.</summary>
    internal static readonly Collation? Known = Collation.Between(typeof(TItem), typeof(TBatch));

    /// <exception cref="TorchTypeException">There is none.</exception>
    internal static Collation Required => Known ?? Collation.Required(typeof(TItem), typeof(TBatch));

    internal static TBatch Collate(IReadOnlyList<TItem> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.Count == 0)
        {
            throw new TorchIndexException("list index out of range");
        }

        var items = new object[batch.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = Collation.Known(batch[i]);
        }

        return (TBatch)Required.Collate(items);
    }
}
