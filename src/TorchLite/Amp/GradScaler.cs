using TorchLite.Optim;
using TorchLite.Serialization;

namespace TorchLite.Amp;

/// <summary>
/// Makes losses larger, so that gradients in float16 do not vanish, and gradients smaller again before they change parameters: PyTorch's
/// <c>torch.amp.GradScaler</c>. Steps whose gradients are not finite are left out.
/// </summary>
/// <remarks>
/// By what it multiplies it finds out: half of it after such a step, twice of it after many without one. It belongs to no scope, and is not
/// for several threads at once. bfloat16 needs none.
/// </remarks>
/// <example><code>
/// var net = new Linear(4, 1);
/// var sgd = new SGD(net.Parameters(), lr: 0.1);
/// var scaler = new GradScaler("cpu", initScale: 1024);
/// Tensor loss;
/// using (Torch.Amp.Autocast("cpu", DType.Float16)) { loss = net.Call(Torch.Ones(2, 4)).Float().Sum(); }
/// scaler.Scale(loss).Backward();
/// scaler.Step(sgd);
/// scaler.Update();
/// scaler.GetScale()   // 1024
/// </code></example>
public sealed class GradScaler
{
    private const string Hint = "This may indicate your script did not use scaler.scale(loss or outputs) earlier in the iteration.";
    private const string WrongScale =
        "new_scale should be a float or a 1-element torch.cuda.FloatTensor or torch.FloatTensor with requires_grad=False.";

    private static readonly AtenOperator Unscale = new("aten::_amp_foreach_non_finite_check_and_unscale_");
    private static readonly AtenOperator UpdateScale = new("aten::_amp_update_scale_");

    private readonly Device device;
    private readonly bool isEnabled;
    private readonly Dictionary<Optimizer, Round> rounds = new(ReferenceEqualityComparer.Instance);
    private double initScale, growthFactor, backoffFactor;
    private long growthInterval, initGrowthTracker;
    private Tensor? scale, growthTracker;

    /// <summary>
    /// Creates one: <c>torch.amp.GradScaler(device, init_scale, growth_factor, backoff_factor, growth_interval, enabled)</c>.
    /// </summary>
    /// <param name="device">
    /// The device whose losses are scaled; null: <c>cuda</c>. Where there is no GPU it is not enabled, with a warning.
    /// </param>
    /// <param name="initScale">By what it multiplies at first.</param>
    /// <param name="growthFactor">By what that grows.</param>
    /// <param name="backoffFactor">By what that is multiplied after a step that is left out.</param>
    /// <param name="growthInterval">After how many steps, none of which is left out, it grows.</param>
    /// <param name="enabled">Whether it scales at all. If not, <see cref="Step(Optimizer)"/> is the optimizer's own.</param>
    /// <exception cref="TorchException">It would not grow, or not shrink.</exception>
    /// <example><code>
    /// new GradScaler("cpu", growthInterval: 100).GetScale()   // 65536
    /// </code></example>
    public GradScaler(
        Device? device = null, double initScale = 65536.0, double growthFactor = 2.0, double backoffFactor = 0.5,
        long growthInterval = 2000, bool enabled = true)
    {
        this.device = device ?? new Device("cuda");
        isEnabled = enabled;
        if (enabled && this.device.Type == "cuda" && !Torch.Cuda.IsAvailable())
        {
            Torch.Warnings.Warn("torch.cuda.amp.GradScaler is enabled, but CUDA is not available.  Disabling.");
            isEnabled = false;
        }

        if (isEnabled && !(growthFactor > 1))
        {
            throw new TorchException("The growth factor must be > 1.0.");
        }

        if (isEnabled && !(backoffFactor < 1))
        {
            throw new TorchException("The backoff factor must be < 1.0.");
        }

        (this.initScale, this.growthInterval) = (initScale, growthInterval);
        (this.growthFactor, this.backoffFactor) = (growthFactor, backoffFactor);
    }

    /// <summary>How far an optimizer is in a round.</summary>
    private enum Stage
    {
        Ready,
        Unscaled,
        Stepped,
    }

    /// <summary>The loss, multiplied: PyTorch's <c>scale(outputs)</c>.</summary>
    /// <param name="outputs">The loss.</param>
    /// <returns>A new tensor; where it is not enabled, the same.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="outputs"/> is null.</exception>
    /// <example><code>
    /// new GradScaler("cpu", initScale: 8).Scale(Torch.Tensor(0.5))   // tensor(4.)
    /// </code></example>
    public Tensor Scale(Tensor outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        return isEnabled ? outputs * Begun(outputs).To(outputs.Device) : outputs;
    }

    /// <summary>The losses, multiplied: PyTorch's <c>scale(outputs)</c> of a list.</summary>
    /// <param name="outputs">The losses.</param>
    /// <returns>New tensors; where it is not enabled, the same.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="outputs"/>, or one of them, is null.</exception>
    /// <example><code>
    /// new GradScaler("cpu", initScale: 8).Scale([Torch.Tensor(0.5), Torch.Tensor(1.0)])[1]   // tensor(8.)
    /// </code></example>
    public Tensor[] Scale(IEnumerable<Tensor> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        return [.. outputs.Select(Scale)];
    }

    /// <summary>
    /// Divides the gradients of an optimizer's parameters by the scale, for what looks at them before the step: PyTorch's
    /// <c>unscale_(optimizer)</c>. Otherwise <see cref="Step(Optimizer)"/> does it.
    /// </summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    /// <exception cref="TorchException">Nothing was scaled yet; or it was done already, or the step made.</exception>
    /// <exception cref="TorchValueException">A gradient is in float16.</exception>
    /// <example><code>
    /// var weight = new Parameter(Torch.Ones(2));
    /// var sgd = new SGD([weight]);
    /// var scaler = new GradScaler("cpu", initScale: 8);
    /// scaler.Scale(weight.Sum()).Backward();
    /// scaler.Unscale_(sgd);
    /// Torch.Nn.Utils.ClipGradNorm_([weight], 100);
    /// weight.Grad   // tensor([1., 1.])
    /// </code></example>
    public void Unscale_(Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        if (!isEnabled)
        {
            return;
        }

        var (factor, _) = Known("unscale_");
        var round = RoundOf(optimizer);
        if (round.Stage != Stage.Ready)
        {
            throw new TorchException(round.Stage == Stage.Unscaled
                ? "unscale_() has already been called on this optimizer since the last update()."
                : "unscale_() is being called after step().");
        }

        using var inverse = Torch.Tidy(() => factor.Double().Reciprocal().Float());
        round.Found = Check(optimizer, inverse, allowsHalves: false);
        round.Stage = Stage.Unscaled;
    }

    /// <summary>Makes the optimizer's step, unless a gradient is not finite: PyTorch's <c>step(optimizer)</c>.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    /// <exception cref="TorchException">Nothing was scaled yet; or the step was made already; or there are no gradients.</exception>
    /// <exception cref="TorchValueException">A gradient is in float16.</exception>
    /// <example><code>
    /// var weight = new Parameter(Torch.Ones(2));
    /// var sgd = new SGD([weight], lr: 1);
    /// var scaler = new GradScaler("cpu", initScale: 8);
    /// scaler.Scale(weight.Sum() * float.PositiveInfinity).Backward();
    /// scaler.Step(sgd);
    /// scaler.Update();
    /// weight.Data           // tensor([1., 1.])
    /// scaler.GetScale()     // 4
    /// </code></example>
    public void Step(Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        if (!isEnabled)
        {
            optimizer.Step();
            return;
        }

        var (factor, _) = Known("step");
        var round = RoundOf(optimizer);
        if (round.Stage == Stage.Stepped)
        {
            throw new TorchException("step() has already been called since the last update().");
        }

        if (IsFused(optimizer))
        {
            StepFused(optimizer, round, factor);
        }
        else
        {
            if (round.Stage == Stage.Ready)
            {
                Unscale_(optimizer);
            }

            if (round.Found.Count == 0)
            {
                throw new TorchException("No inf checks were recorded for this optimizer.");
            }

            if (round.Found.Values.Sum(static found => found.Item<double>()) == 0)
            {
                optimizer.Step();
            }
        }

        round.Stage = Stage.Stepped;
    }

    /// <summary>The optimizer's step with a closure, where this is not enabled: PyTorch's <c>step(optimizer, closure=…)</c>.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="closure">Computes the loss anew.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="TorchException">It is enabled.</exception>
    /// <example><code>
    /// var weight = new Parameter(Torch.Ones(2));
    /// var sgd = new SGD([weight], lr: 0.1);
    /// var scaler = new GradScaler("cpu", enabled: false);
    /// scaler.Step(sgd, () => weight.Sum())   // tensor(2., grad_fn=&lt;SumBackward0&gt;)
    /// </code></example>
    public Tensor Step(Optimizer optimizer, Func<Tensor> closure)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(closure);
        return isEnabled
            ? throw new TorchException("Closure use is not currently supported if GradScaler is enabled.")
            : optimizer.Step(closure);
    }

    /// <summary>Ends the round, after the steps of all optimizers, and adapts the scale: PyTorch's <c>update()</c>.</summary>
    /// <exception cref="TorchException">Nothing was scaled, or there was no step.</exception>
    /// <example><code>
    /// var weight = new Parameter(Torch.Ones(2));
    /// var sgd = new SGD([weight]);
    /// var scaler = new GradScaler("cpu", initScale: 8, growthInterval: 1);
    /// scaler.Scale(weight.Sum()).Backward();
    /// scaler.Step(sgd);
    /// scaler.Update();
    /// scaler.GetScale()   // 16
    /// </code></example>
    public void Update()
    {
        if (!isEnabled)
        {
            return;
        }

        var (factor, tracker) = Known("update");
        var found = rounds.Values.SelectMany(static round => round.Found.Values).ToArray();
        if (found.Length == 0)
        {
            throw new TorchException("No inf checks were recorded prior to update.");
        }

        using var scope = Torch.Scope();
        var together = found[1..].Aggregate(found[0].To(factor.Device), (sum, one) => sum + one.To(factor.Device));
        UpdateScale.CallInPlace(factor, tracker, together, growthFactor, backoffFactor, growthInterval);
        tracker.ForgetNumber();
        EndRound();
    }

    /// <summary>Ends the round, and sets the scale: PyTorch's <c>update(new_scale)</c>.</summary>
    /// <param name="newScale">By what is multiplied from now on.</param>
    /// <exception cref="TorchException">Nothing was scaled yet.</exception>
    /// <example><code>
    /// var scaler = new GradScaler("cpu");
    /// scaler.Scale(Torch.Ones(1));
    /// scaler.Update(4);
    /// scaler.GetScale()   // 4
    /// </code></example>
    public void Update(double newScale)
    {
        if (isEnabled)
        {
            Known("update").Scale.Fill_(newScale);
            EndRound();
        }
    }

    /// <summary>Ends the round, and sets the scale: PyTorch's <c>update(new_scale)</c> of a tensor.</summary>
    /// <param name="newScale">By what is multiplied from now on: one element, on the device of this.</param>
    /// <exception cref="ArgumentNullException"><paramref name="newScale"/> is null.</exception>
    /// <exception cref="TorchException">
    /// Nothing was scaled yet; or the tensor has more elements, is elsewhere, or requires a gradient.
    /// </exception>
    /// <example><code>
    /// var scaler = new GradScaler("cpu");
    /// scaler.Scale(Torch.Ones(1));
    /// scaler.Update(Torch.Tensor(2.0));
    /// scaler.GetScale()   // 2
    /// </code></example>
    public void Update(Tensor newScale)
    {
        ArgumentNullException.ThrowIfNull(newScale);
        if (!isEnabled)
        {
            return;
        }

        var (factor, _) = Known("update");
        if (newScale.Device.Type != device.Type || newScale.Numel() != 1 || newScale.RequiresGrad)
        {
            throw new TorchException(WrongScale);
        }

        using var one = newScale.Reshape();
        factor.Copy_(one);
        EndRound();
    }

    /// <summary>By what losses are multiplied: PyTorch's <c>get_scale()</c>. A GPU is waited for.</summary>
    /// <returns>The number; 1 where it is not enabled.</returns>
    /// <example><code>
    /// new GradScaler("cpu", enabled: false).GetScale()   // 1
    /// </code></example>
    public double GetScale() => !isEnabled ? 1 : scale?.Item<double>() ?? initScale;

    /// <summary>By what the scale grows: PyTorch's <c>get_growth_factor()</c>.</summary>
    /// <returns>The number.</returns>
    /// <example><code>
    /// new GradScaler("cpu").GetGrowthFactor()   // 2
    /// </code></example>
    public double GetGrowthFactor() => growthFactor;

    /// <summary>Sets by what the scale grows: PyTorch's <c>set_growth_factor(new_factor)</c>.</summary>
    /// <param name="newFactor">The number.</param>
    /// <example><code>
    /// var scaler = new GradScaler("cpu");
    /// scaler.SetGrowthFactor(4);
    /// scaler.GetGrowthFactor()   // 4
    /// </code></example>
    public void SetGrowthFactor(double newFactor) => growthFactor = newFactor;

    /// <summary>By what the scale is multiplied after a step that is left out: PyTorch's <c>get_backoff_factor()</c>.</summary>
    /// <returns>The number.</returns>
    /// <example><code>
    /// new GradScaler("cpu").GetBackoffFactor()   // 0.5
    /// </code></example>
    public double GetBackoffFactor() => backoffFactor;

    /// <summary>
    /// Sets by what the scale is multiplied after a step that is left out: PyTorch's <c>set_backoff_factor(new_factor)</c>.
    /// </summary>
    /// <param name="newFactor">The number.</param>
    /// <example><code>
    /// var scaler = new GradScaler("cpu");
    /// scaler.SetBackoffFactor(0.25);
    /// scaler.GetBackoffFactor()   // 0.25
    /// </code></example>
    public void SetBackoffFactor(double newFactor) => backoffFactor = newFactor;

    /// <summary>After how many steps the scale grows: PyTorch's <c>get_growth_interval()</c>.</summary>
    /// <returns>The number.</returns>
    /// <example><code>
    /// new GradScaler("cpu").GetGrowthInterval()   // 2000
    /// </code></example>
    public long GetGrowthInterval() => growthInterval;

    /// <summary>Sets after how many steps the scale grows: PyTorch's <c>set_growth_interval(new_interval)</c>.</summary>
    /// <param name="newInterval">The number.</param>
    /// <example><code>
    /// var scaler = new GradScaler("cpu");
    /// scaler.SetGrowthInterval(100);
    /// scaler.GetGrowthInterval()   // 100
    /// </code></example>
    public void SetGrowthInterval(long newInterval) => growthInterval = newInterval;

    /// <summary>Whether it scales: PyTorch's <c>is_enabled()</c>.</summary>
    /// <returns>True, unless it was switched off, or there is no GPU for it.</returns>
    /// <example><code>
    /// new GradScaler("cpu").IsEnabled()   // True
    /// </code></example>
    public bool IsEnabled() => isEnabled;

    /// <summary>What it knows, for a checkpoint, after <see cref="Update()"/>: PyTorch's <c>state_dict()</c>, which Python loads.</summary>
    /// <returns>
    /// <c>scale</c>, <c>growth_factor</c>, <c>backoff_factor</c>, <c>growth_interval</c> and <c>_growth_tracker</c>, the steps since the
    /// last that was left out; empty where it is not enabled.
    /// </returns>
    /// <example><code>
    /// new GradScaler("cpu", initScale: 8).StateDict()["scale"]   // 8
    /// </code></example>
    public OrderedDictionary<object, object?> StateDict() => isEnabled
        ? new(PickleKeys.Comparer)
        {
            ["scale"] = GetScale(),
            ["growth_factor"] = growthFactor,
            ["backoff_factor"] = backoffFactor,
            ["growth_interval"] = growthInterval,
            ["_growth_tracker"] = growthTracker?.Item<long>() ?? initGrowthTracker,
        }
        : new(PickleKeys.Comparer);

    /// <summary>Goes on from a state dict, of Python's too: PyTorch's <c>load_state_dict(state_dict)</c>.</summary>
    /// <param name="stateDict">What <see cref="StateDict"/> gave, or was read from a file.</param>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    /// <exception cref="TorchException">It is empty: of one that was not enabled.</exception>
    /// <exception cref="KeyNotFoundException">A part is missing.</exception>
    /// <exception cref="TorchTypeException">A part is no number.</exception>
    /// <example><code>
    /// var scaler = new GradScaler("cpu");
    /// scaler.LoadStateDict(new GradScaler("cpu", initScale: 8).StateDict());
    /// scaler.GetScale()   // 8
    /// </code></example>
    public void LoadStateDict(IReadOnlyDictionary<object, object?> stateDict)
    {
        ArgumentNullException.ThrowIfNull(stateDict);
        if (!isEnabled)
        {
            return;
        }

        if (stateDict.Count == 0)
        {
            throw new TorchException(
                "The source state dict is empty, possibly because it was saved from a disabled instance of GradScaler.");
        }

        // All of it is read before anything is changed.
        double Number(string name) => stateDict.TryGetValue(name, out var value)
            ? value is IConvertible and not string ? Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)
            : throw new TorchTypeException($"{name} is no number")
            : throw new KeyNotFoundException($"'{name}'");
        var (newScale, growth, backoff) = (Number("scale"), Number("growth_factor"), Number("backoff_factor"));
        var (interval, tracked) = ((long)Number("growth_interval"), (long)Number("_growth_tracker"));
        (initScale, growthFactor, backoffFactor, growthInterval, initGrowthTracker) = (newScale, growth, backoff, interval, tracked);
        scale?.Fill_(newScale);
        growthTracker?.Fill_(tracked);
    }

    // In no scope.
    private static Tensor Lasting(Tensor made) => new Nn.Buffer(made);

    // By PyTorch's rule: one that was made so.
    private static bool IsFused(Optimizer optimizer) => optimizer.Defaults.Options.TryGetValue("fused", out var fused) && fused is true;

    private Tensor Begun(Tensor outputs)
    {
        if (scale is null)
        {
            scale = Lasting(Torch.Full([], initScale, DType.Float32, outputs.Device));
            growthTracker = Lasting(Torch.Full([], initGrowthTracker, DType.Int32, outputs.Device));
        }

        return scale;
    }

    private (Tensor Scale, Tensor Tracker) Known(string function) => scale is not null && growthTracker is not null
        ? (scale, growthTracker)
        : throw new TorchException($"Attempted {function} but _scale is None.  {Hint}");

    private Round RoundOf(Optimizer optimizer)
    {
        if (!rounds.TryGetValue(optimizer, out var round))
        {
            rounds[optimizer] = round = new();
        }

        return round;
    }

    private void StepFused(Optimizer optimizer, Round round, Tensor factor)
    {
        if (round.Stage == Stage.Ready)
        {
            using var one = Torch.Ones([], DType.Float32, factor.Device);
            round.Found = Check(optimizer, one, allowsHalves: true);
        }

        using var found = Torch.Tidy(() => round.Found.Values.Aggregate(
            Torch.Zeros([], DType.Float32, factor.Device), (sum, one) => sum + one.To(factor.Device)));
        try
        {
            optimizer.GradScale = round.Stage == Stage.Unscaled ? null : factor;
            optimizer.FoundInf = found;
            optimizer.Step();
        }
        finally
        {
            (optimizer.GradScale, optimizer.FoundInf) = (null, null);
        }
    }

    // Multiplies the gradients, and tells of each device whether one is not finite.
    private Dictionary<Device, Tensor> Check(Optimizer optimizer, Tensor inverse, bool allowsHalves)
    {
        using var still = Torch.NoGrad();
        using var scope = Torch.Scope();
        var gradients = optimizer.ParamGroups.SelectMany(static group => group.Params).Select(static parameter => parameter.Grad)
            .OfType<Tensor>().ToArray();
        if (!allowsHalves && gradients.Any(static gradient => gradient.DType == DType.Float16))
        {
            throw new TorchValueException("Attempting to unscale FP16 gradients.");
        }

        var found = new Dictionary<Device, Tensor>();
        foreach (var alike in gradients.GroupBy(static gradient => (gradient.Device, gradient.DType)))
        {
            var on = alike.Key.Device;
            if (!found.TryGetValue(on, out var any))
            {
                found[on] = any = Lasting(Torch.Zeros([], DType.Float32, on));
            }

            var list = alike.ToArray();
            Unscale.Run(list, any, inverse.To(on));
            any.ForgetNumber();
            Array.ForEach(list, static gradient => gradient.ForgetNumber());
        }

        return found;
    }

    private void EndRound()
    {
        foreach (var found in rounds.Values.SelectMany(static round => round.Found.Values))
        {
            found.Dispose();
        }

        rounds.Clear();
    }

    /// <summary>What is known of one optimizer since the last update.</summary>
    private sealed class Round
    {
        internal Stage Stage { get; set; }

        internal Dictionary<Device, Tensor> Found { get; set; } = [];
    }
}
