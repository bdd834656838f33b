using System.Runtime.CompilerServices;
using TorchLite.Nn;

namespace TorchLite.Optim;

/// <summary>Parameters that <see cref="Adam"/> or <see cref="AdamW"/> trains with options of their own.</summary>
public sealed class AdamParamGroup : ParamGroup
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

    /// <summary>How much of the averages of the gradient and of its square stays in each step.</summary>
    public (double Beta1, double Beta2) Betas
    {
        get => Get("betas", (0.9, 0.999));
        set => this["betas"] = value;
    }

    /// <summary>What is added to the divisor, so that it is not 0.</summary>
    public double Eps
    {
        get => Get("eps", 1e-8);
        set => this["eps"] = value;
    }

    /// <summary>How much of the parameter is added to its gradient; or, for <see cref="AdamW"/>, taken from it.</summary>
    public double WeightDecay
    {
        get => Get("weight_decay", 0.0);
        set => this["weight_decay"] = OrZero(value);
    }

    /// <summary>Whether the greatest average of the squares counts instead of the last.</summary>
    public bool Amsgrad
    {
        get => Get("amsgrad", false);
        set => this["amsgrad"] = value;
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

    /// <summary>Whether the count of steps is kept on the parameter's device.</summary>
    public bool Capturable
    {
        get => Get("capturable", false);
        set => this["capturable"] = value;
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

    /// <summary>Whether the weights shrink by themselves, apart from the gradient, as in <see cref="AdamW"/>.</summary>
    public bool DecoupledWeightDecay
    {
        get => Get("decoupled_weight_decay", false);
        set => this["decoupled_weight_decay"] = value;
    }
}
