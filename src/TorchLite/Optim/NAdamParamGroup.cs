using System.Runtime.CompilerServices;
using TorchLite.Nn;

namespace TorchLite.Optim;

/// <summary>Parameters that <see cref="NAdam"/> trains with options of their own.</summary>
public sealed class NAdamParamGroup : DecoupledParamGroup
{
    /// <inheritdoc/>
    [OverloadResolutionPriority(1)]
    public NAdamParamGroup(IEnumerable<Tensor> parameters)
        : base(parameters)
    {
    }

    /// <inheritdoc/>
    public NAdamParamGroup(IEnumerable<(string Name, Parameter Parameter)> named)
        : base(named)
    {
    }

    /// <summary>How fast the momentum comes to its last value.</summary>
    public double MomentumDecay
    {
        get => Get("momentum_decay", 4e-3);
        set => this["momentum_decay"] = value;
    }
}
