namespace TorchLite;

/// <content>Whether all or any elements are true.</content>
public partial class Tensor
{
    /// <summary>Whether all elements are nonzero: PyTorch's <c>all</c>.</summary>
    /// <returns>A new bool tensor without dimensions.</returns>
    /// <example><code>
    /// Torch.Tensor([true, false]).All()   // tensor(False)
    /// </code></example>
    [TorchFunction]
    public Tensor All() => Gate.Direct(static t => Exports.All(t), this);

    /// <summary>Whether all elements are nonzero, along a dimension: PyTorch's <c>all</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="keepdim">Whether to keep the reduced dimension, with size 1.</param>
    /// <returns>A new bool tensor.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Tensor([[true, false], [true, true]]).All(dim: 1)   // tensor([False,  True])
    /// </code></example>
    [TorchFunction]
    public Tensor All(long dim, bool keepdim = false) =>
        Gate.Direct(static (t, a) => Exports.All(t, a.dim, a.keepdim), this, (dim, keepdim));

    /// <summary>
    /// Whether all elements along dimensions are true, where a nonzero number counts as true: PyTorch's <c>all</c>.
    /// </summary>
    /// <param name="dim">The dimensions; negative counts from the end.</param>
    /// <param name="keepdim">Whether to keep the reduced dimensions, with size 1.</param>
    /// <returns>A new tensor without the reduced dimensions, or with size 1 there.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3).All(dim: [0, 1])   // tensor(True)
    /// </code></example>
    [TorchFunction]
    public Tensor All(Dims dim, bool keepdim = false) =>
        dim.Values.Length == 0 ? Truth() : Each(dim, keepdim, static (t, one) => t.All(one, true));

    /// <summary>Whether any element is nonzero: PyTorch's <c>any</c>.</summary>
    /// <returns>A new bool tensor without dimensions.</returns>
    /// <example><code>
    /// Torch.Tensor([true, false]).Any()   // tensor(True)
    /// </code></example>
    [TorchFunction]
    public Tensor Any() => Gate.Direct(static t => Exports.Any(t), this);

    /// <summary>Whether any element is nonzero, along a dimension: PyTorch's <c>any</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="keepdim">Whether to keep the reduced dimension, with size 1.</param>
    /// <returns>A new bool tensor.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Tensor([[true, false], [true, true]]).Any(dim: 1)   // tensor([True, True])
    /// </code></example>
    [TorchFunction]
    public Tensor Any(long dim, bool keepdim = false) =>
        Gate.Direct(static (t, a) => Exports.Any(t, a.dim, a.keepdim), this, (dim, keepdim));

    /// <summary>Whether any element along dimensions is true, where a nonzero number counts as true: PyTorch's <c>any</c>.</summary>
    /// <param name="dim">The dimensions; negative counts from the end.</param>
    /// <param name="keepdim">Whether to keep the reduced dimensions, with size 1.</param>
    /// <returns>A new tensor without the reduced dimensions, or with size 1 there.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3).Any(dim: [0, 1])   // tensor(True)
    /// </code></example>
    [TorchFunction]
    public Tensor Any(Dims dim, bool keepdim = false) =>
        dim.Values.Length == 0 ? Truth() : Each(dim, keepdim, static (t, one) => t.Any(one, true));

    // From the last dimension to the first, so that none moves before its turn.
    private Tensor Each(Dims dim, bool keepdim, Func<Tensor, long, Tensor> reduce)
    {
        var dims = WrapDims(dim, Dim());
        var result = dims.Aggregate(this, reduce);
        return keepdim ? result : result.Squeeze(dims);
    }
}
