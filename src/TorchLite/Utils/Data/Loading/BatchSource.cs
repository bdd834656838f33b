namespace TorchLite.Utils.Data;

/// <summary>Where a loader's batches come from: each thread that makes some opens a reader of its own.</summary>
/// <typeparam name="TBatch">A batch.</typeparam>
internal abstract class BatchSource<TBatch>
{
    /// <summary>What <see cref="WorkerInfo"/> tells of.</summary>
    internal abstract object Dataset { get; }

    /// <summary>Begins to read.</summary>
    internal abstract IBatchReader<TBatch> Open();
}
