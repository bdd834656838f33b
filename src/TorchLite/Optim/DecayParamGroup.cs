using System.Runtime.CompilerServices;
using TorchLite.Nn;

namespace TorchLite.Optim;

/// <summary>Parameters with the options of optimizers that make weights less, too.</summary>
public abstract class DecayParamGroup : DescentParamGroup
{
    /// <inheritdoc/>
    [OverloadResolutionPriority(1)]
    protected DecayParamGroup(IEnumerable<Tensor> parameters)
        : base(parameters)
    {
    }

    /// <inheritdoc/>
    protected DecayParamGroup(IEnumerable<(string Name, Parameter Parameter)> named)
        : base(named)
    {
    }

    /// <summary>How much of the parameter is added to its gradient; or taken from it, where the decay is decoupled.</summary>
    public double WeightDecay
    {
        get => Get("weight_decay", 0.0);
        set => this["weight_decay"] = OrZero(value);
    }
}
