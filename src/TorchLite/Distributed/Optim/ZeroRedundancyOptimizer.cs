using TorchLite.Distributed.Algorithms;
using TorchLite.Optim;

namespace TorchLite.Distributed.Optim;

/// <summary>
/// An optimizer whose state, such as Adam's moments, is spread over the processes: PyTorch's <c>ZeroRedundancyOptimizer</c>. Each process
/// changes its part of the parameters, and tells the others what they are then.
/// </summary>
/// <remarks>
/// <para>
/// It is the first stage of ZeRO (Rajbhandari et al., 2019), for models whose gradients
/// <see cref="Nn.Parallel.DistributedDataParallel{T, TResult}"/> reduces. What the parameters become is what the optimizer makes of them in
/// one process. Every process makes the same calls.
/// </para>
/// <para>
/// Before <see cref="Optimizer.StateDict"/> all processes call <see cref="ConsolidateStateDict"/>, which brings the state to the one that
/// saves; all may load it. <c>parameters_as_bucket_view</c> and <c>overlap_with_ddp</c> are not there: they change how the parameters are
/// sent, not what comes of it.
/// </para>
/// </remarks>
/// <example><code>
/// Torch.Distributed.InitProcessGroup("gloo", store: new HashStore(), worldSize: 1, rank: 0);
/// var net = new Linear(2, 1);
/// var adam = new ZeroRedundancyOptimizer(net.Parameters(), shard => new Adam(shard, lr: 0.01));
/// net.Call(Torch.Ones(1, 2)).Sum().Backward();
/// adam.Step();
/// adam.ParamGroups[0].Lr                                            // 0.01
/// adam.LocalOptimizers[0].State.Count                               // 2
/// adam.ConsolidateStateDict();
/// string.Join(" ", adam.StateDict().Keys)                           // state param_groups
/// adam.AddParamGroup(new ParamGroup([new Parameter(Torch.Ones(3))]) { Lr = 0.1 });
/// adam.ParamGroups.Count                                            // 2
/// Torch.Distributed.DestroyProcessGroup();
/// </code></example>
public sealed class ZeroRedundancyOptimizer : Optimizer, IJoinable
{
    private readonly Func<IReadOnlyList<Tensor>, Optimizer> optimizer;
    private readonly ProcessGroup group;
    private readonly Device device;

    // Of each group the part of each process, and the optimizer of this one's.
    private readonly List<Tensor[][]> parts = [];
    private readonly List<Optimizer> locals = [];
    private readonly long[] sizes;
    private bool isConsolidated;

    /// <summary>An optimizer of parameters.</summary>
    /// <param name="parameters">The parameters, the same in all processes.</param>
    /// <param name="optimizer">Makes the optimizer of a part of them, such as <c>shard => new Adam(shard, lr: 0.01)</c>.</param>
    /// <param name="processGroup">The processes; null: all.</param>
    /// <exception cref="ArgumentNullException">There are no parameters, or there is no function.</exception>
    /// <exception cref="TorchValueException">The list is empty, there is no process group, or a parameter is none.</exception>
    public ZeroRedundancyOptimizer(
        IEnumerable<Tensor> parameters, Func<IReadOnlyList<Tensor>, Optimizer> optimizer, ProcessGroup? processGroup = null)
        : this([new ParamGroup(parameters)], optimizer, processGroup)
    {
    }

    /// <summary>An optimizer of groups of parameters, with options of their own by PyTorch's names.</summary>
    /// <param name="parameters">The groups, the same in all processes.</param>
    /// <param name="optimizer">Makes the optimizer of a part of a group; the group's options replace those that it has.</param>
    /// <param name="processGroup">The processes; null: all.</param>
    /// <exception cref="ArgumentNullException">There are no groups, or there is no function.</exception>
    /// <exception cref="TorchValueException">The list is empty, there is no process group, or a parameter is none.</exception>
    public ZeroRedundancyOptimizer(
        IEnumerable<ParamGroup> parameters, Func<IReadOnlyList<Tensor>, Optimizer> optimizer, ProcessGroup? processGroup = null)
        : base(new([]))
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(optimizer);
        (this.optimizer, group) = (optimizer, processGroup ?? DistributedWorld.Required);
        group.EnsureUsable();
        sizes = new long[Torch.Distributed.GetWorldSize(group)];
        ParamGroup[] groups = [.. parameters];
        device = groups.SelectMany(static one => one?.Params ?? []).FirstOrDefault()?.Device
            ?? throw new TorchValueException("ZeroRedundancyOptimizer got an empty parameter list");
        Array.ForEach(groups, AddParamGroup);
        RegisterStateDictPreHook(_ =>
        {
            if (!isConsolidated)
            {
                throw new TorchException(
                    "Optimizer state has not been consolidated on this rank. Please call "
                    + FormattableString.Invariant($"`consolidate_state_dict(to={Rank})` ")
                    + "on all ranks beforehand if you meant to save the global state.");
            }
        });
    }

    /// <summary>The optimizers of this process's parts of the groups: in PyTorch one, <c>optim</c>.</summary>
    public IReadOnlyList<Optimizer> LocalOptimizers => locals;

    /// <inheritdoc/>
    Device IJoinable.JoinDevice => device;

    /// <inheritdoc/>
    ProcessGroup IJoinable.JoinProcessGroup => group;

    private int Rank => Torch.Distributed.GetRank(group);

    /// <summary>Adds parameters while training: PyTorch's <c>add_param_group</c>. All processes do so.</summary>
    /// <param name="group">The group; its options that are not given are those of the optimizer that the function makes.</param>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    /// <exception cref="TorchValueException">A tensor is no leaf or in another group, or this group has names and others not.</exception>
    public void AddParamGroup(ParamGroup group)
    {
        Add(group);
        var shards = Split(group.Params);

        // One that has nothing to do has options all the same.
        Tensor[] own = shards[Rank];
        var local = optimizer(own.Length > 0 ? own : [new Nn.Parameter(Torch.Zeros([0], device: device))]);
        CopyOptions(group, local.ParamGroups[0]);
        CopyOptions(local.ParamGroups[0], group);
        parts.Add(shards);
        locals.Add(local);
        isConsolidated = false;
    }

    /// <summary>
    /// Brings the state of all processes to one, whose <see cref="Optimizer.StateDict"/> may then be saved: PyTorch's
    /// <c>consolidate_state_dict</c>. All processes call it.
    /// </summary>
    /// <param name="to">The rank of that process.</param>
    public void ConsolidateStateDict(int to = 0)
    {
        PushOptions();
        isConsolidated = Rank == to;
        ForgetState();
        for (var rank = 0; rank < sizes.Length; rank++)
        {
            // As Python does: all hear of it, and one keeps it.
            if (rank == to && rank == Rank)
            {
                Take(rank, [.. locals.Select(static local => (object?)local.StateDict())]);
            }
            else if (rank != to)
            {
                var state = BroadcastObject(rank, rank == Rank ? locals.Select(static local => (object?)local.StateDict()).ToList() : null);
                if (to == Rank)
                {
                    Take(rank, (IEnumerable<object?>)state!);
                }
            }
        }
    }

    /// <inheritdoc/>
    JoinHook IJoinable.JoinHook(bool divideByInitialWorldSize) => new StepHook(this);

    private protected override Tensor? StepOnce(Func<Tensor>? closure)
    {
        var told = Join.NotifyJoinContext(this);
        PushOptions();
        var isOne = locals.Count == 1;
        var loss = isOne ? null : closure?.Invoke();
        foreach (var local in locals)
        {
            (local.GradScale, local.FoundInf) = (GradScale, FoundInf);
            if (isOne && closure is not null)
            {
                loss = local.Step(closure);
            }
            else
            {
                local.Step();
            }
        }

        for (var i = 0; i < locals.Count; i++)
        {
            CopyOptions(locals[i].ParamGroups[0], ParamGroups[i]);
        }

        isConsolidated = false;
        SendParameters();
        told?.Wait();
        return loss;
    }

    // What was loaded belongs to those who have the parameters.
    private protected override void Loaded()
    {
        for (var i = 0; i < parts.Count; i++)
        {
            foreach (var parameter in parts[i][Rank])
            {
                locals[i].ReplaceState(parameter, State.GetValueOrDefault(parameter));
            }
        }

        ForgetState();
        isConsolidated = false;
        PushOptions();
    }

    private static void CopyOptions(ParamGroup from, ParamGroup to)
    {
        foreach (var (name, value) in from.Options.ToArray())
        {
            to[name] = value;
        }
    }

    private void PushOptions()
    {
        for (var i = 0; i < locals.Count; i++)
        {
            CopyOptions(ParamGroups[i], locals[i].ParamGroups[0]);
        }
    }

    // The largest first, each to the process that has the least so far.
    private Tensor[][] Split(IReadOnlyList<Tensor> parameters)
    {
        List<Tensor>[] shards = [.. sizes.Select(static _ => new List<Tensor>())];
        foreach (var parameter in parameters.OrderByDescending(static parameter => parameter.Numel()))
        {
            var least = Array.IndexOf(sizes, sizes.Min());
            shards[least].Add(parameter);
            sizes[least] += parameter.Numel();
        }

        return Array.ConvertAll(shards, static shard => shard.ToArray());
    }

    private void SendParameters()
    {
        using var scope = Torch.Scope();
        var works = new List<Work?>();
        for (var rank = 0; rank < sizes.Length; rank++)
        {
            var source = Torch.Distributed.GetGlobalRank(group, rank);
            foreach (var shards in parts)
            {
                works.AddRange(shards[rank].Select(
                    parameter => Torch.Distributed.Broadcast(parameter.Data, source, group, asyncOp: true)));
            }
        }

        works.ForEach(static work => work?.Wait());
    }

    // The state of one process's optimizers, by their own counting of their parameters.
    private void Take(int rank, IEnumerable<object?> states)
    {
        foreach (var (shards, state) in parts.Zip(states))
        {
            var known = (IReadOnlyDictionary<object, object?>)((IReadOnlyDictionary<object, object?>)state!)["state"]!;
            for (var i = 0; i < shards[rank].Length; i++)
            {
                if (known.GetValueOrDefault((long)i) is IReadOnlyDictionary<object, object?> one)
                {
                    var own = new OptimizerState();
                    foreach (var (name, value) in one)
                    {
                        own[$"{name}"] = value is Tensor tensor ? Lasting(tensor.Detach().Cpu()) : value;
                    }

                    ReplaceState(shards[rank][i], own);
                }
            }
        }
    }

    private void ForgetState()
    {
        foreach (var parameter in State.Keys.ToArray())
        {
            ReplaceState(parameter, null);
        }
    }

    // As a file in the form that Python's processes write and read, too.
    private object? BroadcastObject(int rank, object? value)
    {
        var source = Torch.Distributed.GetGlobalRank(group, rank);
        using var stream = new MemoryStream();
        if (rank == Rank)
        {
            Torch.Save(value, stream);
        }

        var length = Torch.Tensor([stream.Length]);
        Torch.Distributed.Broadcast(length, source, group);
        var bytes = rank == Rank ? Torch.Tensor(stream.ToArray()) : Torch.Empty([(long)length[0]], DType.Uint8);
        Torch.Distributed.Broadcast(bytes, source, group);
        return rank == Rank ? value : Torch.Load(new MemoryStream(bytes.ToArray<byte>()));
    }

    /// <summary>What a process without more inputs does in each step of the others.</summary>
    private sealed class StepHook(ZeroRedundancyOptimizer optimizer) : JoinHook
    {
        /// <inheritdoc/>
        public override void MainHook() => optimizer.Step();
    }
}
