using System.Runtime.CompilerServices;
using TorchLite.Nn;

namespace TorchLite.Optim;

/// <summary>Parameters that <see cref="Adamax"/> trains with options of their own.</summary>
public sealed class AdamaxParamGroup : DecayParamGroup
{
    /// <inheritdoc/>
    [OverloadResolutionPriority(1)]
    public AdamaxParamGroup(IEnumerable<Tensor> parameters)
        : base(parameters)
    {
    }

    /// <inheritdoc/>
    public AdamaxParamGroup(IEnumerable<(string Name, Parameter Parameter)> named)
        : base(named)
    {
    }

    /// <summary>How much of the average of the gradient and of its greatest value stays in each step.</summary>
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
}
