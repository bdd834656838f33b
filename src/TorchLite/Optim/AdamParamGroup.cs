using System.Runtime.CompilerServices;
using TorchLite.Nn;

namespace TorchLite.Optim;

/// <summary>Parameters that <see cref="Adam"/> or <see cref="AdamW"/> trains with options of their own.</summary>
public sealed class AdamParamGroup : DecoupledParamGroup
{
    /// <inheritdoc/>
    [OverloadResolutionPriority(1)]
    public AdamParamGroup(IEnumerable<Tensor> parameters)
        : base(parameters)
    {
    }

    /// <inheritdoc/>
    public AdamParamGroup(IEnumerable<(string Name, Parameter Parameter)> named)
        : base(named)
    {
    }

    /// <summary>Whether the greatest average of the squares counts instead of the last.</summary>
    public bool Amsgrad
    {
        get => Get("amsgrad", false);
        set => this["amsgrad"] = value;
    }

    /// <summary>Whether all parameters are changed by one call; null: no.</summary>
    public bool? Fused
    {
        get => Get<bool?>("fused", null);
        set => this["fused"] = value;
    }
}
