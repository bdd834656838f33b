namespace TorchLite;

/// <content>Views as copies.</content>
public static partial class Torch
{
    /// <summary>The result of <c>alias</c> as a copy instead of a view: PyTorch's <c>alias_copy</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <example><code>
    /// Torch.AliasCopy(Torch.Tensor([[1, 2], [3, 4]]))
    /// // tensor([[1, 2],
    /// //         [3, 4]])
    /// </code></example>
    public static Tensor AliasCopy(Tensor input) => Script.Run($"torch.alias_copy({input})");

    /// <summary>The result of <c>as_strided</c> as a copy instead of a view: PyTorch's <c>as_strided_copy</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="stride">The stride of each dimension, in elements.</param>
    /// <param name="storageOffset">The first element; null: where the tensor begins.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">The view would reach outside the memory.</exception>
    /// <example><code>
    /// Torch.AsStridedCopy(Torch.Arange(4), [2], [2])   // tensor([0, 2])
    /// </code></example>
    public static Tensor AsStridedCopy(Tensor input, Shape size, Shape stride, long? storageOffset = null) =>
        Script.Run($"torch.as_strided_copy({input}, {size}, {stride}, {storageOffset})");

    /// <summary>The result of <c>detach</c> as a copy instead of a view: PyTorch's <c>detach_copy</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <example><code>
    /// Torch.DetachCopy(Torch.Tensor([1.0], requiresGrad: true))   // tensor([1.], grad_fn=&lt;NotImplemented&gt;)
    /// </code></example>
    public static Tensor DetachCopy(Tensor input) => Script.Run($"torch.detach_copy({input})");

    /// <summary>The result of <c>diagonal</c> as a copy instead of a view: PyTorch's <c>diagonal_copy</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="offset">The diagonal: 0 for the main diagonal, positive above it, negative below it.</param>
    /// <param name="dim1">One dimension of the matrices.</param>
    /// <param name="dim2">The other.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">Both dimensions are the same.</exception>
    /// <example><code>
    /// Torch.DiagonalCopy(Torch.Tensor([[1, 2], [3, 4]]))   // tensor([1, 4])
    /// </code></example>
    public static Tensor DiagonalCopy(Tensor input, long offset = 0, long dim1 = 0, long dim2 = 1) =>
        Script.Run($"torch.diagonal_copy({input}, {offset}, {dim1}, {dim2})");

    /// <summary>The result of <c>expand</c> as a copy instead of a view: PyTorch's <c>expand_copy</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="size">The new shape; -1 keeps a size.</param>
    /// <param name="implicit">Whether PyTorch itself asks, which changes nothing.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">The shape does not broadcast to that one.</exception>
    /// <example><code>
    /// Torch.ExpandCopy(Torch.Tensor([[1], [2]]), [2, 2])
    /// // tensor([[1, 1],
    /// //         [2, 2]])
    /// </code></example>
    public static Tensor ExpandCopy(Tensor input, Shape size, bool @implicit = false) =>
        Script.Run($"torch.expand_copy({input}, {size}, implicit={@implicit})");

    /// <summary>The result of <c>permute</c> as a copy instead of a view: PyTorch's <c>permute_copy</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dims">The dimensions in their new order.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">A dimension is missing or repeated.</exception>
    /// <example><code>
    /// Torch.PermuteCopy(Torch.Tensor([[1, 2], [3, 4]]), [1, 0])
    /// // tensor([[1, 3],
    /// //         [2, 4]])
    /// </code></example>
    public static Tensor PermuteCopy(Tensor input, Dims dims) => Script.Run($"torch.permute_copy({input}, {dims})");

    /// <summary>The result of <c>select</c> as a copy instead of a view: PyTorch's <c>select_copy</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">The position along it.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension or the position does not exist.</exception>
    /// <example><code>
    /// Torch.SelectCopy(Torch.Tensor([[1, 2], [3, 4]]), 0, 1)   // tensor([3, 4])
    /// </code></example>
    public static Tensor SelectCopy(Tensor input, long dim, long index) => Script.Run($"torch.select_copy({input}, {dim}, {index})");

    /// <summary>The result of <c>slice</c> as a copy instead of a view: PyTorch's <c>slice_copy</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="start">The first position; null: the start of the dimension.</param>
    /// <param name="end">The position after the last; null: the end of the dimension.</param>
    /// <param name="step">The step between two numbers.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The step is not positive.</exception>
    /// <example><code>
    /// Torch.SliceCopy(Torch.Arange(5), 0, 1, 5, 2)   // tensor([1, 3])
    /// </code></example>
    public static Tensor SliceCopy(Tensor input, long dim = 0, long? start = null, long? end = null, long step = 1) =>
        Script.Run($"torch.slice_copy({input}, {dim}, {start}, {end}, {step})");

    /// <summary>The result of <c>split</c> as a copy instead of a view: PyTorch's <c>split_copy</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="splitSize">The size of a part; the last may be smaller.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>New tensors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The size is negative.</exception>
    /// <example><code>
    /// Torch.SplitCopy(Torch.Arange(5), 2)[2]   // tensor([4])
    /// </code></example>
    public static Tensor[] SplitCopy(Tensor input, long splitSize, long dim = 0) =>
        Script.Many($"torch.split_copy({input}, {splitSize}, {dim})");

    /// <summary>The result of <c>split</c> as a copy instead of a view: PyTorch's <c>split_with_sizes_copy</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="splitSizes">The size of each part.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>New tensors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The sizes do not add up to that of the dimension.</exception>
    /// <example><code>
    /// Torch.SplitWithSizesCopy(Torch.Arange(5), [2, 3])[1]   // tensor([2, 3, 4])
    /// </code></example>
    public static Tensor[] SplitWithSizesCopy(Tensor input, Shape splitSizes, long dim = 0) =>
        Script.Many($"torch.split_with_sizes_copy({input}, {splitSizes}, {dim})");

    /// <summary>The result of <c>squeeze</c> as a copy instead of a view: PyTorch's <c>squeeze_copy</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <example><code>
    /// Torch.SqueezeCopy(Torch.Tensor([[1, 2]]))   // tensor([1, 2])
    /// </code></example>
    public static Tensor SqueezeCopy(Tensor input) => Script.Run($"torch.squeeze_copy({input})");

    /// <summary>The result of <c>squeeze</c> as a copy instead of a view: PyTorch's <c>squeeze_copy</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimensions to remove where their size is 1.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.SqueezeCopy(Torch.Tensor([[1, 2]]), 0)   // tensor([1, 2])
    /// </code></example>
    public static Tensor SqueezeCopy(Tensor input, Dims dim)
    {
        // With one dimension it is another overload, and another name in grad_fn.
        NotNull(input);
        return dim.Values is [var one]
            ? Script.Run($"torch.squeeze_copy({input}, {one})")
            : Script.Run($"torch.squeeze_copy({input}, {dim})");
    }

    /// <summary>The result of <c>t</c> as a copy instead of a view: PyTorch's <c>t_copy</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">The tensor has more than two dimensions.</exception>
    /// <example><code>
    /// Torch.TCopy(Torch.Tensor([[1, 2], [3, 4]]))
    /// // tensor([[1, 3],
    /// //         [2, 4]])
    /// </code></example>
    public static Tensor TCopy(Tensor input) => Script.Run($"torch.t_copy({input})");

    /// <summary>The result of <c>transpose</c> as a copy instead of a view: PyTorch's <c>transpose_copy</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim0">One dimension; negative counts from the end.</param>
    /// <param name="dim1">The other.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.TransposeCopy(Torch.Tensor([[1, 2], [3, 4]]), 0, 1)
    /// // tensor([[1, 3],
    /// //         [2, 4]])
    /// </code></example>
    public static Tensor TransposeCopy(Tensor input, long dim0, long dim1) =>
        Script.Run($"torch.transpose_copy({input}, {dim0}, {dim1})");

    /// <summary>The result of <c>unbind</c> as a copy instead of a view: PyTorch's <c>unbind_copy</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>New tensors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.UnbindCopy(Torch.Tensor([[1, 2], [3, 4]]))[1]   // tensor([3, 4])
    /// </code></example>
    public static Tensor[] UnbindCopy(Tensor input, long dim = 0) => Script.Many($"torch.unbind_copy({input}, {dim})");

    /// <summary>The result of <c>unfold</c> as a copy instead of a view: PyTorch's <c>unfold_copy</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dimension">The dimension; negative counts from the end.</param>
    /// <param name="size">The number of elements of a window.</param>
    /// <param name="step">The step from one window to the next.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">A window is larger than the dimension, or the step is not positive.</exception>
    /// <example><code>
    /// Torch.UnfoldCopy(Torch.Arange(4), 0, 2, 1)
    /// // tensor([[0, 1],
    /// //         [1, 2],
    /// //         [2, 3]])
    /// </code></example>
    public static Tensor UnfoldCopy(Tensor input, long dimension, long size, long step) =>
        Script.Run($"torch.unfold_copy({input}, {dimension}, {size}, {step})");

    /// <summary>The result of <c>unsqueeze</c> as a copy instead of a view: PyTorch's <c>unsqueeze_copy</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The position of the new dimension of size 1; negative counts from the end.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.UnsqueezeCopy(Torch.Tensor([1, 2]), 0)   // tensor([[1, 2]])
    /// </code></example>
    public static Tensor UnsqueezeCopy(Tensor input, long dim) => Script.Run($"torch.unsqueeze_copy({input}, {dim})");

    /// <summary>The result of <c>view</c> as a copy instead of a view: PyTorch's <c>view_copy</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="size">The new shape; one size may be -1.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">The shape does not fit the elements.</exception>
    /// <example><code>
    /// Torch.ViewCopy(Torch.Arange(4), [2, -1])
    /// // tensor([[0, 1],
    /// //         [2, 3]])
    /// </code></example>
    public static Tensor ViewCopy(Tensor input, Shape size) => Script.Run($"torch.view_copy({input}, {size})");

    /// <summary>The result of <c>view</c> as a copy instead of a view: PyTorch's <c>view_copy</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dtype">The dtype as which the bytes are interpreted.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">The bytes of the last dimension are not a multiple of the element size.</exception>
    /// <example><code>
    /// Torch.ViewCopy(Torch.Tensor([1.0]), DType.Int32)   // tensor([1065353216], dtype=torch.int32)
    /// </code></example>
    public static Tensor ViewCopy(Tensor input, DType dtype) => Script.Run($"torch.view_copy({input}, {(DType?)dtype})");

    /// <summary>The result of <c>view_as_complex</c> as a copy instead of a view: PyTorch's <c>view_as_complex_copy</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">The last dimension does not have size 2, or the dtype is not floating-point.</exception>
    /// <example><code>
    /// Torch.ViewAsComplexCopy(Torch.Tensor([[1.0, 2.0]]))   // tensor([1.+2.j])
    /// </code></example>
    public static Tensor ViewAsComplexCopy(Tensor input) => Script.Run($"torch.view_as_complex_copy({input})");

    /// <summary>The result of <c>view_as_real</c> as a copy instead of a view: PyTorch's <c>view_as_real_copy</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">The dtype is not complex.</exception>
    /// <example><code>
    /// Torch.ViewAsRealCopy(Torch.Complex(Torch.Tensor([1.0]), Torch.Tensor([2.0])))   // tensor([[1., 2.]])
    /// </code></example>
    public static Tensor ViewAsRealCopy(Tensor input) => Script.Run($"torch.view_as_real_copy({input})");
}
