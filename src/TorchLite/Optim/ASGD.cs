using System.Runtime.CompilerServices;

namespace TorchLite.Optim;

/// <summary>Stochastic gradient descent, with an average of the parameters: PyTorch's <c>torch.optim.ASGD</c>.</summary>
/// <remarks>Polyak and Juditsky, "Acceleration of stochastic approximation by averaging" (1992). The averages are the state <c>"ax"</c>.</remarks>
/// <example><code>
/// var weight = new Parameter(Torch.Tensor([1.0, 2.0]));
/// var optimizer = new ASGD([weight]);
/// (weight * weight).Sum().Backward();
/// optimizer.Step();
/// weight.Data   // tensor([0.9800, 1.9600])
/// </code></example>
public partial class ASGD : Optimizer<ASGDParamGroup>
{
    /// <summary>An optimizer of parameters.</summary>
    /// <param name="parameters">Leaf tensors; or groups of them, whose options are these where they have none of their own.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="lambd">How much of the parameter goes in each step, times the learning rate.</param>
    /// <param name="alpha">The power by which the learning rate becomes less.</param>
    /// <param name="t0">The step at which averaging begins.</param>
    /// <param name="weightDecay">How much of the parameter is added to its gradient.</param>
    /// <param name="foreach">Whether PyTorch's formulas for all parameters at once are used; null: on GPUs.</param>
    /// <param name="maximize">Whether the parameters go with the gradient, not against it.</param>
    /// <param name="differentiable">Whether the step is recorded, so that one can differentiate through it.</param>
    /// <param name="capturable">Whether the count of steps is kept on the parameter's device, which must not be the CPU.</param>
    /// <exception cref="ArgumentNullException">There are no parameters, or one is null.</exception>
    /// <exception cref="TorchValueException">An option is out of its range, the list is empty, or a tensor is no leaf.</exception>
    [ForFSharp]
    public ASGD(
        IEnumerable<Tensor> parameters, double lr = 1e-2, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6,
        double weightDecay = 0, bool? @foreach = null, bool maximize = false, bool differentiable = false, bool capturable = false)
        : this(
            (IEnumerable<ASGDParamGroup>)[new(Some(parameters))], lr, lambd, alpha, t0, weightDecay, @foreach, maximize, differentiable,
            capturable)
    {
    }

    /// <inheritdoc cref="ASGD(IEnumerable{Tensor}, double, double, double, double, double, bool?, bool, bool, bool)"/>
    [OverloadResolutionPriority(1)]
    public ASGD(
        IEnumerable<ASGDParamGroup> parameters, double lr = 1e-2, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6,
        double weightDecay = 0, bool? @foreach = null, bool maximize = false, bool differentiable = false, bool capturable = false)
        : base(
            parameters,
            Options(
                lr, lambd, alpha, t0, weightDecay, @foreach, maximize, differentiable, capturable))
    {
    }

    private protected override bool IsDifferentiable => Defaults.Differentiable;

    private static ASGDParamGroup Options(
        double lr, double lambd, double alpha, double t0, double weightDecay, bool? @foreach, bool maximize, bool differentiable,
        bool capturable)
    {
        Check(lr >= 0, "Invalid learning rate", lr);
        Check(weightDecay >= 0, "Invalid weight_decay value", weightDecay);
        return new([])
        {
            Lr = lr,
            Lambd = lambd,
            Alpha = alpha,
            T0 = t0,
            WeightDecay = weightDecay,
            Foreach = @foreach,
            Maximize = maximize,
            Differentiable = differentiable,
            ["capturable"] = capturable,
        };
    }

    /// <inheritdoc/>
    protected override void Update(ASGDParamGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        using var scope = Torch.Scope();
        var gradients = Gradients(group);
        var isForeach = IsForeach(group, gradients);
        var (lr, lambd, alpha, t0, decay) = (group.Rate, group.Lambd, group.Alpha, group.T0, group.WeightDecay);
        var capturable = IsCapturable(group);
        foreach (var (whole, given) in gradients)
        {
            var state = StateOf(whole);
            if (state.Count == 0)
            {
                state["step"] = NewStep(whole, capturable: true);
                state["eta"] = Lasting(NewStep(whole, capturable: true).Fill_(lr.ToDouble()));
                state["mu"] = Lasting(NewStep(whole, capturable: true).Fill_(1));
                state["ax"] = Lasting(Torch.ZerosLike(whole));
            }

            var (step, eta, mu) = (state.Tensor("step"), state.Tensor("eta"), state.Tensor("mu"));
            CheckCapturable(capturable, whole, step, "params, mus, etas, and state_steps", !isForeach);
            step.Add_(1);
            var grad = Decayed(group, Parts(whole), Parts(given, whole));
            var (parameter, average) = (Parts(whole), Parts(state.Tensor("ax"), whole));
            if (isForeach)
            {
                parameter.Addcmul_(grad.Add(parameter, alpha: lambd), eta, value: -1);
                average.Addcmul_(parameter - average, mu);
            }
            else
            {
                var rate = (double)eta;
                parameter.Mul_(1 - (lambd * rate)).Add_(grad, alpha: -rate);
                if ((double)mu != 1)
                {
                    average.Add_(parameter.Sub(average).Mul_(mu));
                }
                else
                {
                    average.Copy_(parameter);
                }
            }

            var count = (double)step;
            if (isForeach)
            {
                eta.Copy_((lr / (1 + (lambd * lr * step)).Tensor!.Pow(alpha)).Tensor!);
            }
            else
            {
                // By way of a tensor of the default dtype, as in PyTorch: they may be of another after a state dict was loaded.
                var divisor = 1 + (lambd * lr * count);
                var next = lr / (divisor.Tensor is { } tensor ? tensor.Pow(alpha) : (Quantity)Math.Pow(divisor.Number, alpha));
                eta.Copy_(next.Tensor ?? Torch.Tensor(next.Number));
            }

            mu.Copy_(Torch.Tensor(1 / Math.Max(1, count - t0)));
        }
    }
}
