namespace TorchLite.Utils.Data;

/// <summary>Items that come one after the other, and what makes batches of them.</summary>
/// <param name="dataset">The items.</param>
/// <param name="named">What was given as a dataset.</param>
/// <param name="form">What makes batches.</param>
/// <param name="dropLast">Whether items are left out that are too few for a batch.</param>
internal sealed class StreamSource<TItem, TBatch>(
    IEnumerable<TItem> dataset, object named, BatchForm<TItem, TBatch> form, bool dropLast) : BatchSource<TBatch>
{
    internal override object Dataset => named;

    internal override IBatchReader<TBatch> Open() => new Reader(dataset.GetEnumerator(), form, dropLast);

    private sealed class Reader(IEnumerator<TItem> items, BatchForm<TItem, TBatch> form, bool dropLast) : IBatchReader<TBatch>
    {
        private bool isAtEnd;

        public Func<TBatch>? Read(IReadOnlyList<int> indices)
        {
            // A batch may be meant to have all there are, and its size any number.
            var taken = new List<TItem>(Math.Min(indices.Count, 1 << 10));
            while (!isAtEnd && taken.Count < indices.Count)
            {
                if (items.MoveNext())
                {
                    taken.Add(items.Current);
                }
                else
                {
                    isAtEnd = true;
                }
            }

            return taken.Count == 0 || dropLast && taken.Count < indices.Count ? null : () => form.Make(taken);
        }

        public void Dispose() => items.Dispose();
    }
}
