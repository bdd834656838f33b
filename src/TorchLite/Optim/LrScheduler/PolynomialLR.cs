namespace TorchLite.Optim.LrScheduler;

/// <summary>Has the learning rates fall to 0 as a power of the epochs that are left: PyTorch's <c>PolynomialLR</c>.</summary>
/// <example><code>
/// var sgd = new SGD([new Parameter(Torch.Ones(1))], lr: 1.0);
/// var scheduler = new PolynomialLR(sgd, totalIters: 4, power: 2);
/// sgd.Step();
/// scheduler.Step();
/// scheduler.GetLastLr()[0]   // 0.5625
/// </code></example>
public sealed class PolynomialLR : LRScheduler
{
    /// <summary>A scheduler of an optimizer.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="totalIters">How many epochs it takes.</param>
    /// <param name="power">The power; 1 for a straight line.</param>
    /// <param name="lastEpoch">How many steps there were when a training goes on; -1: it begins.</param>
    /// <exception cref="ArgumentNullException">There is no optimizer.</exception>
    /// <exception cref="KeyNotFoundException">The training goes on, and a group does not know its <c>"initial_lr"</c>.</exception>
    public PolynomialLR(Optimizer optimizer, long totalIters = 5, double power = 1.0, long lastEpoch = -1)
        : base(optimizer, lastEpoch, [("total_iters", totalIters), ("power", power)])
    {
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<double> GetLr()
    {
        double total = Whole("total_iters");
        if (IsInitial || LastEpoch > total)
        {
            return Rates();
        }

        var factor = Math.Pow((1.0 - Divide(LastEpoch, total)) / (1.0 - ((LastEpoch - 1) / total)), Number("power"));
        return Rates(lr => lr * factor);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<double> GetClosedFormLr()
    {
        double total = Whole("total_iters");
        return OfBase(lr => lr * Math.Pow(1.0 - Divide(Math.Min(total, LastEpoch), total), Number("power")));
    }
}
