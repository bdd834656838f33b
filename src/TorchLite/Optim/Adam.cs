using System.Runtime.CompilerServices;

namespace TorchLite.Optim;

/// <summary>Steps by averages of the gradient and of its square: PyTorch's <c>torch.optim.Adam</c>.</summary>
/// <remarks>
/// Kingma and Ba, "Adam: A Method for Stochastic Optimization" (2014); with <c>amsgrad</c>, Reddi et al., "On the Convergence of Adam and
/// Beyond" (2018).
/// </remarks>
/// <example><code>
/// var weight = new Parameter(Torch.Tensor([1.0, 2.0]));
/// var adam = new Adam([weight], lr: 0.1);
/// (weight * weight).Sum().Backward();
/// adam.Step();
/// weight.Data   // tensor([0.9000, 1.9000])
/// </code></example>
public partial class Adam : Optimizer<AdamParamGroup>
{
    /// <summary>An optimizer of parameters.</summary>
    /// <param name="parameters">Leaf tensors; or groups of them, whose options are these where they have none of their own.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="betas">How much of the averages of the gradient and of its square stays in each step; null: 0.9 and 0.999.</param>
    /// <param name="eps">What is added to the divisor, so that it is not 0.</param>
    /// <param name="weightDecay">How much of the parameter is added to its gradient.</param>
    /// <param name="amsgrad">Whether the greatest average of the squares counts instead of the last.</param>
    /// <param name="foreach">Whether all parameters are changed by one call for each operation; null: on GPUs.</param>
    /// <param name="maximize">Whether the parameters go with the gradient, not against it.</param>
    /// <param name="capturable">Whether the count of steps is kept on the parameter's device, which must not be the CPU.</param>
    /// <param name="differentiable">Whether the step is recorded, so that one can differentiate through it.</param>
    /// <param name="fused">Whether all parameters are changed by one call, which is faster; null: no.</param>
    /// <param name="decoupledWeightDecay">Whether the weights shrink by themselves, as in <see cref="AdamW"/>.</param>
    /// <exception cref="ArgumentNullException">There are no parameters, or one is null.</exception>
    /// <exception cref="TorchValueException">An option is out of its range, the list is empty, or a tensor is no leaf.</exception>
    /// <exception cref="TorchException">Options exclude each other.</exception>
    [ForFSharp]
    public Adam(
        IEnumerable<Tensor> parameters, double lr = 1e-3, (double Beta1, double Beta2)? betas = null, double eps = 1e-8,
        double weightDecay = 0, bool amsgrad = false, bool? @foreach = null, bool maximize = false, bool capturable = false,
        bool differentiable = false, bool? fused = null, bool decoupledWeightDecay = false)
        : this(
            (IEnumerable<AdamParamGroup>)[new(Some(parameters))], lr, betas, eps, weightDecay, amsgrad, @foreach, maximize, capturable,
            differentiable, fused, decoupledWeightDecay)
    {
    }

    /// <inheritdoc cref="Adam(IEnumerable{Tensor}, double, ValueTuple{double, double}?, double, double, bool, bool?, bool, bool, bool, bool?, bool)"/>
    [OverloadResolutionPriority(1)]
    public Adam(
        IEnumerable<AdamParamGroup> parameters, double lr = 1e-3, (double Beta1, double Beta2)? betas = null, double eps = 1e-8,
        double weightDecay = 0, bool amsgrad = false, bool? @foreach = null, bool maximize = false, bool capturable = false,
        bool differentiable = false, bool? fused = null, bool decoupledWeightDecay = false)
        : base(
            parameters,
            Options(
                lr, betas ?? (0.9, 0.999), eps, weightDecay, amsgrad, @foreach, maximize, capturable, differentiable, fused,
                decoupledWeightDecay)) =>
        CheckWay(fused, @foreach, differentiable);

    private protected override bool IsDifferentiable => Defaults.Differentiable;

    private static AdamParamGroup Options(
        double lr, (double Beta1, double Beta2) betas, double eps, double weightDecay, bool amsgrad, bool? @foreach, bool maximize,
        bool capturable, bool differentiable, bool? fused, bool decoupledWeightDecay)
    {
        CheckAdaptive(lr, betas, eps, weightDecay);
        return new([])
        {
            Lr = lr,
            Betas = betas,
            Eps = eps,
            WeightDecay = weightDecay,
            Amsgrad = amsgrad,
            Maximize = maximize,
            Foreach = @foreach,
            ["capturable"] = capturable,
            Differentiable = differentiable,
            Fused = fused,
            DecoupledWeightDecay = decoupledWeightDecay,
        };
    }

    /// <inheritdoc/>
    protected override void Update(AdamParamGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        using var scope = Torch.Scope();
        var gradients = Gradients(group, group.Fused);
        foreach (var (parameter, _) in gradients)
        {
            Prepare(group, parameter);
        }

        // Lists have no rate that is a tensor, but where it is captured.
        var isNoList = group.Rate.Tensor is not null && !IsCapturable(group);
        if (isNoList && group.Foreach == true && gradients.Length > 0)
        {
            throw new TorchException("lr as a Tensor is not supported for capturable=False and foreach=True");
        }

        var way = WayOf(gradients, group.Fused, isNoList ? group.Foreach ?? false : group.Foreach, group.Differentiable);
        if (way == OptimizerWay.Loop)
        {
            Loop(group, gradients);
            return;
        }

        if (way == OptimizerWay.Fused && group.Differentiable)
        {
            throw new TorchException("Adam with fused=True does not support differentiable=True");
        }

        foreach (var alike in Alike(gradients))
        {
            Together(group, alike, way);
        }
    }

    private void Prepare(AdamParamGroup group, Tensor parameter)
    {
        var state = StateOf(parameter);
        if (state.Count == 0)
        {
            state["step"] = NewStep(parameter, IsCapturable(group), group.Fused == true);
            state["exp_avg"] = Lasting(Torch.ZerosLike(parameter));
            state["exp_avg_sq"] = Lasting(Torch.ZerosLike(parameter));
            if (group.Amsgrad)
            {
                state["max_exp_avg_sq"] = Lasting(Torch.ZerosLike(parameter));
            }
        }

        if (group.Differentiable && state.Tensor("step").RequiresGrad)
        {
            throw new TorchException("`requires_grad` is not supported for `step` in differentiable mode");
        }
    }

    private void Loop(AdamParamGroup group, Gradient[] gradients)
    {
        var (lr, (beta1, beta2), eps, amsgrad) = (group.Rate, group.Betas, group.Eps, group.Amsgrad);
        var (capturable, differentiable) = (IsCapturable(group), group.Differentiable);
        foreach (var (whole, given) in gradients)
        {
            var state = StateOf(whole);
            var step = state.Tensor("step");
            CheckCapturable(capturable, whole, step);
            step.Add_(1);

            // Of complex numbers both parts are numbers of their own.
            var grad = Parts(Decayed(group, whole, given, group.DecoupledWeightDecay), whole);
            var parameter = Parts(whole);
            var average = Parts(state.Tensor("exp_avg"), whole);
            var square = Parts(state.Tensor("exp_avg_sq"), whole);
            var greatest = amsgrad ? Parts(state.Tensor("max_exp_avg_sq"), whole) : null;
            average.Lerp_(grad, 1 - beta1);
            square.Mul_(beta2).Addcmul_(grad, grad, value: 1 - beta2);
            if (differentiable)
            {
                var size = (lr / (1 - Torch.Pow(beta1, step))).Tensor!;
                var negative = size.Neg();
                var root = (1 - Torch.Pow(beta2, step)).Sqrt();
                greatest?.Copy_(Torch.Maximum(greatest.Clone(), square));
                parameter.Addcdiv_(average, ((greatest ?? square).Sqrt() / (root * negative)).Add_(eps / negative));
                continue;
            }

            var count = (double)step;
            var correction = Math.Pow(1 - Math.Pow(beta2, count), 0.5);
            greatest?.Copy_(Torch.Maximum(greatest, square));
            parameter.Addcdiv_(
                average, ((greatest ?? square).Sqrt() / correction).Add_(eps), value: -(lr / (1 - Math.Pow(beta1, count))).ToDouble());
        }
    }

    private void Together(AdamParamGroup group, Gradient[] gradients, OptimizerWay way)
    {
        var (lr, (beta1, beta2), eps) = (group.Lr, group.Betas, group.Eps);
        var states = Array.ConvertAll(gradients, one => StateOf(one.Parameter));
        var parameters = Array.ConvertAll(gradients, static one => one.Parameter);
        var grads = Array.ConvertAll(gradients, static one => one.Grad);
        var averages = Array.ConvertAll(states, static state => state.Tensor("exp_avg"));
        var squares = Array.ConvertAll(states, static state => state.Tensor("exp_avg_sq"));
        var greatest = group.Amsgrad ? Array.ConvertAll(states, static state => state.Tensor("max_exp_avg_sq")) : [];
        var steps = Array.ConvertAll(states, static state => state.Tensor("step"));
        if (way == OptimizerWay.Fused)
        {
            FusedStep.Adam(
                group.DecoupledWeightDecay, parameters, grads, averages, squares, greatest, steps, lr, beta1, beta2, group.WeightDecay, eps,
                group.Amsgrad, group.Maximize, GradScale, FoundInf);
            return;
        }

        CheckForeach(true, group.Differentiable);
        for (var i = 0; i < parameters.Length; i++)
        {
            CheckCapturable(IsCapturable(group), parameters[i], steps[i], isXla: false);
        }

        Foreach.Add_(steps, 1);
        var wholes = parameters.ToArray();
        foreach (var list in (Tensor[][])[parameters, grads, averages, squares, greatest])
        {
            for (var i = 0; i < list.Length; i++)
            {
                list[i] = Parts(list[i], wholes[i]);
            }
        }

        grads = Decayed(group, parameters, grads, group.DecoupledWeightDecay);
        Foreach.Lerp_(averages, grads, 1 - beta1);
        Foreach.Mul_(squares, beta2);
        Foreach.Addcmul_(squares, grads, grads, 1 - beta2);
        var counts = Array.ConvertAll(steps, static step => (double)step);
        if (group.Amsgrad)
        {
            Foreach.Maximum_(greatest, squares);
        }

        var divisors = Foreach.Sqrt(group.Amsgrad ? greatest : squares);
        Foreach.Div_(divisors, Array.ConvertAll(counts, count => Math.Pow(1 - Math.Pow(beta2, count), 0.5)));
        Foreach.Add_(divisors, eps);
        Foreach.Addcdiv_(parameters, averages, divisors, Array.ConvertAll(counts, count => lr / (1 - Math.Pow(beta1, count)) * -1));
    }
}
