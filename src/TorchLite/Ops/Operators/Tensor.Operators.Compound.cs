namespace TorchLite;

/// <content>Compound assignment operators: in place, as in PyTorch.</content>
public partial class Tensor
{
    /// <summary>Adds a tensor, element-wise, in place: PyTorch's <c>x += other</c>.</summary>
    /// <param name="other">The tensor; its shape broadcasts to this one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    public void operator +=(Tensor other) => Add_(other);

    /// <summary>Adds a number, in place: PyTorch's <c>x += other</c>.</summary>
    /// <param name="other">The number.</param>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    public void operator +=(Scalar other) => Add_(other);

    /// <summary>Subtracts a tensor, element-wise, in place: PyTorch's <c>x -= other</c>.</summary>
    /// <param name="other">The tensor; its shape broadcasts to this one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    public void operator -=(Tensor other) => Sub_(other);

    /// <summary>Subtracts a number, in place: PyTorch's <c>x -= other</c>.</summary>
    /// <param name="other">The number.</param>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    public void operator -=(Scalar other) => Sub_(other);

    /// <summary>Multiplies by a tensor, element-wise, in place: PyTorch's <c>x *= other</c>.</summary>
    /// <param name="other">The tensor; its shape broadcasts to this one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    public void operator *=(Tensor other) => Mul_(other);

    /// <summary>Multiplies by a number, in place: PyTorch's <c>x *= other</c>.</summary>
    /// <param name="other">The number.</param>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    public void operator *=(Scalar other) => Mul_(other);

    /// <summary>Divides by a tensor, element-wise, in place: PyTorch's <c>x /= other</c>.</summary>
    /// <param name="other">The tensor; its shape broadcasts to this one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    public void operator /=(Tensor other) => Div_(other);

    /// <summary>Divides by a number, in place: PyTorch's <c>x /= other</c>.</summary>
    /// <param name="other">The number.</param>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    public void operator /=(Scalar other) => Div_(other);

    /// <summary>
    /// Takes the remainder of the division by a tensor, with the sign of the divisor, element-wise, in place: PyTorch's <c>x %=
    /// other</c>.
    /// </summary>
    /// <param name="other">The tensor; its shape broadcasts to this one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    public void operator %=(Tensor other) => Remainder_(other);

    /// <summary>
    /// Takes the remainder of the division by a number, with the sign of the divisor, in place: PyTorch's <c>x %= other</c>.
    /// </summary>
    /// <param name="other">The number.</param>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    public void operator %=(Scalar other) => Remainder_(other);

    /// <summary>Bitwise AND with a tensor, element-wise, in place: PyTorch's <c>x &amp;= other</c>.</summary>
    /// <param name="other">The tensor; its shape broadcasts to this one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    public void operator &=(Tensor other) => BitwiseAnd_(other);

    /// <summary>Bitwise AND with a number, in place: PyTorch's <c>x &amp;= other</c>.</summary>
    /// <param name="other">The number.</param>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    public void operator &=(Scalar other) => BitwiseAnd_(WrappedNumber(other));

    /// <summary>Bitwise OR with a tensor, element-wise, in place: PyTorch's <c>x |= other</c>.</summary>
    /// <param name="other">The tensor; its shape broadcasts to this one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    public void operator |=(Tensor other) => BitwiseOr_(other);

    /// <summary>Bitwise OR with a number, in place: PyTorch's <c>x |= other</c>.</summary>
    /// <param name="other">The number.</param>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    public void operator |=(Scalar other) => BitwiseOr_(WrappedNumber(other));

    /// <summary>Bitwise exclusive OR with a tensor, element-wise, in place: PyTorch's <c>x ^= other</c>.</summary>
    /// <param name="other">The tensor; its shape broadcasts to this one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    public void operator ^=(Tensor other) => BitwiseXor_(other);

    /// <summary>Bitwise exclusive OR with a number, in place: PyTorch's <c>x ^= other</c>.</summary>
    /// <param name="other">The number.</param>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    public void operator ^=(Scalar other) => BitwiseXor_(WrappedNumber(other));
}
