namespace TorchLite;

/// <content>Arithmetic of three operands.</content>
public sealed partial class Tensor
{
    /// <summary>Goes part of the way to another tensor: this + weight * (end - this): PyTorch's <c>lerp</c>.</summary>
    /// <param name="end">Where a weight of 1 leads.</param>
    /// <param name="weight">How far to go.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="end"/> or <paramref name="weight"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 10.0]).Lerp(Torch.Tensor([10.0, 20.0]), Torch.Tensor([0.5, 0.1]))   // tensor([ 5., 11.])
    /// </code></example>
    [TorchFunction]
    public Tensor Lerp(Tensor end, Tensor weight) => Gate.Direct(static (a, b, w) => Exports.Lerp(a, b, w), this, end, weight);

    /// <summary>Goes part of the way to another tensor: this + weight * (end - this): PyTorch's <c>lerp</c>.</summary>
    /// <param name="end">Where a weight of 1 leads.</param>
    /// <param name="weight">How far to go.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="end"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 10.0]).Lerp(Torch.Tensor([10.0, 20.0]), 0.5)   // tensor([ 5., 15.])
    /// </code></example>
    [TorchFunction]
    public Tensor Lerp(Tensor end, Scalar weight) => Script.Run($"torch.lerp({this}, {Given(end)}, {weight})");

    /// <summary>Goes part of the way to another tensor, in place: PyTorch's <c>lerp_</c>.</summary>
    /// <param name="end">Where a weight of 1 leads.</param>
    /// <param name="weight">How far to go.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="end"/> or <paramref name="weight"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 10.0]).Lerp_(Torch.Tensor([10.0, 20.0]), Torch.Tensor([0.5, 0.1]))   // tensor([ 5., 11.])
    /// </code></example>
    public Tensor Lerp_(Tensor end, Tensor weight) => Gate.DirectInPlace(static (a, b, w) => Exports.Lerp_(a, b, w), this, end, weight);

    /// <summary>Goes part of the way to another tensor, in place: PyTorch's <c>lerp_</c>.</summary>
    /// <param name="end">Where a weight of 1 leads.</param>
    /// <param name="weight">How far to go.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="end"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 10.0]).Lerp_(Torch.Tensor([10.0, 20.0]), 0.5)   // tensor([ 5., 15.])
    /// </code></example>
    public Tensor Lerp_(Tensor end, Scalar weight) => Script.InPlace(this, $"{this}.lerp_({Given(end)}, {weight})");

    /// <summary>Adds a product: this + value * tensor1 * tensor2: PyTorch's <c>addcmul</c>.</summary>
    /// <param name="tensor1">The first factor, or the dividend.</param>
    /// <param name="tensor2">The second factor, or the divisor.</param>
    /// <param name="value">A factor for what is added; null: 1.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensor1"/> or <paramref name="tensor2"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 1.0]).Addcmul(Torch.Tensor([2.0, 3.0]), Torch.Tensor([4.0, 5.0]), value: 0.5)   // tensor([5.0000, 8.5000])
    /// </code></example>
    [TorchFunction]
    public Tensor Addcmul(Tensor tensor1, Tensor tensor2, Scalar? value = null) =>
        Gate.Direct(static (a, b, c, s) => Exports.Addcmul(a, b, c, s), this, tensor1, tensor2, value ?? 1);

    /// <summary>Adds a product: this + value * tensor1 * tensor2, in place: PyTorch's <c>addcmul_</c>.</summary>
    /// <param name="tensor1">The first factor, or the dividend.</param>
    /// <param name="tensor2">The second factor, or the divisor.</param>
    /// <param name="value">A factor for what is added; null: 1.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensor1"/> or <paramref name="tensor2"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 1.0]).Addcmul_(Torch.Tensor([2.0, 3.0]), Torch.Tensor([4.0, 5.0]))   // tensor([ 9., 16.])
    /// </code></example>
    public Tensor Addcmul_(Tensor tensor1, Tensor tensor2, Scalar? value = null) =>
        Gate.DirectInPlace(static (a, b, c, s) => Exports.Addcmul_(a, b, c, s), this, tensor1, tensor2, value ?? 1);

    /// <summary>Adds a quotient: this + value * tensor1 / tensor2: PyTorch's <c>addcdiv</c>.</summary>
    /// <param name="tensor1">The first factor, or the dividend.</param>
    /// <param name="tensor2">The second factor, or the divisor.</param>
    /// <param name="value">A factor for what is added; null: 1.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensor1"/> or <paramref name="tensor2"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 1.0]).Addcdiv(Torch.Tensor([2.0, 3.0]), Torch.Tensor([4.0, 5.0]), value: 0.5)   // tensor([1.2500, 1.3000])
    /// </code></example>
    [TorchFunction]
    public Tensor Addcdiv(Tensor tensor1, Tensor tensor2, Scalar? value = null) =>
        Gate.Direct(static (a, b, c, s) => Exports.Addcdiv(a, b, c, s), this, tensor1, tensor2, value ?? 1);

    /// <summary>Adds a quotient: this + value * tensor1 / tensor2, in place: PyTorch's <c>addcdiv_</c>.</summary>
    /// <param name="tensor1">The first factor, or the dividend.</param>
    /// <param name="tensor2">The second factor, or the divisor.</param>
    /// <param name="value">A factor for what is added; null: 1.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensor1"/> or <paramref name="tensor2"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 1.0]).Addcdiv_(Torch.Tensor([2.0, 3.0]), Torch.Tensor([4.0, 5.0]))   // tensor([1.5000, 1.6000])
    /// </code></example>
    public Tensor Addcdiv_(Tensor tensor1, Tensor tensor2, Scalar? value = null) =>
        Gate.DirectInPlace(static (a, b, c, s) => Exports.Addcdiv_(a, b, c, s), this, tensor1, tensor2, value ?? 1);
}
