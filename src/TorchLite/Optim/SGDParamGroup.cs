using System.Runtime.CompilerServices;
using TorchLite.Nn;

namespace TorchLite.Optim;

/// <summary>Parameters that <see cref="SGD"/> trains with options of their own.</summary>
public sealed class SGDParamGroup : DecayParamGroup
{
    /// <inheritdoc/>
    [OverloadResolutionPriority(1)]
    public SGDParamGroup(IEnumerable<Tensor> parameters)
        : base(parameters)
    {
    }

    /// <inheritdoc/>
    public SGDParamGroup(IEnumerable<(string Name, Parameter Parameter)> named)
        : base(named)
    {
    }

    /// <summary>The part of the last steps that goes into the next.</summary>
    public double Momentum
    {
        get => Get("momentum", 0.0);
        set => this["momentum"] = OrZero(value);
    }

    /// <summary>The part of the gradient that does not go into the momentum.</summary>
    public double Dampening
    {
        get => Get("dampening", 0.0);
        set => this["dampening"] = OrZero(value);
    }

    /// <summary>Whether the momentum is Nesterov's, which looks a step ahead.</summary>
    public bool Nesterov
    {
        get => Get("nesterov", false);
        set => this["nesterov"] = value;
    }

    /// <summary>Whether all parameters are changed by one call; null: no.</summary>
    public bool? Fused
    {
        get => Get<bool?>("fused", null);
        set => this["fused"] = value;
    }
}
