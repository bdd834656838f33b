namespace TorchLite;

/// <content>Replacing the elements under a mask.</content>
public partial class Tensor
{
    /// <summary>
    /// A copy in which the elements under a mask are the number in a tensor without dimensions: PyTorch's <c>masked_fill</c>.
    /// </summary>
    /// <param name="mask">A bool tensor; the shape broadcasts.</param>
    /// <param name="value">The number.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mask"/> is null.</exception>
    /// <exception cref="TorchException">The value has a dimension, or does not fit the dtype.</exception>
    /// <example><code>
    /// Torch.Zeros(2).MaskedFill(Torch.Tensor([true, false]), Torch.Tensor(3))   // tensor([3., 0.])
    /// </code></example>
    [TorchFunction]
    public Tensor MaskedFill(Tensor mask, Tensor value) =>
        Script.Run($"torch.masked_fill({this}, {mask}, {value})");

    /// <summary>A number where a mask is true: PyTorch's <c>masked_fill</c>.</summary>
    /// <param name="mask">A bool tensor that broadcasts to this shape.</param>
    /// <param name="value">The number.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mask"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The mask is not bool, its shape does not broadcast, or the number does not fit the dtype.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).MaskedFill(Torch.Tensor([true, false, true]), 0)   // tensor([0, 2, 0])
    /// </code></example>
    [TorchFunction]
    [ForFSharp]
    public Tensor MaskedFill(Tensor mask, Scalar value) => Gate.Direct(static (t, m, s) => Exports.MaskedFill(t, m, s), this, mask, value);

    /// <summary>Sets the elements under a mask to the number in a tensor without dimensions: PyTorch's <c>masked_fill_</c>.</summary>
    /// <param name="mask">A bool tensor; the shape broadcasts.</param>
    /// <param name="value">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mask"/> is null.</exception>
    /// <exception cref="TorchException">The value has a dimension, or does not fit the dtype.</exception>
    /// <example><code>
    /// Torch.Zeros(2).MaskedFill_(Torch.Tensor([true, false]), Torch.Tensor(3))   // tensor([3., 0.])
    /// </code></example>
    public Tensor MaskedFill_(Tensor mask, Tensor value) =>
        Script.InPlace(this, $"{this}.masked_fill_({mask}, {value})");

    /// <summary>A number where a mask is true, in place: PyTorch's <c>masked_fill_</c>.</summary>
    /// <param name="mask">A bool tensor that broadcasts to this shape.</param>
    /// <param name="value">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mask"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The mask is not bool, its shape does not broadcast, or the number does not fit the dtype.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).MaskedFill_(Torch.Tensor([true, false, true]), 0)   // tensor([0, 2, 0])
    /// </code></example>
    [ForFSharp]
    public Tensor MaskedFill_(Tensor mask, Scalar value) => Gate.DirectInPlace(static (t, m, s) => Exports.MaskedFill_(t, m, s), this, mask, value);

    /// <summary>The elements of another tensor, one after the other, where a mask is true: PyTorch's <c>masked_scatter</c>.</summary>
    /// <param name="mask">A bool tensor that broadcasts to this shape.</param>
    /// <param name="source">The elements, of the same dtype; at least as many as the mask has true.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mask"/> or <paramref name="source"/> is null.</exception>
    /// <exception cref="TorchException">The mask is not bool, or there are too few elements.</exception>
    /// <example><code>
    /// Torch.Tensor([0, 0, 0]).MaskedScatter(Torch.Tensor([true, false, true]), Torch.Tensor([7, 8]))   // tensor([7, 0, 8])
    /// </code></example>
    [TorchFunction]
    public Tensor MaskedScatter(Tensor mask, Tensor source) =>
        Gate.Direct(static (t, m, s) => Exports.MaskedScatter(t, m, s), this, mask, source);

    /// <summary>
    /// The elements of another tensor, one after the other, where a mask is true, in place: PyTorch's <c>masked_scatter_</c>.
    /// </summary>
    /// <param name="mask">A bool tensor that broadcasts to this shape.</param>
    /// <param name="source">The elements, of the same dtype; at least as many as the mask has true.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mask"/> or <paramref name="source"/> is null.</exception>
    /// <exception cref="TorchException">The mask is not bool, or there are too few elements.</exception>
    /// <example><code>
    /// Torch.Tensor([0, 0, 0]).MaskedScatter_(Torch.Tensor([true, false, true]), Torch.Tensor([7, 8]))   // tensor([7, 0, 8])
    /// </code></example>
    public Tensor MaskedScatter_(Tensor mask, Tensor source) =>
        Gate.DirectInPlace(static (t, m, s) => Exports.MaskedScatter_(t, m, s), this, mask, source);
}
