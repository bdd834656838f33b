namespace TorchLite.Distributed;

/// <summary>What all collectives do before and after libtorch's part.</summary>
internal static class Collective
{
    /// <summary>Whether this process is not in the group, and so does nothing but warn.</summary>
    internal static bool IsOutside(ProcessGroup? group, string name)
    {
        if (group is null || group.IsMember)
        {
            return false;
        }

        var rank = DistributedWorld.Default?.Rank() ?? -1;
        Torch.Warnings.Warn($"Running {name} on global rank {rank} which does not belong to the given group.");
        return true;
    }

    /// <summary>The rank in the group of one that is given in the default group, or in the group itself.</summary>
    internal static int RankIn(ProcessGroup group, int? globalRank, int? groupRank)
    {
        if (groupRank is { } own)
        {
            return globalRank is null ? own : throw new TorchValueException("Can't specify both group_rank and global_rank");
        }

        return globalRank is { } rank
            ? Torch.Distributed.GetGroupRank(group, rank)
            : throw new TorchValueException("Must specify global_rank or group_rank");
    }

    /// <summary>The rank in the group of the one that has the list, which the others must not have; 0 where none is given.</summary>
    internal static int RankWithList(ProcessGroup group, int? globalRank, int? groupRank, int count, string name, string side)
    {
        var root = RankIn(group, globalRank is null && groupRank is null ? 0 : globalRank, groupRank);
        var isRoot = root == group.Rank();
        return count == 0 != isRoot ? root : throw new TorchValueException(isRoot
            ? $"Argument ``{name}`` must be specified on {side} rank."
            : $"Argument ``{name}`` must NOT be specified on non-{side} ranks.");
    }

    /// <summary>Complex numbers as pairs of real ones, which is what Gloo knows.</summary>
    internal static Tensor AsReal(Tensor tensor) => tensor.IsComplex() ? Torch.ViewAsReal(tensor) : tensor;

    internal static Tensor[] AsReal(IReadOnlyList<Tensor> tensors) => [.. tensors.Select(AsReal)];

    /// <summary>Refuses reductions that complex numbers do not have part by part.</summary>
    internal static void CheckComplex(Tensor tensor, ReduceOp op, string name)
    {
        if (tensor.IsComplex() && !Torch.Distributed.SupportsComplex(op))
        {
            throw new TorchValueException($"{name} does not support RedOpType.{op.ToString().ToUpperInvariant()} on complex tensors");
        }
    }

    /// <summary>The tensors, all there and of one dtype; complex ones and their parts pass for one.</summary>
    internal static void CheckSameDType(params ReadOnlySpan<Tensor> tensors)
    {
        DType? last = null;
        foreach (var tensor in tensors)
        {
            var own = tensor.DType == DType.Complex64 ? DType.Float32 : tensor.DType == DType.Complex128 ? DType.Float64 : tensor.DType;
            if (last is { } before && before != own)
            {
                throw new TorchValueException($"Invalid usage of tensors with different dtypesFound {before} and  {tensor.DType}");
            }

            last = own;
        }
    }

    /// <summary>The list, which and each of which must be there.</summary>
    internal static Tensor[] List(
        IReadOnlyList<Tensor>? tensors, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(tensors))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(tensors, name);
        return Guard.NotNull(tensors.ToArray(), name);
    }

    // Gloo reads and writes as many elements as there are from the first one on, whatever the strides are: it would change what lies
    // between those of a part of a tensor, and what lies behind an expanded one. In what order the memory has them is the ranks' affair,
    // as in Python.
    internal static void CheckDense(Tensor tensor)
    {
        if (tensor.IsNeg() || !(tensor.IsContiguous() || IsDense(tensor.Shape, tensor.Stride())))
        {
            throw new TorchValueException("Tensors must be non-overlapping and dense");
        }
    }

    internal static void CheckContiguous(Tensor tensor)
    {
        if (tensor.IsNeg() || !tensor.IsContiguous())
        {
            throw new TorchValueException("Tensors must be contiguous");
        }
    }

    // libtorch takes the first size of a tensor that has none.
    internal static void CheckHasDimensions(string name, params ReadOnlySpan<Tensor> tensors)
    {
        foreach (var tensor in tensors)
        {
            if (tensor.Dim() == 0)
            {
                throw new TorchException($"{name} expects at least a 1-dimensional tensor");
            }
        }
    }

    // Of several devices libtorch sends some before it refuses the others, and the ranks are no longer of one mind.
    internal static void CheckSameDevice(Tensor output, params ReadOnlySpan<Tensor> inputs)
    {
        foreach (var input in inputs)
        {
            if (input.Device.Type != output.Device.Type)
            {
                throw new TorchException("output tensor and input tensor must be on the same type of device");
            }
        }
    }

    // A number that is no operation would be cut to a byte that may be one.
    internal static byte Operation(ReduceOp op) => Enum.IsDefined(op) ? (byte)op : throw new TorchException("Unhandled ReduceOp");

    private static bool IsDense(IReadOnlyList<long> shape, long[] strides)
    {
        if (shape.Contains(0))
        {
            return true;
        }

        var expected = 1L;
        foreach (var dim in Enumerable.Range(0, strides.Length).Where(dim => shape[dim] != 1).OrderBy(dim => strides[dim]))
        {
            if (strides[dim] != expected)
            {
                return false;
            }

            expected *= shape[dim];
        }

        return true;
    }

    /// <summary>Begins a collective, and waits for it unless the caller will.</summary>
    /// <param name="name">The collective.</param>
    /// <param name="group">The group; null: the default one.</param>
    /// <param name="asyncOp">Whether the caller waits.</param>
    /// <param name="tensors">What is read and written.</param>
    /// <param name="begin">libtorch's part: the backend, and the tensors in the same order.</param>
    internal static Work? Run(
        string name, ProcessGroup? group, bool asyncOp, ReadOnlySpan<Tensor> tensors, Func<CountedHandle, nint[], CountedHandle> begin)
    {
        var work = Begin(name, group, tensors, begin);
        if (asyncOp)
        {
            return work;
        }

        work.Wait();
        return null;
    }

    internal static Work Begin(
        string name, ProcessGroup? group, ReadOnlySpan<Tensor> tensors, Func<CountedHandle, nint[], CountedHandle> begin)
    {
        group ??= DistributedWorld.Required;
        group.EnsureUsable();

        // Recorded for no derivative, whose checks of changes in place would meet Gloo's threads.
        var plain = new Tensor[tensors.Length];
        for (var i = 0; i < plain.Length; i++)
        {
            plain[i] = tensors[i].RequiresGrad ? tensors[i].Detach() : tensors[i];
            if (Vmap.IsBatched(plain[i]))
            {
                throw new TorchException($"{name} can not be called under vmap");
            }
        }

        CountedHandle native;
        try
        {
            using var uses = new Uses(plain);
            native = begin(group.Backend, uses.Handles);
        }
        catch (DistributedException error) when (!error.Message.Contains("Detected mismatch between collectives", StringComparison.Ordinal))
        {
            group.Fail(name, error);
            throw;
        }

        foreach (var tensor in tensors)
        {
            tensor.ForgetNumber();
        }

        return new(native, group, name);
    }
}
