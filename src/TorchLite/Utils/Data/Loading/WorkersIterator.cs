namespace TorchLite.Utils.Data;

/// <summary>
/// A walk whose batches workers make ahead. As in Python, each is asked for the next batch in turn, so that the same worker makes the same
/// batch each time, and their random numbers are the same; what comes too early is kept until its turn.
/// </summary>
internal sealed class WorkersIterator<TBatch> : BatchIterator<TBatch>
{
    private readonly LoaderSettings settings;
    private readonly PoolOwner<TBatch> owner;
    private readonly int epoch;
    private readonly IEnumerator<IReadOnlyList<int>> indices;

    // By the number of a batch that was asked for and not given out: who makes it, and when it is there, it.
    private readonly Dictionary<int, (int Worker, LoadResult<TBatch>? Result)> asked = [];
    private readonly bool[] isActive;
    private int sent, next, turn;
    private LoadResult<TBatch>? early;
    private bool isAtEnd, isLeft;

    internal WorkersIterator(
        IEnumerator<IReadOnlyList<int>> indices, PoolOwner<TBatch> owner, int epoch, LoaderSettings settings, LoaderLength? promised)
        : base(promised)
    {
        (this.indices, this.owner, this.epoch, this.settings) = (indices, owner, epoch, settings);
        isActive = new bool[settings.NumWorkers];
        Array.Fill(isActive, true);
        for (var worker = 0; worker < isActive.Length && epoch > 0; worker++)
        {
            owner.Pool.Ask(worker, new(epoch, 0, null));
        }

        var ahead = (long)settings.PrefetchFactor! * isActive.Length;
        while (sent < ahead && Ask())
        {
            // Until that many are asked for, or there are no more.
        }
    }

    public override bool MoveNext()
    {
        using var shown = Torch.Profiler.RecordFunction("enumerate(DataLoader)#_MultiProcessingDataLoaderIter.__next__");
        while (true)
        {
            if (HasStepped(out var isThere))
            {
                if (!isThere)
                {
                    Dispose();
                }

                return isThere;
            }

            if (!owner.Pool.Results.TryTake(settings.Patience, CancellationToken.None, out var result))
            {
                throw settings.TimedOut();
            }

            Accept(result);
        }
    }

    public override async ValueTask<bool> MoveNextAsync()
    {
        while (true)
        {
            CancellationToken.ThrowIfCancellationRequested();
            if (HasStepped(out var isThere))
            {
                if (!isThere)
                {
                    await DisposeAsync().ConfigureAwait(false);
                }

                return isThere;
            }

            var (came, result) = await owner.Pool.Results.TryTakeAsync(settings.Patience, CancellationToken).ConfigureAwait(false);
            Accept(came ? result : throw settings.TimedOut());
        }
    }

    public override void Dispose()
    {
        if (End())
        {
            owner.Dispose();
        }
    }

    public override ValueTask DisposeAsync() => End() ? owner.DisposeAsync() : ValueTask.CompletedTask;

    /// <summary>Another walk has the workers now.</summary>
    internal void Leave()
    {
        isLeft = !isAtEnd;
        isAtEnd = true;
    }

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
        if (isLeft)
        {
            throw new InvalidOperationException("Another walk over the loader has begun, and has its persistent workers now.");
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

    private void Accept(LoadResult<TBatch> result)
    {
        if (result.Epoch != epoch || !asked.TryGetValue(result.Number, out var one))
        {
            return; // of a walk that was left
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

        var batch = Next(indices);
        for (var i = 0; i < isActive.Length; i++)
        {
            var worker = turn;
            turn = (turn + 1) % isActive.Length;
            if (isActive[worker])
            {
                asked.Add(sent, (worker, null));
                owner.Pool.Ask(worker, new(epoch, sent++, batch));
                return true;
            }
        }

        return false;
    }
}
