using System.Runtime.CompilerServices;
using TorchLite.Nn;

namespace TorchLite.Optim;

/// <summary>Parameters that <see cref="Adafactor"/> trains with options of their own.</summary>
public sealed class AdafactorParamGroup : ParamGroup
{
    /// <inheritdoc/>
    [OverloadResolutionPriority(1)]
    public AdafactorParamGroup(IEnumerable<Tensor> parameters)
        : base(parameters)
    {
    }

    /// <inheritdoc/>
    public AdafactorParamGroup(IEnumerable<(string Name, Parameter Parameter)> named)
        : base(named)
    {
    }

    /// <summary>The power of the count of steps by which the new part of the averages of squares becomes less.</summary>
    public double Beta2Decay
    {
        get => Get("beta2_decay", -0.8);
        set => this["beta2_decay"] = value;
    }

    /// <summary>The least root of an average (null: the dtype's), and the least size of a parameter that counts.</summary>
    public (double? Eps1, double Eps2) Eps
    {
        get => Get<(double?, double)>("eps", (null, 1e-3));
        set => this["eps"] = value;
    }

    /// <summary>How much greater than usual a change may be before it is made less.</summary>
    public double D
    {
        get => Get("d", 1.0);
        set => this["d"] = value;
    }

    /// <summary>How much of the parameter is taken from it.</summary>
    public double WeightDecay
    {
        get => Get("weight_decay", 0.0);
        set => this["weight_decay"] = value;
    }

    /// <summary>Whether PyTorch's formulas for all parameters at once are used; null: no.</summary>
    public bool? Foreach
    {
        get => Get<bool?>("foreach", null);
        set => this["foreach"] = value;
    }

    /// <summary>Whether the parameters go with the gradient, not against it.</summary>
    public bool Maximize
    {
        get => Get("maximize", false);
        set => this["maximize"] = value;
    }
}
