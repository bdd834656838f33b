using System.ComponentModel;

namespace TorchLite.Optim.LrScheduler;

/// <summary>Lowers the learning rates when a loss or a metric does not get better any more: PyTorch's <c>ReduceLROnPlateau</c>.</summary>
/// <example><code>
/// var sgd = new SGD([new Parameter(Torch.Ones(1))], lr: 1.0);
/// var scheduler = new ReduceLROnPlateau(sgd, factor: 0.5, patience: 1);
/// foreach (var loss in new[] { 3.0, 2.0, 2.0, 2.0 })
/// {
///     sgd.Step();
///     scheduler.Step(loss);
/// }
/// scheduler.GetLastLr()[0]   // 0.5
/// </code></example>
public sealed class ReduceLROnPlateau : LRScheduler
{
    /// <summary>A scheduler of an optimizer.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="mode">Whether less or more is better.</param>
    /// <param name="factor">By what the learning rates are multiplied.</param>
    /// <param name="patience">How many epochs without anything better are borne.</param>
    /// <param name="threshold">By how much better is better.</param>
    /// <param name="thresholdMode">Whether the threshold is a part of the best, or a difference.</param>
    /// <param name="cooldown">How many epochs do not count after the learning rates were lowered.</param>
    /// <param name="minLr">The least learning rate; null: 0.</param>
    /// <param name="eps">What a learning rate must lose at least; else it stays.</param>
    /// <exception cref="ArgumentNullException">There is no optimizer.</exception>
    /// <exception cref="TorchValueException">
    /// The factor is not less than 1, or there are more or fewer least learning rates than groups.
    /// </exception>
    public ReduceLROnPlateau(
        Optimizer optimizer, PlateauMode mode = PlateauMode.Min, double factor = 0.1, long patience = 10, double threshold = 1e-4,
        PlateauThresholdMode thresholdMode = PlateauThresholdMode.Rel, long cooldown = 0, PerGroup? minLr = null, double eps = 1e-8)
        : base(optimizer, [("factor", factor < 1.0 ? factor : throw new TorchValueException("Factor should be < 1.0."))])
    {
        var groups = optimizer.ParamGroups.Count;
        if (minLr is { IsOne: false } each && each.Values.Length != groups)
        {
            throw new TorchValueException($"expected {groups} min_lrs, got {each.Values.Length}");
        }

        // PyTorch's own default is an integer.
        object? least = minLr is not { } given ? 0L : given.IsOne ? given.Values[0] : null;
        this["default_min_lr"] = least;
        this["min_lrs"] = least is null ? List(minLr!.Value.Values) : Enumerable.Repeat(least, groups).ToList<object?>();
        this["patience"] = patience;
        this["cooldown"] = cooldown;
        this["eps"] = eps;
        LastEpoch = 0;
        KeepLastLr();
        this["mode_worse"] = mode == PlateauMode.Min ? double.PositiveInfinity : double.NegativeInfinity;
        this["mode"] = mode == PlateauMode.Min ? "min" : "max";
        this["threshold"] = threshold;
        this["threshold_mode"] = thresholdMode == PlateauThresholdMode.Rel ? "rel" : "abs";
        this["best"] = this["mode_worse"];
        this["cooldown_counter"] = 0L;
        this["num_bad_epochs"] = 0L;
    }

    /// <summary>Tells how good the epoch was, and lowers the learning rates if need be: PyTorch's <c>step(metrics)</c>.</summary>
    /// <param name="metrics">The loss, or what else is watched.</param>
    /// <exception cref="TorchException">The optimizer has got a group, and each has its own least learning rate.</exception>
    public void Step(double metrics)
    {
        LastEpoch++;
        if (IsBetter(metrics, Number("best")))
        {
            this["best"] = metrics;
            this["num_bad_epochs"] = 0L;
        }
        else
        {
            this["num_bad_epochs"] = Whole("num_bad_epochs") + 1;
        }

        if (Whole("cooldown_counter") > 0)
        {
            this["cooldown_counter"] = Whole("cooldown_counter") - 1;
            this["num_bad_epochs"] = 0L;
        }

        if (Whole("num_bad_epochs") > Whole("patience"))
        {
            Reduce();
            this["cooldown_counter"] = this["cooldown"];
            this["num_bad_epochs"] = 0L;
        }

        KeepLastLr();
    }

    /// <inheritdoc cref="Step(double)"/>
    /// <exception cref="ArgumentNullException">There is no tensor.</exception>
    public void Step(Tensor metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        Step((double)metrics);
    }

    /// <summary>
    /// Tells how good an epoch was, by its number: PyTorch's <c>step(metrics, epoch)</c>, which is deprecated, as a warning tells.
    /// </summary>
    /// <param name="metrics">The loss, or what else is watched.</param>
    /// <param name="epoch">The epoch.</param>
    /// <exception cref="TorchException">The optimizer has got a group, and each has its own least learning rate.</exception>
    public void Step(double metrics, long epoch)
    {
        WarnOfEpoch();
        LastEpoch = epoch - 1;
        Step(metrics);
    }

    /// <summary>An error: this scheduler must be told how good the epoch was.</summary>
    /// <exception cref="TorchTypeException">Always.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override void Step() =>
        throw new TorchTypeException("ReduceLROnPlateau.step() missing 1 required positional argument: 'metrics'");

    /// <summary>Tells how good the epoch was, where the scheduler is called as any other, as in Python.</summary>
    /// <param name="epoch">The loss, or what else is watched.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override void Step(long epoch) => Step((double)epoch);

    /// <inheritdoc/>
    public override void LoadStateDict(IReadOnlyDictionary<object, object?> stateDict)
    {
        base.LoadStateDict(stateDict);
        this["mode_worse"] = Is("mode", "min") ? double.PositiveInfinity : double.NegativeInfinity;
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<double> GetLr() => Rates();

    private bool IsBetter(double value, double best)
    {
        var threshold = Number("threshold");
        return (Is("mode", "min"), Is("threshold_mode", "rel")) switch
        {
            (true, true) => value < best * (1.0 - threshold),
            (true, false) => value < best - threshold,
            (false, true) => value > best * (threshold + 1.0),
            (false, false) => value > best + threshold,
        };
    }

    private void Reduce()
    {
        var groups = Optimizer.ParamGroups;
        var least = Numbers("min_lrs");
        if (groups.Count != least.Length)
        {
            if (this["default_min_lr"] is not { } all)
            {
                throw new TorchException(
                    $"The number of param groups in the `optimizer` ({groups.Count}) differs from when `ReduceLROnPlateau` was initialized "
                    + $"({least.Length}), usually due to a new param group being added to the optimizer. Please modify the `min_lrs` field "
                    + "to match the length of the `optimizer` param groups.");
            }

            this["min_lrs"] = Enumerable.Repeat(all, groups.Count).ToList<object?>();
            least = Numbers("min_lrs");
        }

        for (var i = 0; i < groups.Count; i++)
        {
            var (old, lower) = (groups[i].Lr, Math.Max(groups[i].Lr * Number("factor"), least[i]));
            if (old - lower > Number("eps"))
            {
                SetLr(groups[i], lower);
            }
        }
    }
}
