using System.Runtime.CompilerServices;
using TorchLite.Nn;

namespace TorchLite.Optim;

/// <summary>Parameters that <see cref="ASGD"/> trains with options of their own.</summary>
public sealed class ASGDParamGroup : DecayParamGroup
{
    /// <inheritdoc/>
    [OverloadResolutionPriority(1)]
    public ASGDParamGroup(IEnumerable<Tensor> parameters)
        : base(parameters)
    {
    }

    /// <inheritdoc/>
    public ASGDParamGroup(IEnumerable<(string Name, Parameter Parameter)> named)
        : base(named)
    {
    }

    /// <summary>How much of the parameter goes in each step, times the learning rate.</summary>
    public double Lambd
    {
        get => Get("lambd", 1e-4);
        set => this["lambd"] = value;
    }

    /// <summary>The power by which the learning rate becomes less.</summary>
    public double Alpha
    {
        get => Get("alpha", 0.75);
        set => this["alpha"] = value;
    }

    /// <summary>The step at which averaging begins.</summary>
    public double T0
    {
        get => Get("t0", 1e6);
        set => this["t0"] = value;
    }
}
