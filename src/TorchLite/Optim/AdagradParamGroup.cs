using System.Runtime.CompilerServices;
using TorchLite.Nn;

namespace TorchLite.Optim;

/// <summary>Parameters that <see cref="Adagrad"/> trains with options of their own.</summary>
public sealed class AdagradParamGroup : DecayParamGroup
{
    /// <inheritdoc/>
    [OverloadResolutionPriority(1)]
    public AdagradParamGroup(IEnumerable<Tensor> parameters)
        : base(parameters)
    {
    }

    /// <inheritdoc/>
    public AdagradParamGroup(IEnumerable<(string Name, Parameter Parameter)> named)
        : base(named)
    {
    }

    /// <summary>How fast the learning rate becomes less.</summary>
    public double LrDecay
    {
        get => Get("lr_decay", 0.0);
        set => this["lr_decay"] = OrZero(value);
    }

    /// <summary>What the sums of the squares begin with.</summary>
    public double InitialAccumulatorValue
    {
        get => Get("initial_accumulator_value", 0.0);
        set => this["initial_accumulator_value"] = OrZero(value);
    }

    /// <summary>What is added to the divisor, so that it is not 0.</summary>
    public double Eps
    {
        get => Get("eps", 1e-10);
        set => this["eps"] = value;
    }

    /// <summary>Whether all parameters are changed by one call, which is faster.</summary>
    public bool? Fused
    {
        get => Get<bool?>("fused", null);
        set => this["fused"] = value;
    }
}
