namespace TorchLite.Optim.LrScheduler;

/// <summary>Multiplies the learning rates in each epoch: PyTorch's <c>ExponentialLR</c>.</summary>
/// <example><code>
/// var sgd = new SGD([new Parameter(Torch.Ones(1))], lr: 1.0);
/// var scheduler = new ExponentialLR(sgd, gamma: 0.5);
/// sgd.Step();
/// scheduler.Step();
/// scheduler.GetLastLr()[0]   // 0.5
/// </code></example>
public sealed class ExponentialLR : LRScheduler
{
    /// <summary>A scheduler of an optimizer.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="gamma">By what the learning rates are multiplied.</param>
    /// <param name="lastEpoch">How many steps there were when a training goes on; -1: it begins.</param>
    /// <exception cref="ArgumentNullException">There is no optimizer.</exception>
    /// <exception cref="KeyNotFoundException">The training goes on, and a group does not know its <c>"initial_lr"</c>.</exception>
    public ExponentialLR(Optimizer optimizer, double gamma, long lastEpoch = -1)
        : base(optimizer, lastEpoch, [("gamma", gamma)])
    {
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<double> GetLr() => IsInitial ? Rates() : Rates(lr => lr * Number("gamma"));

    /// <inheritdoc/>
    protected override IReadOnlyList<double> GetClosedFormLr() => OfBase(lr => lr * Math.Pow(Number("gamma"), LastEpoch));
}
