namespace TorchLite;

/// <content>Shapes of several tensors at once.</content>
public static partial class Torch
{
    /// <summary>Each tensor, a single number as a vector of one element: PyTorch's <c>torch.atleast_1d</c>.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <returns>The tensors, which share the memory.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <example><code>
    /// Torch.Atleast1d(Torch.Tensor(1), Torch.Tensor([2, 3]))[0]   // tensor([1])
    /// </code></example>
    public static Tensor[] Atleast1d(params ReadOnlySpan<Tensor> tensors) => Array.ConvertAll(NotNull(tensors), Atleast1d);

    /// <summary>Each tensor, with dimensions of size 1 added to make 2: PyTorch's <c>torch.atleast_2d</c>.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <returns>The tensors, which share the memory.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <example><code>
    /// Torch.Atleast2d(Torch.Tensor(1), Torch.Tensor([2, 3]))[1]   // tensor([[2, 3]])
    /// </code></example>
    public static Tensor[] Atleast2d(params ReadOnlySpan<Tensor> tensors) => Array.ConvertAll(NotNull(tensors), Atleast2d);

    /// <summary>Each tensor, with dimensions of size 1 added to make 3: PyTorch's <c>torch.atleast_3d</c>.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <returns>The tensors, which share the memory.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <example><code>
    /// Torch.Atleast3d(Torch.Tensor(1), Torch.Tensor([2, 3]))[0]   // tensor([[[1]]])
    /// </code></example>
    public static Tensor[] Atleast3d(params ReadOnlySpan<Tensor> tensors) => Array.ConvertAll(NotNull(tensors), Atleast3d);
}
