using System.Runtime.CompilerServices;

namespace TorchLite.Optim;

/// <summary>Steps by the gradient, divided by the root of the average of its square: PyTorch's <c>torch.optim.RMSprop</c>.</summary>
/// <remarks>
/// Hinton's lecture 6 of "Neural Networks for Machine Learning" (2012); centered, Graves, "Generating Sequences With Recurrent Neural
/// Networks" (2013).
/// </remarks>
/// <example><code>
/// var weight = new Parameter(Torch.Tensor([1.0, 2.0]));
/// var optimizer = new RMSprop([weight]);
/// (weight * weight).Sum().Backward();
/// optimizer.Step();
/// weight.Data   // tensor([0.9000, 1.9000])
/// </code></example>
public partial class RMSprop : Optimizer<RMSpropParamGroup>
{
    /// <summary>An optimizer of parameters.</summary>
    /// <param name="parameters">Leaf tensors; or groups of them, whose options are these where they have none of their own.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="alpha">How much of the average of the squares stays in each step.</param>
    /// <param name="eps">What is added to the divisor, so that it is not 0.</param>
    /// <param name="weightDecay">How much of the parameter is added to its gradient.</param>
    /// <param name="momentum">The part of the last steps that goes into the next.</param>
    /// <param name="centered">Whether the variance of the gradient counts instead of its square.</param>
    /// <param name="capturable">Whether the count of steps is kept on the parameter's device, which must not be the CPU.</param>
    /// <param name="foreach">Whether PyTorch's formulas for all parameters at once are used; null: on GPUs.</param>
    /// <param name="maximize">Whether the parameters go with the gradient, not against it.</param>
    /// <param name="differentiable">Whether the step is recorded, so that one can differentiate through it.</param>
    /// <exception cref="ArgumentNullException">There are no parameters, or one is null.</exception>
    /// <exception cref="TorchValueException">An option is out of its range, the list is empty, or a tensor is no leaf.</exception>
    [ForFSharp]
    public RMSprop(
        IEnumerable<Tensor> parameters, double lr = 1e-2, double alpha = 0.99, double eps = 1e-8, double weightDecay = 0,
        double momentum = 0, bool centered = false, bool capturable = false, bool? @foreach = null, bool maximize = false,
        bool differentiable = false)
        : this(
            (IEnumerable<RMSpropParamGroup>)[new(Some(parameters))], lr, alpha, eps, weightDecay, momentum, centered, capturable,
            @foreach, maximize, differentiable)
    {
    }

    /// <inheritdoc cref="RMSprop(IEnumerable{Tensor}, double, double, double, double, double, bool, bool, bool?, bool, bool)"/>
    [OverloadResolutionPriority(1)]
    public RMSprop(
        IEnumerable<RMSpropParamGroup> parameters, double lr = 1e-2, double alpha = 0.99, double eps = 1e-8, double weightDecay = 0,
        double momentum = 0, bool centered = false, bool capturable = false, bool? @foreach = null, bool maximize = false,
        bool differentiable = false)
        : base(
            parameters,
            Options(
                lr, alpha, eps, weightDecay, momentum, centered, capturable, @foreach, maximize, differentiable))
    {
    }

    private protected override bool IsDifferentiable => Defaults.Differentiable;

    private static RMSpropParamGroup Options(
        double lr, double alpha, double eps, double weightDecay, double momentum, bool centered, bool capturable, bool? @foreach,
        bool maximize, bool differentiable)
    {
        Check(lr >= 0, "Invalid learning rate", lr);
        Check(eps >= 0, "Invalid epsilon value", eps);
        Check(momentum >= 0, "Invalid momentum value", momentum);
        Check(weightDecay >= 0, "Invalid weight_decay value", weightDecay);
        Check(alpha >= 0, "Invalid alpha value", alpha);
        return new([])
        {
            Lr = lr,
            Momentum = momentum,
            Alpha = alpha,
            Eps = eps,
            Centered = centered,
            WeightDecay = weightDecay,
            ["capturable"] = capturable,
            Foreach = @foreach,
            Maximize = maximize,
            Differentiable = differentiable,
        };
    }

    /// <inheritdoc/>
    protected override void Update(RMSpropParamGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        using var scope = Torch.Scope();
        var gradients = Gradients(group);
        var isForeach = IsForeach(group, gradients);
        var (lr, alpha, eps, momentum, centered) = (group.Lr, group.Alpha, group.Eps, group.Momentum, group.Centered);
        var capturable = IsCapturable(group);
        foreach (var (whole, given) in gradients)
        {
            var state = StateOf(whole);
            if (state.Count == 0)
            {
                state["step"] = NewStep(whole, capturable);
                state["square_avg"] = Lasting(Torch.ZerosLike(whole));
                if (momentum > 0)
                {
                    state["momentum_buffer"] = Lasting(Torch.ZerosLike(whole));
                }

                if (centered)
                {
                    state["grad_avg"] = Lasting(Torch.ZerosLike(whole));
                }
            }

            var step = state.Tensor("step");
            CheckCapturable(capturable, whole, step);
            step.Add_(1);
            var grad = DecayedParts(group, whole, given, isForeach);
            var (parameter, square) = (Parts(whole), Parts(state.Tensor("square_avg"), whole));
            ((Quantity)alpha).Scale(square, isForeach);
            square.Addcmul_(grad, grad, value: 1 - alpha);
            Tensor divisor;
            if (centered)
            {
                var average = Parts(state.Tensor("grad_avg"), whole);
                average.Lerp_(grad, 1 - alpha);
                divisor = square.Addcmul(average, average, value: -1).Sqrt_();
            }
            else
            {
                divisor = square.Sqrt();
            }

            divisor = divisor.Add(eps);
            if (momentum > 0)
            {
                var buffer = Parts(state.Tensor("momentum_buffer"), whole);
                ((Quantity)momentum).Scale(buffer, isForeach);
                buffer.Addcdiv_(grad, divisor);
                parameter.Add_(buffer, alpha: -lr);
            }
            else
            {
                parameter.Addcdiv_(grad, divisor, value: -lr);
            }
        }
    }
}
