namespace TorchLite.Optim;

/// <summary>How <see cref="LBFGS"/> looks for the length of a step: PyTorch's <c>line_search_fn</c>.</summary>
public enum LineSearchFn
{
    /// <summary>Until the strong conditions of Wolfe hold: PyTorch's <c>"strong_wolfe"</c>.</summary>
    StrongWolfe,
}
