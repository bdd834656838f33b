using System.Runtime.CompilerServices;
using TorchLite.Nn;

namespace TorchLite.Optim;

/// <summary>The parameters that <see cref="LBFGS"/> trains, and its options.</summary>
public sealed class LBFGSParamGroup : ParamGroup
{
    /// <inheritdoc/>
    [OverloadResolutionPriority(1)]
    public LBFGSParamGroup(IEnumerable<Tensor> parameters)
        : base(parameters)
    {
    }

    /// <inheritdoc/>
    public LBFGSParamGroup(IEnumerable<(string Name, Parameter Parameter)> named)
        : base(named)
    {
    }

    /// <summary>How many iterations a step has at most.</summary>
    public long MaxIter
    {
        get => Get("max_iter", 20L);
        set => this["max_iter"] = value;
    }

    /// <summary>How often a step computes the loss at most.</summary>
    public long MaxEval
    {
        get => Get("max_eval", MaxIter * 5 / 4);
        set => this["max_eval"] = value;
    }

    /// <summary>The greatest gradient at which a step ends.</summary>
    public double ToleranceGrad
    {
        get => Get("tolerance_grad", 1e-7);
        set => this["tolerance_grad"] = value;
    }

    /// <summary>The greatest change of the loss or of the parameters at which a step ends.</summary>
    public double ToleranceChange
    {
        get => Get("tolerance_change", 1e-9);
        set => this["tolerance_change"] = value;
    }

    /// <summary>How many of the last directions are remembered.</summary>
    public long HistorySize
    {
        get => Get("history_size", 100L);
        set => this["history_size"] = value;
    }

    /// <summary>How the length of a step is looked for; null: it is the learning rate.</summary>
    public LineSearchFn? LineSearchFn
    {
        get => Get<string?>("line_search_fn", null) switch
        {
            null => null,
            "strong_wolfe" => Optim.LineSearchFn.StrongWolfe,
            _ => throw new TorchException("only 'strong_wolfe' is supported"),
        };
        set => this["line_search_fn"] = value is null ? null : "strong_wolfe";
    }
}
