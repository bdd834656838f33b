namespace TorchLite;

/// <summary>The order of the first two axes of a grid: PyTorch's <c>indexing</c> of <c>torch.meshgrid</c>.</summary>
public enum MeshIndexing
{
    /// <summary>The first axis counts rows, as in a matrix. PyTorch's <c>"ij"</c>.</summary>
    Ij,

    /// <summary>The first axis counts columns, as in a plot. PyTorch's <c>"xy"</c>.</summary>
    Xy,
}
