using System.Runtime.CompilerServices;

namespace TorchLite.Optim;

/// <summary>Adam with the greatest gradient instead of an average of squares: PyTorch's <c>torch.optim.Adamax</c>.</summary>
/// <remarks>Kingma and Ba, "Adam: A Method for Stochastic Optimization" (2014).</remarks>
/// <example><code>
/// var weight = new Parameter(Torch.Tensor([1.0, 2.0]));
/// var optimizer = new Adamax([weight], lr: 0.1);
/// (weight * weight).Sum().Backward();
/// optimizer.Step();
/// weight.Data   // tensor([0.9000, 1.9000])
/// </code></example>
public partial class Adamax : Optimizer<AdamaxParamGroup>
{
    /// <summary>An optimizer of parameters.</summary>
    /// <param name="parameters">Leaf tensors; or groups of them, whose options are these where they have none of their own.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="betas">How much of the average of the gradient and of its greatest value stays in each step; null: 0.9 and 0.999.</param>
    /// <param name="eps">What is added to the divisor, so that it is not 0.</param>
    /// <param name="weightDecay">How much of the parameter is added to its gradient.</param>
    /// <param name="foreach">Whether PyTorch's formulas for all parameters at once are used; null: on GPUs.</param>
    /// <param name="maximize">Whether the parameters go with the gradient, not against it.</param>
    /// <param name="differentiable">Whether the step is recorded, so that one can differentiate through it.</param>
    /// <param name="capturable">Whether the count of steps is kept on the parameter's device, which must not be the CPU.</param>
    /// <exception cref="ArgumentNullException">There are no parameters, or one is null.</exception>
    /// <exception cref="TorchValueException">An option is out of its range, the list is empty, or a tensor is no leaf.</exception>
    [ForFSharp]
    public Adamax(
        IEnumerable<Tensor> parameters, double lr = 2e-3, (double Beta1, double Beta2)? betas = null, double eps = 1e-8,
        double weightDecay = 0, bool? @foreach = null, bool maximize = false, bool differentiable = false, bool capturable = false)
        : this(
            (IEnumerable<AdamaxParamGroup>)[new(Some(parameters))], lr, betas, eps, weightDecay, @foreach, maximize, differentiable,
            capturable)
    {
    }

    /// <inheritdoc cref="Adamax(IEnumerable{Tensor}, double, ValueTuple{double, double}?, double, double, bool?, bool, bool, bool)"/>
    [OverloadResolutionPriority(1)]
    public Adamax(
        IEnumerable<AdamaxParamGroup> parameters, double lr = 2e-3, (double Beta1, double Beta2)? betas = null, double eps = 1e-8,
        double weightDecay = 0, bool? @foreach = null, bool maximize = false, bool differentiable = false, bool capturable = false)
        : base(
            parameters,
            Options(
                lr, betas ?? (0.9, 0.999), eps, weightDecay, @foreach, maximize, differentiable, capturable))
    {
    }

    private protected override bool IsDifferentiable => Defaults.Differentiable;

    private static AdamaxParamGroup Options(
        double lr, (double Beta1, double Beta2) betas, double eps, double weightDecay, bool? @foreach, bool maximize, bool differentiable,
        bool capturable)
    {
        CheckAdaptive(lr, betas, eps, weightDecay);
        return new([])
        {
            Lr = lr,
            Betas = betas,
            Eps = eps,
            WeightDecay = weightDecay,
            Foreach = @foreach,
            Maximize = maximize,
            Differentiable = differentiable,
            ["capturable"] = capturable,
        };
    }

    /// <inheritdoc/>
    protected override void Update(AdamaxParamGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        using var scope = Torch.Scope();
        var gradients = Gradients(group);
        var isForeach = IsForeach(group, gradients);
        var lr = isForeach ? group.Lr : group.Rate;
        var ((beta1, beta2), eps) = (group.Betas, group.Eps);
        var (capturable, differentiable) = (IsCapturable(group), group.Differentiable);
        foreach (var (whole, given) in gradients)
        {
            var state = StateOf(whole);
            if (state.Count == 0)
            {
                state["step"] = NewStep(whole, capturable);
                state["exp_avg"] = Lasting(Torch.ZerosLike(whole));
                state["exp_inf"] = Lasting(Torch.ZerosLike(whole));
            }

            var step = state.Tensor("step");
            CheckCapturable(capturable, whole, step, isXla: !isForeach);
            step.Add_(1);
            var grad = DecayedParts(group, whole, given, isForeach);
            var parameter = Parts(whole);
            var (average, greatest) = (Parts(state.Tensor("exp_avg"), whole), Parts(state.Tensor("exp_inf"), whole));
            average.Lerp_(grad, 1 - beta1);
            ((Quantity)beta2).Scale(greatest, isForeach);
            greatest.Copy_(Torch.Maximum(differentiable ? greatest.Clone() : greatest, grad.Abs().Add_(eps)));
            parameter.Addcdiv_(average, greatest, value: -(lr / (1 - Math.Pow(beta1, (double)step))).ToDouble());
        }
    }
}
