using System.Runtime.CompilerServices;

namespace TorchLite.Optim;

/// <summary>Steps whose lengths come of the averages of the squares of gradients and of steps: PyTorch's <c>torch.optim.Adadelta</c>.</summary>
/// <remarks>Zeiler, "ADADELTA: An Adaptive Learning Rate Method" (2012).</remarks>
/// <example><code>
/// var weight = new Parameter(Torch.Tensor([1.0, 2.0]));
/// var optimizer = new Adadelta([weight]);
/// (weight * weight).Sum().Backward();
/// optimizer.Step();
/// weight.Data   // tensor([0.9968, 1.9968])
/// </code></example>
public partial class Adadelta : Optimizer<AdadeltaParamGroup>
{
    /// <summary>An optimizer of parameters.</summary>
    /// <param name="parameters">Leaf tensors; or groups of them, whose options are these where they have none of their own.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="rho">How much of the averages of the squares stays in each step.</param>
    /// <param name="eps">What is added to the divisor, so that it is not 0.</param>
    /// <param name="weightDecay">How much of the parameter is added to its gradient.</param>
    /// <param name="foreach">Whether PyTorch's formulas for all parameters at once are used; null: on GPUs.</param>
    /// <param name="capturable">Whether the count of steps is kept on the parameter's device, which must not be the CPU.</param>
    /// <param name="maximize">Whether the parameters go with the gradient, not against it.</param>
    /// <param name="differentiable">Whether the step is recorded, so that one can differentiate through it.</param>
    /// <exception cref="ArgumentNullException">There are no parameters, or one is null.</exception>
    /// <exception cref="TorchValueException">An option is out of its range, the list is empty, or a tensor is no leaf.</exception>
    [ForFSharp]
    public Adadelta(
        IEnumerable<Tensor> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weightDecay = 0,
        bool? @foreach = null, bool capturable = false, bool maximize = false, bool differentiable = false)
        : this(
            (IEnumerable<AdadeltaParamGroup>)[new(Some(parameters))], lr, rho, eps, weightDecay, @foreach, capturable, maximize,
            differentiable)
    {
    }

    /// <inheritdoc cref="Adadelta(IEnumerable{Tensor}, double, double, double, double, bool?, bool, bool, bool)"/>
    [OverloadResolutionPriority(1)]
    public Adadelta(
        IEnumerable<AdadeltaParamGroup> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weightDecay = 0,
        bool? @foreach = null, bool capturable = false, bool maximize = false, bool differentiable = false)
        : base(
            parameters,
            Options(
                lr, rho, eps, weightDecay, @foreach, capturable, maximize, differentiable))
    {
    }

    private protected override bool IsDifferentiable => Defaults.Differentiable;

    private static AdadeltaParamGroup Options(
        double lr, double rho, double eps, double weightDecay, bool? @foreach, bool capturable, bool maximize, bool differentiable)
    {
        Check(lr >= 0, "Invalid learning rate", lr);
        Check(rho is >= 0 and <= 1, "Invalid rho value", rho);
        Check(eps >= 0, "Invalid epsilon value", eps);
        Check(weightDecay >= 0, "Invalid weight_decay value", weightDecay);
        return new([])
        {
            Lr = lr,
            Rho = rho,
            Eps = eps,
            WeightDecay = weightDecay,
            Maximize = maximize,
            ["capturable"] = capturable,
            Foreach = @foreach,
            Differentiable = differentiable,
        };
    }

    /// <inheritdoc/>
    protected override void Update(AdadeltaParamGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        using var scope = Torch.Scope();
        var gradients = Gradients(group);
        var isForeach = IsForeach(group, gradients);
        var (lr, rho, eps) = (group.Lr, group.Rho, group.Eps);
        var (capturable, differentiable) = (IsCapturable(group), group.Differentiable);
        foreach (var (parameter, given) in gradients)
        {
            var state = StateOf(parameter);
            if (state.Count == 0)
            {
                state["step"] = NewStep(parameter, capturable);
                state["square_avg"] = Lasting(Torch.ZerosLike(parameter));
                state["acc_delta"] = Lasting(Torch.ZerosLike(parameter));
            }

            var step = state.Tensor("step");
            CheckCapturable(capturable, parameter, step, isXla: false);
            step.Add_(1);
            var grad = DecayedParts(group, parameter, given, isForeach);
            var (square, changes) = (Parts(state.Tensor("square_avg"), parameter), Parts(state.Tensor("acc_delta"), parameter));
            ((Quantity)rho).Scale(square, isForeach);
            square.Addcmul_(grad, grad, value: 1 - rho);
            var divisor = square.Add(eps).Sqrt_();
            var change = changes.Add(eps).Sqrt_();
            if (differentiable)
            {
                change = change.Clone();
            }

            change.Div_(divisor).Mul_(grad);
            ((Quantity)rho).Scale(changes, isForeach);
            changes.Addcmul_(change, change, value: 1 - rho);
            if (parameter.IsComplex() && !isForeach)
            {
                parameter.Add_(Torch.ViewAsComplex(change), alpha: -lr);
            }
            else
            {
                Parts(parameter).Add_(change, alpha: -lr);
            }
        }
    }
}
