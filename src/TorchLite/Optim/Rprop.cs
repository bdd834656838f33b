using System.Runtime.CompilerServices;
using TorchLite.Printing;

namespace TorchLite.Optim;

/// <summary>Steps by the signs of the gradient alone: PyTorch's <c>torch.optim.Rprop</c>.</summary>
/// <remarks>Riedmiller and Braun, "A direct adaptive method for faster backpropagation learning" (1993).</remarks>
/// <example><code>
/// var weight = new Parameter(Torch.Tensor([1.0, 2.0]));
/// var optimizer = new Rprop([weight]);
/// (weight * weight).Sum().Backward();
/// optimizer.Step();
/// weight.Data   // tensor([0.9900, 1.9900])
/// </code></example>
public partial class Rprop : Optimizer<RpropParamGroup>
{
    /// <summary>An optimizer of parameters.</summary>
    /// <param name="parameters">Leaf tensors; or groups of them, whose options are these where they have none of their own.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="etas">What the size of the step is multiplied by where the gradient's sign changes, and where it stays; null: 0.5 and 1.2.</param>
    /// <param name="stepSizes">The least and the greatest size of the step; null: 1e-6 and 50.</param>
    /// <param name="capturable">Whether the count of steps is kept on the parameter's device, which must not be the CPU.</param>
    /// <param name="foreach">Whether PyTorch's formulas for all parameters at once are used; null: on GPUs.</param>
    /// <param name="maximize">Whether the parameters go with the gradient, not against it.</param>
    /// <param name="differentiable">Whether the step is recorded, so that one can differentiate through it.</param>
    /// <exception cref="ArgumentNullException">There are no parameters, or one is null.</exception>
    /// <exception cref="TorchValueException">An option is out of its range, the list is empty, or a tensor is no leaf.</exception>
    [ForFSharp]
    public Rprop(
        IEnumerable<Tensor> parameters, double lr = 1e-2, (double Minus, double Plus)? etas = null,
        (double Least, double Greatest)? stepSizes = null, bool capturable = false, bool? @foreach = null, bool maximize = false,
        bool differentiable = false)
        : this(
            (IEnumerable<RpropParamGroup>)[new(Some(parameters))], lr, etas, stepSizes, capturable, @foreach, maximize, differentiable)
    {
    }

    /// <inheritdoc cref="Rprop(IEnumerable{Tensor}, double, ValueTuple{double, double}?, ValueTuple{double, double}?, bool, bool?, bool, bool)"/>
    [OverloadResolutionPriority(1)]
    public Rprop(
        IEnumerable<RpropParamGroup> parameters, double lr = 1e-2, (double Minus, double Plus)? etas = null,
        (double Least, double Greatest)? stepSizes = null, bool capturable = false, bool? @foreach = null, bool maximize = false,
        bool differentiable = false)
        : base(
            parameters,
            Options(
                lr, etas ?? (0.5, 1.2), stepSizes ?? (1e-6, 50), capturable, @foreach, maximize, differentiable))
    {
    }

    private protected override bool IsDifferentiable => Defaults.Differentiable;

    private static RpropParamGroup Options(
        double lr, (double Minus, double Plus) etas, (double Least, double Greatest) stepSizes, bool capturable, bool? @foreach,
        bool maximize, bool differentiable)
    {
        Check(lr >= 0, "Invalid learning rate", lr);
        if (!(etas.Minus > 0 && etas.Minus < 1 && etas.Plus > 1))
        {
            throw new TorchValueException($"Invalid eta values: {PythonText.Of(etas.Minus)}, {PythonText.Of(etas.Plus)}");
        }

        return new([])
        {
            Lr = lr,
            Etas = etas,
            StepSizes = stepSizes,
            Foreach = @foreach,
            Maximize = maximize,
            Differentiable = differentiable,
            ["capturable"] = capturable,
        };
    }

    /// <inheritdoc/>
    protected override void Update(RpropParamGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        using var scope = Torch.Scope();
        var gradients = Gradients(group);
        IsForeach(group, gradients);
        var (lr, (minus, plus), (least, most)) = (group.Lr, group.Etas, group.StepSizes);
        var (capturable, differentiable) = (IsCapturable(group), group.Differentiable);
        foreach (var (whole, given) in gradients)
        {
            var state = StateOf(whole);
            if (state.Count == 0)
            {
                state["step"] = NewStep(whole, capturable);
                state["prev"] = Lasting(Torch.ZerosLike(whole));
                state["step_size"] = Lasting(Torch.FullLike(
                    given, whole.IsComplex() ? (Scalar)new System.Numerics.Complex(lr, lr) : lr));
            }

            var step = state.Tensor("step");
            CheckCapturable(capturable, whole, step);
            step.Add_(1);
            var grad = Parts(group.Maximize ? -given : given, whole);
            var (parameter, before, sizes) = (Parts(whole), Parts(state.Tensor("prev"), whole), Parts(state.Tensor("step_size"), whole));
            var sign = grad.Mul(differentiable ? before.Clone() : before).Sign();
            var isChanged = sign.Lt(0);
            var factors = Torch.OnesLike(sizes).MaskedFill_(sign.Gt(0), plus).MaskedFill_(isChanged, minus);
            sizes.Mul_(factors).Clamp_(least, most);

            // Where the sign changed, the gradient of this step does not count.
            grad = grad.MaskedFill(isChanged, 0);
            parameter.Addcmul_(grad.Sign(), sizes, value: -1);
            before.Copy_(grad);
        }
    }
}
