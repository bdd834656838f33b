using System.Runtime.CompilerServices;
using TorchLite.Nn;

namespace TorchLite.Optim;

/// <summary>Parameters with the options of all optimizers that go down a gradient.</summary>
public abstract class DescentParamGroup : ParamGroup
{
    /// <inheritdoc/>
    [OverloadResolutionPriority(1)]
    protected DescentParamGroup(IEnumerable<Tensor> parameters)
        : base(parameters)
    {
    }

    /// <inheritdoc/>
    protected DescentParamGroup(IEnumerable<(string Name, Parameter Parameter)> named)
        : base(named)
    {
    }

    /// <summary>Whether the parameters go with the gradient, not against it.</summary>
    public bool Maximize
    {
        get => Get("maximize", false);
        set => this["maximize"] = value;
    }

    /// <summary>Whether PyTorch's way for all parameters at once is gone; null: on GPUs.</summary>
    public bool? Foreach
    {
        get => Get<bool?>("foreach", null);
        set => this["foreach"] = value;
    }

    /// <summary>Whether the step is recorded.</summary>
    public bool Differentiable
    {
        get => Get("differentiable", false);
        set => this["differentiable"] = value;
    }
}
