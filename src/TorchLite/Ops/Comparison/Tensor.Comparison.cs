namespace TorchLite;

/// <content>Element-wise comparisons.</content>
public partial class Tensor
{
    /// <summary>Whether the elements are equal: PyTorch's <c>eq</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new bool tensor of the broadcast shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Eq(Torch.Tensor([3, 2, 1]))   // tensor([False,  True, False])
    /// </code></example>
    [TorchFunction]
    public Tensor Eq(Tensor other) => Gate.Direct(static (a, b) => Exports.Eq(a, b), this, other);

    /// <summary>Whether the elements are equal: PyTorch's <c>eq</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>A new bool tensor of the broadcast shape.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Eq(2)   // tensor([False,  True, False])
    /// </code></example>
    [TorchFunction]
    [ForFSharp]
    public Tensor Eq(Scalar other) =>
        Gate.Direct(static (a, b) => Exports.Eq(a, b), static (a, s) => Exports.EqScalar(a, s), this, other);

    /// <summary>Whether the elements are equal, in place: PyTorch's <c>eq_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Eq_(Torch.Tensor([3, 2, 1]))   // tensor([0, 1, 0])
    /// </code></example>
    public Tensor Eq_(Tensor other) => Gate.DirectInPlace(static (a, b) => Exports.Eq_(a, b), this, other);

    /// <summary>Whether the elements are equal, in place: PyTorch's <c>eq_</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Eq_(2)   // tensor([0, 1, 0])
    /// </code></example>
    public Tensor Eq_(Scalar other) => Gate.DirectInPlace(static (a, b) => Exports.EqScalar_(a, b), this, other);

    /// <summary>Whether the elements differ: PyTorch's <c>ne</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new bool tensor of the broadcast shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Ne(Torch.Tensor([3, 2, 1]))   // tensor([ True, False,  True])
    /// </code></example>
    [TorchFunction, Alias("NotEqual")]
    public Tensor Ne(Tensor other) => Gate.Direct(static (a, b) => Exports.Ne(a, b), this, other);

    /// <summary>Whether the elements differ: PyTorch's <c>ne</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>A new bool tensor of the broadcast shape.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Ne(2)   // tensor([ True, False,  True])
    /// </code></example>
    [TorchFunction, Alias("NotEqual")]
    [ForFSharp]
    public Tensor Ne(Scalar other) =>
        Gate.Direct(static (a, b) => Exports.Ne(a, b), static (a, s) => Exports.NeScalar(a, s), this, other);

    /// <summary>Whether the elements differ, in place: PyTorch's <c>ne_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Ne_(Torch.Tensor([3, 2, 1]))   // tensor([1, 0, 1])
    /// </code></example>
    [Alias("NotEqual_")]
    public Tensor Ne_(Tensor other) => Gate.DirectInPlace(static (a, b) => Exports.Ne_(a, b), this, other);

    /// <summary>Whether the elements differ, in place: PyTorch's <c>ne_</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Ne_(2)   // tensor([1, 0, 1])
    /// </code></example>
    [Alias("NotEqual_")]
    public Tensor Ne_(Scalar other) => Gate.DirectInPlace(static (a, b) => Exports.NeScalar_(a, b), this, other);

    /// <summary>Whether each element is less than the other: PyTorch's <c>lt</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new bool tensor of the broadcast shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Lt(Torch.Tensor([3, 2, 1]))   // tensor([ True, False, False])
    /// </code></example>
    [TorchFunction, Alias("Less")]
    public Tensor Lt(Tensor other) => Gate.Direct(static (a, b) => Exports.Lt(a, b), this, other);

    /// <summary>Whether each element is less than the other: PyTorch's <c>lt</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>A new bool tensor of the broadcast shape.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Lt(2)   // tensor([ True, False, False])
    /// </code></example>
    [TorchFunction, Alias("Less")]
    [ForFSharp]
    public Tensor Lt(Scalar other) =>
        Gate.Direct(static (a, b) => Exports.Lt(a, b), static (a, s) => Exports.LtScalar(a, s), this, other);

    /// <summary>Whether each element is less than the other, in place: PyTorch's <c>lt_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Lt_(Torch.Tensor([3, 2, 1]))   // tensor([1, 0, 0])
    /// </code></example>
    [Alias("Less_")]
    public Tensor Lt_(Tensor other) => Gate.DirectInPlace(static (a, b) => Exports.Lt_(a, b), this, other);

    /// <summary>Whether each element is less than the other, in place: PyTorch's <c>lt_</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Lt_(2)   // tensor([1, 0, 0])
    /// </code></example>
    [Alias("Less_")]
    public Tensor Lt_(Scalar other) => Gate.DirectInPlace(static (a, b) => Exports.LtScalar_(a, b), this, other);

    /// <summary>Whether each element is less than or equal to the other: PyTorch's <c>le</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new bool tensor of the broadcast shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Le(Torch.Tensor([3, 2, 1]))   // tensor([ True,  True, False])
    /// </code></example>
    [TorchFunction, Alias("LessEqual")]
    public Tensor Le(Tensor other) => Gate.Direct(static (a, b) => Exports.Le(a, b), this, other);

    /// <summary>Whether each element is less than or equal to the other: PyTorch's <c>le</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>A new bool tensor of the broadcast shape.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Le(2)   // tensor([ True,  True, False])
    /// </code></example>
    [TorchFunction, Alias("LessEqual")]
    [ForFSharp]
    public Tensor Le(Scalar other) =>
        Gate.Direct(static (a, b) => Exports.Le(a, b), static (a, s) => Exports.LeScalar(a, s), this, other);

    /// <summary>Whether each element is less than or equal to the other, in place: PyTorch's <c>le_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Le_(Torch.Tensor([3, 2, 1]))   // tensor([1, 1, 0])
    /// </code></example>
    [Alias("LessEqual_")]
    public Tensor Le_(Tensor other) => Gate.DirectInPlace(static (a, b) => Exports.Le_(a, b), this, other);

    /// <summary>Whether each element is less than or equal to the other, in place: PyTorch's <c>le_</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Le_(2)   // tensor([1, 1, 0])
    /// </code></example>
    [Alias("LessEqual_")]
    public Tensor Le_(Scalar other) => Gate.DirectInPlace(static (a, b) => Exports.LeScalar_(a, b), this, other);

    /// <summary>Whether each element is greater than the other: PyTorch's <c>gt</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new bool tensor of the broadcast shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Gt(Torch.Tensor([3, 2, 1]))   // tensor([False, False,  True])
    /// </code></example>
    [TorchFunction, Alias("Greater")]
    public Tensor Gt(Tensor other) => Gate.Direct(static (a, b) => Exports.Gt(a, b), this, other);

    /// <summary>Whether each element is greater than the other: PyTorch's <c>gt</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>A new bool tensor of the broadcast shape.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Gt(2)   // tensor([False, False,  True])
    /// </code></example>
    [TorchFunction, Alias("Greater")]
    [ForFSharp]
    public Tensor Gt(Scalar other) =>
        Gate.Direct(static (a, b) => Exports.Gt(a, b), static (a, s) => Exports.GtScalar(a, s), this, other);

    /// <summary>Whether each element is greater than the other, in place: PyTorch's <c>gt_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Gt_(Torch.Tensor([3, 2, 1]))   // tensor([0, 0, 1])
    /// </code></example>
    [Alias("Greater_")]
    public Tensor Gt_(Tensor other) => Gate.DirectInPlace(static (a, b) => Exports.Gt_(a, b), this, other);

    /// <summary>Whether each element is greater than the other, in place: PyTorch's <c>gt_</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Gt_(2)   // tensor([0, 0, 1])
    /// </code></example>
    [Alias("Greater_")]
    public Tensor Gt_(Scalar other) => Gate.DirectInPlace(static (a, b) => Exports.GtScalar_(a, b), this, other);

    /// <summary>Whether each element is greater than or equal to the other: PyTorch's <c>ge</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new bool tensor of the broadcast shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Ge(Torch.Tensor([3, 2, 1]))   // tensor([False,  True,  True])
    /// </code></example>
    [TorchFunction, Alias("GreaterEqual")]
    public Tensor Ge(Tensor other) => Gate.Direct(static (a, b) => Exports.Ge(a, b), this, other);

    /// <summary>Whether each element is greater than or equal to the other: PyTorch's <c>ge</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>A new bool tensor of the broadcast shape.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Ge(2)   // tensor([False,  True,  True])
    /// </code></example>
    [TorchFunction, Alias("GreaterEqual")]
    [ForFSharp]
    public Tensor Ge(Scalar other) =>
        Gate.Direct(static (a, b) => Exports.Ge(a, b), static (a, s) => Exports.GeScalar(a, s), this, other);

    /// <summary>Whether each element is greater than or equal to the other, in place: PyTorch's <c>ge_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Ge_(Torch.Tensor([3, 2, 1]))   // tensor([0, 1, 1])
    /// </code></example>
    [Alias("GreaterEqual_")]
    public Tensor Ge_(Tensor other) => Gate.DirectInPlace(static (a, b) => Exports.Ge_(a, b), this, other);

    /// <summary>Whether each element is greater than or equal to the other, in place: PyTorch's <c>ge_</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Ge_(2)   // tensor([0, 1, 1])
    /// </code></example>
    [Alias("GreaterEqual_")]
    public Tensor Ge_(Scalar other) => Gate.DirectInPlace(static (a, b) => Exports.GeScalar_(a, b), this, other);
}
