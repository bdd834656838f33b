namespace TorchLite.Utils.Data;

/// <summary>What a worker is asked for.</summary>
/// <param name="Number">The number of the batch in its walk.</param>
/// <param name="Indices">The items of the batch; null: a walk begins.</param>
/// <param name="Results">Where the walk waits for it.</param>
internal readonly record struct LoadTask<TBatch>(int Number, IReadOnlyList<int>? Indices, Mailbox<LoadResult<TBatch>?> Results);
