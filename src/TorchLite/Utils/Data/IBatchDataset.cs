namespace TorchLite.Utils.Data;

/// <summary>
/// A dataset that gives a whole batch faster than item by item, collated already: what PyTorch's <c>__getitems__</c> is for.
/// </summary>
/// <typeparam name="TBatch">A batch.</typeparam>
/// <remarks>
/// A loader without a <c>collateFn</c> asks it for batches, also where it is behind a <see cref="Subset{T}"/>. A batch must be what
/// <see cref="Torch.Utils.Data.DefaultCollate{T}(IReadOnlyList{T})"/> makes of the same items. <see cref="TensorDataset{T}"/> is one.
/// </remarks>
/// <example><code>
/// IBatchDataset&lt;(Tensor X, Tensor Y)&gt; dataset = new TensorDataset(Torch.Arange(10), Torch.Arange(10) * 2);
/// dataset.GetBatch([1, 5]).Y   // tensor([ 2, 10])
/// </code></example>
public interface IBatchDataset<out TBatch>
{
    /// <summary>The batch of some items.</summary>
    /// <param name="indices">Their numbers, in order.</param>
    /// <returns>The batch.</returns>
    TBatch GetBatch(IReadOnlyList<int> indices);
}
