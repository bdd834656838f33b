namespace TorchLite.Utils.Data;

/// <summary>Items by their numbers, and what makes batches of them.</summary>
/// <param name="dataset">The items.</param>
/// <param name="form">What makes batches.</param>
internal sealed class ListSource<TItem, TBatch>(IReadOnlyList<TItem> dataset, BatchForm<TItem, TBatch> form)
    : BatchSource<TBatch>, IBatchReader<TBatch>
{
    internal override object Dataset => dataset;

    internal override IBatchReader<TBatch> Open() => this;

    public Func<TBatch> Read(IReadOnlyList<int> indices)
    {
        if (form.IsSingle)
        {
            return () => form.Make([dataset[indices[0]]]);
        }

        if (form.IsDefault && indices.Count > 0)
        {
            IReadOnlyList<TItem> items = dataset;
            while (items is Subset<TItem> subset)
            {
                var inner = new int[indices.Count];
                for (var i = 0; i < inner.Length; i++)
                {
                    inner[i] = subset.NumberAt(indices[i]);
                }

                (items, indices) = (subset.Dataset, inner);
            }

            if (items is IBatchDataset<TBatch> whole)
            {
                return () => form.Finish(whole.GetBatch(indices));
            }

            return Items(items, indices);
        }

        return Items(dataset, indices);
    }

    public void Dispose()
    {
        // Nothing is open.
    }

    private Func<TBatch> Items(IReadOnlyList<TItem> from, IReadOnlyList<int> indices)
    {
        var items = new TItem[indices.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = from[indices[i]];
        }

        return () => form.Make(items);
    }
}
