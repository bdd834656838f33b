namespace TorchLite.Optim.LrScheduler;

/// <summary>Several schedulers, of which each changes what the one before has set: PyTorch's <c>ChainedScheduler</c>.</summary>
/// <example><code>
/// var sgd = new SGD([new Parameter(Torch.Ones(1))], lr: 1.0);
/// var scheduler = new ChainedScheduler([new ConstantLR(sgd, factor: 0.5), new ExponentialLR(sgd, gamma: 0.5)]);
/// sgd.Step();
/// scheduler.Step();
/// scheduler.GetLastLr()[0]   // 0.25
/// </code></example>
public sealed class ChainedScheduler : LRScheduler
{
    private readonly SchedulerList schedulers;

    /// <summary>A scheduler made of others.</summary>
    /// <param name="schedulers">The others, all of one optimizer, in the order in which they step.</param>
    /// <param name="optimizer">Their optimizer; null: the first's.</param>
    /// <exception cref="ArgumentNullException">There is no list, or one is null.</exception>
    /// <exception cref="TorchValueException">
    /// There is none, one is a <see cref="ReduceLROnPlateau"/>, or they belong to several optimizers.
    /// </exception>
    public ChainedScheduler(IEnumerable<LRScheduler> schedulers, Optimizer? optimizer = null)
        : this(
            SchedulerList.Of(
                schedulers, ref optimizer, nameof(ChainedScheduler), "expects at least one scheduler to be chained, but got no scheduler."),
            optimizer!)
    {
    }

    private ChainedScheduler(SchedulerList schedulers, Optimizer optimizer)
        : base(optimizer, [])
    {
        this.schedulers = schedulers;
        KeepLastLr();
    }

    /// <inheritdoc/>
    public override void Step()
    {
        foreach (var scheduler in schedulers.All)
        {
            scheduler.Step();
        }

        KeepLastLr();
    }

    /// <summary>An error: PyTorch's chained scheduler takes no epoch.</summary>
    /// <param name="epoch">The epoch.</param>
    /// <exception cref="TorchTypeException">Always.</exception>
    public override void Step(long epoch) => throw SchedulerList.NoEpoch(nameof(ChainedScheduler));

    /// <inheritdoc/>
    public override OrderedDictionary<object, object?> StateDict() => schedulers.AddTo(base.StateDict());

    /// <inheritdoc/>
    public override void LoadStateDict(IReadOnlyDictionary<object, object?> stateDict) => base.LoadStateDict(schedulers.LoadOf(stateDict));

    /// <inheritdoc/>
    protected override IReadOnlyList<double> GetLr() => throw SchedulerList.NoRates(nameof(ChainedScheduler));

    internal override void Undo() => schedulers.Undo();
}
