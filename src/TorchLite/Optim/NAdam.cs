using System.Runtime.CompilerServices;

namespace TorchLite.Optim;

/// <summary>Adam with Nesterov's momentum, which looks a step ahead: PyTorch's <c>torch.optim.NAdam</c>.</summary>
/// <remarks>Dozat, "Incorporating Nesterov Momentum into Adam" (2016).</remarks>
/// <example><code>
/// var weight = new Parameter(Torch.Tensor([1.0, 2.0]));
/// var optimizer = new NAdam([weight], lr: 0.1);
/// (weight * weight).Sum().Backward();
/// optimizer.Step();
/// weight.Data   // tensor([0.8944, 1.8944])
/// </code></example>
public partial class NAdam : Optimizer<NAdamParamGroup>
{
    /// <summary>An optimizer of parameters.</summary>
    /// <param name="parameters">Leaf tensors; or groups of them, whose options are these where they have none of their own.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="betas">How much of the averages of the gradient and of its square stays in each step; null: 0.9 and 0.999.</param>
    /// <param name="eps">What is added to the divisor, so that it is not 0.</param>
    /// <param name="weightDecay">How much of the parameter is added to its gradient.</param>
    /// <param name="momentumDecay">How fast the momentum comes to its last value.</param>
    /// <param name="decoupledWeightDecay">Whether the weights shrink by themselves instead, as in <see cref="AdamW"/>.</param>
    /// <param name="foreach">Whether PyTorch's formulas for all parameters at once are used; null: on GPUs.</param>
    /// <param name="maximize">Whether the parameters go with the gradient, not against it.</param>
    /// <param name="capturable">Whether the count of steps is kept on the parameter's device, which must not be the CPU.</param>
    /// <param name="differentiable">Whether the step is recorded, so that one can differentiate through it.</param>
    /// <exception cref="ArgumentNullException">There are no parameters, or one is null.</exception>
    /// <exception cref="TorchValueException">An option is out of its range, the list is empty, or a tensor is no leaf.</exception>
    [ForFSharp]
    public NAdam(
        IEnumerable<Tensor> parameters, double lr = 2e-3, (double Beta1, double Beta2)? betas = null, double eps = 1e-8,
        double weightDecay = 0, double momentumDecay = 4e-3, bool decoupledWeightDecay = false, bool? @foreach = null,
        bool maximize = false, bool capturable = false, bool differentiable = false)
        : this(
            (IEnumerable<NAdamParamGroup>)[new(Some(parameters))], lr, betas, eps, weightDecay, momentumDecay, decoupledWeightDecay,
            @foreach, maximize, capturable, differentiable)
    {
    }

    /// <inheritdoc cref="NAdam(IEnumerable{Tensor}, double, ValueTuple{double, double}?, double, double, double, bool, bool?, bool, bool, bool)"/>
    [OverloadResolutionPriority(1)]
    public NAdam(
        IEnumerable<NAdamParamGroup> parameters, double lr = 2e-3, (double Beta1, double Beta2)? betas = null, double eps = 1e-8,
        double weightDecay = 0, double momentumDecay = 4e-3, bool decoupledWeightDecay = false, bool? @foreach = null,
        bool maximize = false, bool capturable = false, bool differentiable = false)
        : base(
            parameters,
            Options(
                lr, betas ?? (0.9, 0.999), eps, weightDecay, momentumDecay, decoupledWeightDecay, @foreach, maximize, capturable,
                differentiable))
    {
    }

    private protected override bool IsDifferentiable => Defaults.Differentiable;

    private static NAdamParamGroup Options(
        double lr, (double Beta1, double Beta2) betas, double eps, double weightDecay, double momentumDecay, bool decoupledWeightDecay,
        bool? @foreach, bool maximize, bool capturable, bool differentiable)
    {
        CheckAdaptive(lr, betas, eps, weightDecay);
        Check(momentumDecay >= 0, "Invalid momentum_decay value", momentumDecay);
        return new([])
        {
            Lr = lr,
            Betas = betas,
            Eps = eps,
            WeightDecay = weightDecay,
            MomentumDecay = momentumDecay,
            DecoupledWeightDecay = decoupledWeightDecay,
            Maximize = maximize,
            Foreach = @foreach,
            ["capturable"] = capturable,
            Differentiable = differentiable,
        };
    }

    /// <inheritdoc/>
    protected override void Update(NAdamParamGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        using var scope = Torch.Scope();
        var gradients = Gradients(group);
        var isForeach = IsForeach(group, gradients);

        // Of a list the rate is always a number.
        var lr = isForeach ? group.Lr : group.Rate;
        var ((beta1, beta2), eps, momentumDecay) = (group.Betas, group.Eps, group.MomentumDecay);
        var (capturable, differentiable) = (IsCapturable(group), group.Differentiable);
        foreach (var (whole, given) in gradients)
        {
            var state = StateOf(whole);
            if (state.Count == 0)
            {
                state["step"] = NewStep(whole, capturable);
                state["mu_product"] = Lasting(NewStep(whole, capturable) + 1);
                state["exp_avg"] = Lasting(Torch.ZerosLike(whole));
                state["exp_avg_sq"] = Lasting(Torch.ZerosLike(whole));
            }

            var (step, product) = (state.Tensor("step"), state.Tensor("mu_product"));
            CheckCapturable(capturable, whole, step, $"params, mu_products{(isForeach ? "," : "")} and state_steps", !isForeach);
            step.Add_(1);
            var count = (double)step;
            var grad = Decayed(group, Parts(whole), Parts(given, whole), group.DecoupledWeightDecay, isForeach);
            var parameter = Parts(whole);
            var (average, square) = (Parts(state.Tensor("exp_avg"), whole), Parts(state.Tensor("exp_avg_sq"), whole));
            var correction = 1 - Math.Pow(beta2, count);
            var momentum = beta1 * (1 - (0.5 * Math.Pow(0.96, count * momentumDecay)));
            var next = beta1 * (1 - (0.5 * Math.Pow(0.96, (count + 1) * momentumDecay)));
            ((Quantity)momentum).Scale(product, isForeach);
            average.Lerp_(grad, 1 - beta1);
            ((Quantity)beta2).Scale(square, isForeach);
            square.Addcmul_(grad, grad, value: 1 - beta2);
            var divisor = (isForeach ? square.Sqrt().Div_(Math.Pow(correction, 0.5)) : (square / correction).Sqrt()).Add(eps);
            if (differentiable)
            {
                parameter.Addcdiv_(grad * (-lr * (1 - momentum) / (1 - product)).Tensor!, divisor);
                parameter.Addcdiv_(average * (-lr * next / (1 - (product * next))).Tensor!, divisor);
                continue;
            }

            var so = (double)product;
            parameter.Addcdiv_(grad, divisor, value: (-lr * (1 - momentum) / (1 - so)).ToDouble());
            parameter.Addcdiv_(average, divisor, value: (-lr * next / (1 - (so * next))).ToDouble());
        }
    }
}
