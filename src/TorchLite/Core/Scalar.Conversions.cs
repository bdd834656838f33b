using System.ComponentModel;
using System.Numerics;

// C# turns an unsigned number into a double where there is no conversion of its own, and a letter into its code. Each narrower unsigned
// type needs one too: it would fit a long as well as a ulong. What libtorch has no number for is refused in words.

namespace TorchLite;

/// <content>Conversions from .NET's numeric types other than bool, long, int, float, double and Complex.</content>
public readonly partial struct Scalar
{
    // C# goes by long and double to these; F# goes one step, and no more.
    /// <summary>Converts an integer.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The number.</returns>
    public static implicit operator Scalar(int value) => (long)value;

    /// <summary>Converts an integer.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The number.</returns>
    public static implicit operator Scalar(short value) => (long)value;

    /// <summary>Converts an integer.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The number.</returns>
    public static implicit operator Scalar(sbyte value) => (long)value;

    /// <summary>Converts a floating-point number.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The number.</returns>
    public static implicit operator Scalar(float value) => (double)value;

    /// <summary>Converts an integer from 0 to 255.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The number.</returns>
    public static implicit operator Scalar(byte value) => (long)value;

    /// <summary>Converts an integer from 0 to 65535.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The number.</returns>
    public static implicit operator Scalar(ushort value) => (long)value;

    /// <summary>Converts an integer from 0 to 4294967295.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The number.</returns>
    public static implicit operator Scalar(uint value) => (long)value;

    /// <summary>Converts an integer; one beyond the range of <c>long</c> keeps its value, as in PyTorch.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The number.</returns>
    public static implicit operator Scalar(ulong value) =>
        new(value <= long.MaxValue ? ScalarKind.Integer : ScalarKind.Unsigned, integer: unchecked((long)value));

    /// <summary>Converts a half-precision number.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The number.</returns>
    public static implicit operator Scalar(Half value) => (double)value;

    /// <summary>Does not compile; the compiler error says what to write instead.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("a letter is no number: write (long)value for its code.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator Scalar(char value) => throw new NotSupportedException();

    /// <summary>Does not compile; the compiler error says what to write instead.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("libtorch has no decimal numbers: write (double)value.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator Scalar(decimal value) => throw new NotSupportedException();

    /// <summary>Does not compile; the compiler error says what to write instead.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("libtorch has no numbers of 128 bits: write (long)value or (double)value.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator Scalar(Int128 value) => throw new NotSupportedException();

    /// <summary>Does not compile; the compiler error says what to write instead.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("libtorch has no numbers of 128 bits: write (long)value or (double)value.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator Scalar(UInt128 value) => throw new NotSupportedException();

    /// <summary>Does not compile; the compiler error says what to write instead.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("libtorch has no numbers without end: write (long)value or (double)value.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator Scalar(BigInteger value) => throw new NotSupportedException();

    /// <summary>Does not compile; the compiler error says what to write instead.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("a time is no number: write value.Ticks, or the seconds since some other time.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator Scalar(DateTime value) => throw new NotSupportedException();

    /// <summary>Does not compile; the compiler error says what to write instead.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("a span of time is no number: write value.TotalSeconds or value.Ticks.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator Scalar(TimeSpan value) => throw new NotSupportedException();

    /// <summary>The number as a <c>ulong</c>: a real number is truncated.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The integer.</returns>
    /// <exception cref="TorchException">The number is negative, not finite, too large, or has an imaginary part.</exception>
    public static explicit operator ulong(Scalar value) => value.Kind switch
    {
        ScalarKind.Unsigned => (ulong)value.integer,
        ScalarKind.Integer or ScalarKind.Boolean when value.integer >= 0 => (ulong)value.integer,
        ScalarKind.Real or ScalarKind.Complex when Math.Truncate((double)value) is >= 0 and < 18446744073709551616.0 and var cut =>
            (ulong)cut,
        _ => throw TooBig("uint64_t"),
    };

    /// <summary>The number as a <c>uint</c>: a real number is truncated.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The integer.</returns>
    /// <exception cref="TorchException">The value is not finite, does not fit, or has an imaginary part.</exception>
    public static explicit operator uint(Scalar value) => (uint)value.Within(uint.MinValue, uint.MaxValue, "uint32_t");

    /// <summary>The number as a <c>short</c>: a real number is truncated.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The integer.</returns>
    /// <exception cref="TorchException">The value is not finite, does not fit, or has an imaginary part.</exception>
    public static explicit operator short(Scalar value) => (short)value.Within(short.MinValue, short.MaxValue, "int16_t");

    /// <summary>The number as a <c>ushort</c>: a real number is truncated.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The integer.</returns>
    /// <exception cref="TorchException">The value is not finite, does not fit, or has an imaginary part.</exception>
    public static explicit operator ushort(Scalar value) => (ushort)value.Within(ushort.MinValue, ushort.MaxValue, "uint16_t");

    /// <summary>The number as a <c>sbyte</c>: a real number is truncated.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The integer.</returns>
    /// <exception cref="TorchException">The value is not finite, does not fit, or has an imaginary part.</exception>
    public static explicit operator sbyte(Scalar value) => (sbyte)value.Within(sbyte.MinValue, sbyte.MaxValue, "int8_t");

    /// <summary>The number as a <c>byte</c>: a real number is truncated.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The integer.</returns>
    /// <exception cref="TorchException">The value is not finite, does not fit, or has an imaginary part.</exception>
    public static explicit operator byte(Scalar value) => (byte)value.Within(byte.MinValue, byte.MaxValue, "uint8_t");

    /// <summary>The number as a <c>decimal</c>.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The number, in the 29 digits that a decimal has.</returns>
    /// <exception cref="TorchException">The number is not finite, too large, or has an imaginary part.</exception>
    public static explicit operator decimal(Scalar value) => value.Kind switch
    {
        ScalarKind.Unsigned => (ulong)value.integer,
        ScalarKind.Integer or ScalarKind.Boolean => value.integer,
        _ when Math.Abs((double)value) < (double)decimal.MaxValue => (decimal)(double)value,
        _ => throw TooBig("decimal"),
    };

    /// <summary>The number as an integer within a range.</summary>
    private long Within(long smallest, long largest, string type)
    {
        var whole = (long)this;
        return whole >= smallest && whole <= largest ? whole : throw TooBig(type);
    }

    private static TorchException TooBig(string type) => new($"value cannot be converted to type {type} without overflow");
}
