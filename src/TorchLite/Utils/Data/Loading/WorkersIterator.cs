namespace TorchLite.Utils.Data;

/// <summary>
/// A walk whose batches workers make ahead. As in Python, each is asked for the next batch in turn, so that the same worker makes the same
/// batch each time, and their random numbers are the same; what comes too early is kept until its turn.
/// </summary>
internal sealed class WorkersIterator<TBatch> : BatchIterator<TBatch>
{
    private readonly LoaderSettings settings;
    private readonly PoolOwner<TBatch> owner;
    private readonly IEnumerator<IReadOnlyList<int>> indices;

    // Of this walk alone, so that one that is left takes nothing from the next; null wakes whoever waits.
    private readonly Mailbox<LoadResult<TBatch>?> results = new();

    // By the number of a batch that was asked for and not given out: who makes it, and when it is there, it.
    private readonly Dictionary<int, (int Worker, LoadResult<TBatch>? Result)> asked = [];
    private readonly bool[] isActive;
    private int sent, next, turn;
    private LoadResult<TBatch>? early;
    private bool isAtEnd;
    private volatile Func<Exception>? left;

    internal WorkersIterator(
        IEnumerator<IReadOnlyList<int>> indices, PoolOwner<TBatch> owner, bool isFirst, LoaderSettings settings, LoaderLength? promised,
        CancellationToken cancellationToken)
        : base(promised, cancellationToken)
    {
        (this.indices, this.owner, this.settings) = (indices, owner, settings);
        isActive = new bool[settings.NumWorkers];
        Array.Fill(isActive, true);
        for (var worker = 0; worker < isActive.Length && !isFirst; worker++)
        {
            owner.Pool.Ask(worker, new(0, null, results));
        }

        var ahead = (long)settings.PrefetchFactor! * isActive.Length;
        while (sent < ahead && Ask())
        {
            // Until that many are asked for, or there are no more.
        }
    }

    /// <summary>The workers are gone: another walk has them now, or nobody.</summary>
    /// <param name="why">What to throw at whoever goes on with this one.</param>
    internal void Leave(Func<Exception> why)
    {
        left = why;
        Wake();
    }

    private protected override bool Move()
    {
        using var shown = Torch.Profiler.RecordFunction("enumerate(DataLoader)#_MultiProcessingDataLoaderIter.__next__");
        while (true)
        {
            if (HasStepped(out var isThere))
            {
                if (!isThere)
                {
                    Close();
                }

                return isThere;
            }

            Accept(results.TryTake(settings.Patience, CancellationToken.None, out var result) ? result : throw settings.TimedOut());
        }
    }

    private protected override async ValueTask<bool> MoveAsync()
    {
        while (true)
        {
            CancellationToken.ThrowIfCancellationRequested();
            if (HasStepped(out var isThere))
            {
                if (!isThere)
                {
                    await CloseAsync().ConfigureAwait(false);
                }

                return isThere;
            }

            var (came, result) = await results.TryTakeAsync(settings.Patience, CancellationToken).ConfigureAwait(false);
            Accept(came ? result : throw settings.TimedOut());
        }
    }

    private protected override void Close()
    {
        if (End())
        {
            owner.Dispose();
        }
    }

    private protected override ValueTask CloseAsync() => End() ? owner.DisposeAsync() : ValueTask.CompletedTask;

    private protected override void Wake() => results.Post(null);

    // Whether the workers go, too.
    private bool End()
    {
        isAtEnd = true;
        asked.Clear();
        indices.Dispose();
        return !settings.PersistentWorkers;
    }

    // Whether the next batch is there, or the end is known; else another result must come first.
    private bool HasStepped(out bool isThere)
    {
        isThere = true;
        if (IsDisposedMeanwhile)
        {
            throw new ObjectDisposedException(nameof(DataLoader<,>), "The walk over the DataLoader was disposed.");
        }

        if (!isAtEnd && left is { } why)
        {
            throw why();
        }

        if (early is { } first)
        {
            early = null;
            Hand(first);
            return true;
        }

        while (next < sent && !isAtEnd)
        {
            if (asked.TryGetValue(next, out var one))
            {
                if (one.Result is { } result)
                {
                    asked.Remove(next++);
                    Hand(result);
                    return true;
                }

                if (isActive[one.Worker])
                {
                    return false;
                }

                asked.Remove(next);
            }

            next++;
        }

        isAtEnd = true;
        isThere = false;
        return true;
    }

    private void Accept(LoadResult<TBatch>? result)
    {
        if (result is null || !asked.TryGetValue(result.Number, out var one))
        {
            return; // woken
        }

        if (result.IsAtEnd)
        {
            isActive[one.Worker] = false;
            Ask();
        }
        else if (settings.InOrder)
        {
            asked[result.Number] = (one.Worker, result);
        }
        else
        {
            asked.Remove(result.Number);
            early = result;
        }
    }

    private void Hand(LoadResult<TBatch> result)
    {
        Ask();
        result.Error?.Throw();
        result.Made?.ForEach(ScopeFrame.Register);
        Give(result.Batch!);
    }

    // Whether there was a batch to ask for, and a worker to ask.
    private bool Ask()
    {
        if (!indices.MoveNext())
        {
            return false;
        }

        // A copy, as a sampler may use its list again for the next batch before a worker comes to this one.
        var batch = Next(indices);
        batch = batch is NoIndices ? batch : [.. batch];
        for (var i = 0; i < isActive.Length; i++)
        {
            var worker = turn;
            turn = (turn + 1) % isActive.Length;
            if (isActive[worker])
            {
                asked.Add(sent, (worker, null));
                owner.Pool.Ask(worker, new(sent++, batch, results));
                return true;
            }
        }

        return false;
    }
}
