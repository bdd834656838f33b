using TorchLite.Printing;
using TorchLite.Serialization;

namespace TorchLite.Optim.LrScheduler;

/// <summary>Changes an optimizer's learning rates as training goes on: PyTorch's <c>torch.optim.lr_scheduler.LRScheduler</c>.</summary>
/// <remarks>
/// <para>
/// A scheduler sets the first learning rates when it is made, and the next ones in each <see cref="Step()"/>, which comes after the
/// optimizer's. It is not for several threads at once.
/// </para>
/// <para>
/// One of one's own says in <see cref="GetLr"/> what the learning rates are. That is called by the constructor already, so what it needs
/// are parameters of the class, not fields that its constructor sets.
/// </para>
/// <code>
/// sealed class Inverse(Optimizer optimizer, double factor) : LRScheduler(optimizer)
/// {
///     protected override IReadOnlyList&lt;double&gt; GetLr() => [.. BaseLrs.Select(lr => lr / (1 + (factor * LastEpoch)))];
/// }
/// </code>
/// </remarks>
/// <example><code>
/// var sgd = new SGD([new Parameter(Torch.Ones(1))], lr: 1.0);
/// LRScheduler scheduler = new StepLR(sgd, stepSize: 2, gamma: 0.5);
/// for (var epoch = 0; epoch &lt; 4; epoch++)
/// {
///     sgd.Step();
///     scheduler.Step();
/// }
/// sgd.ParamGroups[0].Lr   // 0.25
/// </code></example>
public abstract class LRScheduler
{
    private const string EpochIsDeprecated =
        "The epoch parameter in `scheduler.step()` was not necessary and is being deprecated where possible. Please use `scheduler.step()` "
        + "to step the scheduler. During the deprecation, if epoch is different from None, the closed form is used instead of the new "
        + "chainable form, where available. Please open an issue if you are unable to replicate your use case: "
        + "https://github.com/pytorch/pytorch/issues/new/choose.";

    private const string NoStepBefore =
        "Detected call of `lr_scheduler.step()` before `optimizer.step()`. In PyTorch 1.1.0 and later, you should call them in the "
        + "opposite order: `optimizer.step()` before `lr_scheduler.step()`.  Failure to do this will result in PyTorch skipping the first value of "
        + "the learning rate schedule. See more details at https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate";

    // By PyTorch's names and in its order: this is the state dict.
    private readonly OrderedDictionary<object, object?> attributes = new(PickleKeys.Comparer);

    /// <summary>A scheduler of an optimizer, which sets the first learning rates.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="lastEpoch">How many steps there were when a training goes on; -1: it begins.</param>
    /// <exception cref="ArgumentNullException">There is no optimizer.</exception>
    /// <exception cref="KeyNotFoundException">The training goes on, and a group does not know its <c>"initial_lr"</c>.</exception>
    protected LRScheduler(Optimizer optimizer, long lastEpoch = -1)
        : this(optimizer, lastEpoch, [])
    {
    }

    /// <summary>A scheduler that knows this before it sets the first learning rates.</summary>
    private protected LRScheduler(Optimizer optimizer, long lastEpoch, IEnumerable<(string Name, object? Value)> known)
        : this(optimizer, known) =>
        Begin(lastEpoch);

    /// <summary>A scheduler that sets nothing yet.</summary>
    private protected LRScheduler(Optimizer optimizer, IEnumerable<(string Name, object? Value)> known)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        Optimizer = optimizer;
        foreach (var (name, value) in known)
        {
            this[name] = value;
        }
    }

    /// <summary>The optimizer whose learning rates are set.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>
    /// How many steps there were: PyTorch's <c>last_epoch</c>. A <see cref="ChainedScheduler"/> does not count, and says -1.
    /// </summary>
    public long LastEpoch
    {
        get => attributes.ContainsKey("last_epoch") ? Whole("last_epoch") : -1;
        internal set => this["last_epoch"] = value;
    }

    /// <summary>
    /// The learning rates of the groups at first: PyTorch's <c>base_lrs</c>. Schedulers that have no use for them say none.
    /// </summary>
    public IReadOnlyList<double> BaseLrs => attributes.ContainsKey("base_lrs") ? Numbers("base_lrs") : [];

    /// <summary>Whether the constructor sets the first learning rates now.</summary>
    private protected bool IsInitial => attributes.GetValueOrDefault("_is_initial") is true;

    /// <summary>What the scheduler knows, by PyTorch's name.</summary>
    private protected object? this[string name]
    {
        get => attributes.TryGetValue(name, out var value) ? value
            : throw new TorchTypeException($"this state of a {GetType().Name} has no \"{name}\"");
        set => attributes[name] = value;
    }

    /// <summary>Sets the next learning rates: PyTorch's <c>step()</c>. It comes after the optimizer's step.</summary>
    public virtual void Step() => StepTo(null);

    /// <summary>Sets the learning rates of an epoch: PyTorch's <c>step(epoch)</c>, which is deprecated, as a warning tells.</summary>
    /// <param name="epoch">The epoch.</param>
    /// <example><code>
    /// Torch.Warnings.Raised += (sender, warning) => { };
    /// var sgd = new SGD([new Parameter(Torch.Ones(1))], lr: 1.0);
    /// var scheduler = new ExponentialLR(sgd, gamma: 0.5);
    /// scheduler.Step(3);
    /// sgd.ParamGroups[0].Lr   // 0.125
    /// </code></example>
    public virtual void Step(long epoch) => StepTo(epoch);

    /// <summary>The learning rates of the groups as they were set last: PyTorch's <c>get_last_lr</c>.</summary>
    /// <returns>One for each group.</returns>
    /// <example><code>
    /// var sgd = new SGD([new Parameter(Torch.Ones(1))], lr: 1.0);
    /// new ExponentialLR(sgd, gamma: 0.5).GetLastLr()[0]   // 1
    /// </code></example>
    public IReadOnlyList<double> GetLastLr() => Numbers("_last_lr");

    /// <summary>
    /// All that the scheduler knows but its optimizer and functions, for <see cref="Torch.Save(object, string, IProgress{long})"/>:
    /// PyTorch's <c>state_dict</c>, which Python loads.
    /// </summary>
    /// <returns>A dictionary by PyTorch's names.</returns>
    /// <example><code>
    /// var sgd = new SGD([new Parameter(Torch.Ones(1))], lr: 1.0);
    /// var scheduler = new ExponentialLR(sgd, gamma: 0.5);
    /// string.Join(" ", scheduler.StateDict().Keys.Take(3))   // gamma base_lrs last_epoch
    /// </code></example>
    public virtual OrderedDictionary<object, object?> StateDict() => new(attributes, PickleKeys.Comparer);

    /// <summary>
    /// Goes on from a state dict of this library or of Python: PyTorch's <c>load_state_dict</c>. The optimizer's own is loaded beside it.
    /// </summary>
    /// <param name="stateDict">
    /// What <see cref="StateDict"/> returned or <see cref="Torch.Load(string, Device?, bool, IProgress{long}, Action{string})"/> read.
    /// </param>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    /// <example><code>
    /// var sgd = new SGD([new Parameter(Torch.Ones(1))], lr: 1.0);
    /// var scheduler = new ExponentialLR(sgd, gamma: 0.5);
    /// sgd.Step();
    /// scheduler.Step();
    /// var other = new ExponentialLR(sgd, gamma: 0.1);
    /// other.LoadStateDict(scheduler.StateDict());
    /// sgd.Step();
    /// other.Step();
    /// sgd.ParamGroups[0].Lr   // 0.25
    /// </code></example>
    public virtual void LoadStateDict(IReadOnlyDictionary<object, object?> stateDict)
    {
        ArgumentNullException.ThrowIfNull(stateDict);
        foreach (var (name, value) in stateDict)
        {
            attributes[name] = value;
        }
    }

    /// <summary>The next learning rates of the groups, of <see cref="LastEpoch"/>: PyTorch's <c>get_lr</c>.</summary>
    /// <returns>One for each group.</returns>
    protected abstract IReadOnlyList<double> GetLr();

    /// <summary>The learning rates of any epoch, without those before: what PyTorch calls the closed form; null: there is none.</summary>
    /// <returns>One for each group, or null.</returns>
    protected virtual IReadOnlyList<double>? GetClosedFormLr() => null;

    /// <summary>Sets the first learning rates, or finds those of a training that goes on.</summary>
    private protected void Begin(long lastEpoch)
    {
        var groups = Optimizer.ParamGroups;
        for (var i = 0; i < groups.Count; i++)
        {
            if (lastEpoch == -1)
            {
                groups[i].SetDefault("initial_lr", groups[i].Lr);
            }
            else if (!groups[i].Options.ContainsKey("initial_lr"))
            {
                throw new KeyNotFoundException(
                    $"param 'initial_lr' is not specified in param_groups[{i}] when resuming scheduler with last_epoch >= 0.\n"
                    + "This typically happens when:\n1. You're trying to resume training from a checkpoint but haven't properly loaded the "
                    + "optimizer state\n2. You're using last_epoch >= 0 for a fresh training run (not recommended)");
            }
        }

        this["base_lrs"] = List(groups.Select(static group => group.Option("initial_lr", 0.0)));
        this["last_epoch"] = lastEpoch;
        Optimizer.HasStepped ??= false;
        InitialStep();
    }

    /// <summary>Sets the first learning rates.</summary>
    internal void InitialStep()
    {
        this["_step_count"] = 0L;
        this["_is_initial"] = true;
        Step();
        this["_is_initial"] = false;
    }

    /// <summary>Takes back the counting of a step.</summary>
    internal virtual void Undo() => LastEpoch--;

    /// <summary>Sets the learning rates of the next epoch, or of this one.</summary>
    internal void UpdateLr(long? epoch)
    {
        LastEpoch = epoch ?? (LastEpoch + 1);
        Set((epoch is null ? null : GetClosedFormLr()) ?? GetLr());
    }

    private protected void Set(IReadOnlyList<double> rates)
    {
        var groups = Optimizer.ParamGroups;
        if (rates.Count != groups.Count)
        {
            throw new TorchValueException($"zip() argument 2 is {(rates.Count < groups.Count ? "shorter" : "longer")} than argument 1");
        }

        for (var i = 0; i < rates.Count; i++)
        {
            SetLr(groups[i], rates[i]);
        }

        // Python marks here that it is a step that asks for the learning rates.
        this["_get_lr_called_within_step"] = false;
        KeepLastLr();
    }

    private protected void KeepLastLr() => this["_last_lr"] = List(Rates());

    /// <summary>The learning rates of the groups, as they are.</summary>
    private protected double[] Rates() => Rates(static lr => lr);

    private protected double[] Rates(Func<double, double> change) => [.. Optimizer.ParamGroups.Select(group => change(group.Lr))];

    private protected double[] OfBase(Func<double, double> change) => [.. BaseLrs.Select(change)];

    private protected long Whole(string name) => this[name] switch
    {
        long number => number,
        double number when number == Math.Floor(number) => (long)number,
        _ => throw Wrong(name),
    };

    private protected double Number(string name) => ParamGroup.Number(this[name]) ?? throw Wrong(name);

    private protected double[] Numbers(string name) => this[name] is IEnumerable<object?> items
        ? [.. items.Select(item => ParamGroup.Number(item) ?? throw Wrong(name))] : throw Wrong(name);

    private protected bool Is(string name, string value) => this[name] as string == value;

    private protected static List<object?> List(IEnumerable<double> numbers) => [.. numbers.Select(static number => (object?)number)];

    private protected static void SetLr(ParamGroup group, double lr)
    {
        if (group.Options.GetValueOrDefault("lr") is Tensor tensor)
        {
            tensor.Fill_(lr);
        }
        else
        {
            group.Lr = lr;
        }
    }

    /// <summary>Sets the momentum, or the first of the betas.</summary>
    private protected static void SetMomentum(ParamGroup group, bool isBeta, double momentum)
    {
        if (isBeta)
        {
            group["betas"] = (momentum, group.Option("betas", (0.9, 0.999)).Item2);
        }
        else
        {
            group["momentum"] = momentum;
        }
    }

    /// <summary>Has the groups cycle between two momenta; tells whether those are betas.</summary>
    private protected static bool CycleMomentum(Optimizer optimizer, double[] lowest, double[] highest, bool isFirst)
    {
        for (var i = 0; isFirst && i < lowest.Length; i++)
        {
            var group = optimizer.ParamGroups[i];
            SetMomentum(group, HasBetas(optimizer), highest[i]);
            group["max_momentum"] = highest[i];
            group["base_momentum"] = lowest[i];
        }

        return HasBetas(optimizer);
    }

    private protected static void CheckMomentum(Optimizer optimizer)
    {
        if (!HasBetas(optimizer) && !optimizer.Defaults.Options.ContainsKey("momentum"))
        {
            throw new TorchValueException("optimizer must support momentum or beta1 with `cycle_momentum` option enabled");
        }
    }

    /// <summary>A quotient, where Python refuses to divide by 0.</summary>
    private protected static double Divide(double dividend, double divisor) =>
        divisor == 0 ? throw new TorchException("float division by zero") : dividend / divisor;

    private protected static void WarnOfEpoch() => Torch.Warnings.Warn(EpochIsDeprecated);

    private static bool HasBetas(Optimizer optimizer) => optimizer.Defaults.Options.ContainsKey("betas");

    private void StepTo(long? epoch)
    {
        var count = Whole("_step_count");
        if (count == 1 && Optimizer.HasStepped != true)
        {
            Torch.Warnings.Warn(NoStepBefore);
        }

        this["_step_count"] = count + 1;
        if (epoch is not null)
        {
            WarnOfEpoch();
        }

        UpdateLr(epoch);
    }

    private TorchTypeException Wrong(string name) => new($"\"{name}\" of a {GetType().Name} is {PythonText.Of(this[name])}");
}
