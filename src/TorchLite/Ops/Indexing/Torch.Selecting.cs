namespace TorchLite;

/// <content>Choice by condition, and indices of elements.</content>
public static partial class Torch
{
    /// <summary>A slice for an index, as Python's <c>start:stop:step</c>: PyTorch's <c>slice(start, stop, step)</c>.</summary>
    /// <param name="start">The first position; null: the beginning.</param>
    /// <param name="stop">Before which position to end; null: the end.</param>
    /// <param name="step">How far to go each time, at least 1.</param>
    /// <returns>The index.</returns>
    /// <example><code>
    /// Torch.Arange(10)[Torch.Slice(1, 8, 3)]   // tensor([1, 4, 7])
    /// </code></example>
    public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) => TensorIndex.Part(start, stop, step);

    /// <summary>
    /// One tensor's elements where a condition is true, and the other's where it is false: PyTorch's <c>torch.where</c>.
    /// </summary>
    /// <param name="condition">A bool tensor; it broadcasts.</param>
    /// <param name="input">The values used where the condition is true.</param>
    /// <param name="other">The values used where the condition is false.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="condition"/> or <paramref name="input"/> or <paramref name="other"/> is null.
    /// </exception>
    /// <exception cref="TorchException">The shapes do not broadcast, or the devices differ.</exception>
    /// <example><code>
    /// Torch.Where(Torch.Tensor([true, false]), Torch.Tensor([1, 2]), Torch.Tensor([8, 9]))   // tensor([1, 9])
    /// </code></example>
    public static Tensor Where(Tensor condition, Tensor input, Tensor other) =>
        Gate.Direct(static (c, a, b) => Exports.Where(c, a, b), condition, input, other);

    /// <summary>
    /// One tensor's elements where a condition is true, and the other's where it is false: PyTorch's <c>torch.where</c>.
    /// </summary>
    /// <param name="condition">A bool tensor; it broadcasts.</param>
    /// <param name="input">The values used where the condition is true.</param>
    /// <param name="other">The values used where the condition is false.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> or <paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not broadcast, or the devices differ.</exception>
    /// <example><code>
    /// Torch.Where(Torch.Tensor([true, false]), Torch.Tensor([1, 2]), 0)   // tensor([1, 0])
    /// </code></example>
    public static Tensor Where(Tensor condition, Tensor input, Scalar other) => NotNull(input).Where(condition, other);

    /// <summary>
    /// One tensor's elements where a condition is true, and the other's where it is false: PyTorch's <c>torch.where</c>.
    /// </summary>
    /// <param name="condition">A bool tensor; it broadcasts.</param>
    /// <param name="input">The values used where the condition is true.</param>
    /// <param name="other">The values used where the condition is false.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> or <paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not broadcast, or the devices differ.</exception>
    /// <example><code>
    /// Torch.Where(Torch.Tensor([true, false]), 0, Torch.Tensor([8, 9]))   // tensor([0, 9])
    /// </code></example>
    public static Tensor Where(Tensor condition, Scalar input, Tensor other)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(other);
        return other.Where(condition.LogicalNot(), input);
    }

    /// <summary>
    /// One tensor's elements where a condition is true, and the other's where it is false: PyTorch's <c>torch.where</c>.
    /// </summary>
    /// <param name="condition">A bool tensor; it broadcasts.</param>
    /// <param name="input">The values used where the condition is true.</param>
    /// <param name="other">The values used where the condition is false.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not broadcast, or the devices differ.</exception>
    /// <example><code>
    /// Torch.Where(Torch.Tensor([true, false]), 1.5, 0)   // tensor([1.5000, 0.0000])
    /// </code></example>
    public static Tensor Where(Tensor condition, Scalar input, Scalar other)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var dtype = ResultType(input, other);
        using var one = Full(default, input, dtype, condition.Device);
        using var another = Full(default, other, dtype, condition.Device);
        return Where(condition, one, another);
    }

    /// <summary>The positions of the elements that are not zero, one tensor for each dimension: PyTorch's <c>torch.where</c>.</summary>
    /// <param name="condition">A tensor of any dtype.</param>
    /// <returns>As many int64 tensors as dimensions.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> is null.</exception>
    /// <example><code>
    /// Torch.Where(Torch.Tensor([0, 5, 6]))[0]   // tensor([1, 2])
    /// </code></example>
    public static Tensor[] Where(Tensor condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Gate.DirectMany(
            static (c, _) => Exports.Where(c, HandleArray.Room), condition.DType == DType.Bool ? condition : condition.Bool(), 0);
    }

    /// <summary>Positions among the elements in order as one index for each dimension: PyTorch's <c>unravel_index</c>.</summary>
    /// <param name="indices">The positions, integers.</param>
    /// <param name="shape">The shape whose elements are meant.</param>
    /// <returns>For each dimension a new tensor of the shape of <paramref name="indices"/>, in int64.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="indices"/> is null.</exception>
    /// <exception cref="TorchTypeException">The positions are not integers.</exception>
    /// <exception cref="TorchValueException">A size is negative.</exception>
    /// <example><code>
    /// Torch.UnravelIndex(Torch.Tensor([1, 5]), [2, 3])[0]   // tensor([0, 1])
    /// Torch.UnravelIndex(Torch.Tensor([1, 5]), [2, 3])[1]   // tensor([1, 2])
    /// </code></example>
    public static Tensor[] UnravelIndex(Tensor indices, Shape shape)
    {
        NotNull(indices);
        if (indices.DType.IsDifferentiable || indices.DType == DType.Bool)
        {
            throw new TorchTypeException($"expected 'indices' to be integer dtype, but got {indices.DType}");
        }

        var sizes = shape.ToArray();
        if (sizes.Any(static size => size < 0))
        {
            throw new TorchValueException($"'shape' cannot have negative values, but got ({string.Join(", ", sizes)})");
        }

        var parts = new Tensor[sizes.Length];
        var whole = indices.Long();
        long step = 1;
        for (var i = sizes.Length - 1; i >= 0; i--)
        {
            parts[i] = whole.FloorDivide(step).Remainder_(sizes[i]);
            step *= sizes[i];
        }

        return parts;
    }
}
