namespace TorchLite;

/// <content>Other names of the comparisons.</content>
public sealed partial class Tensor
{
    /// <summary>Whether each element is greater than the other: PyTorch's <c>greater</c>, another name of <c>gt</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of truth values of the broadcast shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Greater(Torch.Tensor([3, 2, 1]))   // tensor([False, False,  True])
    /// </code></example>
    [TorchFunction]
    public Tensor Greater(Tensor other) => Gt(other);

    /// <summary>Whether each element is greater than the other: PyTorch's <c>greater</c>, another name of <c>gt</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>A new tensor of truth values of the broadcast shape.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Greater(2)   // tensor([False, False,  True])
    /// </code></example>
    [TorchFunction]
    public Tensor Greater(Scalar other) => Gt(other);

    /// <summary>Whether each element is greater than the other, in place: PyTorch's <c>greater_</c>, another name of <c>gt_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Greater_(Torch.Tensor([3, 2, 1]))   // tensor([0, 0, 1])
    /// </code></example>
    public Tensor Greater_(Tensor other) => Gt_(other);

    /// <summary>Whether each element is greater than the other, in place: PyTorch's <c>greater_</c>, another name of <c>gt_</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Greater_(2)   // tensor([0, 0, 1])
    /// </code></example>
    public Tensor Greater_(Scalar other) => Gt_(other);

    /// <summary>
    /// Whether each element is greater than the other or equal: PyTorch's <c>greater_equal</c>, another name of <c>ge</c>.
    /// </summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of truth values of the broadcast shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).GreaterEqual(Torch.Tensor([3, 2, 1]))   // tensor([False,  True,  True])
    /// </code></example>
    [TorchFunction]
    public Tensor GreaterEqual(Tensor other) => Ge(other);

    /// <summary>
    /// Whether each element is greater than the other or equal: PyTorch's <c>greater_equal</c>, another name of <c>ge</c>.
    /// </summary>
    /// <param name="other">The number.</param>
    /// <returns>A new tensor of truth values of the broadcast shape.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).GreaterEqual(2)   // tensor([False,  True,  True])
    /// </code></example>
    [TorchFunction]
    public Tensor GreaterEqual(Scalar other) => Ge(other);

    /// <summary>
    /// Whether each element is greater than the other or equal, in place: PyTorch's <c>greater_equal_</c>, another name of <c>ge_</c>.
    /// </summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).GreaterEqual_(Torch.Tensor([3, 2, 1]))   // tensor([0, 1, 1])
    /// </code></example>
    public Tensor GreaterEqual_(Tensor other) => Ge_(other);

    /// <summary>
    /// Whether each element is greater than the other or equal, in place: PyTorch's <c>greater_equal_</c>, another name of <c>ge_</c>.
    /// </summary>
    /// <param name="other">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).GreaterEqual_(2)   // tensor([0, 1, 1])
    /// </code></example>
    public Tensor GreaterEqual_(Scalar other) => Ge_(other);

    /// <summary>Whether each element is less than the other: PyTorch's <c>less</c>, another name of <c>lt</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of truth values of the broadcast shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Less(Torch.Tensor([3, 2, 1]))   // tensor([ True, False, False])
    /// </code></example>
    [TorchFunction]
    public Tensor Less(Tensor other) => Lt(other);

    /// <summary>Whether each element is less than the other: PyTorch's <c>less</c>, another name of <c>lt</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>A new tensor of truth values of the broadcast shape.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Less(2)   // tensor([ True, False, False])
    /// </code></example>
    [TorchFunction]
    public Tensor Less(Scalar other) => Lt(other);

    /// <summary>Whether each element is less than the other, in place: PyTorch's <c>less_</c>, another name of <c>lt_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Less_(Torch.Tensor([3, 2, 1]))   // tensor([1, 0, 0])
    /// </code></example>
    public Tensor Less_(Tensor other) => Lt_(other);

    /// <summary>Whether each element is less than the other, in place: PyTorch's <c>less_</c>, another name of <c>lt_</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Less_(2)   // tensor([1, 0, 0])
    /// </code></example>
    public Tensor Less_(Scalar other) => Lt_(other);

    /// <summary>Whether each element is less than the other or equal: PyTorch's <c>less_equal</c>, another name of <c>le</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of truth values of the broadcast shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).LessEqual(Torch.Tensor([3, 2, 1]))   // tensor([ True,  True, False])
    /// </code></example>
    [TorchFunction]
    public Tensor LessEqual(Tensor other) => Le(other);

    /// <summary>Whether each element is less than the other or equal: PyTorch's <c>less_equal</c>, another name of <c>le</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>A new tensor of truth values of the broadcast shape.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).LessEqual(2)   // tensor([ True,  True, False])
    /// </code></example>
    [TorchFunction]
    public Tensor LessEqual(Scalar other) => Le(other);

    /// <summary>
    /// Whether each element is less than the other or equal, in place: PyTorch's <c>less_equal_</c>, another name of <c>le_</c>.
    /// </summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).LessEqual_(Torch.Tensor([3, 2, 1]))   // tensor([1, 1, 0])
    /// </code></example>
    public Tensor LessEqual_(Tensor other) => Le_(other);

    /// <summary>
    /// Whether each element is less than the other or equal, in place: PyTorch's <c>less_equal_</c>, another name of <c>le_</c>.
    /// </summary>
    /// <param name="other">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).LessEqual_(2)   // tensor([1, 1, 0])
    /// </code></example>
    public Tensor LessEqual_(Scalar other) => Le_(other);

    /// <summary>Whether the elements differ: PyTorch's <c>not_equal</c>, another name of <c>ne</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of truth values of the broadcast shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).NotEqual(Torch.Tensor([3, 2, 1]))   // tensor([ True, False,  True])
    /// </code></example>
    [TorchFunction]
    public Tensor NotEqual(Tensor other) => Ne(other);

    /// <summary>Whether the elements differ: PyTorch's <c>not_equal</c>, another name of <c>ne</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>A new tensor of truth values of the broadcast shape.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).NotEqual(2)   // tensor([ True, False,  True])
    /// </code></example>
    [TorchFunction]
    public Tensor NotEqual(Scalar other) => Ne(other);

    /// <summary>Whether the elements differ, in place: PyTorch's <c>not_equal_</c>, another name of <c>ne_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).NotEqual_(Torch.Tensor([3, 2, 1]))   // tensor([1, 0, 1])
    /// </code></example>
    public Tensor NotEqual_(Tensor other) => Ne_(other);

    /// <summary>Whether the elements differ, in place: PyTorch's <c>not_equal_</c>, another name of <c>ne_</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).NotEqual_(2)   // tensor([1, 0, 1])
    /// </code></example>
    public Tensor NotEqual_(Scalar other) => Ne_(other);
}
