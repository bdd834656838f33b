namespace TorchLite;

/// <content>The larger or smaller of two elements.</content>
public partial class Tensor
{
    /// <summary>The larger of two elements; nan propagates: PyTorch's <c>maximum</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 5.0]).Maximum(Torch.Tensor([3.0, 2.0]))   // tensor([3., 5.])
    /// </code></example>
    [TorchFunction]
    public Tensor Maximum(Tensor other) => Gate.Direct(static (a, b) => Exports.Maximum(a, b), this, other);

    /// <summary>The smaller of two elements; nan propagates: PyTorch's <c>minimum</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 5.0]).Minimum(Torch.Tensor([3.0, 2.0]))   // tensor([1., 2.])
    /// </code></example>
    [TorchFunction]
    public Tensor Minimum(Tensor other) => Gate.Direct(static (a, b) => Exports.Minimum(a, b), this, other);

    /// <summary>The larger of two elements; a number takes precedence over nan: PyTorch's <c>fmax</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, double.NaN]).Fmax(Torch.Tensor([3.0, 2.0]))   // tensor([3., 2.])
    /// </code></example>
    [TorchFunction]
    public Tensor Fmax(Tensor other) => Gate.Direct(static (a, b) => Exports.Fmax(a, b), this, other);

    /// <summary>The smaller of two elements; a number takes precedence over nan: PyTorch's <c>fmin</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, double.NaN]).Fmin(Torch.Tensor([3.0, 2.0]))   // tensor([1., 2.])
    /// </code></example>
    [TorchFunction]
    public Tensor Fmin(Tensor other) => Gate.Direct(static (a, b) => Exports.Fmin(a, b), this, other);
}
