using TorchLite.Printing;
using TorchLite.Serialization;

namespace TorchLite.Optim.LrScheduler;

/// <summary>
/// Has the learning rates rise once and fall far, and the momentum fall and rise: PyTorch's <c>OneCycleLR</c>. A step is a batch.
/// </summary>
/// <remarks>
/// Smith and Topin, "Super-Convergence: Very Fast Training of Neural Networks Using Large Learning Rates" (2017). How many steps there are
/// is said by <c>totalSteps</c>, or by <c>epochs</c> and <c>stepsPerEpoch</c>.
/// </remarks>
/// <example><code>
/// var sgd = new SGD([new Parameter(Torch.Ones(1))], momentum: 0.9);
/// var scheduler = new OneCycleLR(sgd, maxLr: 1, totalSteps: 10);
/// Math.Round(scheduler.GetLastLr()[0], 4)      // 0.04
/// for (var batch = 0; batch &lt; 2; batch++)
/// {
///     sgd.Step();
///     scheduler.Step();
/// }
/// scheduler.GetLastLr()[0]                     // 1
/// Math.Round(sgd.ParamGroups[0].Momentum, 2)   // 0.85
/// </code></example>
public sealed class OneCycleLR : LRScheduler
{
    /// <summary>A scheduler of an optimizer.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="maxLr">The greatest learning rate.</param>
    /// <param name="totalSteps">How many steps there are.</param>
    /// <param name="epochs">How many epochs there are, where the steps are not given.</param>
    /// <param name="stepsPerEpoch">How many steps an epoch has.</param>
    /// <param name="pctStart">The part of the steps in which the learning rates rise.</param>
    /// <param name="annealStrategy">How they go from one value to another.</param>
    /// <param name="cycleMomentum">Whether the momentum, or the first of the betas, cycles too.</param>
    /// <param name="baseMomentum">The lower bound of the momentum; null: 0.85.</param>
    /// <param name="maxMomentum">The upper bound of the momentum, which the optimizer gets at once; null: 0.95.</param>
    /// <param name="divFactor">What part of the greatest learning rate the first is.</param>
    /// <param name="finalDivFactor">What part of the first the last is.</param>
    /// <param name="threePhase">Whether they fall as they have risen, before they fall far.</param>
    /// <param name="lastEpoch">How many steps there were when a training goes on; -1: it begins.</param>
    /// <exception cref="ArgumentNullException">There is no optimizer.</exception>
    /// <exception cref="TorchValueException">
    /// It is not said how many steps there are, a number is out of its range, the optimizer has no momentum, or there are more or fewer
    /// bounds than groups.
    /// </exception>
    /// <exception cref="KeyNotFoundException">The training goes on, and a group does not know its <c>"initial_lr"</c>.</exception>
    public OneCycleLR(
        Optimizer optimizer, PerGroup maxLr, long? totalSteps = null, long? epochs = null, long? stepsPerEpoch = null,
        double pctStart = 0.3, AnnealStrategy annealStrategy = AnnealStrategy.Cos, bool cycleMomentum = true, PerGroup? baseMomentum = null,
        PerGroup? maxMomentum = null, double divFactor = 25.0, double finalDivFactor = 1e4, bool threePhase = false, long lastEpoch = -1)
        : base(optimizer, [])
    {
        var total = Total(totalSteps, epochs, stepsPerEpoch);
        this["total_steps"] = total;
        this["_schedule_phases"] = threePhase
            ? new List<object?>
            {
                Phase((pctStart * total) - 1, "initial_lr", "max_lr", "max_momentum", "base_momentum"),
                Phase((2 * pctStart * total) - 2, "max_lr", "initial_lr", "base_momentum", "max_momentum"),
                Phase(total - 1, "initial_lr", "min_lr", "max_momentum", "max_momentum"),
            }
            :
            [
                Phase((pctStart * total) - 1, "initial_lr", "max_lr", "max_momentum", "base_momentum"),
                Phase(total - 1, "max_lr", "min_lr", "base_momentum", "max_momentum"),
            ];
        if (!(pctStart is >= 0 and <= 1))
        {
            throw new TorchValueException($"Expected float between 0 and 1 pct_start, but got {PythonText.Of(pctStart)}");
        }

        this["_anneal_func_type"] = annealStrategy == AnnealStrategy.Cos ? "cos" : "linear";
        var greatest = maxLr.For(optimizer, "max_lr");
        for (var i = 0; lastEpoch == -1 && i < greatest.Length; i++)
        {
            var group = optimizer.ParamGroups[i];
            var first = Divide(greatest[i], divFactor);
            group["initial_lr"] = first;
            group["max_lr"] = greatest[i];
            group["min_lr"] = Divide(first, finalDivFactor);
        }

        this["cycle_momentum"] = cycleMomentum;
        if (cycleMomentum)
        {
            CheckMomentum(optimizer);
            var highest = (maxMomentum ?? 0.95).For(optimizer, "max_momentum");
            var lowest = (baseMomentum ?? 0.85).For(optimizer, "base_momentum");
            this["use_beta1"] = CycleMomentum(optimizer, lowest, highest, lastEpoch == -1);
        }

        Begin(lastEpoch);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<double> GetLr()
    {
        var (step, total) = (LastEpoch, Whole("total_steps"));
        if (step > total)
        {
            throw new TorchValueException($"Tried to step {step} times. The specified number of total steps is {total}");
        }

        var all = this["_schedule_phases"] as IEnumerable<object?> ?? [];
        var phases = all.OfType<IReadOnlyDictionary<object, object?>>().ToArray();
        var start = 0.0;
        var phase = phases[0];
        for (var i = 0; i < phases.Length; i++)
        {
            phase = phases[i];
            if (step <= End(phase) || i == phases.Length - 1)
            {
                break;
            }

            start = End(phase);
        }

        var part = Divide(step - start, End(phase) - start);
        var isCycled = this["cycle_momentum"] is true;
        var rates = new List<double>();
        foreach (var group in Optimizer.ParamGroups)
        {
            rates.Add(Anneal(group, phase, "lr", part));
            if (isCycled)
            {
                SetMomentum(group, this["use_beta1"] is true, Anneal(group, phase, "momentum", part));
            }
        }

        return rates;
    }

    private static double End(IReadOnlyDictionary<object, object?> phase) => ParamGroup.Number(phase["end_step"]) ?? double.NaN;

    private double Anneal(ParamGroup group, IReadOnlyDictionary<object, object?> phase, string what, double part)
    {
        var start = group.Option((string)phase[$"start_{what}"]!, double.NaN);
        var end = group.Option((string)phase[$"end_{what}"]!, double.NaN);
        return Is("_anneal_func_type", "cos")
            ? end + ((start - end) / 2.0 * (Math.Cos(Math.PI * part) + 1))
            : ((end - start) * part) + start;
    }

    private static long Total(long? totalSteps, long? epochs, long? stepsPerEpoch)
    {
        if (totalSteps is { } total)
        {
            return Positive(total, "total_steps");
        }

        return epochs is { } count && stepsPerEpoch is { } each ? Positive(count, "epochs") * Positive(each, "steps_per_epoch")
            : throw new TorchValueException("You must define either total_steps OR (epochs AND steps_per_epoch)");
    }

    private static long Positive(long value, string name) =>
        value > 0 ? value : throw new TorchValueException($"Expected positive integer {name}, but got {value}");

    private static OrderedDictionary<object, object?> Phase(
        object endStep, string startLr, string endLr, string startMomentum, string endMomentum) => new(
        [
            new("end_step", endStep), new("start_lr", startLr), new("end_lr", endLr), new("start_momentum", startMomentum),
            new("end_momentum", endMomentum),
        ], PickleKeys.Comparer);
}
