using System.Globalization;
using System.Text;
using TorchLite.Printing;

namespace TorchLite.Optim;

/// <summary>Changes parameters by their gradients: PyTorch's <c>torch.optim.Optimizer</c>.</summary>
/// <remarks>
/// Optimizers of one's own derive from <see cref="Optimizer{TGroup}"/>. What an optimizer remembers belongs to no scope. It is not for
/// several threads at once.
/// </remarks>
/// <example><code>
/// var net = new Linear(2, 1);
/// Optimizer sgd = new SGD(net.Parameters(), lr: 0.1);
/// net.Call(Torch.Ones(1, 2)).Sum().Backward();
/// sgd.Step();
/// sgd.ZeroGrad();
/// net.Weight.Grad is null   // True
/// </code></example>
public abstract partial class Optimizer
{
    private readonly List<ParamGroup> groups = [];

    private protected Optimizer(ParamGroup defaults) => Defaults = defaults;

    /// <summary>The groups of parameters, with their options.</summary>
    public IReadOnlyList<ParamGroup> ParamGroups => groups;

    /// <summary>The options of groups that have none of their own; it has no parameters.</summary>
    public ParamGroup Defaults { get; }

    /// <summary>Whether steps are recorded, so that one can differentiate through them.</summary>
    private protected virtual bool IsDifferentiable => false;

    /// <summary>Changes each parameter that has a gradient: PyTorch's <c>step()</c>.</summary>
    /// <exception cref="TorchException">A tensor does not fit, or the optimizer needs a closure.</exception>
    public void Step() => StepWithHooks(null);

    /// <summary>Computes the loss anew, and changes each parameter that has a gradient: PyTorch's <c>step(closure)</c>.</summary>
    /// <param name="closure">Clears the gradients, computes the loss, calls <see cref="Tensor.Backward"/> and returns the loss.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentNullException">There is no closure.</exception>
    /// <exception cref="TorchException">A tensor does not fit.</exception>
    /// <example><code>
    /// var weight = new Parameter(Torch.Ones(2));
    /// var sgd = new SGD([weight], lr: 0.1);
    /// sgd.Step(() =>
    /// {
    ///     sgd.ZeroGrad();
    ///     var loss = (weight * weight).Sum();
    ///     loss.Backward();
    ///     return loss;
    /// }).Item()   // 2.0
    /// weight.Data   // tensor([0.8000, 0.8000])
    /// </code></example>
    public Tensor Step(Func<Tensor> closure)
    {
        ArgumentNullException.ThrowIfNull(closure);
        return StepWithHooks(closure)!;
    }

    /// <summary>Clears the gradients of all parameters: PyTorch's <c>zero_grad</c>.</summary>
    /// <param name="setToNone">Whether there is no gradient then, or one of zeros.</param>
    public void ZeroGrad(bool setToNone = true)
    {
        foreach (var group in groups)
        {
            foreach (var parameter in group.Params)
            {
                parameter.ZeroGrad(setToNone);
            }
        }
    }

    /// <summary>What the optimizer and its options are, as Python's <c>repr</c>.</summary>
    /// <returns>The string.</returns>
    public override string ToString()
    {
        var text = new StringBuilder($"{GetType().Name} (");
        for (var i = 0; i < groups.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nParameter Group {i}\n");
            foreach (var (name, value) in groups[i].Options.OrderBy(static option => option.Key, StringComparer.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"    {name}: {Text(value)}\n");
            }
        }

        return text.Append(')').ToString();

        // A tensor of one number, such as a learning rate, as the number: Python formats it here.
        static string Text(object? value) => value switch
        {
            string given => given,
            Tensor tensor when tensor.Dim() == 0 => $"{tensor.Item()}",
            _ => PythonText.Of(value),
        };
    }

    /// <summary>One step, without gradients being recorded.</summary>
    /// <param name="closure">Computes the loss; null: none was given.</param>
    /// <returns>What the closure returned.</returns>
    private protected abstract Tensor? StepOnce(Func<Tensor>? closure);

    /// <summary>Whether there was a step since the first scheduler was made; null: there is none.</summary>
    internal bool? HasStepped { get; set; }

    /// <summary>By what the gradients are divided before a fused step: PyTorch's <c>grad_scale</c>.</summary>
    internal Tensor? GradScale { get; set; }

    /// <summary>Whether a gradient is not finite, so that a fused step does nothing: PyTorch's <c>found_inf</c>.</summary>
    internal Tensor? FoundInf { get; set; }

    /// <summary>The parameters that have gradients.</summary>
    private protected static Gradient[] Gradients(ParamGroup group, bool? fused = null)
    {
        var found = new List<Gradient>(group.Params.Count);
        foreach (var parameter in group.Params)
        {
            if (parameter.Grad is { } grad)
            {
                if (fused == true && !(parameter.IsFloatingPoint() && parameter.Device.Type is "cpu" or "cuda"))
                {
                    throw new TorchException(
                        "`fused=True` requires all the params to be floating point Tensors of supported devices: "
                        + $"['mps', 'cuda', 'xpu', 'hpu', 'cpu', 'mtia', 'privateuseone'] but {parameter.DType} and {parameter.Device.Type}");
                }

                found.Add(new(parameter, grad));
            }
        }

        return [.. found];
    }

    /// <summary>How a group is changed where nobody says it: on GPUs by one call for each operation.</summary>
    private protected static OptimizerWay WayOf(Gradient[] gradients, bool? fused, bool? @foreach, bool differentiable = false) =>
        fused == true ? OptimizerWay.Fused
        : @foreach == true ? OptimizerWay.Foreach
        : fused is null && @foreach is null && !differentiable && gradients.Length > 0
            && Array.TrueForAll(gradients, static one => one.Parameter.Device.Type == "cuda") ? OptimizerWay.Foreach
        : OptimizerWay.Loop;

    /// <summary>The gradients by device and dtype, as one call takes them.</summary>
    private protected static IEnumerable<Gradient[]> Alike(Gradient[] gradients) =>
        gradients.GroupBy(static one => (one.Parameter.Device, one.Parameter.DType)).Select(static group => group.ToArray());

    /// <summary>A count of steps, which is on the CPU where nothing asks for the parameter's device.</summary>
    private protected static Tensor NewStep(Tensor parameter, bool capturable, bool fused = false) => Lasting(Torch.Zeros(
        [], fused || Torch.GetDefaultDtype() != DType.Float64 ? DType.Float32 : DType.Float64,
        fused || capturable ? parameter.Device : new Device("cpu")));

    // There are no CUDA graphs here, so on a GPU it makes no difference but where the count of steps is.
    private protected static bool IsCapturable(ParamGroup group) => group.Options.GetValueOrDefault("capturable") is true;

    private protected static void CheckCapturable(
        bool capturable, Tensor parameter, Tensor step, string what = "params and state_steps", bool isXla = true)
    {
        if (capturable && (parameter.Device.Type != step.Device.Type || parameter.Device.Type != "cuda"))
        {
            throw new TorchException(
                $"If capturable=True, {what} must be on supported devices: ['cuda', 'xpu', 'hpu', 'privateuseone'{(isXla ? ", 'xla'" : "")}].");
        }
    }

    /// <summary>Whether PyTorch's formulas for all parameters at once are used.</summary>
    private protected static bool IsForeach(DescentParamGroup group, Gradient[] gradients)
    {
        var isForeach = WayOf(gradients, null, group.Foreach, group.Differentiable) == OptimizerWay.Foreach;
        CheckForeach(isForeach && gradients.Length > 0, group.Differentiable);
        return isForeach;
    }

    private protected static void CheckForeach(bool isForeach, bool differentiable)
    {
        if (isForeach && differentiable)
        {
            throw new TorchException("_foreach ops don't support autograd");
        }
    }

    /// <summary>
    /// <see cref="Decayed(DecayParamGroup, Tensor, Tensor, bool, bool)"/> as pairs of real numbers, which lists become before the weights
    /// are added, and single tensors after it, as in PyTorch.
    /// </summary>
    private protected static Tensor DecayedParts(DecayParamGroup group, Tensor parameter, Tensor grad, bool isForeach) =>
        isForeach ? Decayed(group, Parts(parameter), Parts(grad, parameter)) : Parts(Decayed(group, parameter, grad), parameter);

    /// <summary>The direction to go against: the gradient, with a part of the parameter added; or that is taken from the parameter.</summary>
    private protected static Tensor Decayed(
        DecayParamGroup group, Tensor parameter, Tensor grad, bool isDecoupled = false, bool isForeach = false)
    {
        var (direction, decay) = (group.Maximize ? -grad : grad, group.WeightDecay);
        if (decay == 0)
        {
            return direction;
        }

        if (!isDecoupled)
        {
            return direction.Add(parameter, alpha: decay);
        }

        (1 - (group.Rate * decay)).Scale(parameter, isForeach);
        return direction;
    }

    /// <summary>The same of all parameters at once.</summary>
    private protected static Tensor[] Decayed(DecayParamGroup group, Tensor[] parameters, Tensor[] grads, bool isDecoupled = false)
    {
        var (directions, decay) = (group.Maximize ? Foreach.Neg(grads) : grads, group.WeightDecay);
        if (decay == 0)
        {
            return directions;
        }

        if (!isDecoupled)
        {
            return Foreach.Add(directions, parameters, decay);
        }

        var shrink = 1 - (group.Rate * decay);
        if (shrink.Tensor is null)
        {
            Foreach.Mul_(parameters, shrink.Number);
        }
        else
        {
            Array.ForEach(parameters, parameter => shrink.Scale(parameter));
        }

        return directions;
    }

    /// <summary>Complex numbers as pairs of real ones, others as they are.</summary>
    private protected static Tensor Parts(Tensor parameter) => Parts(parameter, parameter);

    /// <summary>A gradient or what is remembered as pairs of real numbers, where the parameter's numbers are complex.</summary>
    private protected static Tensor Parts(Tensor tensor, Tensor parameter) =>
        parameter.IsComplex() ? Torch.ViewAsReal(tensor) : tensor;

    /// <summary>Looks whether an option is within its range.</summary>
    private protected static void Check(bool isRight, string message, double value)
    {
        if (!isRight)
        {
            throw new TorchValueException($"{message}: {PythonText.Of(value)}");
        }
    }

    /// <summary>Looks whether the options of Adam and its kin are within their ranges.</summary>
    private protected static void CheckAdaptive(double lr, (double Beta1, double Beta2) betas, double eps, double weightDecay)
    {
        Check(lr >= 0, "Invalid learning rate", lr);
        Check(eps >= 0, "Invalid epsilon value", eps);
        Check(betas.Beta1 is >= 0 and < 1, "Invalid beta parameter at index 0", betas.Beta1);
        Check(betas.Beta2 is >= 0 and < 1, "Invalid beta parameter at index 1", betas.Beta2);
        Check(weightDecay >= 0, "Invalid weight_decay value", weightDecay);
    }

    private protected static void CheckWay(bool? fused, bool? @foreach, bool differentiable)
    {
        if (fused != true)
        {
            return;
        }

        if (differentiable)
        {
            throw new TorchException("`fused` does not support `differentiable`");
        }

        if (@foreach == true)
        {
            throw new TorchException("`fused` and `foreach` cannot be `True` together.");
        }
    }

    /// <summary>The parameters, of which there must be some.</summary>
    private protected static Tensor[] Some(IEnumerable<Tensor> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return parameters.ToArray() is { Length: > 0 } some ? some : throw Empty();
    }

    private protected static TorchValueException Empty() => new("optimizer got an empty parameter list");

    private protected void Add(ParamGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        if (groups.Contains(group))
        {
            throw new TorchValueException("some parameters appear in more than one parameter group");
        }

        foreach (var parameter in group.Params)
        {
            if (!IsDifferentiable && !(parameter.IsLeaf || parameter.RetainsGrad))
            {
                throw new TorchValueException("can't optimize a non-leaf Tensor");
            }
        }

        if (new HashSet<Tensor>(group.Params).Count != group.Params.Count)
        {
            Torch.Warnings.Warn(
                "optimizer contains a parameter group with duplicate parameters; in future, this will cause an error; "
                + "see github.com/pytorch/pytorch/issues/40967 for more information");
        }

        foreach (var other in groups)
        {
            if ((group.ParamNames is null) != (other.ParamNames is null))
            {
                throw new TorchValueException(
                    "all optimizer param groups should be with/without names. "
                    + $"cannot add param group {(group.ParamNames is null ? "without names" : "with names")} to the optimizer");
            }

            if (other.Params.Intersect(group.Params).Any())
            {
                throw new TorchValueException("some parameters appear in more than one parameter group");
            }
        }

        group.Adopt(Defaults);
        groups.Add(group);
    }

    private Tensor? StepWithHooks(Func<Tensor>? closure)
    {
        HasStepped = HasStepped is null ? null : true;
        foreach (var hook in BeforeAnyStep.Now.Concat(beforeStep.Now))
        {
            hook(this);
        }

        using var mode = Torch.SetGradEnabled(IsDifferentiable);
        var loss = StepOnce(closure is null ? null : () =>
        {
            using var recorded = Torch.EnableGrad();
            return closure();
        });
        foreach (var hook in afterStep.Now.Concat(AfterAnyStep.Now))
        {
            hook(this);
        }

        return loss;
    }
}
