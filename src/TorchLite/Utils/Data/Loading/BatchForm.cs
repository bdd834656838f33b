namespace TorchLite.Utils.Data;

/// <summary>What makes a batch of items.</summary>
/// <param name="Collate">Makes it.</param>
/// <param name="IsDefault">Whether that is the default, so that a dataset may make batches itself.</param>
/// <param name="IsSingle">Whether each item is handed out by itself.</param>
/// <param name="Pin">Copies the tensors into pinned memory; null: nothing does.</param>
internal sealed record BatchForm<TItem, TBatch>(
    Func<IReadOnlyList<TItem>, TBatch> Collate, bool IsDefault, bool IsSingle, Func<TBatch, TBatch>? Pin)
{
    internal TBatch Make(IReadOnlyList<TItem> items) => Finish(Collate(items));

    internal TBatch Finish(TBatch batch) => Pin is null ? batch : Pin(batch);
}
