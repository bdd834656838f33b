using System.Runtime.CompilerServices;
using TorchLite.Nn;

namespace TorchLite.Optim;

/// <summary>Parameters that <see cref="Adadelta"/> trains with options of their own.</summary>
public sealed class AdadeltaParamGroup : DecayParamGroup
{
    /// <inheritdoc/>
    [OverloadResolutionPriority(1)]
    public AdadeltaParamGroup(IEnumerable<Tensor> parameters)
        : base(parameters)
    {
    }

    /// <inheritdoc/>
    public AdadeltaParamGroup(IEnumerable<(string Name, Parameter Parameter)> named)
        : base(named)
    {
    }

    /// <summary>How much of the averages of the squares stays in each step.</summary>
    public double Rho
    {
        get => Get("rho", 0.9);
        set => this["rho"] = value;
    }

    /// <summary>What is added to the divisor, so that it is not 0.</summary>
    public double Eps
    {
        get => Get("eps", 1e-6);
        set => this["eps"] = value;
    }
}
