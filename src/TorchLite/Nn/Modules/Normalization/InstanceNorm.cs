namespace TorchLite.Nn;

/// <summary>What <see cref="InstanceNorm1d"/> and its kin have in common: PyTorch's <c>_InstanceNorm</c>.</summary>
public abstract class InstanceNorm : NormBase
{
    private protected InstanceNorm(
        long? numFeatures, double eps, double? momentum, bool affine, bool trackRunningStats, Device? device, DType? dtype)
        : base(numFeatures, eps, momentum, affine, trackRunningStats, device, dtype)
    {
    }

    // The number of dimensions of an input without a batch.
    private protected abstract long NoBatchDim { get; }

    /// <inheritdoc/>
    protected override void LoadFromStateDict(StateLoading loading, string prefix)
    {
        ArgumentNullException.ThrowIfNull(loading);
        string[] statistics = loading.Version(prefix) is null && !TrackRunningStats
            ? [.. new[] { "running_mean", "running_var" }.Select(name => prefix + name).Where(loading.ContainsKey)]
            : [];
        if (statistics.Length > 0)
        {
            var names = string.Join(" and ", statistics.Select(static key => $"\"{key}\""));
            loading.ErrorMessages.Add(
                $"Unexpected running stats buffer(s) {names} for {ClassName} with track_running_stats=False. "
                + $"If state_dict is a checkpoint saved before 0.4.0, this may be expected because {ClassName} does not track running "
                + "stats by default since 0.4.0. Please remove these keys from state_dict. If the running stats are actually needed, instead set "
                + $"track_running_stats=True in {ClassName} to enable them. See the documentation of {ClassName} for details.");
            Array.ForEach(statistics, key => loading.Remove(key));
        }

        base.LoadFromStateDict(loading, prefix);
    }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Prepare(input);
        var dims = input.Dim();
        if (dims != NoBatchDim && dims != NoBatchDim + 1)
        {
            throw new TorchValueException($"expected {NoBatchDim}D or {NoBatchDim + 1}D input (got {dims}D input)");
        }

        var channels = dims - NoBatchDim;
        if (Affine && input.Size(channels) != NumFeatures)
        {
            throw new TorchValueException(
                $"expected input's size at dim={channels} to match num_features ({NumFeatures}), but got: {input.Size(channels)}.");
        }

        return channels == 0 ? Normalize(input.Unsqueeze(0)).Squeeze(0) : Normalize(input);
    }

    private Tensor Normalize(Tensor input) => Torch.Nn.Functional.InstanceNorm(
        input, RunningMean, RunningVar, Weight, Bias, Training || !TrackRunningStats, Momentum ?? 0.0, Eps);
}
