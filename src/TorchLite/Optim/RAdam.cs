using System.Runtime.CompilerServices;

namespace TorchLite.Optim;

/// <summary>Adam that goes carefully as long as its average of squares is of few: PyTorch's <c>torch.optim.RAdam</c>.</summary>
/// <remarks>Liu et al., "On the Variance of the Adaptive Learning Rate and Beyond" (2019).</remarks>
/// <example><code>
/// var weight = new Parameter(Torch.Tensor([1.0, 2.0]));
/// var optimizer = new RAdam([weight], lr: 0.1);
/// (weight * weight).Sum().Backward();
/// optimizer.Step();
/// weight.Data   // tensor([0.8000, 1.6000])
/// </code></example>
public partial class RAdam : Optimizer<RAdamParamGroup>
{
    /// <summary>An optimizer of parameters.</summary>
    /// <param name="parameters">Leaf tensors; or groups of them, whose options are these where they have none of their own.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="betas">How much of the averages of the gradient and of its square stays in each step; null: 0.9 and 0.999.</param>
    /// <param name="eps">What is added to the divisor, so that it is not 0.</param>
    /// <param name="weightDecay">How much of the parameter is added to its gradient.</param>
    /// <param name="decoupledWeightDecay">Whether the weights shrink by themselves instead, as in <see cref="AdamW"/>.</param>
    /// <param name="foreach">Whether PyTorch's formulas for all parameters at once are used; null: on GPUs.</param>
    /// <param name="maximize">Whether the parameters go with the gradient, not against it.</param>
    /// <param name="capturable">Whether the count of steps is kept on the parameter's device, which must not be the CPU.</param>
    /// <param name="differentiable">Whether the step is recorded, so that one can differentiate through it.</param>
    /// <exception cref="ArgumentNullException">There are no parameters, or one is null.</exception>
    /// <exception cref="TorchValueException">An option is out of its range, the list is empty, or a tensor is no leaf.</exception>
    [ForFSharp]
    public RAdam(
        IEnumerable<Tensor> parameters, double lr = 1e-3, (double Beta1, double Beta2)? betas = null, double eps = 1e-8,
        double weightDecay = 0, bool decoupledWeightDecay = false, bool? @foreach = null, bool maximize = false, bool capturable = false,
        bool differentiable = false)
        : this(
            (IEnumerable<RAdamParamGroup>)[new(Some(parameters))], lr, betas, eps, weightDecay, decoupledWeightDecay, @foreach, maximize,
            capturable, differentiable)
    {
    }

    /// <inheritdoc cref="RAdam(IEnumerable{Tensor}, double, ValueTuple{double, double}?, double, double, bool, bool?, bool, bool, bool)"/>
    [OverloadResolutionPriority(1)]
    public RAdam(
        IEnumerable<RAdamParamGroup> parameters, double lr = 1e-3, (double Beta1, double Beta2)? betas = null, double eps = 1e-8,
        double weightDecay = 0, bool decoupledWeightDecay = false, bool? @foreach = null, bool maximize = false, bool capturable = false,
        bool differentiable = false)
        : base(
            parameters,
            Options(
                lr, betas ?? (0.9, 0.999), eps, weightDecay, decoupledWeightDecay, @foreach, maximize, capturable, differentiable))
    {
    }

    private protected override bool IsDifferentiable => Defaults.Differentiable;

    private static RAdamParamGroup Options(
        double lr, (double Beta1, double Beta2) betas, double eps, double weightDecay, bool decoupledWeightDecay, bool? @foreach,
        bool maximize, bool capturable, bool differentiable)
    {
        CheckAdaptive(lr, betas, eps, weightDecay);
        return new([])
        {
            Lr = lr,
            Betas = betas,
            Eps = eps,
            WeightDecay = weightDecay,
            Maximize = maximize,
            Foreach = @foreach,
            ["capturable"] = capturable,
            DecoupledWeightDecay = decoupledWeightDecay,
            Differentiable = differentiable,
        };
    }

    /// <inheritdoc/>
    protected override void Update(RAdamParamGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        using var scope = Torch.Scope();
        var gradients = Gradients(group);
        var isForeach = IsForeach(group, gradients);
        var (lr, (beta1, beta2), eps) = (group.Rate, group.Betas, group.Eps);
        var capturable = IsCapturable(group);

        // How many squares the average is of: at most, and in this step.
        var greatest = (2 / (1 - beta2)) - 1;
        foreach (var (whole, given) in gradients)
        {
            var state = StateOf(whole);
            if (state.Count == 0)
            {
                state["step"] = NewStep(whole, capturable);
                state["exp_avg"] = Lasting(Torch.ZerosLike(whole));
                state["exp_avg_sq"] = Lasting(Torch.ZerosLike(whole));
            }

            var step = state.Tensor("step");
            CheckCapturable(capturable, whole, step, isXla: !isForeach);
            step.Add_(1);
            var count = (double)step;
            var grad = Decayed(group, Parts(whole), Parts(given, whole), group.DecoupledWeightDecay, isForeach);
            var parameter = Parts(whole);
            var (average, square) = (Parts(state.Tensor("exp_avg"), whole), Parts(state.Tensor("exp_avg_sq"), whole));
            average.Lerp_(grad, 1 - beta1);
            ((Quantity)beta2).Scale(square, isForeach);
            square.Addcmul_(grad, grad, value: 1 - beta2);
            var (correction1, correction2) = (1 - Math.Pow(beta1, count), 1 - Math.Pow(beta2, count));
            var length = greatest - (2 * count * Math.Pow(beta2, count) / correction2);
            var rectified = length > 5
                ? Math.Pow((length - 4) * (length - 2) * greatest / ((greatest - 4) * (greatest - 2) * length), 0.5)
                : 0;
            if (isForeach)
            {
                var factor = Math.Pow(correction2, 0.5) * (lr * rectified / correction1) * -1;
                var unrectified = lr * (rectified > 0 ? 0.0 : 1.0) / correction1 * -1;
                var sizes = square.Sqrt().Add_(eps);
                sizes = (factor.Tensor is { } divisor ? sizes.Div_(divisor) : sizes.Div_(factor.Number)).Reciprocal_();
                parameter.Addcmul_(
                    average, unrectified.Tensor is { } summand ? sizes.Add_(summand) : sizes.Add_(unrectified.Number));
                continue;
            }

            var change = (average / correction1 * lr).Tensor!;
            if (length > 5)
            {
                change = change * (Math.Pow(correction2, 0.5) / square.Sqrt().Add(eps)) * rectified;
            }

            parameter.Add_(change, alpha: -1);
        }
    }
}
