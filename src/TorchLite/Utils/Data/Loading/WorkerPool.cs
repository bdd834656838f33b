using System.Runtime.ExceptionServices;

namespace TorchLite.Utils.Data;

/// <summary>
/// Threads that make batches. They refer to this, but not to whoever gets the batches, so that they end with that: see
/// <see cref="PoolOwner{TBatch}"/>.
/// </summary>
internal sealed class WorkerPool<TBatch>
{
    private readonly BatchSource<TBatch> source;
    private readonly LoaderSettings settings;
    private readonly Mailbox<LoadTask<TBatch>>[] tasks;
    private readonly Thread[] threads;
    private readonly CancellationTokenSource stop = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int running;

    /// <exception cref="TorchException">The system starts no more threads.</exception>
    internal WorkerPool(BatchSource<TBatch> source, LoaderSettings settings, long baseSeed)
    {
        (this.source, this.settings, running) = (source, settings, settings.NumWorkers);
        tasks = [.. Enumerable.Range(0, running).Select(static _ => new Mailbox<LoadTask<TBatch>>())];
        threads = [.. Enumerable.Range(0, running).Select(id =>
            new Thread(() => Work(new(id, settings.NumWorkers, unchecked(baseSeed + id), source.Dataset)))
            {
                IsBackground = true,
                Name = $"DataLoader worker {id}",
            })];
        var started = 0;
        try
        {
            for (; started < threads.Length; started++)
            {
                threads[started].Start();
            }
        }
        catch (OutOfMemoryException refused)
        {
            // What .NET says where the system gives it no thread.
            Stop();
            Array.ForEach(threads[..started], static thread => thread.Join());
            throw new TorchException(
                $"the system started {started} of the {threads.Length} workers of a DataLoader, and no more; lower num_workers", refused);
        }
    }

    /// <summary>Done when all threads are at their end.</summary>
    internal Task Ended => ended.Task;

    internal void Ask(int worker, LoadTask<TBatch> task) => tasks[worker].Post(task);

    /// <summary>Lets the threads end; those that make a batch do so when it is made.</summary>
    internal void Stop() => stop.Cancel();

    /// <summary>Waits until the threads are gone, but not for ever: what makes a batch may itself wait for ever.</summary>
    internal void Join(TimeSpan patience)
    {
        var end = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        foreach (var thread in threads)
        {
            if (thread != Thread.CurrentThread)
            {
                thread.Join(TimeSpan.FromMilliseconds(Math.Max(0, end - Environment.TickCount64)));
            }
        }
    }

    private void Work(WorkerInfo info)
    {
        IBatchReader<TBatch>? reader = null;
        try
        {
            var failure = Begun(info);
            while (tasks[info.Id].TryTake(Timeout.InfiniteTimeSpan, stop.Token, out var task))
            {
                if (task.Indices is null)
                {
                    Close(reader);
                    reader = null;
                    continue;
                }

                task.Results.Post(failure is null ? Made(ref reader, task) : new(task.Number, Error: failure));
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The way to the end.
        }
        finally
        {
            Close(reader);
            if (Interlocked.Decrement(ref running) == 0)
            {
                ended.SetResult();
            }
        }
    }

    private ExceptionDispatchInfo? Begun(WorkerInfo info)
    {
        try
        {
            WorkerInfo.Current = info;
            Generator.OfThread = new Generator().ManualSeed(info.Seed);
            Torch.ComputeAlone();
            settings.WorkerInitFn?.Invoke(info.Id);
            return null;
        }
        catch (Exception error)
        {
            return ExceptionDispatchInfo.Capture(error);
        }
    }

    private LoadResult<TBatch> Made(ref IBatchReader<TBatch>? reader, LoadTask<TBatch> task)
    {
        try
        {
            var own = reader ??= source.Open();
            if (own.Read(task.Indices!) is not { } make)
            {
                return new(task.Number, IsAtEnd: true);
            }

            var (batch, tensors) = ScopeFrame.Detached(make);
            return new(task.Number, batch, tensors);
        }
        catch (Exception error)
        {
            return new(task.Number, Error: ExceptionDispatchInfo.Capture(error));
        }
    }

    // What the dataset does at the end of a walk that nobody waits for any more.
    private static void Close(IBatchReader<TBatch>? reader)
    {
        try
        {
            reader?.Dispose();
        }
        catch (Exception error)
        {
            Warn($"A dataset could not end its enumeration: {error.Message}");
        }
    }

    // Nobody waits for what whoever takes the warnings throws, and on this thread it would end the process.
    private static void Warn(string message)
    {
        try
        {
            Torch.Warnings.Warn(message);
        }
        catch (Exception error)
        {
            Console.Error.WriteLine($"warning: {message} (to tell it failed: {error.Message})");
        }
    }
}
