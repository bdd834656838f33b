using System.ComponentModel;
using System.Numerics;

// C# turns an unsigned number into a double where there is no conversion of its own, and a letter into its code. Each narrower unsigned
// type needs one too: it would fit a long as well as a ulong. What libtorch has no number for is refused in words.

namespace TorchLite;

/// <content>Conversions from .NET's numeric types other than bool, long, double and Complex.</content>
public readonly partial struct TensorLiteral
{
    // C# goes by long and double to these; F# goes one step, and no more.

    /// <summary>Converts an integer.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The literal.</returns>
    public static implicit operator TensorLiteral(int value) => new((Scalar)value);

    /// <summary>Converts a floating-point number.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The literal.</returns>
    public static implicit operator TensorLiteral(float value) => new((Scalar)value);

    /// <summary>Converts an integer from 0 to 255.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The literal.</returns>
    public static implicit operator TensorLiteral(byte value) => new((Scalar)(long)value);

    /// <summary>Converts an integer from 0 to 65535.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The literal.</returns>
    public static implicit operator TensorLiteral(ushort value) => new((Scalar)(long)value);

    /// <summary>Converts an integer from 0 to 4294967295.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The literal.</returns>
    public static implicit operator TensorLiteral(uint value) => new((Scalar)(long)value);

    /// <summary>Converts an integer, which needs an explicit dtype if it exceeds the range of <c>long</c>.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The literal.</returns>
    public static implicit operator TensorLiteral(ulong value) => new((Scalar)value);

    /// <summary>Converts a half-precision number.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The literal.</returns>
    public static implicit operator TensorLiteral(Half value) => new((Scalar)(double)value);

    /// <summary>Does not compile; the compiler error says what to write instead.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("a letter is no number: write (long)value for its code.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator TensorLiteral(char value) => throw new NotSupportedException();

    /// <summary>Does not compile; the compiler error says what to write instead.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("libtorch has no decimal numbers: write (double)value.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator TensorLiteral(decimal value) => throw new NotSupportedException();

    /// <summary>Does not compile; the compiler error says what to write instead.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("libtorch has no numbers of 128 bits: write (long)value or (double)value.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator TensorLiteral(Int128 value) => throw new NotSupportedException();

    /// <summary>Does not compile; the compiler error says what to write instead.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("libtorch has no numbers of 128 bits: write (long)value or (double)value.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator TensorLiteral(UInt128 value) => throw new NotSupportedException();

    /// <summary>Does not compile; the compiler error says what to write instead.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("libtorch has no numbers without end: write (long)value or (double)value.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator TensorLiteral(BigInteger value) => throw new NotSupportedException();

    /// <summary>Does not compile; the compiler error says what to write instead.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("a time is no number: write value.Ticks, or the seconds since some other time.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator TensorLiteral(DateTime value) => throw new NotSupportedException();

    /// <summary>Does not compile; the compiler error says what to write instead.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("a span of time is no number: write value.TotalSeconds or value.Ticks.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator TensorLiteral(TimeSpan value) => throw new NotSupportedException();
}
