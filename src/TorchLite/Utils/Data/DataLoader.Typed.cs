using System.Diagnostics.CodeAnalysis;

namespace TorchLite.Utils.Data;

/// <summary>
/// Batches of a dataset, in order or shuffled, made when they are asked for or ahead of that by workers: PyTorch's <c>DataLoader</c> where
/// a batch has the type of an item, as a tuple of tensors has. <see cref="DataLoader{TItem, TBatch}"/> is for other batches, and says more.
/// </summary>
/// <typeparam name="T">
/// An item and a batch: a tensor; a tuple, record, array, list or dictionary (by strings) of tensors; or anything with a <c>collateFn</c>.
/// </typeparam>
/// <example><code>
/// Torch.ManualSeed(0);
/// var dataset = new TensorDataset(Torch.Arange(6).View(6, 1).Float(), Torch.Arange(6));
/// var loader = new DataLoader&lt;(Tensor X, Tensor Y)&gt;(dataset, batchSize: 4, shuffle: true);
/// foreach (var (x, y) in loader)
///     Console.WriteLine($"{x.Shape} {y}");
/// // torch.Size([4, 1]) tensor([0, 4, 3, 5])
/// // torch.Size([2, 1]) tensor([2, 1])
///
/// // Without batches the items come as they are.
/// new DataLoader&lt;(Tensor X, Tensor Y)&gt;(dataset, batchSize: null).Last().Y   // tensor(5)
/// </code></example>
public sealed class DataLoader<[DynamicallyAccessedMembers(Collation.OfBatch)] T> : DataLoader<T, T>
{
    /// <summary>A loader of items that are asked for by their numbers.</summary>
    /// <param name="dataset">The items: a <see cref="Dataset{T}"/>, an array, or any list.</param>
    /// <param name="batchSize">How many items a batch has; null: items come one by one, as they are.</param>
    /// <param name="shuffle">Whether the order is random, and another at each walk.</param>
    /// <param name="sampler">The order; not with <paramref name="shuffle"/>.</param>
    /// <param name="batchSampler">
    /// The numbers of the items of each batch; not with the size, <paramref name="shuffle"/>, <paramref name="sampler"/> or
    /// <paramref name="dropLast"/>.
    /// </param>
    /// <param name="numWorkers">How many threads make batches ahead, up to 1,024; 0: they are made when they are asked for.</param>
    /// <param name="collateFn">
    /// Makes a batch of items; null: <see cref="Torch.Utils.Data.DefaultCollate{T}(IReadOnlyList{T})"/>. Workers call it at the same time.
    /// </param>
    /// <param name="pinMemory">
    /// Whether tensors come in memory from which GPUs copy faster, where there is a GPU; of batches of a type that the default can make.
    /// </param>
    /// <param name="dropLast">Whether the last batch is left out where it is smaller.</param>
    /// <param name="timeout">How many seconds a batch of a worker is waited for; 0: for ever.</param>
    /// <param name="workerInitFn">What each worker does first; it gets its number.</param>
    /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
    /// <param name="prefetchFactor">How many batches each worker makes ahead; null: 2.</param>
    /// <param name="persistentWorkers">
    /// Whether workers wait for the next walk instead of ending with one. They end with the loader, or when it is disposed.
    /// </param>
    /// <param name="inOrder">Whether batches of workers come in order, else each when it is made.</param>
    /// <exception cref="ArgumentNullException">There is no dataset.</exception>
    /// <exception cref="TorchValueException">An option is out of range, or does not go with another one.</exception>
    /// <exception cref="TorchTypeException">
    /// Without a <paramref name="collateFn"/>: items of this type become no batch of the same type.
    /// </exception>
    public DataLoader(
        IReadOnlyList<T> dataset, int? batchSize = 1, bool shuffle = false, IEnumerable<int>? sampler = null,
        IEnumerable<IReadOnlyList<int>>? batchSampler = null, int numWorkers = 0, Func<IReadOnlyList<T>, T>? collateFn = null,
        bool pinMemory = false, bool dropLast = false, double timeout = 0, Action<int>? workerInitFn = null, Generator? generator = null,
        int? prefetchFactor = null, bool persistentWorkers = false, bool inOrder = true)
        : base(
            dataset, batchSize, shuffle, sampler, batchSampler, collateFn, dropLast,
            new(numWorkers, pinMemory, timeout, workerInitFn, generator, prefetchFactor, persistentWorkers, inOrder),
            Torch.Utils.Data.DefaultConvert)
    {
    }

    /// <summary>
    /// A loader of items that come one after the other. They have no order but their own, so there is no sampler; and each worker walks
    /// over all of them, unless the dataset asks which part is its: see <see cref="IterableDataset{T}"/>.
    /// </summary>
    /// <param name="dataset">The items: an <see cref="IterableDataset{T}"/>, or any sequence.</param>
    /// <param name="batchSize">How many items a batch has; null: items come one by one, as they are.</param>
    /// <param name="numWorkers">How many threads make batches ahead, up to 1,024; 0: they are made when they are asked for.</param>
    /// <param name="collateFn">
    /// Makes a batch of items; null: <see cref="Torch.Utils.Data.DefaultCollate{T}(IReadOnlyList{T})"/>.
    /// </param>
    /// <param name="pinMemory">Whether tensors come in memory from which GPUs copy faster, where there is a GPU.</param>
    /// <param name="dropLast">Whether the last batch, of each worker, is left out where it is smaller.</param>
    /// <param name="timeout">How many seconds a batch of a worker is waited for; 0: for ever.</param>
    /// <param name="workerInitFn">What each worker does first; it gets its number.</param>
    /// <param name="generator">The generator of the seed of the workers; null: the default generator.</param>
    /// <param name="prefetchFactor">How many batches each worker makes ahead; null: 2.</param>
    /// <param name="persistentWorkers">Whether workers wait for the next walk instead of ending with one.</param>
    /// <param name="inOrder">Whether batches of workers come in order, else each when it is made.</param>
    /// <exception cref="ArgumentNullException">There is no dataset.</exception>
    /// <exception cref="TorchValueException">An option is out of range, or does not go with another one.</exception>
    /// <exception cref="TorchTypeException">
    /// Without a <paramref name="collateFn"/>: items of this type become no batch of the same type.
    /// </exception>
    public DataLoader(
        IEnumerable<T> dataset, int? batchSize = 1, int numWorkers = 0, Func<IReadOnlyList<T>, T>? collateFn = null, bool pinMemory = false,
        bool dropLast = false, double timeout = 0, Action<int>? workerInitFn = null, Generator? generator = null,
        int? prefetchFactor = null, bool persistentWorkers = false, bool inOrder = true)
        : base(
            dataset, dataset, batchSize, collateFn, dropLast,
            new(numWorkers, pinMemory, timeout, workerInitFn, generator, prefetchFactor, persistentWorkers, inOrder),
            Torch.Utils.Data.DefaultConvert)
    {
    }

    /// <summary>A loader of items that come one after the other, when they are there: from a network, or a channel.</summary>
    /// <param name="dataset">The items. Each worker walks over all of them, and waits for them.</param>
    /// <param name="batchSize">How many items a batch has; null: items come one by one, as they are.</param>
    /// <param name="numWorkers">How many threads make batches ahead, up to 1,024; 0: they are made when they are asked for.</param>
    /// <param name="collateFn">
    /// Makes a batch of items; null: <see cref="Torch.Utils.Data.DefaultCollate{T}(IReadOnlyList{T})"/>.
    /// </param>
    /// <param name="pinMemory">Whether tensors come in memory from which GPUs copy faster, where there is a GPU.</param>
    /// <param name="dropLast">Whether the last batch, of each worker, is left out where it is smaller.</param>
    /// <param name="timeout">How many seconds a batch of a worker is waited for; 0: for ever.</param>
    /// <param name="workerInitFn">What each worker does first; it gets its number.</param>
    /// <param name="generator">The generator of the seed of the workers; null: the default generator.</param>
    /// <param name="prefetchFactor">How many batches each worker makes ahead; null: 2.</param>
    /// <param name="persistentWorkers">Whether workers wait for the next walk instead of ending with one.</param>
    /// <param name="inOrder">Whether batches of workers come in order, else each when it is made.</param>
    /// <exception cref="ArgumentNullException">There is no dataset.</exception>
    /// <exception cref="TorchValueException">An option is out of range, or does not go with another one.</exception>
    /// <exception cref="TorchTypeException">
    /// Without a <paramref name="collateFn"/>: items of this type become no batch of the same type.
    /// </exception>
    public DataLoader(
        IAsyncEnumerable<T> dataset, int? batchSize = 1, int numWorkers = 0, Func<IReadOnlyList<T>, T>? collateFn = null,
        bool pinMemory = false, bool dropLast = false, double timeout = 0, Action<int>? workerInitFn = null, Generator? generator = null,
        int? prefetchFactor = null, bool persistentWorkers = false, bool inOrder = true)
        : base(
            Blocking(dataset), dataset, batchSize, collateFn, dropLast,
            new(numWorkers, pinMemory, timeout, workerInitFn, generator, prefetchFactor, persistentWorkers, inOrder),
            Torch.Utils.Data.DefaultConvert)
    {
    }
}
