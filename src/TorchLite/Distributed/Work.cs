namespace TorchLite.Distributed;

/// <summary>
/// A collective in progress, which libtorch's own threads go on with: PyTorch's <c>torch.distributed.Work</c>. It comes from a collective
/// with <c>asyncOp: true</c>, from <c>Isend</c> and <c>Irecv</c>.
/// </summary>
/// <remarks>
/// The tensors are held until it is done, whatever becomes of the objects that they were given as; not to be read or written before
/// <see cref="Wait"/> has come back. What went wrong is known then. A collective that nobody waits for goes on all the same.
/// </remarks>
/// <example><code>
/// using var store = new HashStore();
/// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
/// var x = Torch.Ones(2);
/// var work = Torch.Distributed.AllReduce(x, asyncOp: true)!;
/// work.Wait();
/// Torch.Distributed.DestroyProcessGroup();
/// work.IsSuccess()   // True
/// </code></example>
public sealed class Work
{
    private readonly Lock sync = new();
    private readonly CountedHandle native;
    private readonly ProcessGroup group;
    private readonly string name;
    private bool isDone;
    private int sourceRank;
    private TorchException? error;

    internal Work(CountedHandle native, ProcessGroup group, string name)
    {
        (this.native, this.group, this.name) = (native, group, name);
    }

    /// <summary>Waits until it is done: PyTorch's <c>Work.wait(timeout)</c>.</summary>
    /// <param name="timeout">How long to wait; null: until it is done, which the group's timeout sees to.</param>
    /// <returns>True.</returns>
    /// <exception cref="TorchException">Gloo has no such operation.</exception>
    /// <exception cref="DistributedBackendException">
    /// A peer died or did not come in time, and the group is of no use any more; or it is not done within <paramref name="timeout"/>, and
    /// goes on.
    /// </exception>
    /// <example><code>
    /// using var store = new HashStore();
    /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
    /// var isDone = Torch.Distributed.Barrier(asyncOp: true)!.Wait(TimeSpan.FromSeconds(10));
    /// Torch.Distributed.DestroyProcessGroup();
    /// isDone   // True
    /// </code></example>
    public bool Wait(TimeSpan? timeout = null)
    {
        lock (sync)
        {
            if (!isDone)
            {
                try
                {
                    _ = NativeWork.Wait(native, timeout is { } given ? Store.Milliseconds(given) : 0);
                    sourceRank = name is "Recv" ? NativeWork.SourceRank(native) : -1;
                }
                catch (TorchException thrown) when (IsOver(thrown, timeout))
                {
                    // What Gloo refuses to do, such as bits of floating-point numbers, leaves the group as it was.
                    error = DistributedErrors.Of(thrown);
                    if (error is DistributedException)
                    {
                        group.Fail(name, error);
                    }
                }
                catch (TorchException thrown)
                {
                    throw DistributedErrors.Of(thrown);
                }

                isDone = true;
                group.Forget(this);
                native.Dispose();
            }

            return error is null ? true : throw error;
        }
    }

    /// <summary>Waits until it is done, on another thread: <see cref="Wait"/> for <c>await</c>.</summary>
    /// <param name="timeout">How long to wait; null: until it is done.</param>
    /// <returns>A task that ends when it is done.</returns>
    /// <example><code>
    /// using var store = new HashStore();
    /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
    /// var x = Torch.Ones(2);
    /// Task task = Torch.Distributed.AllReduce(x, asyncOp: true)!.WaitAsync();   // to await
    /// task.Wait();
    /// Torch.Distributed.DestroyProcessGroup();
    /// x   // tensor([1., 1.])
    /// </code></example>
    public Task WaitAsync(TimeSpan? timeout = null) => Task.Factory.StartNew(
        () => _ = Wait(timeout), CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
        TaskScheduler.Default);

    /// <summary>
    /// Whether it is done, well or not: PyTorch's <c>Work.is_completed()</c>. Of what is sent and received it is known only when it was
    /// waited
    /// for, as in PyTorch.
    /// </summary>
    /// <returns>Whether it is.</returns>
    /// <example><code>
    /// using var store = new HashStore();
    /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
    /// var work = Torch.Distributed.Barrier(asyncOp: true)!;
    /// work.Wait();
    /// Torch.Distributed.DestroyProcessGroup();
    /// work.IsCompleted()   // True
    /// </code></example>
    public bool IsCompleted() => Volatile.Read(ref isDone) || !TryAsk(NativeWork.IsCompleted, out var answer) || answer;

    /// <summary>Whether it is done and went well: PyTorch's <c>Work.is_success()</c>.</summary>
    /// <returns>Whether it did.</returns>
    /// <example><code>
    /// using var store = new HashStore();
    /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
    /// var work = Torch.Distributed.Barrier(asyncOp: true)!;
    /// work.Wait();
    /// Torch.Distributed.DestroyProcessGroup();
    /// work.IsSuccess()   // True
    /// </code></example>
    public bool IsSuccess() =>
        Volatile.Read(ref isDone) || !TryAsk(static work => NativeWork.IsCompleted(work) && NativeWork.IsSuccess(work), out var answer)
            ? error is null
            : answer;

    /// <summary>What went wrong, once <see cref="Wait"/> has thrown it; else null: PyTorch's <c>Work.exception()</c>.</summary>
    /// <returns>The error.</returns>
    /// <example><code>
    /// using var store = new HashStore();
    /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
    /// var work = Torch.Distributed.Barrier(asyncOp: true)!;
    /// work.Wait();
    /// Torch.Distributed.DestroyProcessGroup();
    /// work.Exception() is null   // True
    /// </code></example>
    public TorchException? Exception() => error;

    /// <summary>Of what was received and waited for, the rank in the group that it came from.</summary>
    internal int SourceRank() => sourceRank;

    /// <summary>libtorch's.</summary>
    internal CountedHandle Native => native;

    /// <summary>Frees it, undone as it may be, with its group.</summary>
    internal void Drop() => native.Dispose();

    // A wait that was given less time than the work has leaves the work as it is.
    private static bool IsOver(TorchException thrown, TimeSpan? timeout) =>
        timeout is null || !thrown.Message.Contains("Operation timed out!", StringComparison.Ordinal);

    private bool TryAsk(Func<CountedHandle, bool> question, out bool answer)
    {
        try
        {
            answer = question(native);
            return true;
        }
        catch (ObjectDisposedException)
        {
            answer = false;
            return false;
        }
    }
}
