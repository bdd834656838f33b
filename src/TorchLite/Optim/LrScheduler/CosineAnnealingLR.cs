namespace TorchLite.Optim.LrScheduler;

/// <summary>Has the learning rates fall, and rise again, as a cosine: PyTorch's <c>CosineAnnealingLR</c>.</summary>
/// <remarks>Loshchilov and Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts" (2016), without the restarts.</remarks>
/// <example><code>
/// var sgd = new SGD([new Parameter(Torch.Ones(1))], lr: 1.0);
/// var scheduler = new CosineAnnealingLR(sgd, tMax: 2);
/// sgd.Step();
/// scheduler.Step();
/// Math.Round(scheduler.GetLastLr()[0], 4)   // 0.5
/// </code></example>
public sealed class CosineAnnealingLR : LRScheduler
{
    /// <summary>A scheduler of an optimizer.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="tMax">How many epochs the fall takes: PyTorch's <c>T_max</c>.</param>
    /// <param name="etaMin">The least learning rate.</param>
    /// <param name="lastEpoch">How many steps there were when a training goes on; -1: it begins.</param>
    /// <exception cref="ArgumentNullException">There is no optimizer.</exception>
    /// <exception cref="KeyNotFoundException">The training goes on, and a group does not know its <c>"initial_lr"</c>.</exception>
    public CosineAnnealingLR(Optimizer optimizer, long tMax, double etaMin = 0.0, long lastEpoch = -1)
        : base(optimizer, lastEpoch, [("T_max", tMax), ("eta_min", etaMin)])
    {
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<double> GetLr()
    {
        var (end, least, epoch) = (Whole("T_max"), Number("eta_min"), LastEpoch);
        if (IsInitial)
        {
            return Rates();
        }

        if (Whole("_step_count") == 1 && epoch > 0)
        {
            return OfBase(lr => least + ((lr - least) * (1 + Math.Cos(Divide(epoch * Math.PI, end))) / 2));
        }

        if (end == 0)
        {
            throw new TorchException("integer modulo by zero");
        }

        // At the least learning rate the next is no multiple of it.
        return (epoch - 1 - end) % (2 * end) == 0
            ? [.. Rates().Zip(BaseLrs, (lr, first) => lr + ((first - least) * (1 - Math.Cos(Math.PI / end)) / 2))]
            : Rates(lr => ((1 + Math.Cos(Math.PI * epoch / end)) / (1 + Math.Cos(Math.PI * (epoch - 1) / end)) * (lr - least)) + least);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<double> GetClosedFormLr()
    {
        var (end, least) = (Whole("T_max"), Number("eta_min"));
        return OfBase(lr => least + ((lr - least) * (1 + Math.Cos(Divide(Math.PI * LastEpoch, end))) / 2));
    }
}
