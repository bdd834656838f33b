namespace TorchLite.Utils.Data;

/// <summary>Which worker of a loader a thread is: see <see cref="Torch.Utils.Data.GetWorkerInfo"/>.</summary>
/// <param name="Id">Its number, from 0.</param>
/// <param name="NumWorkers">How many workers the loader has: PyTorch's <c>num_workers</c>.</param>
/// <param name="Seed">The seed of the worker's random numbers: that of the loader's walk, and <paramref name="Id"/> more.</param>
/// <param name="Dataset">The dataset, which all workers share. (In Python each has a copy.)</param>
/// <example><code>
/// Torch.ManualSeed(0);
/// var seeds = new DataLoader&lt;int, Tensor&gt;(
///     [1, 2], numWorkers: 2, collateFn: _ => Torch.Tensor(Torch.Utils.Data.GetWorkerInfo()!.Seed));
/// string.Join(" ", seeds.Select(seed => seed.Item()))   // 900450186894289455 900450186894289456
/// </code></example>
public sealed record WorkerInfo(int Id, int NumWorkers, long Seed, object Dataset)
{
    [field: ThreadStatic]
    internal static WorkerInfo? Current { get; set; }
}
