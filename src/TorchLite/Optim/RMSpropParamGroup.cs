using System.Runtime.CompilerServices;
using TorchLite.Nn;

namespace TorchLite.Optim;

/// <summary>Parameters that <see cref="RMSprop"/> trains with options of their own.</summary>
public sealed class RMSpropParamGroup : DecayParamGroup
{
    /// <inheritdoc/>
    [OverloadResolutionPriority(1)]
    public RMSpropParamGroup(IEnumerable<Tensor> parameters)
        : base(parameters)
    {
    }

    /// <inheritdoc/>
    public RMSpropParamGroup(IEnumerable<(string Name, Parameter Parameter)> named)
        : base(named)
    {
    }

    /// <summary>How much of the average of the squares stays in each step.</summary>
    public double Alpha
    {
        get => Get("alpha", 0.99);
        set => this["alpha"] = value;
    }

    /// <summary>What is added to the divisor, so that it is not 0.</summary>
    public double Eps
    {
        get => Get("eps", 1e-8);
        set => this["eps"] = value;
    }

    /// <summary>The part of the last steps that goes into the next.</summary>
    public double Momentum
    {
        get => Get("momentum", 0.0);
        set => this["momentum"] = OrZero(value);
    }

    /// <summary>Whether the variance of the gradient counts instead of its square.</summary>
    public bool Centered
    {
        get => Get("centered", false);
        set => this["centered"] = value;
    }
}
