using System.ComponentModel;
using System.Numerics;

namespace TorchLite;

/// <content>Arithmetic and bitwise operators.</content>
public partial class Tensor
{
    /// <summary>A bool as a tensor without dimensions, as <c>Torch.Tensor(value)</c> makes it.</summary>
    /// <param name="value">The number.</param>
    /// <returns>A new tensor on the CPU.</returns>
    public static implicit operator Tensor(bool value) => FromNumber(value);

    /// <summary>An integer as a tensor without dimensions, as <c>Torch.Tensor(value)</c> makes it.</summary>
    /// <param name="value">The number.</param>
    /// <returns>A new tensor on the CPU.</returns>
    public static implicit operator Tensor(long value) => FromNumber(value);

    /// <summary>A real number as a tensor without dimensions, as <c>Torch.Tensor(value)</c> makes it.</summary>
    /// <param name="value">The number.</param>
    /// <returns>A new tensor on the CPU.</returns>
    public static implicit operator Tensor(double value) => FromNumber(value);

    /// <summary>A complex number as a tensor without dimensions, as <c>Torch.Tensor(value)</c> makes it.</summary>
    /// <param name="value">The number.</param>
    /// <returns>A new tensor on the CPU.</returns>
    public static implicit operator Tensor(Complex value) => FromNumber(value);

    /// <summary>A number as a tensor without dimensions, as <c>Torch.Tensor(value)</c> makes it.</summary>
    /// <param name="value">The number.</param>
    /// <returns>A new tensor on the CPU.</returns>
    public static implicit operator Tensor(Scalar value) => FromNumber(value);

    /// <summary>Converts an integer from 0 to 255.</summary>
    /// <param name="value">The value.</param>
    /// <returns>A new tensor on the CPU.</returns>
    public static implicit operator Tensor(byte value) => FromNumber((long)value);

    /// <summary>Converts an integer from 0 to 65535.</summary>
    /// <param name="value">The value.</param>
    /// <returns>A new tensor on the CPU.</returns>
    public static implicit operator Tensor(ushort value) => FromNumber((long)value);

    /// <summary>Converts an integer from 0 to 4294967295.</summary>
    /// <param name="value">The value.</param>
    /// <returns>A new tensor on the CPU.</returns>
    public static implicit operator Tensor(uint value) => FromNumber((long)value);

    /// <summary>Converts an integer, as <c>Torch.Tensor(value)</c> does.</summary>
    /// <param name="value">The value.</param>
    /// <returns>A new tensor on the CPU.</returns>
    /// <exception cref="TorchValueException">The number is beyond the range of <c>long</c>, which is what the tensor holds.</exception>
    public static implicit operator Tensor(ulong value) => FromNumber(value);

    /// <summary>Converts a half-precision number.</summary>
    /// <param name="value">The value.</param>
    /// <returns>A new tensor on the CPU.</returns>
    public static implicit operator Tensor(Half value) => FromNumber((double)value);

    /// <summary>Does not compile; the compiler error says what to write instead.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("a letter is no number: write (long)value for its code.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator Tensor(char value) => throw new NotSupportedException();

    /// <summary>Does not compile; the compiler error says what to write instead.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("libtorch has no decimal numbers: write (double)value.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator Tensor(decimal value) => throw new NotSupportedException();

    /// <summary>Does not compile; the compiler error says what to write instead.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("libtorch has no numbers of 128 bits: write (long)value or (double)value.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator Tensor(Int128 value) => throw new NotSupportedException();

    /// <summary>Does not compile; the compiler error says what to write instead.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("libtorch has no numbers of 128 bits: write (long)value or (double)value.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator Tensor(UInt128 value) => throw new NotSupportedException();

    /// <summary>Does not compile; the compiler error says what to write instead.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("libtorch has no numbers without end: write (long)value or (double)value.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator Tensor(BigInteger value) => throw new NotSupportedException();

    /// <summary>Does not compile; the compiler error says what to write instead.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("a time is no number: write value.Ticks, or the seconds since some other time.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator Tensor(DateTime value) => throw new NotSupportedException();

    /// <summary>Does not compile; the compiler error says what to write instead.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("a span of time is no number: write value.TotalSeconds or value.Ticks.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator Tensor(TimeSpan value) => throw new NotSupportedException();

    /// <summary>Adds element-wise: PyTorch's <c>left + right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new tensor with the sum.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator +(Tensor left, Tensor right) => Operand(left, nameof(left)).Add(right);

    /// <summary>Adds element-wise: PyTorch's <c>left + right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new tensor with the sum.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    [ForFSharp]
    public static Tensor operator +(Tensor left, Scalar right) => Operand(left, nameof(left)).Add(right);

    /// <summary>Adds element-wise: PyTorch's <c>left + right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new tensor with the sum.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    [ForFSharp]
    public static Tensor operator +(Scalar left, Tensor right) => Operand(right, nameof(right)).Add(left);

    /// <summary>The tensor itself: PyTorch's <c>+value</c>.</summary>
    /// <param name="value">The operand.</param>
    /// <returns>A tensor of the same shape.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    public static Tensor operator +(Tensor value) => Operand(value, nameof(value)).Positive();

    /// <summary>Subtracts element-wise: PyTorch's <c>left - right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new tensor with the difference.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator -(Tensor left, Tensor right) => Operand(left, nameof(left)).Sub(right);

    /// <summary>Subtracts element-wise: PyTorch's <c>left - right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new tensor with the difference.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    [ForFSharp]
    public static Tensor operator -(Tensor left, Scalar right) => Operand(left, nameof(left)).Sub(right);

    /// <summary>Subtracts element-wise: PyTorch's <c>left - right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new tensor with the difference.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    [ForFSharp]
    public static Tensor operator -(Scalar left, Tensor right) => Operand(right, nameof(right)).Rsub(left);

    /// <summary>The negative of each element: PyTorch's <c>-value</c>.</summary>
    /// <param name="value">The operand.</param>
    /// <returns>A tensor of the same shape.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">The operation is not supported for the dtype.</exception>
    public static Tensor operator -(Tensor value) => Operand(value, nameof(value)).Neg();

    /// <summary>Multiplies element-wise: PyTorch's <c>left * right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new tensor with the product.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator *(Tensor left, Tensor right) => Operand(left, nameof(left)).Mul(right);

    /// <summary>Multiplies element-wise: PyTorch's <c>left * right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new tensor with the product.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    [ForFSharp]
    public static Tensor operator *(Tensor left, Scalar right) => Operand(left, nameof(left)).Mul(right);

    /// <summary>Multiplies element-wise: PyTorch's <c>left * right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new tensor with the product.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    [ForFSharp]
    public static Tensor operator *(Scalar left, Tensor right) => Operand(right, nameof(right)).Mul(left);

    /// <summary>Divides element-wise; integers are divided as real numbers: PyTorch's <c>left / right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new tensor with the quotient.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator /(Tensor left, Tensor right) => Operand(left, nameof(left)).Div(right);

    /// <summary>Divides element-wise; integers are divided as real numbers: PyTorch's <c>left / right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new tensor with the quotient.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    [ForFSharp]
    public static Tensor operator /(Tensor left, Scalar right) => Operand(left, nameof(left)).Div(right);

    /// <summary>Divides element-wise; integers are divided as real numbers: PyTorch's <c>left / right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new tensor with the quotient.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    [ForFSharp]
    public static Tensor operator /(Scalar left, Tensor right) => Operand(right, nameof(right)).Reciprocal().Mul(left);

    /// <summary>The element-wise remainder of the division, with the sign of the divisor: PyTorch's <c>left % right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new tensor with the remainder.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator %(Tensor left, Tensor right) => Operand(left, nameof(left)).Remainder(right);

    /// <summary>The element-wise remainder of the division, with the sign of the divisor: PyTorch's <c>left % right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new tensor with the remainder.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    [ForFSharp]
    public static Tensor operator %(Tensor left, Scalar right) => Operand(left, nameof(left)).Remainder(right);

    /// <summary>The element-wise remainder of the division, with the sign of the divisor: PyTorch's <c>left % right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new tensor with the remainder.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    [ForFSharp]
    public static Tensor operator %(Scalar left, Tensor right) => Operand(right, nameof(right)).Rremainder(left);

    /// <summary>Bitwise AND: PyTorch's <c>left &amp; right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new tensor with the result.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator &(Tensor left, Tensor right) => Operand(left, nameof(left)).BitwiseAnd(right);

    /// <summary>Bitwise AND: PyTorch's <c>left &amp; right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new tensor with the result.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator &(Tensor left, Scalar right) => Operand(left, nameof(left)).BitwiseAnd(right);

    /// <summary>Bitwise AND: PyTorch's <c>left &amp; right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new tensor with the result.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator &(Scalar left, Tensor right) => Operand(right, nameof(right)).BitwiseAnd(left);

    /// <summary>Bitwise OR: PyTorch's <c>left | right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new tensor with the result.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator |(Tensor left, Tensor right) => Operand(left, nameof(left)).BitwiseOr(right);

    /// <summary>Bitwise OR: PyTorch's <c>left | right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new tensor with the result.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator |(Tensor left, Scalar right) => Operand(left, nameof(left)).BitwiseOr(right);

    /// <summary>Bitwise OR: PyTorch's <c>left | right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new tensor with the result.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator |(Scalar left, Tensor right) => Operand(right, nameof(right)).BitwiseOr(left);

    /// <summary>Bitwise exclusive OR: PyTorch's <c>left ^ right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new tensor with the result.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator ^(Tensor left, Tensor right) => Operand(left, nameof(left)).BitwiseXor(right);

    /// <summary>Bitwise exclusive OR: PyTorch's <c>left ^ right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new tensor with the result.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator ^(Tensor left, Scalar right) => Operand(left, nameof(left)).BitwiseXor(right);

    /// <summary>Bitwise exclusive OR: PyTorch's <c>left ^ right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new tensor with the result.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator ^(Scalar left, Tensor right) => Operand(right, nameof(right)).BitwiseXor(left);

    /// <summary>Shifts the bits to the left: PyTorch's <c>left &lt;&lt; right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The number of bits.</param>
    /// <returns>A new tensor with the results.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator <<(Tensor left, Tensor right) => Operand(left, nameof(left)).BitwiseLeftShift(right);

    /// <summary>Shifts the bits to the left: PyTorch's <c>left &lt;&lt; right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The number of bits.</param>
    /// <returns>A new tensor with the results.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator <<(Tensor left, Scalar right) => Operand(left, nameof(left)).BitwiseLeftShift(right);

    /// <summary>Shifts the bits to the right: PyTorch's <c>left &gt;&gt; right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The number of bits.</param>
    /// <returns>A new tensor with the results.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator >>(Tensor left, Tensor right) => Operand(left, nameof(left)).BitwiseRightShift(right);

    /// <summary>Shifts the bits to the right: PyTorch's <c>left &gt;&gt; right</c>.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The number of bits.</param>
    /// <returns>A new tensor with the results.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or the operation is not supported for the dtypes.
    /// </exception>
    public static Tensor operator >>(Tensor left, Scalar right) => Operand(left, nameof(left)).BitwiseRightShift(right);

    /// <summary>Bitwise NOT; logical NOT for bool: PyTorch's <c>~value</c>.</summary>
    /// <param name="value">The operand.</param>
    /// <returns>A tensor of the same shape.</returns>
    /// <exception cref="ArgumentNullException">An operand is null.</exception>
    /// <exception cref="TorchException">The operation is not supported for the dtype.</exception>
    public static Tensor operator ~(Tensor value) => Operand(value, nameof(value)).DType is { IsFloatingPoint: false, IsComplex: false }
        ? value.BitwiseNot()
        : throw new TorchTypeException("~ (operator.invert) is only implemented on integer and Boolean-type tensors");

    private static Tensor FromNumber(Scalar value)
    {
        var tensor = Torch.Tensor(value, device: default(Device));
        tensor.number = value;
        return tensor;
    }

    private static Tensor Operand(Tensor? tensor, string name) => tensor ?? throw new ArgumentNullException(
        name, "an operand is null; to ask whether a tensor is, write 'is null': '==' compares elements");
}
