using System.Runtime.CompilerServices;
using TorchLite.Nn;

namespace TorchLite.Optim;

/// <summary>Matrices that <see cref="Muon"/> trains with options of their own.</summary>
public sealed class MuonParamGroup : ParamGroup
{
    /// <inheritdoc/>
    [OverloadResolutionPriority(1)]
    public MuonParamGroup(IEnumerable<Tensor> parameters)
        : base(parameters)
    {
    }

    /// <inheritdoc/>
    public MuonParamGroup(IEnumerable<(string Name, Parameter Parameter)> named)
        : base(named)
    {
    }

    /// <summary>How much of the parameter is taken from it.</summary>
    public double WeightDecay
    {
        get => Get("weight_decay", 0.1);
        set => this["weight_decay"] = value;
    }

    /// <summary>How much of the average of the gradient stays in each step.</summary>
    public double Momentum
    {
        get => Get("momentum", 0.95);
        set => this["momentum"] = value;
    }

    /// <summary>Whether the momentum is Nesterov's, which looks a step ahead.</summary>
    public bool Nesterov
    {
        get => Get("nesterov", true);
        set => this["nesterov"] = value;
    }

    /// <summary>The coefficients of the iteration of Newton and Schulz.</summary>
    public (double A, double B, double C) NsCoefficients
    {
        get => Get("ns_coefficients", (3.4445, -4.775, 2.0315));
        set => this["ns_coefficients"] = value;
    }

    /// <summary>The least norm that a matrix is divided by.</summary>
    public double Eps
    {
        get => Get("eps", 1e-7);
        set => this["eps"] = value;
    }

    /// <summary>How many iterations of Newton and Schulz there are.</summary>
    public long NsSteps
    {
        get => Get("ns_steps", 5L);
        set => this["ns_steps"] = value;
    }

    /// <summary>How the learning rate goes with the sizes of the matrix; null: as in the original.</summary>
    public MuonLrAdjustment? AdjustLrFn
    {
        get => Get<string?>("adjust_lr_fn", null) switch
        {
            null => null,
            "original" => MuonLrAdjustment.Original,
            "match_rms_adamw" => MuonLrAdjustment.MatchRmsAdamw,
            "spectral_unclamped" => MuonLrAdjustment.SpectralUnclamped,
            var other => throw new TorchValueException($"Adjust learning rate function {other} is not supported"),
        };
        set => this["adjust_lr_fn"] = value switch
        {
            MuonLrAdjustment.Original => "original",
            MuonLrAdjustment.MatchRmsAdamw => "match_rms_adamw",
            MuonLrAdjustment.SpectralUnclamped => "spectral_unclamped",
            _ => null,
        };
    }
}
