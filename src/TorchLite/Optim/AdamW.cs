using System.Runtime.CompilerServices;

namespace TorchLite.Optim;

/// <summary>Adam whose weights shrink by themselves, apart from the gradient: PyTorch's <c>torch.optim.AdamW</c>.</summary>
/// <remarks>Loshchilov and Hutter, "Decoupled Weight Decay Regularization" (2017).</remarks>
/// <example><code>
/// var net = new Linear(2, 1);
/// var adam = new AdamW([new([net.Weight]) { WeightDecay = 0.1 }, new([net.Bias!])], lr: 1e-3, fused: true);
/// adam.ParamGroups[0].WeightDecay   // 0.1
/// adam.ParamGroups[1].WeightDecay   // 0.01
/// net.Call(Torch.Ones(1, 2)).Sum().Backward();
/// adam.Step();
/// adam.State[net.Weight].Tensor("step")   // tensor(1.)
/// </code></example>
public partial class AdamW : Adam
{
    /// <inheritdoc cref="Adam(IEnumerable{Tensor}, double, ValueTuple{double, double}?, double, double, bool, bool?, bool, bool, bool, bool?, bool)"/>
    [ForFSharp]
    public AdamW(
        IEnumerable<Tensor> parameters, double lr = 1e-3, (double Beta1, double Beta2)? betas = null, double eps = 1e-8,
        double weightDecay = 1e-2, bool amsgrad = false, bool maximize = false, bool? @foreach = null, bool capturable = false,
        bool differentiable = false, bool? fused = null)
        : base(parameters, lr, betas, eps, weightDecay, amsgrad, @foreach, maximize, capturable, differentiable, fused, true)
    {
    }

    /// <inheritdoc cref="Adam(IEnumerable{Tensor}, double, ValueTuple{double, double}?, double, double, bool, bool?, bool, bool, bool, bool?, bool)"/>
    [OverloadResolutionPriority(1)]
    public AdamW(
        IEnumerable<AdamParamGroup> parameters, double lr = 1e-3, (double Beta1, double Beta2)? betas = null, double eps = 1e-8,
        double weightDecay = 1e-2, bool amsgrad = false, bool maximize = false, bool? @foreach = null, bool capturable = false,
        bool differentiable = false, bool? fused = null)
        : base(parameters, lr, betas, eps, weightDecay, amsgrad, @foreach, maximize, capturable, differentiable, fused, true)
    {
    }

    // PyTorch before 2.7 did not write it.
    private protected override void Loaded()
    {
        foreach (var group in ParamGroups)
        {
            group.DecoupledWeightDecay = true;
        }
    }
}
