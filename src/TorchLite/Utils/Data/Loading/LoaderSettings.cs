using System.Globalization;

namespace TorchLite.Utils.Data;

/// <summary>How a loader loads, whatever it loads.</summary>
internal sealed record LoaderSettings
{
    // PyTorch has no such bound, and takes the whole machine; a typing error is more likely than a need of more.
    private const int MostWorkers = 1024;

    internal LoaderSettings(
        int numWorkers, bool pinMemory, double timeout, Action<int>? workerInitFn, Generator? generator, int? prefetchFactor,
        bool persistentWorkers, bool inOrder)
    {
        if (numWorkers < 0)
        {
            throw new TorchValueException("num_workers option should be non-negative; use num_workers=0 to disable multiprocessing.");
        }

        if (numWorkers > MostWorkers)
        {
            throw new TorchValueException(
                $"num_workers option should be at most {MostWorkers}, as each worker is a thread; got {numWorkers}");
        }

        if (!(timeout >= 0))
        {
            throw new TorchValueException("timeout option should be non-negative");
        }

        if (numWorkers == 0 && prefetchFactor is not null)
        {
            throw new TorchValueException(
                "prefetch_factor option could only be specified in multiprocessing."
                + "let num_workers > 0 to enable multiprocessing, otherwise set prefetch_factor to None.");
        }

        if (prefetchFactor < 0)
        {
            throw new TorchValueException("prefetch_factor option should be non-negative");
        }

        if (persistentWorkers && numWorkers == 0)
        {
            throw new TorchValueException("persistent_workers option needs num_workers > 0");
        }

        (NumWorkers, PinMemory, Timeout, WorkerInitFn, Generator) = (numWorkers, pinMemory, timeout, workerInitFn, generator);
        (PrefetchFactor, PersistentWorkers, InOrder) = (numWorkers > 0 ? prefetchFactor ?? 2 : null, persistentWorkers, inOrder);
    }

    internal int NumWorkers { get; }

    internal bool PinMemory { get; }

    internal double Timeout { get; }

    internal Action<int>? WorkerInitFn { get; }

    internal Generator? Generator { get; }

    internal int? PrefetchFactor { get; }

    internal bool PersistentWorkers { get; }

    internal bool InOrder { get; }

    /// <summary>How long a batch is waited for.</summary>
    // More than weeks is for ever: a TimeSpan cannot hold all of it.
    internal TimeSpan Patience => Timeout is > 0 and < int.MaxValue / 1000
        ? TimeSpan.FromSeconds(Timeout) : System.Threading.Timeout.InfiniteTimeSpan;

    internal TorchException TimedOut() =>
        new($"DataLoader timed out after {Timeout.ToString(CultureInfo.InvariantCulture)} seconds");

    /// <summary>Warns of more workers than there are cores.</summary>
    internal void WarnOfWorkers()
    {
        if (NumWorkers > Environment.ProcessorCount)
        {
            Torch.Warnings.Warn(
                $"This DataLoader will create {NumWorkers} worker processes in total. Our suggested max number of worker in current "
                + $"system is {Environment.ProcessorCount}, which is smaller than what this DataLoader is going to create. Please be aware "
                + "that excessive worker creation might get DataLoader running slow or even freeze, lower the worker number to avoid "
                + "potential slowness/freeze if necessary.");
        }
    }
}
