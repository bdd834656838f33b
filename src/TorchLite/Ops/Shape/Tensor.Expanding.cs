namespace TorchLite;

/// <content>Repeating along dimensions, and the reverse.</content>
public partial class Tensor
{
    /// <summary>Expands dimensions of size 1, without a copy: PyTorch's <c>expand</c>.</summary>
    /// <param name="size">The new sizes; -1 leaves a size as it is.</param>
    /// <returns>A view that shares the tensor's memory.</returns>
    /// <exception cref="TorchException">A size that is not 1 would change.</exception>
    /// <example><code>
    /// Torch.Tensor([[1], [2]]).Expand(2, 3)
    /// // tensor([[1, 1, 1],
    /// //         [2, 2, 2]])
    /// </code></example>
    [ForFSharp]
    public Tensor Expand(params ReadOnlySpan<long> size)
    {
        var result = Gate.Direct(static (t, to) => Exports.Expand(t, to, to.Length, false), this, size.ToArray());

        // Where the compiler was Microsoft's, libtorch does not see that the number of elements is none.
        if (size.ContainsAnyExceptInRange(-1, long.MaxValue)
            || (!CppGuard.IsSupported && !Arguments.IsCountable(result.Shape.AsSpan())))
        {
            result.Dispose();
            throw new TorchException("numel: integer multiplication overflow");
        }

        return result;
    }

    /// <summary>Expands dimensions of size 1 to the shape of another tensor, without a copy: PyTorch's <c>expand_as</c>.</summary>
    /// <param name="other">The tensor whose shape to take.</param>
    /// <returns>A view that shares the tensor's memory.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">A size that is not 1 would change.</exception>
    /// <example><code>
    /// Torch.Tensor([1]).ExpandAs(Torch.Ones(3))   // tensor([1, 1, 1])
    /// </code></example>
    public Tensor ExpandAs(Tensor other) => Expand(NotNull(other).Shape.AsSpan());

    /// <summary>The tensor broadcast to a shape, without a copy: PyTorch's <c>broadcast_to</c>.</summary>
    /// <param name="shape">The sizes.</param>
    /// <returns>A view that shares the tensor's memory.</returns>
    /// <exception cref="TorchException">A size that is not 1 would change.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).BroadcastTo(2, 2)
    /// // tensor([[1, 2],
    /// //         [1, 2]])
    /// </code></example>
    [TorchFunction]
    [ForFSharp]
    public Tensor BroadcastTo(params ReadOnlySpan<long> shape) =>
        Gate.Direct(static (t, shape) => Exports.BroadcastTo(t, shape, shape.Length), this, shape.ToArray());

    /// <summary>The tensor repeated along its dimensions: PyTorch's <c>repeat</c>.</summary>
    /// <param name="repeats">The number of repetitions for each dimension; more numbers than dimensions prepend dimensions.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">There are fewer repeats than dimensions, or one is negative.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Repeat(2, 2)
    /// // tensor([[1, 2, 1, 2],
    /// //         [1, 2, 1, 2]])
    /// </code></example>
    [ForFSharp]
    public Tensor Repeat(params ReadOnlySpan<long> repeats) =>
        Gate.Direct(static (t, repeats) => Exports.Repeat(t, repeats, repeats.Length), this, Arguments.Repeats(repeats));

    /// <summary>The tensor repeated along its dimensions, the last ones first: PyTorch's <c>tile</c>.</summary>
    /// <param name="dims">The number of repetitions for each dimension; fewer numbers than dimensions apply to the last ones.</param>
    /// <returns>A new tensor.</returns>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Tile(2)   // tensor([1, 2, 1, 2])
    /// </code></example>
    [TorchFunction]
    [ForFSharp]
    public Tensor Tile(params ReadOnlySpan<long> dims) =>
        Gate.Direct(static (t, dims) => Exports.Tile(t, dims, dims.Length), this, Arguments.Repeats(dims));

    /// <summary>Each element repeated: PyTorch's <c>repeat_interleave</c>.</summary>
    /// <param name="repeats">The number of repetitions.</param>
    /// <param name="dim">The dimension; null: all elements in one dimension.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).RepeatInterleave(2)   // tensor([1, 1, 2, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor RepeatInterleave(long repeats, long? dim = null) =>
        Gate.Direct(
            static (t, a) => Exports.RepeatInterleave(t, a.repeats, a.dim ?? long.MinValue, long.MinValue), this, (repeats, dim));

    /// <summary>Each element repeated the number of times that a tensor gives: PyTorch's <c>repeat_interleave</c>.</summary>
    /// <param name="repeats">The number of repetitions for each element: int64, of one dimension.</param>
    /// <param name="dim">The dimension; null: all elements in one dimension.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="repeats"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The number of values differs from the number of elements.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).RepeatInterleave(Torch.Tensor([1, 3]))   // tensor([1, 2, 2, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor RepeatInterleave(Tensor repeats, long? dim = null) =>
        Gate.Direct(
            static (t, r, dim) => Exports.RepeatInterleave(t, r, dim ?? long.MinValue, long.MinValue), this, repeats, dim);

    /// <summary>
    /// Sums over the dimensions that broadcasting the given shape to this one would expand: PyTorch's <c>sum_to_size</c>.
    /// </summary>
    /// <param name="size">A shape that broadcasts to this one.</param>
    /// <returns>A tensor of that shape; this tensor itself where it has it.</returns>
    /// <exception cref="TorchException">The shape does not broadcast to this one.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3).SumToSize(1, 3)   // tensor([[2., 2., 2.]])
    /// </code></example>
    public Tensor SumToSize(params ReadOnlySpan<long> size)
    {
        var shape = size.ToArray();
        return Script.Run($"{this}.sum_to_size({shape})");
    }
}
