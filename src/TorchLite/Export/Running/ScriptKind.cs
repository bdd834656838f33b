namespace TorchLite.Export;

/// <summary>What a name stands for in a function of TorchScript.</summary>
internal enum ScriptKind
{
    /// <summary>A tensor.</summary>
    Tensor,

    /// <summary>An integer.</summary>
    Whole,

    /// <summary>A floating-point number.</summary>
    Real,

    /// <summary>A bool.</summary>
    Flag,
}
