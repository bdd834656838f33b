namespace TorchLite.Optim;

/// <summary>How an optimizer changes a group of parameters.</summary>
internal enum OptimizerWay
{
    /// <summary>One after the other.</summary>
    Loop,

    /// <summary>All, by one call for each operation.</summary>
    Foreach,

    /// <summary>All, by one call.</summary>
    Fused,
}
