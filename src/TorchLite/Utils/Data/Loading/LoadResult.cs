using System.Runtime.ExceptionServices;

namespace TorchLite.Utils.Data;

/// <summary>What a worker made.</summary>
/// <param name="Number">The number of the batch in its walk.</param>
/// <param name="Batch">The batch.</param>
/// <param name="Made">The tensors that were made for it, which are to belong to the scope of whoever gets it.</param>
/// <param name="Error">What went wrong instead.</param>
/// <param name="IsAtEnd">Whether the worker has no more items instead.</param>
internal sealed record LoadResult<TBatch>(
    int Number, TBatch? Batch = default, List<Tensor>? Made = null, ExceptionDispatchInfo? Error = null, bool IsAtEnd = false);
