using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace TorchLite.Utils.Data;

/// <summary>
/// Batches of a dataset, in order or shuffled, made when they are asked for or ahead of that by workers: PyTorch's <c>DataLoader</c> where
/// batches have another type than items. Where they have the same, it is <see cref="DataLoader{T}"/>.
/// </summary>
/// <typeparam name="TItem">An item of the dataset.</typeparam>
/// <typeparam name="TBatch">A batch.</typeparam>
/// <remarks>
/// <para>
/// Batches and their order are those of PyTorch for the same seed: each walk draws a seed for its workers from the generator, and one for
/// the order. A worker is a thread (PyTorch's is a process, or a thread in later versions), on which operations run alone. Random numbers
/// that it draws without a generator, on the CPU, are its own, with the walk's seed and its number; but for <c>rrelu</c>, and the
/// dropout in recurrent layers and <c>scaled_dot_product_attention</c>, which draw from those of the process.
/// </para>
/// <para>
/// An error of a worker comes out of the walk as it is, with the stack of the worker. Whoever leaves the walk early, by <c>break</c>, an
/// error or cancellation, leaves no thread behind: each ends with the item it is at. Tensors of a batch belong to the scope in which the
/// batch is taken, as if they had been made there.
/// </para>
/// <para>
/// The loader is an <see cref="IEnumerable{T}"/>, and not also an <see cref="IAsyncEnumerable{T}"/>, as with both each
/// <c>Select</c> and <c>Where</c> would be ambiguous; <c>await foreach</c> works all the same, and <see cref="AsAsyncEnumerable"/> is one.
/// </para>
/// </remarks>
/// <example><code>
/// (float X, int Y)[] points = [(0.5f, 0), (1.5f, 1), (2.5f, 0)];
/// var loader = new DataLoader&lt;(float X, int Y), (Tensor X, Tensor Y)&gt;(points, batchSize: 2);
/// foreach (var (x, y) in loader)
///     Console.WriteLine($"{x} {y}");
/// // tensor([0.5000, 1.5000]) tensor([0, 1])
/// // tensor([2.5000]) tensor([0])
///
/// // A function of one's own makes batches of anything.
/// string[] words = ["a", "bb", "ccc"];
/// var lengths = new DataLoader&lt;string, Tensor&gt;(
///     words, batchSize: 3, collateFn: batch => Torch.Tensor(batch.Select(word => word.Length).ToArray()));
/// lengths.First()   // tensor([1, 2, 3], dtype=torch.int32)
/// </code></example>
public class DataLoader<
    [DynamicallyAccessedMembers(Collation.OfItem)] TItem, [DynamicallyAccessedMembers(Collation.OfBatch)] TBatch>
    : IEnumerable<TBatch>, IDisposable
{
    private readonly BatchSource<TBatch> source;
    private readonly LoaderSettings settings;
    private readonly object named;
    private PoolOwner<TBatch>? persistent;
    private WorkersIterator<TBatch>? last;
    private int? told;
    private volatile bool isDisposed;

    /// <summary>A loader of items that are asked for by their numbers.</summary>
    /// <param name="dataset">The items: a <see cref="Dataset{T}"/>, an array, or any list.</param>
    /// <param name="batchSize">How many items a batch has.</param>
    /// <param name="shuffle">Whether the order is random, and another at each walk.</param>
    /// <param name="sampler">The order; not with <paramref name="shuffle"/>.</param>
    /// <param name="batchSampler">
    /// The numbers of the items of each batch; not with the size, <paramref name="shuffle"/>, <paramref name="sampler"/> or
    /// <paramref name="dropLast"/>.
    /// </param>
    /// <param name="numWorkers">How many threads make batches ahead, up to 1,024; 0: they are made when they are asked for.</param>
    /// <param name="collateFn">
    /// Makes a batch of items; null: <see cref="Torch.Utils.Data.DefaultCollate{TItem, TBatch}(IReadOnlyList{TItem})"/>. Workers call it
    /// at the same time.
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
    /// <exception cref="TorchTypeException">Without a <paramref name="collateFn"/>: items of this type become no such batch.</exception>
    public DataLoader(
        IReadOnlyList<TItem> dataset, int batchSize = 1, bool shuffle = false, IEnumerable<int>? sampler = null,
        IEnumerable<IReadOnlyList<int>>? batchSampler = null, int numWorkers = 0, Func<IReadOnlyList<TItem>, TBatch>? collateFn = null,
        bool pinMemory = false, bool dropLast = false, double timeout = 0, Action<int>? workerInitFn = null, Generator? generator = null,
        int? prefetchFactor = null, bool persistentWorkers = false, bool inOrder = true)
        : this(
            dataset, batchSize, shuffle, sampler, batchSampler, collateFn, dropLast,
            new(numWorkers, pinMemory, timeout, workerInitFn, generator, prefetchFactor, persistentWorkers, inOrder), single: null)
    {
    }

    /// <summary>
    /// A loader of items that come one after the other. They have no order but their own, so there is no sampler; and each worker walks
    /// over all of them, unless the dataset asks which part is its: see <see cref="IterableDataset{T}"/>.
    /// </summary>
    /// <param name="dataset">The items: an <see cref="IterableDataset{T}"/>, or any sequence.</param>
    /// <param name="batchSize">How many items a batch has.</param>
    /// <param name="numWorkers">How many threads make batches ahead, up to 1,024; 0: they are made when they are asked for.</param>
    /// <param name="collateFn">
    /// Makes a batch of items; null: <see cref="Torch.Utils.Data.DefaultCollate{TItem, TBatch}(IReadOnlyList{TItem})"/>.
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
    /// <exception cref="TorchTypeException">Without a <paramref name="collateFn"/>: items of this type become no such batch.</exception>
    public DataLoader(
        IEnumerable<TItem> dataset, int batchSize = 1, int numWorkers = 0, Func<IReadOnlyList<TItem>, TBatch>? collateFn = null,
        bool pinMemory = false, bool dropLast = false, double timeout = 0, Action<int>? workerInitFn = null, Generator? generator = null,
        int? prefetchFactor = null, bool persistentWorkers = false, bool inOrder = true)
        : this(
            dataset, dataset, batchSize, collateFn, dropLast,
            new(numWorkers, pinMemory, timeout, workerInitFn, generator, prefetchFactor, persistentWorkers, inOrder), single: null)
    {
    }

    /// <summary>A loader of items that come one after the other, when they are there: from a network, or a channel.</summary>
    /// <param name="dataset">The items. Each worker walks over all of them, and waits for them.</param>
    /// <param name="batchSize">How many items a batch has.</param>
    /// <param name="numWorkers">How many threads make batches ahead, up to 1,024; 0: they are made when they are asked for.</param>
    /// <param name="collateFn">
    /// Makes a batch of items; null: <see cref="Torch.Utils.Data.DefaultCollate{TItem, TBatch}(IReadOnlyList{TItem})"/>.
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
    /// <exception cref="TorchTypeException">Without a <paramref name="collateFn"/>: items of this type become no such batch.</exception>
    public DataLoader(
        IAsyncEnumerable<TItem> dataset, int batchSize = 1, int numWorkers = 0, Func<IReadOnlyList<TItem>, TBatch>? collateFn = null,
        bool pinMemory = false, bool dropLast = false, double timeout = 0, Action<int>? workerInitFn = null, Generator? generator = null,
        int? prefetchFactor = null, bool persistentWorkers = false, bool inOrder = true)
        : this(
            Blocking(dataset), dataset, batchSize, collateFn, dropLast,
            new(numWorkers, pinMemory, timeout, workerInitFn, generator, prefetchFactor, persistentWorkers, inOrder), single: null)
    {
    }

    private protected DataLoader(
        IReadOnlyList<TItem> dataset, int? batchSize, bool shuffle, IEnumerable<int>? sampler,
        IEnumerable<IReadOnlyList<int>>? batchSampler, Func<IReadOnlyList<TItem>, TBatch>? collateFn, bool dropLast,
        LoaderSettings settings, Func<TItem, TBatch>? single)
        : this(dataset, dataset, settings)
    {
        if (sampler is not null && shuffle)
        {
            throw new TorchValueException("sampler option is mutually exclusive with shuffle");
        }

        if (batchSampler is not null && (batchSize != 1 || shuffle || sampler is not null || dropLast))
        {
            throw new TorchValueException("batch_sampler option is mutually exclusive with batch_size, shuffle, sampler, and drop_last");
        }

        var form = Form(batchSampler is not null || batchSize is not null, collateFn, dropLast, single);
        (BatchSize, DropLast) = (batchSampler is null ? batchSize : null, dropLast);
        Sampler = sampler ?? (shuffle
            ? new RandomSampler(() => dataset.Count, replacement: false, numSamples: null, settings.Generator)
            : new SequentialSampler(() => dataset.Count));
        BatchSampler = batchSampler ?? (batchSize is { } size ? new BatchSampler(Sampler, size, dropLast) : null);
        source = new ListSource<TItem, TBatch>(dataset, form);
        settings.WarnOfWorkers();
    }

    private protected DataLoader(
        IEnumerable<TItem> dataset, object named, int? batchSize, Func<IReadOnlyList<TItem>, TBatch>? collateFn, bool dropLast,
        LoaderSettings settings, Func<TItem, TBatch>? single)
        : this(dataset, named, settings)
    {
        var form = Form(batchSize is not null, collateFn, dropLast, single);
        (BatchSize, DropLast) = (batchSize, dropLast);
        BatchSampler = batchSize is { } size ? new BatchSampler(Endless(), size, dropLast) : null;
        source = new StreamSource<TItem, TBatch>(dataset, named, form, dropLast);
        settings.WarnOfWorkers();
    }

    private DataLoader(IEnumerable<TItem> dataset, object named, LoaderSettings settings)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        (Dataset, this.named, this.settings, source) = (dataset, named, settings, null!);
    }

    /// <summary>The items.</summary>
    public IEnumerable<TItem> Dataset { get; }

    /// <summary>How many items a batch has; null: there are no batches, or a sampler makes them.</summary>
    public int? BatchSize { get; }

    /// <summary>The order of the items; null where they have no numbers.</summary>
    public IEnumerable<int>? Sampler { get; }

    /// <summary>The numbers of the items of each batch; null where there are no batches.</summary>
    public IEnumerable<IReadOnlyList<int>>? BatchSampler { get; }

    /// <summary>How many threads make batches ahead.</summary>
    public int NumWorkers => settings.NumWorkers;

    /// <summary>Whether tensors come in memory from which GPUs copy faster.</summary>
    public bool PinMemory => settings.PinMemory;

    /// <summary>Whether the last batch is left out where it is smaller.</summary>
    public bool DropLast { get; }

    /// <summary>How many seconds a batch of a worker is waited for; 0: for ever.</summary>
    public double Timeout => settings.Timeout;

    /// <summary>The generator of the random numbers; null: the default generator.</summary>
    public Generator? Generator => settings.Generator;

    /// <summary>How many batches each worker makes ahead; null without workers.</summary>
    public int? PrefetchFactor => settings.PrefetchFactor;

    /// <summary>Whether workers wait for the next walk.</summary>
    public bool PersistentWorkers => settings.PersistentWorkers;

    /// <summary>Whether batches of workers come in order.</summary>
    public bool InOrder => settings.InOrder;

    /// <summary>How many batches a walk gives: PyTorch's <c>len(loader)</c>.</summary>
    /// <exception cref="TorchTypeException">The sampler, or a dataset without numbers, does not know how many it has.</exception>
    /// <example><code>
    /// new DataLoader&lt;int, Tensor&gt;([1, 2, 3, 4, 5], batchSize: 2).Count                   // 3
    /// new DataLoader&lt;int, Tensor&gt;([1, 2, 3, 4, 5], batchSize: 2, dropLast: true).Count   // 2
    /// </code></example>
    public int Count
    {
        get
        {
            if (Sampler is not null)
            {
                return BatchSampler is null ? Sizes.Of(Sampler) : Sizes.Of(BatchSampler);
            }

            var count = named is IEnumerable<TItem> items ? Sizes.Of(items)
                : throw new TorchTypeException($"object of type '{named.GetType().Name}' has no len()");
            told = count;
            return BatchSize is { } size ? Sizes.Batches(count, size, DropLast) : count;
        }
    }

    /// <summary>Begins a walk over the batches, for <c>foreach</c>.</summary>
    /// <returns>The walk, which is to be disposed; with workers they make batches from now on.</returns>
    /// <exception cref="ObjectDisposedException">The loader is disposed.</exception>
    /// <exception cref="TorchException">An option is for workers only, or the system starts no more threads for them.</exception>
    public IEnumerator<TBatch> GetEnumerator() => Begin(CancellationToken.None);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>
    /// Begins a walk over the batches, for <c>await foreach</c>: no thread waits for the workers; without workers, batches are made on one
    /// of the thread pool.
    /// </summary>
    /// <param name="cancellationToken">What ends the walk.</param>
    /// <returns>The walk.</returns>
    /// <exception cref="ObjectDisposedException">The loader is disposed.</exception>
    /// <exception cref="TorchException">An option is for workers only, or the system starts no more threads for them.</exception>
    /// <example><code>
    /// var loader = new DataLoader&lt;int, Tensor&gt;([1, 2, 3], batchSize: 2, numWorkers: 1);
    /// async Task Print()
    /// {
    ///     await foreach (var batch in loader)
    ///         Console.WriteLine(batch);
    /// }
    ///
    /// Print().Wait();
    /// // tensor([1, 2])
    /// // tensor([3])
    /// </code></example>
    public IAsyncEnumerator<TBatch> GetAsyncEnumerator(CancellationToken cancellationToken = default) => Begin(cancellationToken);

    /// <summary>The batches as an asynchronous sequence.</summary>
    /// <returns>The sequence.</returns>
    /// <example><code>
    /// var loader = new DataLoader&lt;int, Tensor&gt;([1, 2, 3], batchSize: 2);
    /// loader.AsAsyncEnumerable().CountAsync().Result   // 2
    /// </code></example>
    public IAsyncEnumerable<TBatch> AsAsyncEnumerable() => new AsyncBatches(this);

    /// <summary>The batches for an <c>await foreach</c> that can be cancelled.</summary>
    /// <param name="cancellationToken">What ends the walk, by an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The batches.</returns>
    /// <example><code>
    /// var loader = new DataLoader&lt;int, Tensor&gt;([1, 2, 3], batchSize: 2);
    /// async Task&lt;int&gt; Count(CancellationToken token)
    /// {
    ///     var count = 0;
    ///     await foreach (var batch in loader.WithCancellation(token))
    ///         count++;
    ///     return count;
    /// }
    ///
    /// Count(CancellationToken.None).Result                          // 2
    /// Count(new CancellationToken(canceled: true)).GetAwaiter().GetResult()   // TaskCanceledException: A task was canceled.
    /// </code></example>
    public ConfiguredCancelableAsyncEnumerable<TBatch> WithCancellation(CancellationToken cancellationToken) =>
        AsAsyncEnumerable().WithCancellation(cancellationToken);

    /// <summary>
    /// Ends persistent workers, and with them the walk that has them; nothing else needs it. Afterwards no walk can begin.
    /// </summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends persistent workers.</summary>
    /// <param name="disposing">Whether <see cref="Dispose()"/> was called.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
        {
            return;
        }

        PoolOwner<TBatch>? owner;
        lock (settings)
        {
            isDisposed = true;
            last?.Leave(Disposed);
            (owner, last, persistent) = (persistent, null, null);
        }

        owner?.Dispose();
    }

    private static ObjectDisposedException Disposed() => new(
        nameof(DataLoader<,>), "The DataLoader was disposed, and its persistent workers with it; make a new one for another walk.");

    private protected static IEnumerable<TItem> Blocking(IAsyncEnumerable<TItem> dataset) =>
        new BlockingSequence<TItem>(dataset ?? throw new ArgumentNullException(nameof(dataset)));

    private BatchForm<TItem, TBatch> Form(
        bool isBatched, Func<IReadOnlyList<TItem>, TBatch>? collateFn, bool dropLast, Func<TItem, TBatch>? single)
    {
        if (!isBatched && dropLast)
        {
            throw new TorchValueException("batch_size=None option disables auto-batching and is mutually exclusive with drop_last");
        }

        if (!isBatched && collateFn is not null)
        {
            throw new TorchValueException("batch_size=None option disables auto-batching and is mutually exclusive with collate_fn");
        }

        if (isBatched && collateFn is null)
        {
            _ = Collation<TItem, TBatch>.Required; // said now, and not at the first batch
        }

        Func<IReadOnlyList<TItem>, TBatch> collate =
            !isBatched ? items => single!(items[0]) : collateFn ?? Collation<TItem, TBatch>.Collate;
        var pinned = settings.PinMemory && Torch.Cuda.IsAvailable()
            ? Collation<TItem, TBatch>.Known ?? Collation<TBatch, TBatch>.Known : null;
        Func<TBatch, TBatch>? pin = pinned is null ? null : batch => (TBatch)pinned.Map(batch!, Pinned);
        return new(collate, isBatched && collateFn is null, !isBatched, pin);
    }

    private static Tensor Pinned(Tensor tensor) => tensor.PinMemory();

    private static IEnumerable<int> Endless()
    {
        while (true)
        {
            yield return 0;
        }
    }

    private BatchIterator<TBatch> Begin(CancellationToken cancellationToken)
    {
        if (settings.PinMemory && !Torch.Cuda.IsAvailable())
        {
            Torch.Warnings.Warn(
                "'pin_memory' argument is set as true but no accelerator is found, then device pinned memory won't be used.");
        }

        if (NumWorkers == 0 ? Timeout > 0 : PrefetchFactor == 0)
        {
            throw new TorchException(NumWorkers == 0
                ? "_SingleProcessDataLoaderIter requires timeout == 0"
                : "prefetch_factor must be greater than 0 for MultiProcessingDataLoaderIter");
        }

        if (!PersistentWorkers)
        {
            return isDisposed ? throw Disposed() : Begun(cancellationToken);
        }

        // Only one walk has the workers.
        lock (settings)
        {
            return isDisposed ? throw Disposed() : Begun(cancellationToken);
        }
    }

    private BatchIterator<TBatch> Begun(CancellationToken cancellationToken)
    {
        // In Python's order, as each may draw random numbers.
        var indices = Indices().GetEnumerator();
        var promised = told is { } count ? new LoaderLength(named, count, NumWorkers > 0) : null;
        if (persistent is { } owner)
        {
            last!.Leave(static () => new InvalidOperationException(
                "Another walk over the loader has begun, and has its persistent workers now."));
            return last = new(indices, owner, isFirst: false, settings, promised, cancellationToken);
        }

        var seed = Draws.Seed(Generator);
        if (NumWorkers == 0)
        {
            return new InlineIterator<TBatch>(indices, source.Open(), promised, cancellationToken);
        }

        WorkersIterator<TBatch> walk;
        PoolOwner<TBatch>? made = null;
        try
        {
            made = new(new(source, settings, seed));
            walk = new(indices, made, isFirst: true, settings, promised, cancellationToken);
        }
        catch
        {
            // No threads, or the sampler failed, of which the first batches were asked for.
            made?.Dispose();
            indices.Dispose();
            throw;
        }

        if (PersistentWorkers)
        {
            (persistent, last) = (made, walk);
        }

        return walk;
    }

    private IEnumerable<IReadOnlyList<int>> Indices() =>
        Sampler is null && BatchSize is { } size ? new NoIndices(size).Endless()
        : BatchSampler ?? (Sampler ?? Endless()).Select(static index => (IReadOnlyList<int>)[index]);

    private sealed class AsyncBatches(DataLoader<TItem, TBatch> loader) : IAsyncEnumerable<TBatch>
    {
        public IAsyncEnumerator<TBatch> GetAsyncEnumerator(CancellationToken cancellationToken) => loader.Begin(cancellationToken);
    }
}
