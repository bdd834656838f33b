namespace TorchLite;

/// <content>Scattering with a reduction, which TorchSharp lacks.</content>
public sealed partial class Tensor
{
    /// <summary>
    /// A copy into which values are put at positions along a dimension, those that meet at one place combined: PyTorch's
    /// <c>scatter_reduce</c>.
    /// </summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">For each value its position along the dimension, in int64.</param>
    /// <param name="src">The values, of this dtype.</param>
    /// <param name="reduce">How values that meet are combined.</param>
    /// <param name="includeSelf">Whether what was there takes part.</param>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> or <paramref name="src"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">A position is out of range, or the dtypes or shapes do not fit.</exception>
    /// <example><code>
    /// var (index, src) = (Torch.Tensor([0, 0, 1]), Torch.Tensor([5.0, 7.0, 2.0]));
    /// Torch.Ones(3).ScatterReduce(0, index, src, ScatterReduction.Sum)                       // tensor([13.,  3.,  1.])
    /// Torch.Ones(3).ScatterReduce(0, index, src, ScatterReduction.Mean, includeSelf: false)  // tensor([6., 2., 1.])
    /// </code></example>
    [TorchFunction]
    public Tensor ScatterReduce(long dim, Tensor index, Tensor src, ScatterReduction reduce, bool includeSelf = true) =>
        Script.Run($"torch.scatter_reduce({this}, {dim}, {Given(index)}, {Given(src)}, {Word(reduce)}, include_self={includeSelf})");

    /// <summary>
    /// Puts values at positions along a dimension, those that meet at one place combined: PyTorch's <c>scatter_reduce_</c>.
    /// </summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">For each value its position along the dimension, in int64.</param>
    /// <param name="src">The values, of this dtype.</param>
    /// <param name="reduce">How values that meet are combined.</param>
    /// <param name="includeSelf">Whether what was there takes part.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> or <paramref name="src"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">
    /// A position is out of range, the dtypes or shapes do not fit, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Ones(2).ScatterReduce_(0, Torch.Tensor([0, 0]), Torch.Tensor([5.0, 7.0]), ScatterReduction.Amax)   // tensor([7., 1.])
    /// </code></example>
    public Tensor ScatterReduce_(long dim, Tensor index, Tensor src, ScatterReduction reduce, bool includeSelf = true) =>
        Script.InPlace(
            this, $"{this}.scatter_reduce_({dim}, {Given(index)}, {Given(src)}, {Word(reduce)}, include_self={includeSelf})");

    /// <summary>PyTorch's word for it.</summary>
    private static string Word(ScatterReduction reduce) => reduce switch
    {
        ScatterReduction.Sum => "sum",
        ScatterReduction.Prod => "prod",
        ScatterReduction.Mean => "mean",
        ScatterReduction.Amax => "amax",
        ScatterReduction.Amin => "amin",
        _ => throw new TorchException($"reduce argument must be either sum, prod, mean, amax or amin, got {reduce}"),
    };
}
