namespace TorchLite.Optim.LrScheduler;

/// <summary>
/// Has the learning rates rise and fall between two bounds, and the momentum fall and rise: PyTorch's <c>CyclicLR</c>. A step is a batch.
/// </summary>
/// <remarks>
/// Smith, "Cyclical Learning Rates for Training Neural Networks" (2015). A state dict does not keep the function that scales the cycles.
/// </remarks>
/// <example><code>
/// var sgd = new SGD([new Parameter(Torch.Ones(1))], momentum: 0.9);
/// var scheduler = new CyclicLR(sgd, baseLr: 0, maxLr: 1, stepSizeUp: 4);
/// sgd.Step();
/// scheduler.Step();
/// scheduler.GetLastLr()[0]                           // 0.25
/// Math.Round(sgd.ParamGroups[0].Momentum, 3)         // 0.875
/// </code></example>
public sealed class CyclicLR : LRScheduler
{
    private readonly Func<double, double>? scaleFn;

    /// <summary>A scheduler of an optimizer.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="baseLr">The lower bound, which the optimizer gets at once.</param>
    /// <param name="maxLr">The upper bound of the first cycle.</param>
    /// <param name="stepSizeUp">How many steps the rise takes.</param>
    /// <param name="stepSizeDown">How many the fall takes; null: as many.</param>
    /// <param name="mode">How high the later cycles are.</param>
    /// <param name="gamma">The factor of a step, for <see cref="CyclicMode.ExpRange"/>.</param>
    /// <param name="scaleFn">Tells how high a cycle is, instead of <paramref name="mode"/>.</param>
    /// <param name="scaleMode">What that function gets.</param>
    /// <param name="cycleMomentum">Whether the momentum, or the first of the betas, cycles too.</param>
    /// <param name="baseMomentum">The lower bound of the momentum; null: 0.8.</param>
    /// <param name="maxMomentum">The upper bound of the momentum, which the optimizer gets at once; null: 0.9.</param>
    /// <param name="lastEpoch">How many steps there were when a training goes on; -1: it begins.</param>
    /// <exception cref="ArgumentNullException">There is no optimizer.</exception>
    /// <exception cref="TorchValueException">The optimizer has no momentum, or there are more or fewer bounds than groups.</exception>
    /// <exception cref="KeyNotFoundException">The training goes on, and a group does not know its <c>"initial_lr"</c>.</exception>
    public CyclicLR(
        Optimizer optimizer, PerGroup baseLr, PerGroup maxLr, long stepSizeUp = 2000, long? stepSizeDown = null,
        CyclicMode mode = CyclicMode.Triangular, double gamma = 1.0, Func<double, double>? scaleFn = null,
        CyclicScaleMode scaleMode = CyclicScaleMode.Cycle, bool cycleMomentum = true, PerGroup? baseMomentum = null,
        PerGroup? maxMomentum = null, long lastEpoch = -1)
        : base(optimizer, [])
    {
        this.scaleFn = scaleFn;
        var first = baseLr.For(optimizer, "base_lr");
        for (var i = 0; lastEpoch == -1 && i < first.Length; i++)
        {
            SetLr(optimizer.ParamGroups[i], first[i]);
        }

        this["max_lrs"] = List(maxLr.For(optimizer, "max_lr"));
        double total = stepSizeUp + (stepSizeDown ?? stepSizeUp);
        this["total_size"] = total;
        this["step_ratio"] = Divide(stepSizeUp, total);
        this["mode"] = mode switch
        {
            CyclicMode.Triangular => "triangular",
            CyclicMode.Triangular2 => "triangular2",
            _ => "exp_range",
        };
        this["gamma"] = gamma;
        var isByStep = scaleFn is null ? mode == CyclicMode.ExpRange : scaleMode == CyclicScaleMode.Iterations;
        this["scale_mode"] = isByStep ? "iterations" : "cycle";
        this["cycle_momentum"] = cycleMomentum;
        if (cycleMomentum)
        {
            CheckMomentum(optimizer);
            var lowest = (baseMomentum ?? 0.8).For(optimizer, "base_momentum");
            var highest = (maxMomentum ?? 0.9).For(optimizer, "max_momentum");
            this["use_beta1"] = CycleMomentum(optimizer, lowest, highest, lastEpoch == -1);
            this["base_momentums"] = List(lowest);
            this["max_momentums"] = List(highest);
        }

        Begin(lastEpoch);
        this["base_lrs"] = List(first);
        this["_scale_fn_custom"] = null;
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<double> GetLr()
    {
        var (total, ratio) = (Number("total_size"), Number("step_ratio"));
        var cycle = Math.Floor(1 + (LastEpoch / total));
        var x = 1.0 + (LastEpoch / total) - cycle;
        var factor = x <= ratio ? Divide(x, ratio) : (x - 1) / (ratio - 1);
        var scale = Scale(Is("scale_mode", "cycle") ? cycle : LastEpoch);
        if (this["cycle_momentum"] is true)
        {
            var groups = Optimizer.ParamGroups;
            foreach (var (group, (lowest, highest)) in groups.Zip(Numbers("base_momentums").Zip(Numbers("max_momentums"))))
            {
                SetMomentum(group, this["use_beta1"] is true, highest - ((highest - lowest) * factor * scale));
            }
        }

        return [.. BaseLrs.Zip(Numbers("max_lrs"), (lowest, highest) => lowest + ((highest - lowest) * factor * scale))];
    }

    private double Scale(double x) =>
        scaleFn is not null ? scaleFn(x)
        : Is("mode", "triangular2") ? 1 / Math.Pow(2.0, x - 1)
        : Is("mode", "exp_range") ? Math.Pow(Number("gamma"), x)
        : 1.0;
}
