namespace TorchLite;

/// <content>Joining tensors.</content>
public static partial class Torch
{
    /// <summary>Concatenates tensors along a dimension: PyTorch's <c>torch.cat</c>.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensors"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The shapes do not fit.</exception>
    /// <example><code>
    /// Torch.Cat([Torch.Tensor([1, 2]), Torch.Tensor([3])])   // tensor([1, 2, 3])
    /// </code></example>
    [ForFSharp]
    public static Tensor Cat(ReadOnlySpan<Tensor> tensors, long dim = 0) =>
        tensors.IsEmpty
            ? throw new TorchException("torch.cat(): expected a non-empty list of Tensors")
            : Gate.Direct(static (list, dim) => Exports.Cat(list, list.Length, dim), tensors, dim);

    /// <summary>Another name of <see cref="Cat(ReadOnlySpan{Tensor}, long)"/>: PyTorch's <c>torch.concat</c>.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensors"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The shapes do not fit.</exception>
    /// <example><code>
    /// Torch.Concat([Torch.Tensor([1, 2]), Torch.Tensor([3])])   // tensor([1, 2, 3])
    /// </code></example>
    public static Tensor Concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Cat(tensors, dim);

    /// <summary>Concatenates tensors along a dimension; another name of <c>cat</c>: PyTorch's <c>concatenate</c>.</summary>
    /// <param name="tensors">The tensors, whose shapes agree except in that dimension.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The list is empty, or the shapes do not fit.</exception>
    /// <example><code>
    /// Torch.Concatenate([Torch.Tensor([1]), Torch.Tensor([2, 3])])   // tensor([1, 2, 3])
    /// </code></example>
    public static Tensor Concatenate(ReadOnlySpan<Tensor> tensors, long dim = 0) => Cat(tensors, dim);

    /// <summary>Stacks tensors of one shape along a new dimension: PyTorch's <c>torch.stack</c>.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <param name="dim">The dimension before which to insert the new one; -1 inserts after the last.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensors"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The shapes do not fit.</exception>
    /// <example><code>
    /// Torch.Stack([Torch.Tensor([1, 2]), Torch.Tensor([3, 4])])
    /// // tensor([[1, 2],
    /// //         [3, 4]])
    /// </code></example>
    [ForFSharp]
    public static Tensor Stack(ReadOnlySpan<Tensor> tensors, long dim = 0) =>
        Gate.Direct(static (list, dim) => Exports.Stack(list, list.Length, dim), tensors, dim);

    /// <summary>Stacks tensors horizontally: along the second dimension, or the first of vectors: PyTorch's <c>torch.hstack</c>.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensors"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit.</exception>
    /// <example><code>
    /// Torch.Hstack([Torch.Tensor([1, 2]), Torch.Tensor([3, 4])])   // tensor([1, 2, 3, 4])
    /// </code></example>
    [ForFSharp]
    public static Tensor Hstack(params ReadOnlySpan<Tensor> tensors) => Gate.Direct(static (list, _) => Exports.Hstack(list, list.Length), tensors, 0);

    /// <summary>Stacks tensors vertically: along the first dimension, vectors as rows: PyTorch's <c>torch.vstack</c>.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensors"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit.</exception>
    /// <example><code>
    /// Torch.Vstack([Torch.Tensor([1, 2]), Torch.Tensor([3, 4])])
    /// // tensor([[1, 2],
    /// //         [3, 4]])
    /// </code></example>
    [ForFSharp]
    public static Tensor Vstack(params ReadOnlySpan<Tensor> tensors) => Gate.Direct(static (list, _) => Exports.Vstack(list, list.Length), tensors, 0);

    /// <summary>Stacks tensors vertically; another name of <c>vstack</c>: PyTorch's <c>row_stack</c>.</summary>
    /// <param name="tensors">The tensors; vectors are rows.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchException">The list is empty, or the shapes do not fit.</exception>
    /// <example><code>
    /// Torch.RowStack(Torch.Tensor([1, 2]), Torch.Tensor([3, 4]))
    /// // tensor([[1, 2],
    /// //         [3, 4]])
    /// </code></example>
    public static Tensor RowStack(params ReadOnlySpan<Tensor> tensors) => Vstack(tensors);

    /// <summary>Stacks tensors depthwise: along the third dimension: PyTorch's <c>torch.dstack</c>.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensors"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit.</exception>
    /// <example><code>
    /// Torch.Dstack([Torch.Tensor([1, 2]), Torch.Tensor([3, 4])])
    /// // tensor([[[1, 3],
    /// //          [2, 4]]])
    /// </code></example>
    public static Tensor Dstack(params ReadOnlySpan<Tensor> tensors) => Gate.Direct(static (list, _) => Exports.Dstack(list, list.Length), tensors, 0);

    /// <summary>Stacks tensors as columns: PyTorch's <c>torch.column_stack</c>.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensors"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit.</exception>
    /// <example><code>
    /// Torch.ColumnStack([Torch.Tensor([1, 2]), Torch.Tensor([3, 4])])
    /// // tensor([[1, 3],
    /// //         [2, 4]])
    /// </code></example>
    public static Tensor ColumnStack(params ReadOnlySpan<Tensor> tensors) =>
        Gate.Direct(static (list, _) => Exports.ColumnStack(list, list.Length), tensors, 0);

    /// <summary>Matrices along the diagonal of one, with zeros elsewhere: PyTorch's <c>torch.block_diag</c>.</summary>
    /// <param name="tensors">Tensors of at most two dimensions.</param>
    /// <returns>A new matrix.</returns>
    /// <exception cref="TorchException">A tensor has more than two dimensions.</exception>
    /// <example><code>
    /// Torch.BlockDiag(Torch.Tensor([[1, 2]]), Torch.Tensor([[3]]))
    /// // tensor([[1, 2, 0],
    /// //         [0, 0, 3]])
    /// </code></example>
    public static Tensor BlockDiag(params ReadOnlySpan<Tensor> tensors) =>
        Gate.Direct(static (list, _) => Exports.BlockDiag(list, list.Length), tensors, 0);
}
