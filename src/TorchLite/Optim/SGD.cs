using System.Runtime.CompilerServices;

namespace TorchLite.Optim;

/// <summary>Stochastic gradient descent, with momentum where it is asked for: PyTorch's <c>torch.optim.SGD</c>.</summary>
/// <remarks>
/// The momentum is that of Sutskever et al., "On the importance of initialization and momentum in deep learning" (2013), but that the
/// learning rate is multiplied when the parameter is changed.
/// </remarks>
/// <example><code>
/// var weight = new Parameter(Torch.Tensor([1.0, 2.0]));
/// var sgd = new SGD([weight], lr: 0.1, momentum: 0.9);
/// (weight * weight).Sum().Backward();
/// sgd.Step();
/// weight.Data   // tensor([0.8000, 1.6000])
/// sgd
/// // SGD (
/// // Parameter Group 0
/// //     dampening: 0
/// //     differentiable: False
/// //     foreach: None
/// //     fused: None
/// //     lr: 0.1
/// //     maximize: False
/// //     momentum: 0.9
/// //     nesterov: False
/// //     weight_decay: 0
/// // )
/// </code></example>
public partial class SGD : Optimizer<SGDParamGroup>
{
    /// <summary>An optimizer of parameters.</summary>
    /// <param name="parameters">Leaf tensors; or groups of them, whose options are these where they have none of their own.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="momentum">The part of the last steps that goes into the next.</param>
    /// <param name="dampening">The part of the gradient that does not go into the momentum.</param>
    /// <param name="weightDecay">How much of the parameter is added to its gradient.</param>
    /// <param name="nesterov">Whether the momentum is Nesterov's, which looks a step ahead.</param>
    /// <param name="maximize">Whether the parameters go with the gradient, not against it.</param>
    /// <param name="foreach">Whether all parameters are changed by one call for each operation; null: on GPUs.</param>
    /// <param name="differentiable">Whether the step is recorded, so that one can differentiate through it.</param>
    /// <param name="fused">Whether all parameters are changed by one call, which is faster; null: no.</param>
    /// <exception cref="ArgumentNullException">There are no parameters, or one is null.</exception>
    /// <exception cref="TorchValueException">An option is out of its range, the list is empty, or a tensor is no leaf.</exception>
    /// <exception cref="TorchException">Options exclude each other.</exception>
    [ForFSharp]
    public SGD(
        IEnumerable<Tensor> parameters, double lr = 1e-3, double momentum = 0, double dampening = 0, double weightDecay = 0,
        bool nesterov = false, bool maximize = false, bool? @foreach = null, bool differentiable = false, bool? fused = null)
        : this(
            (IEnumerable<SGDParamGroup>)[new(Some(parameters))], lr, momentum, dampening, weightDecay, nesterov, maximize, @foreach,
            differentiable, fused)
    {
    }

    /// <inheritdoc cref="SGD(IEnumerable{Tensor}, double, double, double, double, bool, bool, bool?, bool, bool?)"/>
    [OverloadResolutionPriority(1)]
    public SGD(
        IEnumerable<SGDParamGroup> parameters, double lr = 1e-3, double momentum = 0, double dampening = 0, double weightDecay = 0,
        bool nesterov = false, bool maximize = false, bool? @foreach = null, bool differentiable = false, bool? fused = null)
        : base(parameters, Options(lr, momentum, dampening, weightDecay, nesterov, maximize, @foreach, differentiable, fused)) =>
        CheckWay(fused, @foreach, differentiable);

    private protected override bool IsDifferentiable => Defaults.Differentiable;

    private static SGDParamGroup Options(
        double lr, double momentum, double dampening, double weightDecay, bool nesterov, bool maximize, bool? @foreach,
        bool differentiable, bool? fused)
    {
        // Not a number passes here, as it does in Python.
        Check(!(lr < 0), "Invalid learning rate", lr);
        Check(!(momentum < 0), "Invalid momentum value", momentum);
        Check(!(weightDecay < 0), "Invalid weight_decay value", weightDecay);
        return nesterov && (momentum <= 0 || dampening != 0)
            ? throw new TorchValueException("Nesterov momentum requires a momentum and zero dampening")
            : new([])
            {
                Lr = lr,
                Momentum = momentum,
                Dampening = dampening,
                WeightDecay = weightDecay,
                Nesterov = nesterov,
                Maximize = maximize,
                Foreach = @foreach,
                Differentiable = differentiable,
                Fused = fused,
            };
    }

    /// <inheritdoc/>
    protected override void Update(SGDParamGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        using var scope = Torch.Scope();
        var gradients = Gradients(group, group.Fused);
        switch (WayOf(gradients, group.Foreach == true ? false : group.Fused, group.Foreach))
        {
            case OptimizerWay.Loop:
                Loop(group, gradients);
                break;
            case OptimizerWay.Foreach:
                foreach (var alike in Alike(gradients))
                {
                    Together(group, alike);
                }

                break;
            default:
                UpdateFused(group, gradients);
                break;
        }
    }

    private void Loop(SGDParamGroup group, Gradient[] gradients)
    {
        var (lr, momentum, dampening, nesterov) = (group.Lr, group.Momentum, group.Dampening, group.Nesterov);
        foreach (var (parameter, given) in gradients)
        {
            var grad = Decayed(group, parameter, given);
            if (momentum != 0)
            {
                var buffer = Momentum(parameter, grad, momentum, dampening);
                grad = nesterov ? grad.Add(buffer, alpha: momentum) : buffer;
            }

            parameter.Add_(grad, alpha: -lr);
        }
    }

    private void Together(SGDParamGroup group, Gradient[] gradients)
    {
        var parameters = Array.ConvertAll(gradients, static one => one.Parameter);
        var grads = Decayed(group, parameters, Array.ConvertAll(gradients, static one => one.Grad));
        var (momentum, dampening) = (group.Momentum, group.Dampening);
        if (momentum != 0)
        {
            Tensor[] buffers;
            if (Array.Exists(parameters, parameter => !HasMomentum(parameter)))
            {
                buffers = [.. parameters.Zip(grads, (parameter, grad) => Momentum(parameter, grad, momentum, dampening))];
            }
            else
            {
                buffers = Array.ConvertAll(parameters, parameter => StateOf(parameter).Tensor("momentum_buffer"));
                Foreach.Mul_(buffers, momentum);
                Foreach.Add_(buffers, grads, 1 - dampening);
            }

            // Not in place: the gradients belong to the parameters.
            grads = group.Nesterov ? Foreach.Add(grads, buffers, momentum) : buffers;
        }

        Foreach.Add_(parameters, grads, -group.Lr);
    }

    private void UpdateFused(SGDParamGroup group, Gradient[] gradients)
    {
        var momentum = group.Momentum;
        foreach (var alike in Alike(gradients))
        {
            // A parameter that had no gradient before starts its momentum now; in PyTorch that is an error.
            foreach (var some in alike.GroupBy(one => momentum != 0 && !HasMomentum(one.Parameter)))
            {
                Tensor[] parameters = [.. some.Select(static one => one.Parameter)], grads = [.. some.Select(static one => one.Grad)];
                if (some.Key)
                {
                    Array.ForEach(parameters, parameter => StateOf(parameter)["momentum_buffer"] = Lasting(Torch.EmptyLike(parameter)));
                }

                FusedStep.Sgd(
                    parameters, grads,
                    momentum == 0 ? [] : Array.ConvertAll(parameters, parameter => StateOf(parameter).Tensor("momentum_buffer")),
                    group.WeightDecay, momentum, group.Lr, group.Dampening, group.Nesterov, group.Maximize, some.Key, GradScale, FoundInf);
            }
        }
    }

    private bool HasMomentum(Tensor parameter) => StateOf(parameter).GetValueOrDefault("momentum_buffer") is not null;

    private Tensor Momentum(Tensor parameter, Tensor grad, double momentum, double dampening)
    {
        var state = StateOf(parameter);
        if (state.GetValueOrDefault("momentum_buffer") is Tensor buffer)
        {
            return buffer.Mul_(momentum).Add_(grad, alpha: 1 - dampening);
        }

        buffer = Lasting(grad.Clone().Detach());
        state["momentum_buffer"] = buffer;
        return buffer;
    }
}
