using System.Runtime.CompilerServices;
using TorchLite.Nn;

namespace TorchLite.Optim;

/// <summary>Parameters that <see cref="Rprop"/> trains with options of their own.</summary>
public sealed class RpropParamGroup : DescentParamGroup
{
    /// <inheritdoc/>
    [OverloadResolutionPriority(1)]
    public RpropParamGroup(IEnumerable<Tensor> parameters)
        : base(parameters)
    {
    }

    /// <inheritdoc/>
    public RpropParamGroup(IEnumerable<(string Name, Parameter Parameter)> named)
        : base(named)
    {
    }

    /// <summary>What the size of the step is multiplied by where the gradient's sign changes, and where it stays.</summary>
    public (double Minus, double Plus) Etas
    {
        get => Get("etas", (0.5, 1.2));
        set => this["etas"] = value;
    }

    /// <summary>The least and the greatest size of the step.</summary>
    public (double Least, double Greatest) StepSizes
    {
        get => Get("step_sizes", (1e-6, 50.0));
        set => this["step_sizes"] = value == (1e-6, 50) ? (object)(1e-6, 50L) : value; // PyTorch's own default is an integer
    }
}
