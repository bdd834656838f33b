using TorchLite.Distributed;
using TorchLite.Distributed.Algorithms;

namespace TorchLite.Nn.Parallel;

/// <summary>What <see cref="DistributedDataParallel{T, TResult}"/> and its kin do around a call of their module.</summary>
internal sealed class DataParallel
{
    private const long Mebibyte = 1 << 20;
    private readonly DataParallelOptions options;
    private readonly Reducer reducer;
    private readonly int bufferCount;
    private readonly List<Work> told = [];

    // After a forward step that is not followed by a reduction nobody's buffers have moved on together.
    private bool syncsBuffers = true;
    private bool isDelayedQueued;
    private bool isCompressed;

    internal DataParallel(Module module, DataParallelOptions options)
    {
        ArgumentNullException.ThrowIfNull(module);
        (Module, this.options, Group) = (module, options, options.ProcessGroup ?? DistributedWorld.Required);
        var all = module.Parameters().ToArray();
        if (Array.Exists(all, static parameter => parameter is IUninitialized { IsUninitialized: true }))
        {
            throw new TorchException(
                "Modules with uninitialized parameters can't be used with `DistributedDataParallel`. "
                + "Run a dummy forward pass to correctly initialize the modules");
        }

        if (!Array.Exists(all, static parameter => parameter.RequiresGrad))
        {
            throw new TorchException(
                "DistributedDataParallel is not needed when a module doesn't have any parameter that requires a gradient.");
        }

        string[] devices = [.. all.Select(static parameter => parameter.Device.Type).Distinct(StringComparer.Ordinal)];
        if (devices.Length > 1)
        {
            throw new TorchValueException(
                "DistributedDataParallel's input module must be on the same type of devices, but input module parameters locate in "
                + $"{{{string.Join(", ", devices.Select(static device => $"'{device}'"))}}}.");
        }

        Group.EnsureUsable();
        Device = all[0].Device;
        var trained = Trained();
        Tensor[] parameters = [.. trained.Select(static one => one.Parameter)];
        bool[] isSparse = [.. trained.Select(static one => one.Owner is Embedding { Sparse: true } or EmbeddingBag { Sparse: true })];
        if (options.InitSync)
        {
            Verify(parameters, trained);
            SyncStates(0);
        }

        bufferCount = Module.Buffers().Count();
        var cap = (long)((options.BucketCapMb ?? 25) * Mebibyte);
        var first = options.BucketCapMb is null ? Mebibyte : cap;

        // All together at first, where the order of the gradients will be known after one step.
        long[] limits = options.StaticGraph || !options.FindUnusedParameters ? [long.MaxValue] : first < cap ? [first, cap] : [cap];
        var buckets = Reducer.AssignBuckets(parameters, limits, isSparse);
        Array.Reverse(buckets);
        reducer = new(
            Group, parameters, buckets, isSparse, [.. trained.Select(static one => one.Name)],
            new(cap, first, options.FindUnusedParameters, options.GradientAsBucketView, options.SkipAllReduceUnusedParams));
        if (options.StaticGraph)
        {
            reducer.SetStaticGraph();
        }
    }

    internal Module Module { get; }

    internal ProcessGroup Group { get; }

    internal Device Device { get; }

    /// <summary>Whether the next backward step is reduced.</summary>
    internal bool RequireBackwardGradSync { get; private set; } = true;

    /// <summary>Whether gradients are divided by the number of all processes, also where some have no more inputs.</summary>
    internal bool DividesByInitialWorldSize { private get; set; } = true;

    private bool WillSyncBuffers => syncsBuffers && options.BroadcastBuffers && bufferCount > 0;

    /// <summary>The same for a copy of the module; its parameters have the same values already.</summary>
    internal DataParallelOptions OptionsOfCopy => options with { ProcessGroup = Group, InitSync = false };

    /// <summary>Runs a forward step of the module.</summary>
    internal TResult Run<TResult>(IJoinable owner, Func<TResult> forward)
    {
        var isRecorded = Torch.IsGradEnabled();
        if (isRecorded && RequireBackwardGradSync)
        {
            Group.EnsureUsable();
            reducer.PrepareForForward();
        }

        // Of the step before: done long since, and only now forgotten.
        foreach (var before in told)
        {
            before.Wait();
        }

        told.Clear();
        if (Join.NotifyJoinContext(owner) is { } work)
        {
            reducer.SetForwardPassWork(work, DividesByInitialWorldSize);
            told.Add(work);
        }

        if (isRecorded)
        {
            _ = reducer.RebuildBuckets();
        }

        var isJoining = Join.IsEnabled(owner);
        if (WillSyncBuffers)
        {
            SyncBuffers(isJoining ? CommonRank(isCandidate: true) : 0);
        }

        if (isJoining)
        {
            // Tells those who have no more inputs; what comes of it is theirs to know.
            told.Add(Torch.Distributed.AllReduce(
                Torch.Full([1], RequireBackwardGradSync ? 1 : 0, DType.Float32, Device), group: Group, asyncOp: true)!);
        }

        var output = forward();
        syncsBuffers = isRecorded && RequireBackwardGradSync;
        if (syncsBuffers)
        {
            reducer.PrepareForBackward(options.FindUnusedParameters && !options.StaticGraph ? OutputTensors.Of(output) : []);
        }

        return isRecorded && (options.StaticGraph ? !isDelayedQueued : options.FindUnusedParameters) ? Sunk(output) : output;
    }

    /// <summary>No reduction until it is disposed.</summary>
    internal RemovableHandle NoSync()
    {
        var before = RequireBackwardGradSync;
        RequireBackwardGradSync = false;
        return new(() => RequireBackwardGradSync = before);
    }

    /// <summary>Has gradients be summed up otherwise.</summary>
    internal void RegisterCommHook(BuiltinCommHookType hook)
    {
        if (!Enum.IsDefined(hook))
        {
            throw new TorchValueException("Unknown built-in DDP comm hook type provided.");
        }

        reducer.RegisterBuiltinHook(hook);
        isCompressed = hook == BuiltinCommHookType.Fp16Compress;
    }

    /// <summary>What the other processes' steps ask of one that has no more inputs.</summary>
    internal void Shadow()
    {
        _ = reducer.RebuildBuckets();
        if (WillSyncBuffers)
        {
            SyncBuffers(CommonRank(isCandidate: false));
        }

        var isReduced = Torch.Zeros([1], DType.Float32, Device);
        Torch.Distributed.AllReduce(isReduced, group: Group);
        syncsBuffers = (double)isReduced != 0;
        if (!syncsBuffers)
        {
            return;
        }

        Work?[] works =
        [
            .. reducer.ZeroBuckets().Select(bucket => Torch.Distributed.AllReduce(
                isCompressed ? bucket.To(DType.Float16) : bucket, group: Group, asyncOp: true)),
        ];
        foreach (var work in works)
        {
            work?.Wait();
        }

        if (options.FindUnusedParameters)
        {
            Torch.Distributed.AllReduce(reducer.LocalUsedMap(), group: Group);
        }

        reducer.PushRebuiltParams();
    }

    /// <summary>Gives all processes the values of one of those that ended last.</summary>
    internal void SyncFinal(bool isLastJoiner) => SyncStates(CommonRank(isLastJoiner));

    // The greatest rank of those who may be it.
    private int CommonRank(bool isCandidate)
    {
        var rank = Torch.Full([1], isCandidate ? Torch.Distributed.GetRank(Group) : -1, DType.Int64, Device);
        Torch.Distributed.AllReduce(rank, ReduceOp.Max, Group);
        return (int)(long)rank;
    }

    private List<(string Name, Parameter Parameter, Module Owner)> Trained()
    {
        var found = new List<(string, Parameter, Module)>();
        var seen = new HashSet<Parameter>(ReferenceEqualityComparer.Instance);
        foreach (var (path, owner) in Module.NamedModules())
        {
            foreach (var (name, parameter) in owner.NamedParameters(recurse: false))
            {
                if (parameter.RequiresGrad && seen.Add(parameter))
                {
                    found.Add(($"{path}.{name}", parameter, owner));
                }
            }
        }

        return found;
    }

    // libtorch says which of the parameters it is by its number.
    private void Verify(Tensor[] parameters, List<(string Name, Parameter Parameter, Module Owner)> trained)
    {
        const string Number = "params[";
        try
        {
            Reducer.Verify(Group, parameters);
        }
        catch (TorchException error) when (error.Message.IndexOf(Number, StringComparison.Ordinal) is >= 0 and var at
            && error.Message.IndexOf(']', at) is > 0 and var end
            && int.TryParse(error.Message.AsSpan(at + Number.Length, end - at - Number.Length), out var index) && index < trained.Count)
        {
            throw new TorchException($"{error.Message} ({error.Message[at..(end + 1)]} is {trained[index].Name.TrimStart('.')})");
        }
    }

    private void SyncStates(int rank)
    {
        using var scope = Torch.Scope();
        Tensor[] states =
        [
            .. Module.Parameters().Select(static parameter => parameter.Detach()),
            .. options.BroadcastBuffers ? Module.Buffers().Select(static buffer => buffer.Detach()) : [],
        ];
        using var mode = Torch.NoGrad();
        Reducer.Broadcast(Group, states, rank);
    }

    // By their data, so that what was recorded before with a buffer may still be differentiated.
    private void SyncBuffers(int rank)
    {
        using var scope = Torch.Scope();
        using var mode = Torch.NoGrad();
        Reducer.Broadcast(Group, [.. Module.Buffers().Select(static buffer => buffer.Data)], rank);
    }

    // Through one node, so that outputs that are not used in the loss have undefined gradients, which reach the parameters before them; and
    // so that it is known when a backward step begins.
    private TResult Sunk<TResult>(TResult output)
    {
        Tensor[] tensors = [.. OutputTensors.Of(output).Where(static tensor => tensor is { RequiresGrad: true, IsLeaf: false })];
        if (tensors.Length == 0)
        {
            return output;
        }

        var sink = Torch.Autograd.Function.Create<Tensor[], Tensor[]>(
            static (ctx, given) =>
            {
                ctx.SetMaterializeGrads(false);
                return Array.ConvertAll(given, static tensor => tensor.Clone());
            },
            (_, grads) =>
            {
                if (options.StaticGraph && !isDelayedQueued)
                {
                    reducer.QueueDelayedAllReduce();
                    isDelayedQueued = true;
                }

                return grads;
            },
            "_DDPSink");
        var passed = sink(tensors);
        return (TResult)OutputTensors.Replaced(
            output, tensor => Array.IndexOf(tensors, tensor) is >= 0 and var at ? passed[at] : tensor)!;
    }
}
