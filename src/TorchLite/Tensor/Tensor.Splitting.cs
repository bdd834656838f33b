namespace TorchLite;

/// <content>Parts along the dimensions that have names.</content>
public sealed partial class Tensor
{
    /// <summary>Equal parts side by side: along the second dimension, or the only one: PyTorch's <c>hsplit</c>.</summary>
    /// <param name="sections">How many parts.</param>
    /// <returns>Views of the same memory.</returns>
    /// <exception cref="TorchException">There are too few dimensions, or the size does not divide into so many.</exception>
    /// <example><code>
    /// Torch.Ones(2, 4).Hsplit(2)[1].Shape   // torch.Size([2, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor[] Hsplit(long sections) => SplitEvenly("hsplit", sections, 1, Dim() == 1 ? 0 : 1);

    /// <summary>Parts side by side: along the second dimension, or the only one: PyTorch's <c>hsplit</c>.</summary>
    /// <param name="indices">Where the parts after the first begin.</param>
    /// <returns>Views of the same memory.</returns>
    /// <exception cref="TorchException">There are too few dimensions.</exception>
    /// <example><code>
    /// Torch.Ones(2, 4).Hsplit([1])[1].Shape   // torch.Size([2, 3])
    /// </code></example>
    [TorchFunction]
    public Tensor[] Hsplit(Shape indices) => Splittable("hsplit", 1).TensorSplit(indices, Dim() == 1 ? 0 : 1);

    /// <summary>Equal parts one above the other: along the first dimension: PyTorch's <c>vsplit</c>.</summary>
    /// <param name="sections">How many parts.</param>
    /// <returns>Views of the same memory.</returns>
    /// <exception cref="TorchException">There are too few dimensions, or the size does not divide into so many.</exception>
    /// <example><code>
    /// Torch.Ones(4, 2).Vsplit(2)[1].Shape   // torch.Size([2, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor[] Vsplit(long sections) => SplitEvenly("vsplit", sections, 2, 0);

    /// <summary>Parts one above the other: along the first dimension: PyTorch's <c>vsplit</c>.</summary>
    /// <param name="indices">Where the parts after the first begin.</param>
    /// <returns>Views of the same memory.</returns>
    /// <exception cref="TorchException">There are too few dimensions.</exception>
    /// <example><code>
    /// Torch.Ones(4, 2).Vsplit([1])[1].Shape   // torch.Size([3, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor[] Vsplit(Shape indices) => Splittable("vsplit", 2).TensorSplit(indices, 0);

    /// <summary>Equal parts one behind the other: along the third dimension: PyTorch's <c>dsplit</c>.</summary>
    /// <param name="sections">How many parts.</param>
    /// <returns>Views of the same memory.</returns>
    /// <exception cref="TorchException">There are too few dimensions, or the size does not divide into so many.</exception>
    /// <example><code>
    /// Torch.Ones(1, 1, 4).Dsplit(2)[1].Shape   // torch.Size([1, 1, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor[] Dsplit(long sections) => SplitEvenly("dsplit", sections, 3, 2);

    /// <summary>Parts one behind the other: along the third dimension: PyTorch's <c>dsplit</c>.</summary>
    /// <param name="indices">Where the parts after the first begin.</param>
    /// <returns>Views of the same memory.</returns>
    /// <exception cref="TorchException">There are too few dimensions.</exception>
    /// <example><code>
    /// Torch.Ones(1, 1, 4).Dsplit([1])[1].Shape   // torch.Size([1, 1, 3])
    /// </code></example>
    [TorchFunction]
    public Tensor[] Dsplit(Shape indices) => Splittable("dsplit", 3).TensorSplit(indices, 2);

    private Tensor Splittable(string op, long least) => Dim() >= least
        ? this
        : throw new TorchException(
            $"torch.{op} requires a tensor with at least {least} dimension, but got a tensor with {Dim()} dimensions!");

    private Tensor[] SplitEvenly(string op, long sections, long least, long dim)
    {
        var size = Splittable(op, least).Size(dim);
        return sections > 0 && size % sections == 0
            ? TensorSplit(sections, dim)
            : throw new TorchException(
                $"torch.{op} attempted to split along dimension {dim}, but the size of the dimension {size} "
                + $"is not divisible by the split_size {sections}!");
    }
}
