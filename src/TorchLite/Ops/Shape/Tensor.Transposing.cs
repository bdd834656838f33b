namespace TorchLite;

/// <content>Dimensions in another order.</content>
public partial class Tensor
{
    /// <summary>The dimensions in reverse order; for a matrix, rows and columns swapped, as a view: PyTorch's <c>T</c>.</summary>
    /// <exception cref="TorchException">libtorch does not reverse tensors with this number of dimensions.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3).T.Shape   // torch.Size([3, 2])
    /// </code></example>
    public Tensor T => Permute([.. Enumerable.Range(0, (int)Dim()).Reverse().Select(static d => (long)d)]);

    /// <summary>Swaps rows and columns, in place: PyTorch's <c>t_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The tensor has more than two dimensions.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3).T_().Shape   // torch.Size([3, 2])
    /// </code></example>
    public Tensor T_() => Dim() switch
    {
        0 or 1 => Gate.DirectInPlace(static t => Exports.Transpose_(t, 0, 0), this),
        2 => Gate.DirectInPlace(static t => Exports.Transpose_(t, 0, 1), this),
        _ => throw new TorchException($"t_() expects a tensor with <= 2 dimensions, but self is {Dim()}D"),
    };

    /// <summary>The last two dimensions swapped, as a view: PyTorch's <c>mT</c>.</summary>
    /// <exception cref="TorchException">The tensor has fewer than two dimensions.</exception>
    /// <example><code>
    /// Torch.Ones(5, 2, 3).MT.Shape   // torch.Size([5, 3, 2])
    /// </code></example>
    public Tensor MT => Gate.Direct(static t => Exports.MT(t), this);

    /// <summary>The matrix transposed and conjugated, as a view: PyTorch's <c>H</c>.</summary>
    /// <exception cref="TorchException">The tensor does not have two dimensions.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3).H.Shape   // torch.Size([3, 2])
    /// </code></example>
    public Tensor H => Dim() is 0 or 2
        ? MH
        : throw new TorchException(
            $"tensor.H is only supported on matrices (2-D tensors). Got {Dim()}-D tensor."
            + (Dim() > 2 ? " For batches of matrices, consider using tensor.mH" : ""));

    /// <summary>The last two dimensions swapped, and conjugated, as a view: PyTorch's <c>mH</c>.</summary>
    /// <exception cref="TorchException">The tensor has fewer than two dimensions.</exception>
    /// <example><code>
    /// Torch.Ones(5, 2, 3).MH.Shape   // torch.Size([5, 3, 2])
    /// </code></example>
    public Tensor MH => Gate.Direct(static t => Exports.MH(t), this);

    /// <summary>Each matrix transposed and conjugated, another name of <see cref="MH"/>: PyTorch's <c>adjoint</c>.</summary>
    /// <returns>A view of the same memory.</returns>
    /// <exception cref="TorchException">The tensor has fewer than two dimensions.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Adjoint()
    /// // tensor([[1, 3],
    /// //         [2, 4]])
    /// </code></example>
    [TorchFunction]
    public Tensor Adjoint() => Dim() == 1
        ? throw new TorchException("tensor.adjoint() is only supported on matrices or batches of matrices. Got 1-D tensor.")
        : Script.Run($"torch.adjoint({this})");

    /// <summary>Swaps two dimensions: PyTorch's <c>transpose</c>.</summary>
    /// <param name="dim0">One dimension.</param>
    /// <param name="dim1">The other dimension.</param>
    /// <returns>A view that shares the tensor's memory.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3, 4).Transpose(0, 2).Shape   // torch.Size([4, 3, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor Transpose(long dim0, long dim1) =>
        Gate.Direct(static (t, a) => Exports.Transpose(t, a.dim0, a.dim1), this, (dim0, dim1));

    /// <summary>Swaps two dimensions, in place: PyTorch's <c>transpose_</c>.</summary>
    /// <param name="dim0">One dimension; negative counts from the end.</param>
    /// <param name="dim1">The other.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2, 3], [4, 5, 6]]).Transpose_(0, 1)
    /// // tensor([[1, 4],
    /// //         [2, 5],
    /// //         [3, 6]])
    /// </code></example>
    public Tensor Transpose_(long dim0, long dim1) => Script.InPlace(this, $"{this}.transpose_({dim0}, {dim1})");

    /// <summary>Another name of <see cref="Transpose"/>: PyTorch's <c>swapaxes</c>.</summary>
    /// <param name="axis0">One dimension.</param>
    /// <param name="axis1">The other dimension.</param>
    /// <returns>A view that shares the tensor's memory.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3, 4).Swapaxes(0, 2).Shape   // torch.Size([4, 3, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor Swapaxes(long axis0, long axis1) => Transpose(axis0, axis1);

    /// <summary>Swaps two dimensions, in place, as <c>transpose_</c> does: PyTorch's <c>swapaxes_</c>.</summary>
    /// <param name="axis0">One dimension; negative counts from the end.</param>
    /// <param name="axis1">The other.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2, 3], [4, 5, 6]]).Swapaxes_(0, 1)
    /// // tensor([[1, 4],
    /// //         [2, 5],
    /// //         [3, 6]])
    /// </code></example>
    public Tensor Swapaxes_(long axis0, long axis1) => Script.InPlace(this, $"{this}.swapaxes_({axis0}, {axis1})");

    /// <summary>Another name of <see cref="Transpose"/>: PyTorch's <c>swapdims</c>.</summary>
    /// <param name="dim0">One dimension.</param>
    /// <param name="dim1">The other dimension.</param>
    /// <returns>A view that shares the tensor's memory.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3, 4).Swapdims(0, 2).Shape   // torch.Size([4, 3, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor Swapdims(long dim0, long dim1) => Transpose(dim0, dim1);

    /// <summary>Swaps two dimensions, in place, as <c>transpose_</c> does: PyTorch's <c>swapdims_</c>.</summary>
    /// <param name="dim0">One dimension; negative counts from the end.</param>
    /// <param name="dim1">The other.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2, 3], [4, 5, 6]]).Swapdims_(0, 1)
    /// // tensor([[1, 4],
    /// //         [2, 5],
    /// //         [3, 6]])
    /// </code></example>
    public Tensor Swapdims_(long dim0, long dim1) => Script.InPlace(this, $"{this}.swapdims_({dim0}, {dim1})");

    /// <summary>The dimensions in another order: PyTorch's <c>permute</c>.</summary>
    /// <param name="dims">All dimensions, in the new order.</param>
    /// <returns>A view that shares the tensor's memory.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">A dimension is missing or repeated.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3, 4).Permute(2, 0, 1).Shape   // torch.Size([4, 2, 3])
    /// </code></example>
    [TorchFunction]
    [ForFSharp]
    public Tensor Permute(params ReadOnlySpan<long> dims) =>
        Gate.Direct(static (t, order) => Exports.Permute(t, order, order.Length), this, dims.ToArray());

    /// <summary>Moves dimensions to other positions, the rest in their order: PyTorch's <c>movedim</c>.</summary>
    /// <param name="source">The current positions of the dimensions.</param>
    /// <param name="destination">The new positions of the dimensions.</param>
    /// <returns>A view that shares the tensor's memory.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The lists differ in length, or a dimension is repeated.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3, 4).Movedim(0, -1).Shape   // torch.Size([3, 4, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor Movedim(Dims source, Dims destination) =>
        Gate.Direct(
            static (t, a) => Exports.Movedim(t, a.From, a.From.Length, a.To, a.To.Length), this,
            (From: source.Values, To: destination.Values));

    /// <summary>Another name of <see cref="Movedim"/>: PyTorch's <c>moveaxis</c>.</summary>
    /// <param name="source">The current positions of the dimensions.</param>
    /// <param name="destination">The new positions of the dimensions.</param>
    /// <returns>A view that shares the tensor's memory.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The lists differ in length, or a dimension is repeated.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3, 4).Moveaxis(0, -1).Shape   // torch.Size([3, 4, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor Moveaxis(Dims source, Dims destination) => Movedim(source, destination);
}
