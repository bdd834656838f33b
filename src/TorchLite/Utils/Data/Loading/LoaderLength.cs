namespace TorchLite.Utils.Data;

/// <summary>How many items a stream said it has, when it was asked: Python warns where there are more batches than that.</summary>
internal sealed record LoaderLength(object Dataset, int Told, bool HasWorkers)
{
    internal void Check(int given)
    {
        if (given > Told)
        {
            Torch.Warnings.Warn(
                $"Length of IterableDataset {Dataset} was reported to be {Told}(when accessing len(dataloader)), but {given} samples have "
                + "been fetched. " + (HasWorkers
                    ? "For multiprocessing data-loading, this could be caused by not properly configuring the IterableDataset replica at "
                        + "each worker. Please see https://pytorch.org/docs/stable/data.html#torch.utils.data.IterableDataset for examples."
                    : ""));
        }
    }
}
