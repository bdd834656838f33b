namespace TorchLite.Utils.Data;

/// <summary>Makes batches, on one thread.</summary>
/// <typeparam name="TBatch">A batch.</typeparam>
internal interface IBatchReader<TBatch> : IDisposable
{
    /// <summary>
    /// Reads some items, and gives what makes the batch of them; null: there are no more. Whatever becomes of the batch, the tensors that
    /// are made meanwhile are its own.
    /// </summary>
    Func<TBatch>? Read(IReadOnlyList<int> indices);
}
