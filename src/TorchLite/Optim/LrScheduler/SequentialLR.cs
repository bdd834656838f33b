namespace TorchLite.Optim.LrScheduler;

/// <summary>Several schedulers, one after the other: PyTorch's <c>SequentialLR</c>.</summary>
/// <example><code>
/// var sgd = new SGD([new Parameter(Torch.Ones(1))], lr: 1.0);
/// var scheduler = new SequentialLR(sgd, [new ConstantLR(sgd, factor: 0.5), new ExponentialLR(sgd, gamma: 0.5)], milestones: [1]);
/// scheduler.GetLastLr()[0]   // 0.5
/// sgd.Step();
/// scheduler.Step();
/// scheduler.GetLastLr()[0]   // 1
/// scheduler.Step();
/// scheduler.GetLastLr()[0]   // 0.5
/// </code></example>
public sealed class SequentialLR : LRScheduler
{
    private readonly SchedulerList schedulers;

    /// <summary>A scheduler made of others.</summary>
    /// <param name="optimizer">Their optimizer.</param>
    /// <param name="schedulers">The others.</param>
    /// <param name="milestones">The epochs at which the next one takes over: one fewer than there are schedulers.</param>
    /// <param name="lastEpoch">How many steps there were when a training goes on; -1: it begins.</param>
    /// <exception cref="ArgumentNullException">There is no optimizer or no list, or a scheduler is null.</exception>
    /// <exception cref="TorchValueException">
    /// There is none, one is a <see cref="ReduceLROnPlateau"/> or belongs to another optimizer, or there are more or fewer milestones.
    /// </exception>
    public SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<long> milestones, long lastEpoch = -1)
        : base(optimizer, [])
    {
        ArgumentNullException.ThrowIfNull(milestones);
        var only = (Optimizer?)optimizer;
        this.schedulers = SchedulerList.Of(
            schedulers, ref only, nameof(SequentialLR), "expects at least one scheduler, but got no scheduler.");
        long[] epochs = [.. milestones];
        var all = this.schedulers.All;
        if (epochs.Length != all.Length - 1)
        {
            throw new TorchValueException(
                "Sequential Schedulers expects number of schedulers provided to be one more than the number of milestone points, but got "
                + $"number of schedulers {all.Length} and the number of milestones to be equal to {epochs.Length}");
        }

        this["_milestones"] = epochs.Select(static epoch => (object?)epoch).ToList();
        LastEpoch = lastEpoch + 1;
        foreach (var group in optimizer.ParamGroups)
        {
            SetLr(group, group.Option("initial_lr", group.Lr));
        }

        // What their constructors have done is undone, and the first begins.
        Undo();
        var first = all[IndexOf(0)];
        first.InitialStep();
        this["_last_lr"] = List(first.GetLastLr());
    }

    /// <inheritdoc/>
    public override void Step()
    {
        LastEpoch++;
        var index = IndexOf(LastEpoch);
        var scheduler = schedulers.All[index];
        if (index > 0 && Milestones[index - 1] == LastEpoch)
        {
            scheduler.UpdateLr(0);
        }
        else
        {
            scheduler.Step();
        }

        this["_last_lr"] = List(scheduler.GetLastLr());
    }

    /// <summary>An error: PyTorch's sequential scheduler takes no epoch.</summary>
    /// <param name="epoch">The epoch.</param>
    /// <exception cref="TorchTypeException">Always.</exception>
    public override void Step(long epoch) => throw SchedulerList.NoEpoch(nameof(SequentialLR));

    /// <inheritdoc/>
    public override OrderedDictionary<object, object?> StateDict() => schedulers.AddTo(base.StateDict());

    /// <inheritdoc/>
    public override void LoadStateDict(IReadOnlyDictionary<object, object?> stateDict) => base.LoadStateDict(schedulers.LoadOf(stateDict));

    /// <inheritdoc/>
    protected override IReadOnlyList<double> GetLr() => throw SchedulerList.NoRates(nameof(SequentialLR));

    internal override void Undo() => schedulers.Undo();

    private double[] Milestones => Numbers("_milestones");

    // How many milestones are over.
    private int IndexOf(long epoch) => Milestones.Count(milestone => milestone <= epoch);
}
