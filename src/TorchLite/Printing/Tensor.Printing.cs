namespace TorchLite;

/// <content>The printed form.</content>
public partial class Tensor
{
    /// <summary>The string that PyTorch prints for the tensor, the same in every culture: Python's <c>repr(x)</c>.</summary>
    /// <remarks>
    /// Of a tensor of more than 1000 elements only the edges are read and shown; <see cref="Torch.SetPrintoptions"/> changes that
    /// and more.
    /// </remarks>
    /// <returns>The string, of one or several lines.</returns>
    /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
    /// <example><code>
    /// Torch.Tensor([[1.0, 2.5], [-3.0, 1e-2]]).ToString()
    /// // tensor([[ 1.0000,  2.5000],
    /// //         [-3.0000,  0.0100]])
    /// Torch.Arange(2000)   // tensor([   0,    1,    2,  ..., 1997, 1998, 1999])
    /// </code></example>
    public override string ToString() => Printing.TensorText.Of(this);

    /// <summary>The number of a tensor without dimensions in one of .NET's numeric formats, as Python's <c>f"{loss:.4f}"</c>.</summary>
    /// <param name="format">.NET's format, such as <c>F4</c>; null or empty: the printed form, where Python's f-string gives the number.</param>
    /// <param name="formatProvider">The format provider; null: the invariant culture, as in Python.</param>
    /// <returns>The string.</returns>
    /// <exception cref="TorchTypeException">A format is given, and the tensor has dimensions or no data.</exception>
    /// <exception cref="FormatException">The format is not valid for this kind of number.</exception>
    /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
    /// <example><code>
    /// var loss = Torch.Tensor([0.5, 0.25]).Sum();
    /// loss.ToString("F2")                          // 0.75
    /// FormattableString.Invariant($"loss {loss:F4}")   // loss 0.7500
    /// $"{loss}"                                    // tensor(0.7500)
    /// Torch.Ones(2).ToString("F2")                 // TorchTypeException: unsupported format string passed to Tensor.__format__
    /// </code></example>
    public string ToString(string? format, IFormatProvider? formatProvider = null) =>
        string.IsNullOrEmpty(format) ? ToString()
        : Dim() == 0 && !IsMeta ? Item().ToString(format, formatProvider)
        : throw new TorchTypeException("unsupported format string passed to Tensor.__format__");
}
