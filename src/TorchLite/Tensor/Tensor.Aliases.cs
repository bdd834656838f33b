using System.Runtime.CompilerServices;

namespace TorchLite;

/// <content>Other names of the arithmetic.</content>
public sealed partial class Tensor
{
    /// <summary>The size of each element, without its sign: PyTorch's <c>absolute</c>, another name of <c>abs</c>.</summary>
    /// <returns>A new tensor of the same shape and dtype; complex numbers give real ones.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 2.0]).Absolute()   // tensor([1.5000, 2.0000])
    /// </code></example>
    [TorchFunction]
    public Tensor Absolute() => Abs();

    /// <summary>The size of each element, without its sign, in place: PyTorch's <c>absolute_</c>, another name of <c>abs_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 2.0]).Absolute_()   // tensor([1.5000, 2.0000])
    /// </code></example>
    public Tensor Absolute_() => Abs_();

    /// <summary>The negative of each element: PyTorch's <c>negative</c>, another name of <c>neg</c>.</summary>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.5, -2.0]).Negative()   // tensor([-1.5000,  2.0000])
    /// </code></example>
    [TorchFunction]
    public Tensor Negative() => Neg();

    /// <summary>The negative of each element, in place: PyTorch's <c>negative_</c>, another name of <c>neg_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([1.5, -2.0]).Negative_()   // tensor([-1.5000,  2.0000])
    /// </code></example>
    public Tensor Negative_() => Neg_();

    /// <summary>Each element cut at the point: PyTorch's <c>fix</c>, another name of <c>trunc</c>.</summary>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 1.5]).Fix()   // tensor([-1.,  1.])
    /// </code></example>
    [TorchFunction]
    public Tensor Fix() => Trunc();

    /// <summary>Each element cut at the point, in place: PyTorch's <c>fix_</c>, another name of <c>trunc_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 1.5]).Fix_()   // tensor([-1.,  1.])
    /// </code></example>
    public Tensor Fix_() => Trunc_();

    /// <summary>Subtracts, element by element: this - alpha * other: PyTorch's <c>subtract</c>, another name of <c>sub</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <param name="alpha">A factor for the other operand; null: 1.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Subtract(Torch.Tensor([10, 20]))   // tensor([ -9, -18])
    /// Torch.Tensor([1, 2]).Subtract(Torch.Tensor([10, 20]), alpha: 2)   // tensor([-19, -38])
    /// </code></example>
    [TorchFunction]
    public Tensor Subtract(Tensor other, Scalar? alpha = null) => Sub(other, alpha);

    /// <summary>Subtracts, element by element: this - alpha * other: PyTorch's <c>subtract</c>, another name of <c>sub</c>.</summary>
    /// <param name="other">The number.</param>
    /// <param name="alpha">A factor for the other operand; null: 1.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Subtract(0.5)   // tensor([0.5000, 1.5000])
    /// </code></example>
    [TorchFunction]
    public Tensor Subtract(Scalar other, Scalar? alpha = null) => Sub(other, alpha);

    /// <summary>
    /// Subtracts, element by element: this - alpha * other, in place: PyTorch's <c>subtract_</c>, another name of <c>sub_</c>.
    /// </summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <param name="alpha">A factor for the other operand; null: 1.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Subtract_(Torch.Tensor([10, 20]))   // tensor([ -9, -18])
    /// </code></example>
    public Tensor Subtract_(Tensor other, Scalar? alpha = null) => Sub_(other, alpha);

    /// <summary>
    /// Subtracts, element by element: this - alpha * other, in place: PyTorch's <c>subtract_</c>, another name of <c>sub_</c>.
    /// </summary>
    /// <param name="other">The number.</param>
    /// <param name="alpha">A factor for the other operand; null: 1.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Subtract_(10)   // tensor([-9, -8])
    /// </code></example>
    public Tensor Subtract_(Scalar other, Scalar? alpha = null) => Sub_(other, alpha);

    /// <summary>The product, element by element: PyTorch's <c>multiply</c>, another name of <c>mul</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 3.0]).Multiply(Torch.Tensor([2.0, 3.0, 4.0]))   // tensor([ 2.,  6., 12.])
    /// </code></example>
    [TorchFunction]
    public Tensor Multiply(Tensor other) => Mul(other);

    /// <summary>The product, element by element: PyTorch's <c>multiply</c>, another name of <c>mul</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 3.0]).Multiply(2)   // tensor([2., 4., 6.])
    /// </code></example>
    [TorchFunction]
    public Tensor Multiply(Scalar other) => Mul(other);

    /// <summary>The product, element by element, in place: PyTorch's <c>multiply_</c>, another name of <c>mul_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 3.0]).Multiply_(Torch.Tensor([2.0, 3.0, 4.0]))   // tensor([ 2.,  6., 12.])
    /// </code></example>
    public Tensor Multiply_(Tensor other) => Mul_(other);

    /// <summary>The product, element by element, in place: PyTorch's <c>multiply_</c>, another name of <c>mul_</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 3.0]).Multiply_(2)   // tensor([2., 4., 6.])
    /// </code></example>
    public Tensor Multiply_(Scalar other) => Mul_(other);

    /// <summary>
    /// The quotient, element by element; whole numbers give real ones unless it is rounded: PyTorch's <c>divide</c>, another name of
    /// <c>div</c>.
    /// </summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <param name="roundingMode">None, or how to round the quotient.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([7, -7]).Divide(Torch.Tensor([2, 2]))   // tensor([ 3.5000, -3.5000])
    /// Torch.Tensor([7, -7]).Divide(Torch.Tensor([2, 2]), roundingMode: RoundingMode.Floor)   // tensor([ 3, -4])
    /// </code></example>
    [TorchFunction]
    public Tensor Divide(Tensor other, RoundingMode roundingMode = RoundingMode.None) => Div(other, roundingMode);

    /// <summary>
    /// The quotient, element by element; whole numbers give real ones unless it is rounded: PyTorch's <c>divide</c>, another name of
    /// <c>div</c>.
    /// </summary>
    /// <param name="other">The number.</param>
    /// <param name="roundingMode">None, or how to round the quotient.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([7, -7]).Divide(2)   // tensor([ 3.5000, -3.5000])
    /// Torch.Tensor([7, -7]).Divide(2, roundingMode: RoundingMode.Trunc)   // tensor([ 3, -3])
    /// </code></example>
    [TorchFunction]
    public Tensor Divide(Scalar other, RoundingMode roundingMode = RoundingMode.None) => Div(other, roundingMode);

    /// <summary>The quotient, element by element, in place: PyTorch's <c>divide_</c>, another name of <c>div_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <param name="roundingMode">None, or how to round the quotient.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([7.0, -7.0]).Divide_(Torch.Tensor([2.0, 2.0]))   // tensor([ 3.5000, -3.5000])
    /// </code></example>
    public Tensor Divide_(Tensor other, RoundingMode roundingMode = RoundingMode.None) => Div_(other, roundingMode);

    /// <summary>The quotient, element by element, in place: PyTorch's <c>divide_</c>, another name of <c>div_</c>.</summary>
    /// <param name="other">The number.</param>
    /// <param name="roundingMode">None, or how to round the quotient.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([7.0, -7.0]).Divide_(2)   // tensor([ 3.5000, -3.5000])
    /// </code></example>
    public Tensor Divide_(Scalar other, RoundingMode roundingMode = RoundingMode.None) => Div_(other, roundingMode);

    /// <summary>Each element, held between two limits: PyTorch's <c>clip</c>, another name of <c>clamp</c>.</summary>
    /// <param name="min">The least value; null: none.</param>
    /// <param name="max">The greatest value; null: none.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <exception cref="TorchException">Neither limit is given.</exception>
    /// <example><code>
    /// Torch.Tensor([-2, 0, 5]).Clip(-1, 3)   // tensor([-1,  0,  3])
    /// Torch.Tensor([-2, 0, 5]).Clip(max: 3)   // tensor([-2,  0,  3])
    /// </code></example>
    [TorchFunction]
    public Tensor Clip(Scalar? min = null, Scalar? max = null) => Clamp(min, max);

    /// <summary>
    /// Each element, but no less than one tensor's and no more than another's: PyTorch's <c>clip</c>, another name of <c>clamp</c>.
    /// </summary>
    /// <param name="min">The least values; null: no limit.</param>
    /// <param name="max">The greatest values; null: no limit.</param>
    /// <returns>A new tensor of the broadcast shape.</returns>
    /// <exception cref="TorchException">Both are null, or the shapes do not broadcast.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 5]).Clip(max: Torch.Tensor([3, 3]))   // tensor([1, 3])
    /// </code></example>
    [TorchFunction]
    [OverloadResolutionPriority(-1)]
    public Tensor Clip(Tensor? min = null, Tensor? max = null) => Clamp(min, max);

    /// <summary>Each element, held between two limits, in place: PyTorch's <c>clip_</c>, another name of <c>clamp_</c>.</summary>
    /// <param name="min">The least value; null: none.</param>
    /// <param name="max">The greatest value; null: none.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">Neither limit is given.</exception>
    /// <example><code>
    /// Torch.Tensor([-2, 0, 5]).Clip_(-1, 3)   // tensor([-1,  0,  3])
    /// </code></example>
    public Tensor Clip_(Scalar? min = null, Scalar? max = null) => Clamp_(min, max);

    /// <summary>
    /// Each element, but no less than one tensor's and no more than another's, in place: PyTorch's <c>clip_</c>, another name of
    /// <c>clamp_</c>.
    /// </summary>
    /// <param name="min">The least values; null: no limit.</param>
    /// <param name="max">The greatest values; null: no limit.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">Both are null, or the shapes do not broadcast.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 5]).Clip_(max: Torch.Tensor([3, 3]))   // tensor([1, 3])
    /// </code></example>
    [OverloadResolutionPriority(-1)]
    public Tensor Clip_(Tensor? min = null, Tensor? max = null) => Clamp_(min, max);
}
