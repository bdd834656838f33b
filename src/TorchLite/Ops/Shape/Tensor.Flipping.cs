namespace TorchLite;

/// <content>Flipping, rotating and rolling.</content>
public partial class Tensor
{
    /// <summary>The elements in reverse order along dimensions: PyTorch's <c>flip</c>.</summary>
    /// <param name="dims">The dimension or dimensions; negative counts from the end.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Flip(0, 1)
    /// // tensor([[4, 3],
    /// //         [2, 1]])
    /// </code></example>
    [TorchFunction]
    [ForFSharp]
    public Tensor Flip(params ReadOnlySpan<long> dims) =>
        Gate.Direct(static (t, dims) => Exports.Flip(t, dims, dims.Length), this, dims.ToArray());

    /// <summary>The columns in reverse order: PyTorch's <c>fliplr</c>.</summary>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchException">The tensor has fewer than two dimensions.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Fliplr()
    /// // tensor([[2, 1],
    /// //         [4, 3]])
    /// </code></example>
    [TorchFunction]
    public Tensor Fliplr() => Gate.Direct(static t => Exports.Fliplr(t), this);

    /// <summary>The rows in reverse order: PyTorch's <c>flipud</c>.</summary>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchException">The tensor has no dimensions.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Flipud()
    /// // tensor([[3, 4],
    /// //         [1, 2]])
    /// </code></example>
    [TorchFunction]
    public Tensor Flipud() => Gate.Direct(static t => Exports.Flipud(t), this);

    /// <summary>Rotates by 90-degree steps in the plane of two dimensions: PyTorch's <c>rot90</c>.</summary>
    /// <param name="k">The number of quarter turns, from the first dimension towards the second.</param>
    /// <param name="dims">The two dimensions; null: 0 and 1.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">Exactly two different dimensions are required.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Rot90()
    /// // tensor([[2, 4],
    /// //         [1, 3]])
    /// </code></example>
    [TorchFunction]
    public Tensor Rot90(long k = 1, Dims? dims = null) =>
        Gate.Direct(static (t, a) => Exports.Rot90(t, a.k, a.Plane.From, a.Plane.To), this, (k, Plane: PlaneOf(dims)));

    /// <summary>
    /// Rolls the elements along dimensions; elements shifted beyond the end reappear at the start: PyTorch's <c>roll</c>.
    /// </summary>
    /// <param name="shifts">The number of places to shift, for each of the dimensions.</param>
    /// <param name="dims">The dimensions; null: the tensor is treated as one-dimensional.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The number of shifts differs from the number of dimensions.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Roll(1)   // tensor([3, 1, 2])
    /// Torch.Tensor([[1, 2], [3, 4]]).Roll(1, 1)
    /// // tensor([[2, 1],
    /// //         [4, 3]])
    /// </code></example>
    [TorchFunction]
    public Tensor Roll(Dims shifts, Dims? dims = null) =>
        Gate.Direct(
            static (t, a) => Exports.Roll(t, a.Shifts, a.Shifts.Length, a.Along, a.Along.Length), this,
            OnceForEachDimension(shifts.Values, dims?.Values ?? []));

    // libtorch calls itself for each shift, and ten thousand are more than the stack holds: those along one dimension are one.
    private (long[] Shifts, long[] Along) OnceForEachDimension(long[] shifts, long[] dims)
    {
        var sizes = Shape;
        if (dims.Length != shifts.Length || dims.Length <= sizes.Count
            || !Array.TrueForAll(dims, dim => dim >= -sizes.Count && dim < sizes.Count))
        {
            return (shifts, dims);
        }

        var sums = new Int128[sizes.Count];
        for (var i = 0; i < dims.Length; i++)
        {
            var dim = (int)WrapDim(dims[i], sizes.Count);
            sums[dim] = sizes[dim] == 0 ? 0 : (sums[dim] + shifts[i]) % sizes[dim];
        }

        return (Array.ConvertAll(sums, static sum => (long)sum), [.. Enumerable.Range(0, sums.Length).Select(static dim => (long)dim)]);
    }
}
