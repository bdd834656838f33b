namespace TorchLite;

/// <content>Searching in sorted sequences, and indices.</content>
public static partial class Torch
{
    /// <summary>Where numbers would go in a sorted sequence to keep it sorted: PyTorch's <c>searchsorted</c>.</summary>
    /// <param name="sortedSequence">The sequences, sorted along the last dimension.</param>
    /// <param name="input">The numbers; the sequence has one dimension, or all but the last are the same.</param>
    /// <param name="outInt32">Whether the result is int32 instead of int64.</param>
    /// <param name="right">Whether an equal element is passed over.</param>
    /// <param name="side">The same as a word; null: as <paramref name="right"/> says.</param>
    /// <param name="sorter">Positions that would sort the sequence; null where it is sorted.</param>
    /// <returns>A new tensor of positions, of the shape of the numbers.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sortedSequence"/> or <paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes or dtypes do not fit, or <paramref name="side"/> is left and <paramref name="right"/> true.
    /// </exception>
    /// <example><code>
    /// Torch.Searchsorted(Torch.Tensor([1, 3, 5]), Torch.Tensor([3, 6]))   // tensor([1, 3])
    /// Torch.Searchsorted(Torch.Tensor([1, 3, 5]), Torch.Tensor([3, 6]), right: true)   // tensor([2, 3])
    /// </code></example>
    public static Tensor Searchsorted(
        Tensor sortedSequence, Tensor input, bool outInt32 = false, bool right = false, SearchSide? side = null, Tensor? sorter = null)
    {
        Given(sortedSequence);
        return Script.Run(
            $"torch.searchsorted({sortedSequence}, {Given(input)}, out_int32={outInt32}, right={right}, side={side}, "
            + $"sorter={sorter:optional})");
    }

    /// <summary>Where a number would go in a sorted sequence to keep it sorted: PyTorch's <c>searchsorted</c>.</summary>
    /// <param name="sortedSequence">The sequences, sorted along the last dimension.</param>
    /// <param name="input">The number.</param>
    /// <param name="outInt32">Whether the result is int32 instead of int64.</param>
    /// <param name="right">Whether an equal element is passed over.</param>
    /// <param name="side">The same as a word; null: as <paramref name="right"/> says.</param>
    /// <param name="sorter">Positions that would sort the sequence; null where it is sorted.</param>
    /// <returns>A new 0-dim tensor: the position.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sortedSequence"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes or dtypes do not fit, or <paramref name="side"/> is left and <paramref name="right"/> true.
    /// </exception>
    /// <example><code>
    /// Torch.Searchsorted(Torch.Tensor([1, 3, 5]), 4)   // tensor(2)
    /// </code></example>
    public static Tensor Searchsorted(
        Tensor sortedSequence, Scalar input, bool outInt32 = false, bool right = false, SearchSide? side = null, Tensor? sorter = null)
    {
        Given(sortedSequence);
        return Script.Run(
            $"torch.searchsorted({sortedSequence}, {input}, out_int32={outInt32}, right={right}, side={side}, "
            + $"sorter={sorter:optional})");
    }

    /// <summary>The number of the bucket that each element is in: PyTorch's <c>bucketize</c>.</summary>
    /// <param name="input">The elements.</param>
    /// <param name="boundaries">The boundaries between buckets, sorted, in one dimension.</param>
    /// <param name="outInt32">Whether the result is int32 instead of int64.</param>
    /// <param name="right">Whether an element equal to a boundary is above it.</param>
    /// <returns>A new tensor of numbers, of the same shape.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchException">The boundaries have not one dimension.</exception>
    /// <example><code>
    /// Torch.Bucketize(Torch.Tensor([0, 3, 9]), Torch.Tensor([1, 3, 5]))   // tensor([0, 1, 3])
    /// </code></example>
    public static Tensor Bucketize(Tensor input, Tensor boundaries, bool outInt32 = false, bool right = false) =>
        Script.Run($"torch.bucketize({Given(input)}, {Given(boundaries)}, out_int32={outInt32}, right={right})");

    /// <summary>The number of the bucket that a number is in: PyTorch's <c>bucketize</c>.</summary>
    /// <param name="input">The number.</param>
    /// <param name="boundaries">The boundaries between buckets, sorted, in one dimension.</param>
    /// <param name="outInt32">Whether the result is int32 instead of int64.</param>
    /// <param name="right">Whether an element equal to a boundary is above it.</param>
    /// <returns>A new 0-dim tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="boundaries"/> is null.</exception>
    /// <exception cref="TorchException">The boundaries have not one dimension.</exception>
    /// <example><code>
    /// Torch.Bucketize(4, Torch.Tensor([1, 3, 5]))   // tensor(2)
    /// </code></example>
    public static Tensor Bucketize(Scalar input, Tensor boundaries, bool outInt32 = false, bool right = false) =>
        Script.Run($"torch.bucketize({input}, {Given(boundaries)}, out_int32={outInt32}, right={right})");

    /// <summary>Positions among the elements in order as one index for each dimension: PyTorch's <c>unravel_index</c>.</summary>
    /// <param name="indices">The positions, whole numbers.</param>
    /// <param name="shape">The shape whose elements are meant.</param>
    /// <returns>For each dimension a new tensor of the shape of <paramref name="indices"/>, in int64.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="indices"/> is null.</exception>
    /// <exception cref="TorchTypeException">The positions are not whole numbers.</exception>
    /// <exception cref="TorchValueException">A size is negative.</exception>
    /// <example><code>
    /// Torch.UnravelIndex(Torch.Tensor([1, 5]), [2, 3])[0]   // tensor([0, 1])
    /// Torch.UnravelIndex(Torch.Tensor([1, 5]), [2, 3])[1]   // tensor([1, 2])
    /// </code></example>
    public static Tensor[] UnravelIndex(Tensor indices, Shape shape)
    {
        Given(indices);
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

    /// <summary>The shape that tensors of these shapes have together: PyTorch's <c>broadcast_shapes</c>.</summary>
    /// <param name="shapes">The shapes.</param>
    /// <returns>The shape that all of them broadcast to.</returns>
    /// <exception cref="TorchException">They do not broadcast, or a size is negative.</exception>
    /// <example><code>
    /// Torch.BroadcastShapes([2, 1], [3])   // torch.Size([2, 3])
    /// </code></example>
    public static Shape BroadcastShapes(params ReadOnlySpan<Shape> shapes)
    {
        var rank = 0;
        foreach (var shape in shapes)
        {
            rank = Math.Max(rank, shape.Count);
        }

        var result = new long[rank];
        Array.Fill(result, 1);
        foreach (var shape in shapes)
        {
            for (var i = 1; i <= shape.Count; i++)
            {
                var size = shape[^i];
                if (size < 0)
                {
                    throw new TorchException($"Trying to create tensor with negative dimension ({size}): ({size})");
                }

                ref var at = ref result[^i];
                if (size != 1 && size != at)
                {
                    at = at == 1 ? size : throw new TorchException("Shape mismatch: objects cannot be broadcast to a single shape");
                }
            }
        }

        return Shape.Own(result);
    }

    /// <summary>All choices of r elements of a vector: PyTorch's <c>combinations</c>.</summary>
    /// <param name="input">The vector.</param>
    /// <param name="r">How many elements each has.</param>
    /// <param name="withReplacement">Whether an element may come more than once.</param>
    /// <returns>A new tensor with a row for each choice.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">The tensor has not one dimension, or <paramref name="r"/> is negative.</exception>
    /// <example><code>
    /// Torch.Combinations(Torch.Tensor([1, 2, 3]))
    /// // tensor([[1, 2],
    /// //         [1, 3],
    /// //         [2, 3]])
    /// </code></example>
    public static Tensor Combinations(Tensor input, long r = 2, bool withReplacement = false)
    {
        Arguments.Combinations(r);
        return Script.Run($"torch.combinations({Given(input)}, {r}, {withReplacement})");
    }

    /// <summary>The Vandermonde matrix of a vector: its powers as columns: PyTorch's <c>vander</c>.</summary>
    /// <param name="x">The vector.</param>
    /// <param name="n">How many columns; null: as many as elements.</param>
    /// <param name="increasing">Whether the powers rise from left to right.</param>
    /// <returns>A new matrix; bool gives int64.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="x"/> is null.</exception>
    /// <exception cref="TorchException">The tensor has not one dimension, or <paramref name="n"/> is negative.</exception>
    /// <example><code>
    /// Torch.Vander(Torch.Tensor([1, 2, 3]))
    /// // tensor([[1, 1, 1],
    /// //         [4, 2, 1],
    /// //         [9, 3, 1]])
    /// </code></example>
    public static Tensor Vander(Tensor x, long? n = null, bool increasing = false) =>
        Script.Run($"torch.vander({Given(x)}, {n}, {increasing})");
}
