namespace TorchLite.Optim.LrScheduler;

/// <summary>Multiplies the first learning rates by a function of the epoch: PyTorch's <c>LambdaLR</c>.</summary>
/// <remarks>A state dict does not keep the functions.</remarks>
/// <example><code>
/// var sgd = new SGD([new Parameter(Torch.Ones(1))], lr: 1.0);
/// var scheduler = new LambdaLR(sgd, epoch => Math.Pow(0.5, epoch));
/// for (var epoch = 0; epoch &lt; 2; epoch++)
/// {
///     sgd.Step();
///     scheduler.Step();
/// }
/// scheduler.GetLastLr()[0]   // 0.25
/// </code></example>
public sealed class LambdaLR : LRScheduler
{
    private readonly Func<long, double>[] lambdas;

    /// <summary>A scheduler of an optimizer, with one function for all groups.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="lrLambda">Gives the factor of an epoch.</param>
    /// <param name="lastEpoch">How many steps there were when a training goes on; -1: it begins.</param>
    /// <exception cref="ArgumentNullException">There is no optimizer, or no function.</exception>
    /// <exception cref="KeyNotFoundException">The training goes on, and a group does not know its <c>"initial_lr"</c>.</exception>
    public LambdaLR(Optimizer optimizer, Func<long, double> lrLambda, long lastEpoch = -1)
        : this(optimizer, Enumerable.Repeat(lrLambda, optimizer?.ParamGroups.Count ?? 0), lastEpoch)
    {
    }

    /// <summary>A scheduler of an optimizer, with a function for each group.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="lrLambda">The functions. Each gives the factor of an epoch.</param>
    /// <param name="lastEpoch">How many steps there were when a training goes on; -1: it begins.</param>
    /// <exception cref="ArgumentNullException">There is no optimizer, or no function.</exception>
    /// <exception cref="TorchValueException">There are more or fewer functions than groups.</exception>
    /// <exception cref="KeyNotFoundException">The training goes on, and a group does not know its <c>"initial_lr"</c>.</exception>
    public LambdaLR(Optimizer optimizer, IEnumerable<Func<long, double>> lrLambda, long lastEpoch = -1)
        : this(optimizer, LambdaLR.OneEach(optimizer, lrLambda), lastEpoch)
    {
    }

    private LambdaLR(Optimizer optimizer, Func<long, double>[] lambdas, long lastEpoch)
        : base(optimizer, [])
    {
        this.lambdas = lambdas;
        Begin(lastEpoch);

        // Python has the attributes of objects that are called here; functions have none.
        this["lr_lambdas"] = lambdas.Select(static _ => (object?)null).ToList();
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<double> GetLr() => [.. lambdas.Zip(BaseLrs, (lambda, lr) => lr * lambda(LastEpoch))];

    /// <summary>The functions, of which each group must have one.</summary>
    internal static Func<long, double>[] OneEach(Optimizer optimizer, IEnumerable<Func<long, double>> given)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(given, "lrLambda");
        var lambdas = given.ToArray();
        foreach (var lambda in lambdas)
        {
            ArgumentNullException.ThrowIfNull(lambda, "lrLambda");
        }

        return lambdas.Length == optimizer.ParamGroups.Count ? lambdas
            : throw new TorchValueException($"Expected {optimizer.ParamGroups.Count} lr_lambdas, but got {lambdas.Length}");
    }
}
