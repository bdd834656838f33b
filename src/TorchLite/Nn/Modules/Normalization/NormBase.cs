using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>What batch and instance normalization have in common: PyTorch's <c>_NormBase</c>.</summary>
public abstract class NormBase : Module<Tensor, Tensor>
{
    // The lazy ones have no number of features.
    private protected NormBase(
        long? numFeatures, double eps, double? momentum, bool affine, bool trackRunningStats, Device? device, DType? dtype)
    {
        (NumFeatures, Eps, Momentum) = (numFeatures ?? 0, eps, momentum);
        (Affine, TrackRunningStats) = (affine, trackRunningStats);
        if (affine)
        {
            Weight = NewParameter();
            Bias = NewParameter();
        }

        if (trackRunningStats)
        {
            RunningMean = numFeatures is { } means
                ? new Buffer(Torch.Zeros([means], dtype, device))
                : new UninitializedBuffer(device, dtype);
            RunningVar = numFeatures is { } variances
                ? new Buffer(Torch.Ones([variances], dtype, device))
                : new UninitializedBuffer(device, dtype);
            NumBatchesTracked = new(Torch.Tensor(0, DType.Int64, device));
        }

        if (numFeatures is not null)
        {
            ResetParameters();
        }

        Parameter NewParameter() => numFeatures is { } count
            ? new Parameter(Torch.Empty([count], dtype, device))
            : new UninitializedParameter(device: device, dtype: dtype);
    }

    /// <summary>The number of channels.</summary>
    public long NumFeatures { get; private protected set; }

    /// <summary>The number added to each variance.</summary>
    public double Eps { get; set; }

    /// <summary>How much the running statistics move towards those of an input; null: they are the mean of all so far.</summary>
    public double? Momentum { get; set; }

    /// <summary>Whether there are a learned weight and bias.</summary>
    public bool Affine { get; }

    /// <summary>Whether there are running statistics.</summary>
    public bool TrackRunningStats { get; set; }

    /// <summary>What each normalized channel is multiplied by; null: nothing.</summary>
    public Parameter? Weight { get; set; }

    /// <summary>What is added to each channel then; null: nothing.</summary>
    public Parameter? Bias { get; set; }

    /// <summary>The running mean of each channel; null: none.</summary>
    public Buffer? RunningMean { get; set; }

    /// <summary>The running variance of each channel; null: none.</summary>
    public Buffer? RunningVar { get; set; }

    /// <summary>The number of inputs in training so far; null where there are no running statistics.</summary>
    public Buffer? NumBatchesTracked { get; set; }

    /// <inheritdoc/>
    protected override long StateVersion => 2;

    /// <summary>Sets the running statistics to 0 and 1: PyTorch's <c>reset_running_stats</c>.</summary>
    public void ResetRunningStats()
    {
        if (TrackRunningStats)
        {
            RunningMean?.Zero_();
            RunningVar?.Fill_(1);
            NumBatchesTracked?.Zero_();
        }
    }

    /// <summary>
    /// Sets the running statistics to 0 and 1, the weight to ones and the bias to zeros: PyTorch's <c>reset_parameters</c>.
    /// </summary>
    public void ResetParameters()
    {
        ResetRunningStats();
        NormParameters.Reset(Weight, Bias);
    }

    /// <inheritdoc/>
    protected override void LoadFromStateDict(StateLoading loading, string prefix)
    {
        ArgumentNullException.ThrowIfNull(loading);

        // The number of inputs came with version 2.
        var key = $"{prefix}num_batches_tracked";
        if (loading.Version(prefix) is null or < 2 && TrackRunningStats && !loading.ContainsKey(key))
        {
            loading[key] = NumBatchesTracked is { } count && count.Device.Type != "meta" ? count : Torch.Tensor(0, DType.Int64);
        }

        base.LoadFromStateDict(loading, prefix);
    }

    /// <summary>Gives the parameters and buffers of a lazy module the shapes that suit an input.</summary>
    internal override void Infer(Tensor input)
    {
        if (!HasNoShapes)
        {
            return;
        }

        var shape = input.Shape;
        NumFeatures = shape.Count > 1 ? shape[1] : throw new TorchIndexException("tuple index out of range");
        foreach (var lazy in new Tensor?[] { Weight, Bias, RunningMean, RunningVar }.OfType<IUninitialized>())
        {
            lazy.Materialize([NumFeatures]);
        }

        ResetParameters();
    }

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        $"{NumFeatures}, eps={PythonText.Of(Eps)}, momentum={PythonText.Of((object?)Momentum)}, affine={PythonText.Of(Affine)}, "
        + $"track_running_stats={PythonText.Of(TrackRunningStats)}";
}
