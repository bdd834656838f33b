using System.Globalization;
using System.Numerics;

namespace TorchLite;

/// <summary>A number that is not a tensor: what PyTorch calls a <c>Number</c> (bool, int, float or complex).</summary>
/// <remarks>
/// Every C# number converts implicitly: <c>x + 1</c>, <c>x * 0.5</c>. As in PyTorch, the kind of the number matters to the result's dtype,
/// its size does not: an <c>int</c> and a <c>ulong</c> are integers, a <c>float</c> and a <c>double</c> real ones. What libtorch has
/// no number for (a <c>decimal</c>, an <c>Int128</c>, a <c>char</c>, a <c>DateTime</c>) does not compile; the compiler error says what to
/// write. It prints as Python prints the number.
/// </remarks>
/// <example><code>
/// Scalar half = 0.5;
/// half                                    // 0.5
/// Torch.Tensor([3.0]).Item()              // 3.0
/// (int)Torch.Tensor([3.9]).Item()         // 3
/// Torch.Tensor([1, 2, 3]).Sum().Item()    // 6
/// </code></example>
public readonly partial struct Scalar : IEquatable<Scalar>, IFormattable
{
    private readonly double real;
    private readonly double imaginary;
    private readonly long integer;

    private Scalar(ScalarKind kind, long integer = 0, double real = 0, double imaginary = 0)
    {
        Kind = kind;
        this.integer = integer;
        this.real = real;
        this.imaginary = imaginary;
    }

    internal ScalarKind Kind { get; }

    internal bool IsComplex => Kind == ScalarKind.Complex;

    /// <summary>Whether it is an integer of any size.</summary>
    internal bool IsWhole => Kind is ScalarKind.Integer or ScalarKind.Unsigned;

    /// <summary>The dtype that <c>Torch.Tensor</c> gives the number.</summary>
    internal DType NaturalDType => Kind switch
    {
        ScalarKind.Integer or ScalarKind.Unsigned => DType.Int64,
        ScalarKind.Boolean => DType.Bool,
        ScalarKind.Real => Torch.GetDefaultDtype(),
        _ when Torch.GetDefaultDtype() == DType.Bfloat16 => throw new TorchException("invalid default scalar type for complex"),
        _ => Torch.GetDefaultDtype() == DType.Float64 ? DType.Complex128 : DType.Complex64,
    };

    /// <summary>Converts a bool.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The number.</returns>
    public static implicit operator Scalar(bool value) => new(ScalarKind.Boolean, integer: value ? 1 : 0);

    /// <summary>Converts an integer.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The number.</returns>
    public static implicit operator Scalar(long value) => new(ScalarKind.Integer, integer: value);

    /// <summary>Converts a floating-point number.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The number.</returns>
    public static implicit operator Scalar(double value) => new(ScalarKind.Real, real: value);

    /// <summary>Converts a complex number.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The number.</returns>
    public static implicit operator Scalar(Complex value) => new(ScalarKind.Complex, real: value.Real, imaginary: value.Imaginary);

    /// <summary>The number as a <c>double</c>, as Python's <c>float(x)</c>.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The nearest double.</returns>
    /// <exception cref="TorchException">The number is complex with an imaginary part.</exception>
    public static explicit operator double(Scalar value) => value.Kind switch
    {
        ScalarKind.Real => value.real,
        ScalarKind.Complex => value.imaginary == 0
            ? value.real
            : throw new TorchException("value cannot be converted to type double without overflow"),
        ScalarKind.Unsigned => (ulong)value.integer,
        _ => value.integer,
    };

    /// <summary>The number as a <c>float</c>.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The nearest float.</returns>
    /// <exception cref="TorchException">The number is complex with an imaginary part.</exception>
    public static explicit operator float(Scalar value) => (float)(double)value;

    /// <summary>The number as a <c>long</c>, as Python's <c>int(x)</c>: a real number is truncated.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The integer.</returns>
    /// <exception cref="TorchException">The number is not finite, too large, or has an imaginary part.</exception>
    public static explicit operator long(Scalar value)
    {
        if (value.Kind is ScalarKind.Integer or ScalarKind.Boolean)
        {
            return value.integer;
        }

        var cut = Math.Truncate((double)value);
        return cut is >= -9223372036854775808.0 and < 9223372036854775808.0 && value.Kind != ScalarKind.Unsigned
            ? (long)cut
            : throw TooBig("int64_t");
    }

    /// <summary>The number as an <c>int</c>: a real number is truncated.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The integer.</returns>
    /// <exception cref="TorchException">The number is not finite, too large, or has an imaginary part.</exception>
    public static explicit operator int(Scalar value) => (int)value.Within(int.MinValue, int.MaxValue, "int");

    /// <summary>Whether the number is not zero, as Python's <c>bool(x)</c>.</summary>
    /// <param name="value">The number.</param>
    /// <returns>False for zero; otherwise true.</returns>
    public static explicit operator bool(Scalar value) => value.integer != 0 || value.real != 0 || value.imaginary != 0;

    /// <summary>The number as a complex number.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The number, with an imaginary part of 0 where it had none.</returns>
    public static explicit operator Complex(Scalar value) =>
        value.IsComplex ? new Complex(value.real, value.imaginary) : (double)value;

    /// <summary>Whether two numbers are equal, regardless of their kinds, as Python's <c>==</c>.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    /// <returns>True if they are equal.</returns>
    public static bool operator ==(Scalar left, Scalar right) => left.Equals(right);

    /// <summary>Whether two numbers differ, as Python's <c>!=</c>.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    /// <returns>True if they differ.</returns>
    public static bool operator !=(Scalar left, Scalar right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Scalar other) =>
        IsExact && other.IsExact
            ? integer == other.integer && (Kind == ScalarKind.Unsigned) == (other.Kind == ScalarKind.Unsigned)
            : (Complex)this == (Complex)other && IsAsLong(other) && other.IsAsLong(this);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Scalar other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ((Complex)this).GetHashCode();

    /// <summary>The number as Python prints it: <c>3</c>, <c>3.0</c>, <c>1e-05</c>, <c>True</c>, <c>(1+2j)</c>.</summary>
    /// <returns>The string, formatted with the invariant culture.</returns>
    public override string ToString() => Kind switch
    {
        ScalarKind.Boolean => integer != 0 ? "True" : "False",
        ScalarKind.Integer => integer.ToString(CultureInfo.InvariantCulture),
        ScalarKind.Unsigned => ((ulong)integer).ToString(CultureInfo.InvariantCulture),
        ScalarKind.Real => Printing.PythonNumber.Format(real),
        _ => Printing.PythonNumber.Format(new Complex(real, imaginary)),
    };

    /// <summary>The number in one of .NET's numeric formats, as Python's <c>f"{x:.2f}"</c>; a bool has none.</summary>
    /// <param name="format">.NET's format, such as <c>F2</c>; null or empty: as Python prints it.</param>
    /// <param name="formatProvider">The format provider; null: the invariant culture, as in Python.</param>
    /// <returns>The string.</returns>
    /// <exception cref="FormatException">The format is not valid for this kind of number.</exception>
    /// <example><code>
    /// Scalar third = 1.0 / 3;
    /// $"{third:F2} and {third}"   // 0.33 and 0.3333333333333333
    /// </code></example>
    public string ToString(string? format, IFormatProvider? formatProvider = null)
    {
        var provider = formatProvider ?? CultureInfo.InvariantCulture;
        return Kind switch
        {
            _ when string.IsNullOrEmpty(format) => ToString(),
            ScalarKind.Boolean => ToString(),
            ScalarKind.Integer => integer.ToString(format, provider),
            ScalarKind.Unsigned => ((ulong)integer).ToString(format, provider),
            ScalarKind.Real => real.ToString(format, provider),
            _ => new Complex(real, imaginary).ToString(format, provider),
        };
    }

    /// <summary>What libtorch's arithmetic in an integer dtype makes of an integer: its lowest bits.</summary>
    internal Scalar CutTo(DType dtype) => !IsWhole || dtype.IsDifferentiable ? this : (dtype.Itemsize, dtype.IsSigned) switch
    {
        (1, false) => (long)(byte)integer,
        (1, true) => (long)(sbyte)integer,
        (2, false) => (long)(ushort)integer,
        (2, true) => (long)(short)integer,
        (4, false) => (long)(uint)integer,
        (4, true) => (long)(int)integer,
        (_, false) => (ulong)integer,
        _ => integer,
    };

    private bool IsExact => IsWhole || Kind == ScalarKind.Boolean;

    // An integer beyond 2^53 and a real one may be the same double without being the same number.
    private bool IsAsLong(Scalar real) =>
        !IsWhole || (Kind == ScalarKind.Unsigned
            ? real.real < 18446744073709551616.0 && (ulong)real.real == (ulong)integer
            : real.real < 9223372036854775808.0 && (long)real.real == integer);
}

/// <summary>The kinds of numbers in Python.</summary>
internal enum ScalarKind : byte
{
    /// <summary>An integer.</summary>
    Integer,

    /// <summary>A real number.</summary>
    Real,

    /// <summary>A bool.</summary>
    Boolean,

    /// <summary>A complex number.</summary>
    Complex,

    /// <summary>An integer that is greater than any <c>long</c>.</summary>
    Unsigned,
}
