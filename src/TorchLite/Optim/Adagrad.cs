using System.Runtime.CompilerServices;

namespace TorchLite.Optim;

/// <summary>Steps that become shorter where the gradients were large: PyTorch's <c>torch.optim.Adagrad</c>.</summary>
/// <remarks>Duchi et al., "Adaptive Subgradient Methods for Online Learning and Stochastic Optimization" (2011).</remarks>
/// <example><code>
/// var weight = new Parameter(Torch.Tensor([1.0, 2.0]));
/// var optimizer = new Adagrad([weight], lr: 0.1);
/// (weight * weight).Sum().Backward();
/// optimizer.Step();
/// weight.Data   // tensor([0.9000, 1.9000])
/// </code></example>
public partial class Adagrad : Optimizer<AdagradParamGroup>
{
    /// <summary>An optimizer of parameters.</summary>
    /// <param name="parameters">Leaf tensors; or groups of them, whose options are these where they have none of their own.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="lrDecay">How fast the learning rate becomes less.</param>
    /// <param name="weightDecay">How much of the parameter is added to its gradient.</param>
    /// <param name="initialAccumulatorValue">What the sums of the squares begin with.</param>
    /// <param name="eps">What is added to the divisor, so that it is not 0.</param>
    /// <param name="foreach">Whether PyTorch's formulas for all parameters at once are used; null: on GPUs.</param>
    /// <param name="maximize">Whether the parameters go with the gradient, not against it.</param>
    /// <param name="differentiable">Whether the step is recorded, so that one can differentiate through it.</param>
    /// <param name="fused">Whether all parameters are changed by one call, which is faster; null: no.</param>
    /// <exception cref="ArgumentNullException">There are no parameters, or one is null.</exception>
    /// <exception cref="TorchValueException">An option is out of its range, the list is empty, or a tensor is no leaf.</exception>
    /// <exception cref="TorchException">Options exclude each other.</exception>
    [ForFSharp]
    public Adagrad(
        IEnumerable<Tensor> parameters, double lr = 1e-2, double lrDecay = 0, double weightDecay = 0, double initialAccumulatorValue = 0,
        double eps = 1e-10, bool? @foreach = null, bool maximize = false, bool differentiable = false, bool? fused = null)
        : this(
            (IEnumerable<AdagradParamGroup>)[new(Some(parameters))], lr, lrDecay, weightDecay, initialAccumulatorValue, eps, @foreach,
            maximize, differentiable, fused)
    {
    }

    /// <inheritdoc cref="Adagrad(IEnumerable{Tensor}, double, double, double, double, double, bool?, bool, bool, bool?)"/>
    [OverloadResolutionPriority(1)]
    public Adagrad(
        IEnumerable<AdagradParamGroup> parameters, double lr = 1e-2, double lrDecay = 0, double weightDecay = 0,
        double initialAccumulatorValue = 0, double eps = 1e-10, bool? @foreach = null, bool maximize = false, bool differentiable = false,
        bool? fused = null)
        : base(
            parameters,
            Options(
                lr, lrDecay, weightDecay, initialAccumulatorValue, eps, @foreach, maximize, differentiable, fused))
    {
        CheckWay(fused, @foreach, differentiable);
        foreach (var group in ParamGroups)
        {
            foreach (var parameter in group.Params)
            {
                Prepare(parameter, group.Fused == true);
            }
        }
    }

    private protected override bool IsDifferentiable => Defaults.Differentiable;

    private static AdagradParamGroup Options(
        double lr, double lrDecay, double weightDecay, double initialAccumulatorValue, double eps, bool? @foreach, bool maximize,
        bool differentiable, bool? fused)
    {
        Check(lr >= 0, "Invalid learning rate", lr);
        Check(lrDecay >= 0, "Invalid lr_decay value", lrDecay);
        Check(weightDecay >= 0, "Invalid weight_decay value", weightDecay);
        Check(initialAccumulatorValue >= 0, "Invalid initial_accumulator_value value", initialAccumulatorValue);
        Check(eps >= 0, "Invalid epsilon value", eps);
        return new([])
        {
            Lr = lr,
            LrDecay = lrDecay,
            Eps = eps,
            WeightDecay = weightDecay,
            InitialAccumulatorValue = initialAccumulatorValue,
            Foreach = @foreach,
            Maximize = maximize,
            Differentiable = differentiable,
            Fused = fused,
        };
    }

    /// <inheritdoc/>
    protected override void Update(AdagradParamGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        using var scope = Torch.Scope();
        var gradients = Gradients(group, group.Fused);
        var way = WayOf(gradients, group.Fused, group.Foreach, group.Differentiable);
        foreach (var (parameter, _) in gradients)
        {
            Prepare(parameter, group.Fused == true);
        }

        if (way == OptimizerWay.Fused)
        {
            if (group.Differentiable)
            {
                throw new TorchException("adagrad with fused=True does not support differentiable=True");
            }

            foreach (var alike in Alike(gradients))
            {
                var states = Array.ConvertAll(alike, one => StateOf(one.Parameter));
                var steps = Array.ConvertAll(states, static state => state.Tensor("step"));
                FusedStep.Adagrad(
                    Array.ConvertAll(alike, static one => one.Parameter), Array.ConvertAll(alike, static one => one.Grad),
                    Array.ConvertAll(states, static state => state.Tensor("sum")), steps, group.Lr, group.LrDecay, group.WeightDecay,
                    group.Eps, group.Maximize, GradScale, FoundInf);
            }

            return;
        }

        CheckForeach(way == OptimizerWay.Foreach, group.Differentiable);
        var (lr, lrDecay, eps) = (group.Rate, group.LrDecay, group.Eps);
        foreach (var (whole, given) in gradients)
        {
            var (step, sum) = (StateOf(whole).Tensor("step"), Parts(StateOf(whole).Tensor("sum"), whole));
            step.Add_(1);
            var rate = lr / (1 + (((double)step - 1) * lrDecay));
            var grad = DecayedParts(group, whole, given, way == OptimizerWay.Foreach);
            sum.Addcmul_(grad, grad, value: 1);
            var divisor = sum.Sqrt().Add(eps);
            if (way == OptimizerWay.Foreach)
            {
                // What was made for the list is multiplied in place, which rounds otherwise.
                if (group.Maximize || group.WeightDecay != 0)
                {
                    (-rate).Scale(grad, isForeach: true);
                }
                else
                {
                    grad = (grad * -rate).Tensor!;
                }

                Parts(whole).Addcdiv_(grad, divisor);
            }
            else
            {
                Parts(whole).Addcdiv_(grad, divisor, value: -rate.ToDouble());
            }
        }
    }

    private void Prepare(Tensor parameter, bool fused)
    {
        var state = StateOf(parameter);
        if (state.Count == 0)
        {
            var first = Defaults.InitialAccumulatorValue;
            state["step"] = NewStep(parameter, capturable: false, fused);
            state["sum"] = Lasting(Torch.FullLike(
                parameter, parameter.IsComplex() ? (Scalar)new System.Numerics.Complex(first, first) : first));
        }
    }
}
