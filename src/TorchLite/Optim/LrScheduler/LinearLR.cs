namespace TorchLite.Optim.LrScheduler;

/// <summary>Has the learning rates go from one part of themselves to another in the first epochs: PyTorch's <c>LinearLR</c>.</summary>
/// <example><code>
/// var sgd = new SGD([new Parameter(Torch.Ones(1))], lr: 1.0);
/// var scheduler = new LinearLR(sgd, startFactor: 0.5, totalIters: 4);
/// scheduler.GetLastLr()[0]   // 0.5
/// sgd.Step();
/// scheduler.Step();
/// scheduler.GetLastLr()[0]   // 0.625
/// </code></example>
public sealed class LinearLR : LRScheduler
{
    /// <summary>A scheduler of an optimizer.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="startFactor">The part at first.</param>
    /// <param name="endFactor">The part at the end.</param>
    /// <param name="totalIters">How many epochs it takes.</param>
    /// <param name="lastEpoch">How many steps there were when a training goes on; -1: it begins.</param>
    /// <exception cref="ArgumentNullException">There is no optimizer.</exception>
    /// <exception cref="TorchValueException">A factor is out of its range.</exception>
    /// <exception cref="KeyNotFoundException">The training goes on, and a group does not know its <c>"initial_lr"</c>.</exception>
    public LinearLR(
        Optimizer optimizer, double startFactor = 1.0 / 3, double endFactor = 1.0, long totalIters = 5, long lastEpoch = -1)
        : base(optimizer, lastEpoch, Options(startFactor, endFactor, totalIters))
    {
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<double> GetLr()
    {
        var (start, end, total) = (Number("start_factor"), Number("end_factor"), Whole("total_iters"));
        return LastEpoch == 0 ? Rates(lr => lr * start)
            : IsInitial || LastEpoch > total ? Rates()
            : Rates(lr => lr * (1.0 + Divide(end - start, (total * start) + ((LastEpoch - 1) * (end - start)))));
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<double> GetClosedFormLr()
    {
        var (start, end, total) = (Number("start_factor"), Number("end_factor"), Whole("total_iters"));
        return OfBase(lr => lr * (start + Divide((end - start) * Math.Min(total, LastEpoch), total)));
    }

    private static (string Name, object? Value)[] Options(double startFactor, double endFactor, long totalIters) =>
        startFactor is > 1.0 or <= 0
            ? throw new TorchValueException("Starting multiplicative factor expected to be greater than 0 and less or equal to 1.")
        : endFactor is > 1.0 or < 0 ? throw new TorchValueException("Ending multiplicative factor expected to be between 0 and 1.")
        : [("start_factor", startFactor), ("end_factor", endFactor), ("total_iters", totalIters)];
}
