using System.Runtime.CompilerServices;

namespace TorchLite.Distributed.Algorithms;

/// <summary>
/// Training with inputs of which some processes have fewer: PyTorch's <c>torch.distributed.algorithms.Join</c>. A process that has no more
/// of them takes part in what the others still say to each other, so that nobody waits for it.
/// </summary>
/// <remarks>
/// Other calls to the processes than those of the <c>joinables</c>, such as those of <see cref="Nn.SyncBatchNorm"/>, are not taken part in:
/// with them <c>throwOnEarlyTermination</c> ends the training everywhere.
/// </remarks>
/// <example><code>
/// Torch.Distributed.InitProcessGroup("gloo", store: new HashStore(), worldSize: 1, rank: 0);
/// var ddp = new DistributedDataParallel&lt;Tensor, Tensor&gt;(new Linear(1, 1));
/// var sgd = new ZeroRedundancyOptimizer(ddp.Parameters(), shard => new SGD(shard, lr: 0.1));
/// var steps = 0;
/// new Join([ddp, sgd]).Run(() =>
/// {
///     foreach (var input in new[] { Torch.Ones(1, 1), Torch.Zeros(1, 1) })
///     {
///         ddp.Call(input).Sum().Backward();
///         sgd.Step();
///         steps++;
///     }
/// });
/// steps   // 2
/// Torch.Distributed.DestroyProcessGroup();
/// </code></example>
public sealed class Join
{
    private const int WarnThreshold = 1000;
    private static readonly ConditionalWeakTable<IJoinable, Config> Configs = [];
    private readonly IJoinable[] joinables;
    private readonly JoinHook[] hooks;
    private readonly ProcessGroup group;
    private readonly Device device;
    private readonly bool enable;
    private readonly bool throwOnEarlyTermination;

    /// <summary>Prepares what is trained.</summary>
    /// <param name="joinables">What speaks to the other processes in each step, such as the wrapped module and the optimizer.</param>
    /// <param name="enable">Whether anything is done; false where all processes have as many inputs.</param>
    /// <param name="throwOnEarlyTermination">Whether all end with an exception as soon as one has no more inputs.</param>
    /// <param name="divideByInitialWorldSize">
    /// Whether gradients are divided by the number of all processes; else by that of those who still have inputs.
    /// </param>
    /// <exception cref="ArgumentNullException">There is no list.</exception>
    /// <exception cref="TorchValueException">The list is empty, or they are in different groups of processes.</exception>
    public Join(
        IEnumerable<IJoinable> joinables, bool enable = true, bool throwOnEarlyTermination = false, bool divideByInitialWorldSize = true)
    {
        ArgumentNullException.ThrowIfNull(joinables);
        this.joinables = [.. joinables];
        if (this.joinables.Length == 0)
        {
            throw new TorchValueException("The join context manager requires at least one joinable");
        }

        (this.enable, this.throwOnEarlyTermination) = (enable, throwOnEarlyTermination);
        hooks = Array.ConvertAll(this.joinables, joinable => joinable.JoinHook(divideByInitialWorldSize));
        (group, device) = (this.joinables[0].JoinProcessGroup, this.joinables[0].JoinDevice);
        if (Array.Exists(this.joinables, joinable => !ReferenceEquals(joinable.JoinProcessGroup, group)))
        {
            throw new TorchValueException("Using join context manager with multiple process groups");
        }
    }

    /// <summary>
    /// Says that this process has an input yet: PyTorch's <c>Join.notify_join_context</c>. The first of the joinables tells the others; it
    /// does nothing where there is no <see cref="Join"/>.
    /// </summary>
    /// <param name="joinable">What is about to speak to the other processes.</param>
    /// <returns>What is under way then, a sum of ones over those who have inputs; null: nothing.</returns>
    /// <exception cref="TorchException">A process has no more inputs, and that is to end the training.</exception>
    /// <example><code>
    /// Torch.Distributed.InitProcessGroup("gloo", store: new HashStore(), worldSize: 1, rank: 0);
    /// var ddp = new DistributedDataParallel&lt;Tensor, Tensor&gt;(new Linear(1, 1));
    /// Join.NotifyJoinContext(ddp) is null   // True
    /// Torch.Distributed.DestroyProcessGroup();
    /// </code></example>
    public static Work? NotifyJoinContext(IJoinable joinable)
    {
        ArgumentNullException.ThrowIfNull(joinable);
        if (!Configs.TryGetValue(joinable, out var config) || !config.Enable || !config.IsFirst)
        {
            return null;
        }

        var (group, device) = (joinable.JoinProcessGroup, joinable.JoinDevice);
        var work = Torch.Distributed.AllReduce(Torch.Ones([1], DType.Float32, device), group: group, asyncOp: true);
        if (config.ThrowOnEarlyTermination && Sum(0, group, device) != 0)
        {
            throw new TorchException("Detected at least one rank that exhausted inputs. Throwing across all ranks.");
        }

        return work;
    }

    /// <summary>Whether something trains with uneven inputs.</summary>
    internal static bool IsEnabled(IJoinable joinable) => Configs.TryGetValue(joinable, out var config) && config.Enable;

    /// <summary>Runs the training of this process, and then takes part in that of the others: PyTorch's <c>with Join(...)</c>.</summary>
    /// <param name="body">The training. An exception comes out as it is, and ends this process's part.</param>
    /// <exception cref="ArgumentNullException">There is no function.</exception>
    /// <exception cref="TorchException">This process has no more inputs, and that is to end the training.</exception>
    public void Run(Action body)
    {
        ArgumentNullException.ThrowIfNull(body);
        for (var i = 0; i < joinables.Length; i++)
        {
            Configs.AddOrUpdate(joinables[i], new(enable, throwOnEarlyTermination, IsFirst: i == 0));
        }

        body();
        if (!enable)
        {
            return;
        }

        var rounds = 0;
        for (; Sum(0, group, device) != 0; rounds++)
        {
            if (throwOnEarlyTermination)
            {
                _ = Sum(1, group, device);
                throw new TorchException(FormattableString.Invariant($"Rank {Torch.Distributed.GetRank(group)} exhausted all inputs."));
            }

            if (rounds == WarnThreshold + 1)
            {
                Torch.Warnings.Warn(FormattableString.Invariant(
                    $"Detected uneven input skew of greater than {WarnThreshold}. This means that rank {Torch.Distributed.GetRank(group)} ")
                    + FormattableString.Invariant($"has at least {WarnThreshold} fewer inputs than other currently-active ranks. ")
                    + "This level of skew could lead to performance degradation during training.");
            }

            foreach (var hook in hooks)
            {
                hook.MainHook();
            }
        }

        foreach (var hook in hooks)
        {
            hook.PostHook(isLastJoiner: rounds == 0);
        }
    }

    // Over all processes.
    private static double Sum(double own, ProcessGroup group, Device device)
    {
        using var sum = Torch.Full([1], own, DType.Float32, device);
        Torch.Distributed.AllReduce(sum, group: group);
        return (double)sum;
    }

    private sealed record Config(bool Enable, bool ThrowOnEarlyTermination, bool IsFirst);
}
