using System.Runtime.CompilerServices;
using TorchLite.Nn;

namespace TorchLite.Optim;

/// <summary>Parameters that <see cref="SGD"/> trains with options of their own.</summary>
public sealed class SGDParamGroup : ParamGroup
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

    /// <summary>How much of the parameter is added to its gradient.</summary>
    public double WeightDecay
    {
        get => Get("weight_decay", 0.0);
        set => this["weight_decay"] = OrZero(value);
    }

    /// <summary>Whether the momentum is Nesterov's, which looks a step ahead.</summary>
    public bool Nesterov
    {
        get => Get("nesterov", false);
        set => this["nesterov"] = value;
    }

    /// <summary>Whether the parameters go with the gradient, not against it.</summary>
    public bool Maximize
    {
        get => Get("maximize", false);
        set => this["maximize"] = value;
    }

    /// <summary>Whether all parameters are changed by one call for each operation; null: where it is faster.</summary>
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

    /// <summary>Whether all parameters are changed by one call; null: no.</summary>
    public bool? Fused
    {
        get => Get<bool?>("fused", null);
        set => this["fused"] = value;
    }
}
