using TorchLite.Optim.LrScheduler;

namespace TorchLite.Optim.SwaUtils;

/// <summary>
/// Has the learning rates go to the one that a <see cref="AveragedModel{TModule}"/> is averaged with: PyTorch's <c>SWALR</c>.
/// </summary>
/// <example><code>
/// var sgd = new SGD([new Parameter(Torch.Ones(1))], lr: 1.0);
/// var scheduler = new SWALR(sgd, swaLr: 0.5, annealEpochs: 4, annealStrategy: AnnealStrategy.Linear);
/// sgd.Step();
/// scheduler.Step();
/// scheduler.GetLastLr()[0]   // 0.875
/// </code></example>
public sealed class SWALR : LRScheduler
{
    /// <summary>A scheduler of an optimizer.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="swaLr">The learning rate at the end.</param>
    /// <param name="annealEpochs">How many epochs it takes.</param>
    /// <param name="annealStrategy">How the learning rates go there.</param>
    /// <param name="lastEpoch">How many steps there were when a training goes on; -1: it begins.</param>
    /// <exception cref="ArgumentNullException">There is no optimizer.</exception>
    /// <exception cref="TorchValueException">
    /// The number of epochs is negative, or there are more or fewer learning rates than groups.
    /// </exception>
    /// <exception cref="KeyNotFoundException">The training goes on, and a group does not know its <c>"initial_lr"</c>.</exception>
    public SWALR(
        Optimizer optimizer, PerGroup swaLr, long annealEpochs = 10, AnnealStrategy annealStrategy = AnnealStrategy.Cos,
        long lastEpoch = -1)
        : base(optimizer, [])
    {
        var last = swaLr.For(optimizer, "swa_lr");
        for (var i = 0; i < last.Length; i++)
        {
            optimizer.ParamGroups[i]["swa_lr"] = last[i];
        }

        this["_anneal_strategy"] = annealStrategy == AnnealStrategy.Cos ? "cos" : "linear";
        this["anneal_epochs"] = annealEpochs >= 0 ? annealEpochs
            : throw new TorchValueException($"anneal_epochs must be equal or greater than 0, got {annealEpochs}");
        Begin(lastEpoch);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<double> GetLr()
    {
        var (step, epochs) = (Whole("_step_count") - 1, Whole("anneal_epochs"));
        if (epochs == 0)
        {
            step = Math.Max(1, step);
        }

        var (before, now) = (Part(step - 1, epochs), Part(step, epochs));
        return
        [
            .. Optimizer.ParamGroups.Select(group =>
            {
                var last = group.Option("swa_lr", 0.0);
                var first = before == 1 ? last : (group.Lr - (before * last)) / (1 - before);
                return (last * now) + (first * (1 - now));
            }),
        ];
    }

    private double Part(long step, long epochs)
    {
        var part = Math.Clamp((double)step / Math.Max(1, epochs), 0, 1);
        return Is("_anneal_strategy", "linear") ? part : (1 - Math.Cos(Math.PI * part)) / 2;
    }
}
