namespace TorchLite.Optim.LrScheduler;

/// <summary>Has smaller learning rates in the first epochs: PyTorch's <c>ConstantLR</c>.</summary>
/// <example><code>
/// var sgd = new SGD([new Parameter(Torch.Ones(1))], lr: 1.0);
/// var scheduler = new ConstantLR(sgd, factor: 0.5, totalIters: 1);
/// scheduler.GetLastLr()[0]   // 0.5
/// sgd.Step();
/// scheduler.Step();
/// scheduler.GetLastLr()[0]   // 1
/// </code></example>
public sealed class ConstantLR : LRScheduler
{
    /// <summary>A scheduler of an optimizer.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="factor">By what the learning rates are multiplied in the first epochs.</param>
    /// <param name="totalIters">How many epochs these are.</param>
    /// <param name="lastEpoch">How many steps there were when a training goes on; -1: it begins.</param>
    /// <exception cref="ArgumentNullException">There is no optimizer.</exception>
    /// <exception cref="TorchValueException">The factor is not between 0 and 1.</exception>
    /// <exception cref="KeyNotFoundException">The training goes on, and a group does not know its <c>"initial_lr"</c>.</exception>
    public ConstantLR(Optimizer optimizer, double factor = 1.0 / 3, long totalIters = 5, long lastEpoch = -1)
        : base(optimizer, lastEpoch, [("factor", Checked(factor)), ("total_iters", totalIters)])
    {
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<double> GetLr() =>
        LastEpoch == 0 ? Rates(lr => lr * Number("factor"))
        : LastEpoch != Whole("total_iters") ? Rates()
        : Rates(lr => lr * Divide(1.0, Number("factor")));

    /// <inheritdoc/>
    protected override IReadOnlyList<double> GetClosedFormLr()
    {
        var (factor, isOver) = (Number("factor"), LastEpoch >= Whole("total_iters") ? 1 : 0);
        return OfBase(lr => lr * (factor + (isOver * (1 - factor))));
    }

    private static double Checked(double factor) => factor is > 1.0 or < 0
        ? throw new TorchValueException("Constant multiplicative factor expected to be between 0 and 1.") : factor;
}
