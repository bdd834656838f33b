namespace TorchLite;

// Without conversions of their own C# would take the nearest: a byte by way of an int, with what does not fit cut off; a decimal by way of
// a long, without what stands after the point.

/// <content>The number in a tensor of one element, as what .NET has of numbers besides bool, long, int, float and double.</content>
public sealed partial class Tensor
{
    /// <summary>The number in a tensor of one element, cut at the point.</summary>
    /// <param name="value">A tensor of one element.</param>
    /// <returns>The number.</returns>
    /// <exception cref="TorchException">The tensor has not just one element, or the number does not fit.</exception>
    public static explicit operator ulong(Tensor value) => (ulong)Present(value).Item();

    /// <summary>The number in a tensor of one element, cut at the point.</summary>
    /// <param name="value">A tensor of one element.</param>
    /// <returns>The number.</returns>
    /// <exception cref="TorchException">The tensor has not just one element, or the number does not fit.</exception>
    public static explicit operator uint(Tensor value) => (uint)Present(value).Item();

    /// <summary>The number in a tensor of one element, cut at the point.</summary>
    /// <param name="value">A tensor of one element.</param>
    /// <returns>The number.</returns>
    /// <exception cref="TorchException">The tensor has not just one element, or the number does not fit.</exception>
    public static explicit operator short(Tensor value) => (short)Present(value).Item();

    /// <summary>The number in a tensor of one element, cut at the point.</summary>
    /// <param name="value">A tensor of one element.</param>
    /// <returns>The number.</returns>
    /// <exception cref="TorchException">The tensor has not just one element, or the number does not fit.</exception>
    public static explicit operator ushort(Tensor value) => (ushort)Present(value).Item();

    /// <summary>The number in a tensor of one element, cut at the point.</summary>
    /// <param name="value">A tensor of one element.</param>
    /// <returns>The number.</returns>
    /// <exception cref="TorchException">The tensor has not just one element, or the number does not fit.</exception>
    public static explicit operator sbyte(Tensor value) => (sbyte)Present(value).Item();

    /// <summary>The number in a tensor of one element, cut at the point.</summary>
    /// <param name="value">A tensor of one element.</param>
    /// <returns>The number.</returns>
    /// <exception cref="TorchException">The tensor has not just one element, or the number does not fit.</exception>
    public static explicit operator byte(Tensor value) => (byte)Present(value).Item();

    /// <summary>The number in a tensor of one element.</summary>
    /// <param name="value">A tensor of one element.</param>
    /// <returns>The number, in the 29 digits that a decimal has.</returns>
    /// <exception cref="TorchException">The tensor has not just one element, or the number does not fit.</exception>
    public static explicit operator decimal(Tensor value) => (decimal)Present(value).Item();
}
