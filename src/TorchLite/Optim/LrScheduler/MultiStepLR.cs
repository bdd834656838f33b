using System.Globalization;
using TorchLite.Serialization;

namespace TorchLite.Optim.LrScheduler;

/// <summary>Multiplies the learning rates at some epochs: PyTorch's <c>MultiStepLR</c>.</summary>
/// <example><code>
/// var sgd = new SGD([new Parameter(Torch.Ones(1))], lr: 1.0);
/// var scheduler = new MultiStepLR(sgd, milestones: [1, 3], gamma: 0.5);
/// for (var epoch = 0; epoch &lt; 3; epoch++)
/// {
///     sgd.Step();
///     scheduler.Step();
/// }
/// scheduler.GetLastLr()[0]   // 0.25
/// </code></example>
public sealed class MultiStepLR : LRScheduler
{
    /// <summary>A scheduler of an optimizer.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="milestones">The epochs; one that is there twice counts twice.</param>
    /// <param name="gamma">By what the learning rates are multiplied.</param>
    /// <param name="lastEpoch">How many steps there were when a training goes on; -1: it begins.</param>
    /// <exception cref="ArgumentNullException">There is no optimizer, or there are no milestones.</exception>
    /// <exception cref="KeyNotFoundException">The training goes on, and a group does not know its <c>"initial_lr"</c>.</exception>
    public MultiStepLR(Optimizer optimizer, IEnumerable<long> milestones, double gamma = 0.1, long lastEpoch = -1)
        : base(optimizer, lastEpoch, [("milestones", Counted(milestones)), ("gamma", gamma)])
    {
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<double> GetLr()
    {
        var count = Milestones().FirstOrDefault(one => one.Epoch == LastEpoch).Count;
        return count == 0 ? Rates() : Rates(lr => lr * Math.Pow(Number("gamma"), count));
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<double> GetClosedFormLr() => OfBase(
        lr => lr * Math.Pow(Number("gamma"), Milestones().Where(one => one.Epoch <= LastEpoch).Sum(static one => one.Count)));

    private static PickledCounter Counted(IEnumerable<long> milestones)
    {
        ArgumentNullException.ThrowIfNull(milestones);
        var counter = new PickledCounter();
        foreach (var (epoch, count) in milestones.CountBy(static one => one))
        {
            counter[epoch] = (long)count;
        }

        return counter;
    }

    private IEnumerable<(long Epoch, long Count)> Milestones() =>
        this["milestones"] is not IReadOnlyDictionary<object, object?> counts ? []
        : counts.Select(static one => (Long(one.Key), Long(one.Value)));

    private static long Long(object? number) => Convert.ToInt64(number, CultureInfo.InvariantCulture);
}
