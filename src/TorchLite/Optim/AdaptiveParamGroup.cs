using System.Runtime.CompilerServices;
using TorchLite.Nn;

namespace TorchLite.Optim;

/// <summary>Parameters with the options of <see cref="Adam"/> and its kin.</summary>
public abstract class AdaptiveParamGroup : DecayParamGroup
{
    /// <inheritdoc/>
    [OverloadResolutionPriority(1)]
    protected AdaptiveParamGroup(IEnumerable<Tensor> parameters)
        : base(parameters)
    {
    }

    /// <inheritdoc/>
    protected AdaptiveParamGroup(IEnumerable<(string Name, Parameter Parameter)> named)
        : base(named)
    {
    }

    /// <summary>
    /// How much of the averages of the gradient and of its square stays in each step; of <see cref="Adamax"/>, of the gradient's greatest
    /// value instead.
    /// </summary>
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
