using System.Runtime.CompilerServices;
using TorchLite.Nn;

namespace TorchLite.Optim;

/// <summary>Parameters that <see cref="Adamax"/> trains with options of their own.</summary>
public sealed class AdamaxParamGroup : AdaptiveParamGroup
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
}
