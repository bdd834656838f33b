using System.ComponentModel;
using System.Numerics;

// C# turns an unsigned number into a double where there is no conversion of its own, and a letter into its code. Each narrower unsigned
// type needs one too: it would fit a long as well as a ulong. What libtorch has no number for is refused in words.

namespace TorchLite;

/// <content>What .NET has of numbers besides bool, long, double and Complex, as tensors without dimensions.</content>
public sealed partial class Tensor
{
    /// <summary>Takes a whole number from 0 to 255.</summary>
    /// <param name="value">The value.</param>
    /// <returns>A new tensor on the CPU.</returns>
    public static implicit operator Tensor(byte value) => FromNumber((long)value);

    /// <summary>Takes a whole number from 0 to 65535.</summary>
    /// <param name="value">The value.</param>
    /// <returns>A new tensor on the CPU.</returns>
    public static implicit operator Tensor(ushort value) => FromNumber((long)value);

    /// <summary>Takes a whole number from 0 to 4294967295.</summary>
    /// <param name="value">The value.</param>
    /// <returns>A new tensor on the CPU.</returns>
    public static implicit operator Tensor(uint value) => FromNumber((long)value);

    /// <summary>Takes a whole number, as <c>Torch.Tensor(value)</c> does.</summary>
    /// <param name="value">The value.</param>
    /// <returns>A new tensor on the CPU.</returns>
    /// <exception cref="TorchValueException">It is beyond a <c>long</c>, which is what the tensor holds.</exception>
    public static implicit operator Tensor(ulong value) => FromNumber(value);

    /// <summary>Takes a real number of half precision.</summary>
    /// <param name="value">The value.</param>
    /// <returns>A new tensor on the CPU.</returns>
    public static implicit operator Tensor(Half value) => FromNumber((double)value);

    /// <summary>Does not compile, and says what to write instead.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("a letter is no number: write (long)value for its code.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator Tensor(char value) => throw new NotSupportedException();

    /// <summary>Does not compile, and says what to write instead.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("libtorch has no decimal numbers: write (double)value.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator Tensor(decimal value) => throw new NotSupportedException();

    /// <summary>Does not compile, and says what to write instead.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("libtorch has no numbers of 128 bits: write (long)value or (double)value.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator Tensor(Int128 value) => throw new NotSupportedException();

    /// <summary>Does not compile, and says what to write instead.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("libtorch has no numbers of 128 bits: write (long)value or (double)value.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator Tensor(UInt128 value) => throw new NotSupportedException();

    /// <summary>Does not compile, and says what to write instead.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("libtorch has no numbers without end: write (long)value or (double)value.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator Tensor(BigInteger value) => throw new NotSupportedException();

    /// <summary>Does not compile, and says what to write instead.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("a time is no number: write value.Ticks, or the seconds since some other time.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator Tensor(DateTime value) => throw new NotSupportedException();

    /// <summary>Does not compile, and says what to write instead.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Nothing.</returns>
    [Obsolete("a stretch of time is no number: write value.TotalSeconds or value.Ticks.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator Tensor(TimeSpan value) => throw new NotSupportedException();
}
