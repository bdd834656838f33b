using System.Runtime.CompilerServices;
using TorchLite.Nn;

namespace TorchLite.Optim;

/// <summary>Parameters that <see cref="RAdam"/> trains with options of their own.</summary>
public sealed class RAdamParamGroup : DecayParamGroup
{
    /// <inheritdoc/>
    [OverloadResolutionPriority(1)]
    public RAdamParamGroup(IEnumerable<Tensor> parameters)
        : base(parameters)
    {
    }

    /// <inheritdoc/>
    public RAdamParamGroup(IEnumerable<(string Name, Parameter Parameter)> named)
        : base(named)
    {
    }

    /// <summary>How much of the averages of the gradient and of its square stays in each step.</summary>
    public (double Beta1, double Beta2) Betas
    {
        get => Get("betas", (0.9, 0.999));
        set => this["betas"] = value;
    }

    /// <summary>What is added to the divisor, so that it is not 0.</summary>
    public double Eps
    {
        get => Get("eps", 1e-8);
        set => this["eps"] = value;
    }

    /// <summary>Whether the weights shrink by themselves instead, as in <see cref="AdamW"/>.</summary>
    public bool DecoupledWeightDecay
    {
        get => Get("decoupled_weight_decay", false);
        set => this["decoupled_weight_decay"] = value;
    }
}
