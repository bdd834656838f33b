namespace TorchLite;

/// <content>Other names for joining, and facts about a tensor.</content>
public static partial class Torch
{
    /// <summary>The tensors one behind the other along a dimension; another name of <c>cat</c>: PyTorch's <c>concatenate</c>.</summary>
    /// <param name="tensors">The tensors, alike but for that dimension.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">There is no tensor, or their shapes do not fit.</exception>
    /// <example><code>
    /// Torch.Concatenate([Torch.Tensor([1]), Torch.Tensor([2, 3])])   // tensor([1, 2, 3])
    /// </code></example>
    public static Tensor Concatenate(ReadOnlySpan<Tensor> tensors, long dim = 0) => Cat(tensors, dim);

    /// <summary>The tensors one below the other; another name of <c>vstack</c>: PyTorch's <c>row_stack</c>.</summary>
    /// <param name="tensors">The tensors; vectors are rows.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchException">There is no tensor, or their shapes do not fit.</exception>
    /// <example><code>
    /// Torch.RowStack(Torch.Tensor([1, 2]), Torch.Tensor([3, 4]))
    /// // tensor([[1, 2],
    /// //         [3, 4]])
    /// </code></example>
    public static Tensor RowStack(params ReadOnlySpan<Tensor> tensors) => Vstack(tensors);

    /// <summary>Whether the tensor was made in inference mode: PyTorch's <c>is_inference</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>Whether it was.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <example><code>
    /// Torch.IsInference(Torch.Tensor([1]))   // False
    /// </code></example>
    public static bool IsInference(Tensor input) => Given(input).IsInference();
}
