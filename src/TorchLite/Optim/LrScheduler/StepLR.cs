namespace TorchLite.Optim.LrScheduler;

/// <summary>Multiplies the learning rates every so many epochs: PyTorch's <c>StepLR</c>.</summary>
/// <example><code>
/// var sgd = new SGD([new Parameter(Torch.Ones(1))], lr: 1.0);
/// var scheduler = new StepLR(sgd, stepSize: 2, gamma: 0.5);
/// sgd.Step();
/// scheduler.Step();
/// scheduler.GetLastLr()[0]   // 1
/// scheduler.Step();
/// scheduler.GetLastLr()[0]   // 0.5
/// </code></example>
public sealed class StepLR : LRScheduler
{
    /// <summary>A scheduler of an optimizer.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="stepSize">How many epochs a learning rate stays.</param>
    /// <param name="gamma">By what it is multiplied then.</param>
    /// <param name="lastEpoch">How many steps there were when a training goes on; -1: it begins.</param>
    /// <exception cref="ArgumentNullException">There is no optimizer.</exception>
    /// <exception cref="KeyNotFoundException">The training goes on, and a group does not know its <c>"initial_lr"</c>.</exception>
    public StepLR(Optimizer optimizer, long stepSize, double gamma = 0.1, long lastEpoch = -1)
        : base(optimizer, lastEpoch, [("step_size", stepSize), ("gamma", gamma)])
    {
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<double> GetLr() =>
        LastEpoch == 0 || LastEpoch % Whole("step_size") != 0 ? Rates() : Rates(lr => lr * Number("gamma"));

    /// <inheritdoc/>
    protected override IReadOnlyList<double> GetClosedFormLr() =>
        OfBase(lr => lr * Math.Pow(Number("gamma"), Math.Floor((double)LastEpoch / Whole("step_size"))));
}
