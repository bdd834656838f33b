namespace TorchLite.Distributed;

/// <summary>
/// Ranks that call collectives together: PyTorch's <c>torch.distributed.ProcessGroup</c>. The default group is made by
/// <c>Torch.Distributed.InitProcessGroup</c>, others by <c>Torch.Distributed.NewGroup</c>.
/// </summary>
/// <remarks>
/// All ranks of a group call the same collectives in the same order. Threads that call their own need a group each. When a collective has
/// failed the group is of no use any more, and says so: destroy all groups and begin anew.
/// </remarks>
/// <example><code>
/// using var store = new HashStore();
/// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
/// var group = Torch.Distributed.NewGroup([0]);
/// var (rank, size) = (group.Rank(), group.Size());
/// Torch.Distributed.DestroyProcessGroup();
/// (rank, size)   // (0, 1)
/// </code></example>
public sealed class ProcessGroup
{
    private readonly HashSet<Work> exchanges = [];
    private readonly CountedHandle? native;
    private readonly CountedHandle? backend;
    private readonly CountedHandle? store;
    private readonly int rank;
    private volatile string? failure;
    private volatile bool isDestroyed;

    /// <summary>Connects the ranks.</summary>
    /// <param name="store">Where they find each other; the group's own part of it is made here, as Python does.</param>
    /// <param name="rank">The rank of this process in the group.</param>
    /// <param name="ranks">The ranks in the default group, by those in this one.</param>
    /// <param name="name">The group's name.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="timeout">How long a collective may take.</param>
    internal ProcessGroup(CountedHandle store, int rank, int[] ranks, string name, string description, TimeSpan timeout)
    {
        (this.rank, Ranks, GroupName, GroupDesc, Timeout) = (rank, ranks, name, description, timeout);
        this.store = NativeStore.MakePrefix(name + "/", store);
        try
        {
            using var ofBackend = NativeStore.MakePrefix("cpu/", this.store);
            backend = Connect(ofBackend);
            if (Torch.Distributed.GetDebugLevel() == DebugLevel.Detail)
            {
                using var ofHelper = NativeStore.MakePrefix("pg_wrapper:" + name, ofBackend);
                using var helper = Connect(ofHelper);
                using var inner = backend;
                backend = NativeBackend.Wrap(inner, helper);
            }

            native = NativeProcessGroup.Make(this.store, rank, ranks.Length, backend, name, description);
        }
        catch
        {
            Release();
            throw;
        }
    }

    // The group that this process is not in.
    internal ProcessGroup() => (rank, Ranks, GroupName, GroupDesc) = (-1, [], "", "undefined");

    /// <summary>The group's name, the same on all ranks: PyTorch's <c>ProcessGroup.group_name</c>.</summary>
    /// <example><code>
    /// using var store = new HashStore();
    /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
    /// var name = Torch.Distributed.NewGroup([0]).GroupName;
    /// Torch.Distributed.DestroyProcessGroup();
    /// name   // 1
    /// </code></example>
    public string GroupName { get; }

    /// <summary>What the group is for: PyTorch's <c>ProcessGroup.group_desc</c>.</summary>
    /// <example><code>
    /// using var store = new HashStore();
    /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
    /// var description = GroupMember.World!.GroupDesc;
    /// Torch.Distributed.DestroyProcessGroup();
    /// description   // default_pg
    /// </code></example>
    public string GroupDesc { get; }

    /// <summary>c10d::ProcessGroup, its backend set. To be used while it is held.</summary>
    internal CountedHandle Native => native!;

    /// <summary>c10d's backend: Gloo, or the checking one around it.</summary>
    internal CountedHandle Backend => backend!;

    /// <summary>The group's own part of the store.</summary>
    internal CountedHandle Store => store!;

    /// <summary>The ranks in the default group, by those in this one.</summary>
    internal int[] Ranks { get; }

    /// <summary>How long a collective may take.</summary>
    internal TimeSpan Timeout { get; }

    /// <summary>Whether this process is in the group.</summary>
    internal bool IsMember => rank >= 0;

    /// <summary>The rank of this process in the group: PyTorch's <c>ProcessGroup.rank()</c>.</summary>
    /// <returns>The rank.</returns>
    /// <example><code>
    /// using var store = new HashStore();
    /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
    /// var rank = GroupMember.World!.Rank();
    /// Torch.Distributed.DestroyProcessGroup();
    /// rank   // 0
    /// </code></example>
    public int Rank() => rank;

    /// <summary>How many ranks the group has: PyTorch's <c>ProcessGroup.size()</c>.</summary>
    /// <returns>Their number.</returns>
    /// <example><code>
    /// using var store = new HashStore();
    /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
    /// var size = GroupMember.World!.Size();
    /// Torch.Distributed.DestroyProcessGroup();
    /// size   // 1
    /// </code></example>
    public int Size() => Ranks.Length;

    /// <summary>Refuses what can not be done any more.</summary>
    /// <exception cref="TorchValueException">The group was destroyed, or this process is not in it.</exception>
    /// <exception cref="DistributedBackendException">A collective failed.</exception>
    internal void EnsureUsable()
    {
        if (!IsMember)
        {
            throw new TorchValueException("Invalid process group specified: this process is not in it");
        }

        if (isDestroyed)
        {
            throw new TorchValueException("Invalid process group specified: it was destroyed");
        }

        if (failure is { } text)
        {
            throw new DistributedBackendException(text);
        }
    }

    /// <summary>Says that the group is of no use any more.</summary>
    internal void Fail(string collective, TorchException error) =>
        failure ??= $"the process group '{GroupName}' can not be used any more, since {collective} failed ({error.Message}). "
            + "Call DestroyProcessGroup() on all ranks that are left, and InitProcessGroup anew";

    /// <summary>Keeps what is sent or received, which nobody else holds, until it was waited for.</summary>
    internal void Keep(Work exchange)
    {
        lock (exchanges)
        {
            exchanges.Add(exchange);
        }
    }

    internal void Forget(Work exchange)
    {
        lock (exchanges)
        {
            exchanges.Remove(exchange);
        }
    }

    /// <summary>Leaves the group. What is in progress ends first.</summary>
    internal void Destroy()
    {
        isDestroyed = true;
        lock (exchanges)
        {
            foreach (var exchange in exchanges)
            {
                exchange.Drop();
            }

            exchanges.Clear();
        }

        Release();
    }

    // Gloo waits five times the timeout for a rank that said where it is and died before it connected, and nothing ends its waiting: it goes
    // on in a thread of its own, and this one is told in time. Ranks may take the timeout to come, and once more to connect.
    private CountedHandle Connect(CountedHandle at)
    {
        var milliseconds = Distributed.Store.Milliseconds(Timeout);
        var connecting = Task.Factory.StartNew(
            () => NativeBackend.MakeGloo(at, rank, Ranks.Length, milliseconds),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var limit = milliseconds is > 0 and <= int.MaxValue / 2 ? 2 * (int)milliseconds : System.Threading.Timeout.Infinite;
        if (((IAsyncResult)connecting).AsyncWaitHandle.WaitOne(limit))
        {
            return connecting.GetAwaiter().GetResult();
        }

        connecting.ContinueWith(
            static late => (late.Exception is null ? late.Result : null)?.Dispose(),
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        throw new DistributedBackendException(
            $"Gloo connectFullMesh timed out: a rank of {Ranks.Length} has not connected with rank {rank} within twice {milliseconds}ms");
    }

    private void Release()
    {
        native?.Dispose();
        backend?.Dispose();
        store?.Dispose();
    }
}
