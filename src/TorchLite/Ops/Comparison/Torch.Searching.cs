namespace TorchLite;

/// <content>Searching in sorted sequences.</content>
public static partial class Torch
{
    /// <summary>The positions at which to insert numbers into a sorted sequence to keep it sorted: PyTorch's <c>searchsorted</c>.</summary>
    /// <param name="sortedSequence">The sequences, sorted along the last dimension.</param>
    /// <param name="input">The numbers; the sequence has one dimension, or all but the last are the same.</param>
    /// <param name="outInt32">Whether the result is int32 instead of int64.</param>
    /// <param name="right">Whether to insert after equal elements instead of before them.</param>
    /// <param name="side">The side as an enumeration value; null: as <paramref name="right"/> specifies.</param>
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
        Tensor sortedSequence, Tensor input, bool outInt32 = false, bool right = false, SearchSide? side = null, Tensor? sorter = null) =>
        Script.Run(
            $"torch.searchsorted({sortedSequence}, {input}, out_int32={outInt32}, right={right}, side={side}, "
            + $"sorter={sorter:optional})");

    /// <summary>The position at which to insert a number into a sorted sequence to keep it sorted: PyTorch's <c>searchsorted</c>.</summary>
    /// <param name="sortedSequence">The sequences, sorted along the last dimension.</param>
    /// <param name="input">The number.</param>
    /// <param name="outInt32">Whether the result is int32 instead of int64.</param>
    /// <param name="right">Whether to insert after equal elements instead of before them.</param>
    /// <param name="side">The side as an enumeration value; null: as <paramref name="right"/> specifies.</param>
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
        Tensor sortedSequence, Scalar input, bool outInt32 = false, bool right = false, SearchSide? side = null, Tensor? sorter = null) =>
        Script.Run(
            $"torch.searchsorted({sortedSequence}, {input}, out_int32={outInt32}, right={right}, side={side}, "
            + $"sorter={sorter:optional})");

    /// <summary>Whether a number is among the elements of a tensor: PyTorch's <c>torch.isin</c>.</summary>
    /// <param name="elements">The number.</param>
    /// <param name="testElements">The elements to search.</param>
    /// <param name="assumeUnique">Whether the elements are known to be unique, which is faster.</param>
    /// <param name="invert">Whether to negate the test.</param>
    /// <returns>A new 0-dim bool tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="testElements"/> is null.</exception>
    /// <exception cref="TorchException">The tensor or the number is bool or complex.</exception>
    /// <example><code>
    /// Torch.Isin(2, Torch.Tensor([1, 2]))   // tensor(True)
    /// </code></example>
    public static Tensor Isin(Scalar elements, Tensor testElements, bool assumeUnique = false, bool invert = false) =>
        Script.Run(
            $"torch.isin({TorchLite.Tensor.Sortable(elements)}, {testElements}, assume_unique={assumeUnique}, invert={invert})");

    /// <summary>The index of the bucket that contains each element: PyTorch's <c>bucketize</c>.</summary>
    /// <param name="input">The elements.</param>
    /// <param name="boundaries">The boundaries between buckets, sorted, in one dimension.</param>
    /// <param name="outInt32">Whether the result is int32 instead of int64.</param>
    /// <param name="right">Whether an element equal to a boundary is above it.</param>
    /// <returns>A new tensor of numbers, of the same shape.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchException">The boundaries do not have one dimension.</exception>
    /// <example><code>
    /// Torch.Bucketize(Torch.Tensor([0, 3, 9]), Torch.Tensor([1, 3, 5]))   // tensor([0, 1, 3])
    /// </code></example>
    public static Tensor Bucketize(Tensor input, Tensor boundaries, bool outInt32 = false, bool right = false) =>
        Script.Run($"torch.bucketize({input}, {boundaries}, out_int32={outInt32}, right={right})");

    /// <summary>The index of the bucket that contains a number: PyTorch's <c>bucketize</c>.</summary>
    /// <param name="input">The number.</param>
    /// <param name="boundaries">The boundaries between buckets, sorted, in one dimension.</param>
    /// <param name="outInt32">Whether the result is int32 instead of int64.</param>
    /// <param name="right">Whether an element equal to a boundary is above it.</param>
    /// <returns>A new 0-dim tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="boundaries"/> is null.</exception>
    /// <exception cref="TorchException">The boundaries do not have one dimension.</exception>
    /// <example><code>
    /// Torch.Bucketize(4, Torch.Tensor([1, 3, 5]))   // tensor(2)
    /// </code></example>
    public static Tensor Bucketize(Scalar input, Tensor boundaries, bool outInt32 = false, bool right = false) =>
        Script.Run($"torch.bucketize({input}, {boundaries}, out_int32={outInt32}, right={right})");
}
