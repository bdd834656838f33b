using System.Runtime.CompilerServices;
using TorchLite.Nn;

namespace TorchLite.Optim;

/// <summary>Parameters with the options of <see cref="Adam"/> and of those of its kin whose weights may shrink by themselves.</summary>
public abstract class DecoupledParamGroup : AdaptiveParamGroup
{
    /// <inheritdoc/>
    [OverloadResolutionPriority(1)]
    protected DecoupledParamGroup(IEnumerable<Tensor> parameters)
        : base(parameters)
    {
    }

    /// <inheritdoc/>
    protected DecoupledParamGroup(IEnumerable<(string Name, Parameter Parameter)> named)
        : base(named)
    {
    }

    /// <summary>Whether the weights shrink by themselves, apart from the gradient, as in <see cref="AdamW"/>.</summary>
    public bool DecoupledWeightDecay
    {
        get => Get("decoupled_weight_decay", false);
        set => this["decoupled_weight_decay"] = value;
    }
}
