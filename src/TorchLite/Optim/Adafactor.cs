using System.Runtime.CompilerServices;

namespace TorchLite.Optim;

/// <summary>
/// Adam without a first average, whose squares are averaged by rows and columns to save memory: PyTorch's <c>torch.optim.Adafactor</c>.
/// </summary>
/// <remarks>Shazeer and Stern, "Adafactor: Adaptive Learning Rates with Sublinear Memory Cost" (2018).</remarks>
/// <example><code>
/// var weight = new Parameter(Torch.Ones(2, 3));
/// var optimizer = new Adafactor([weight], lr: 0.1);
/// (weight * weight).Sum().Backward();
/// optimizer.Step();
/// weight.Data
/// // tensor([[0.9000, 0.9000, 0.9000],
/// //         [0.9000, 0.9000, 0.9000]])
/// optimizer.State[weight].Tensor("row_var").Shape   // torch.Size([2, 1])
/// </code></example>
public partial class Adafactor : Optimizer<AdafactorParamGroup>
{
    /// <summary>An optimizer of parameters.</summary>
    /// <param name="parameters">Leaf tensors; or groups of them, whose options are these where they have none of their own.</param>
    /// <param name="lr">The greatest learning rate, relative to the size of the parameter.</param>
    /// <param name="beta2Decay">The power of the count of steps by which the new part of the averages of squares becomes less.</param>
    /// <param name="eps">
    /// The least root of an average (null: the dtype's), and the least size of a parameter that counts; null: null and 1e-3.
    /// </param>
    /// <param name="d">How much greater than usual a change may be before it is made less.</param>
    /// <param name="weightDecay">How much of the parameter is taken from it.</param>
    /// <param name="foreach">Whether PyTorch's formulas for all parameters at once are used; null: no.</param>
    /// <param name="maximize">Whether the parameters go with the gradient, not against it.</param>
    /// <exception cref="ArgumentNullException">There are no parameters, or one is null.</exception>
    /// <exception cref="TorchValueException">An option is out of its range, the list is empty, or a tensor is no leaf.</exception>
    [ForFSharp]
    public Adafactor(
        IEnumerable<Tensor> parameters, double lr = 1e-2, double beta2Decay = -0.8, (double? Eps1, double Eps2)? eps = null, double d = 1,
        double weightDecay = 0, bool? @foreach = null, bool maximize = false)
        : this((IEnumerable<AdafactorParamGroup>)[new(Some(parameters))], lr, beta2Decay, eps, d, weightDecay, @foreach, maximize)
    {
    }

    /// <inheritdoc cref="Adafactor(IEnumerable{Tensor}, double, double, ValueTuple{double?, double}?, double, double, bool?, bool)"/>
    [OverloadResolutionPriority(1)]
    public Adafactor(
        IEnumerable<AdafactorParamGroup> parameters, double lr = 1e-2, double beta2Decay = -0.8, (double? Eps1, double Eps2)? eps = null,
        double d = 1, double weightDecay = 0, bool? @foreach = null, bool maximize = false)
        : base(parameters, Options(lr, beta2Decay, eps ?? (null, 1e-3), d, weightDecay, @foreach, maximize))
    {
    }

    private static AdafactorParamGroup Options(
        double lr, double beta2Decay, (double? Eps1, double Eps2) eps, double d, double weightDecay, bool? @foreach, bool maximize)
    {
        Check(lr >= 0, "Learning rate should be >= 0 but is", lr);
        Check(beta2Decay <= 0, "beta2_decay should be <= 0 but is", beta2Decay);
        Check(eps.Eps1 is null or >= 0, "epsilon1 should be >= 0 but is", eps.Eps1 ?? 0);
        Check(eps.Eps2 >= 0, "epsilon2 should be >= 0 but is", eps.Eps2);
        Check(d >= 1, "Clipping threshold d should be >= 1 but is", d);
        Check(weightDecay >= 0, "weight_decay should be >= 0 but is", weightDecay);
        return new([])
        {
            Lr = lr,
            Beta2Decay = beta2Decay,
            Eps = eps,
            D = d,
            WeightDecay = weightDecay,
            Foreach = @foreach,
            Maximize = maximize,
        };
    }

    /// <inheritdoc/>
    /// <exception cref="TorchException">A parameter is complex.</exception>
    protected override void Update(AdafactorParamGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        using var scope = Torch.Scope();
        var (lr, beta2Decay, (eps1, eps2), d, decay) = (group.Rate, group.Beta2Decay, group.Eps, group.D, group.WeightDecay);
        foreach (var (parameter, given) in Gradients(group))
        {
            if (parameter.IsComplex())
            {
                throw new TorchException("Adafactor does not support complex parameters");
            }

            var grad = group.Maximize ? -given : given;
            var step = Prepare(StateOf(parameter), grad);
            step.Add_(1);
            var count = (double)step;
            var part = Math.Pow(count, beta2Decay);
            var size = Math.Max(eps2, Norm(parameter)) * Quantity.Min(lr, 1 / Math.Pow(count, 0.5));
            if (decay != 0)
            {
                (1 - (lr * decay)).Scale(parameter, group.Foreach == true);
            }

            // Where it is not given it is that of the first one's dtype, as in PyTorch.
            var least = eps1 ??= Torch.Finfo(parameter.DType).Eps;
            var change = Squares(StateOf(parameter), grad, part, least).Clamp_(min: least * least).Rsqrt_().Mul_(grad);
            var factor = -size / Math.Max(1, Norm(change) / d);
            if (group.Foreach == true)
            {
                factor.Scale(change, isForeach: true);
                parameter.Add_(change);
            }
            else
            {
                parameter.Add_(change, alpha: factor.ToDouble());
            }
        }
    }

    // Of a matrix, the averages of its rows and of its columns stand for that of each number.
    private static Tensor Squares(OptimizerState state, Tensor grad, double part, double least)
    {
        if (grad.Dim() <= 1)
        {
            var variance = state.Tensor("variance");
            variance.Lerp_(grad * grad, part);
            return variance.Clone();
        }

        var (rows, columns) = (state.Tensor("row_var"), state.Tensor("col_var"));
        rows.Lerp_(Torch.Linalg.VectorNorm(grad, dim: -1, keepdim: true).Square_().Div_(grad.Size(-1)), part);
        columns.Lerp_(Torch.Linalg.VectorNorm(grad, dim: -2, keepdim: true).Square_().Div_(grad.Size(-2)), part);
        return rows.Matmul(columns).Div_(rows.Mean(-2, keepdim: true).Clamp_(min: least));
    }

    private static Tensor Prepare(OptimizerState state, Tensor grad)
    {
        if (state.Count == 0)
        {
            state["step"] = NewStep(grad, capturable: false);
            if (grad.Dim() > 1)
            {
                state["row_var"] = Lasting(Torch.ZerosLike(grad.Narrow(-1, 0, 1)));
                state["col_var"] = Lasting(Torch.ZerosLike(grad.Narrow(-2, 0, 1)));
            }
            else
            {
                state["variance"] = Lasting(Torch.ZerosLike(grad));
            }
        }

        return state.Tensor("step");
    }

    private static double Norm(Tensor tensor) => (double)tensor.Norm(2) / Math.Pow(tensor.Numel(), 0.5);
}
