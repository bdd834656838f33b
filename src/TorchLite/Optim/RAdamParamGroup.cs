using System.Runtime.CompilerServices;
using TorchLite.Nn;

namespace TorchLite.Optim;

/// <summary>Parameters that <see cref="RAdam"/> trains with options of their own.</summary>
public sealed class RAdamParamGroup : DecoupledParamGroup
{
    /// <inheritdoc/>
    [OverloadResolutionPriority(1)]
    public RAdamParamGroup(IEnumerable<Tensor> parameters)
        : base(parameters)
    {
    }

    /// <inheritdoc/>
    public RAdamParamGroup(IEnumerable<(string Name, Parameter Parameter)> named)
        : base(named)
    {
    }
}
