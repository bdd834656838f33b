namespace TorchLite;

/// <content>Shapes changed in place, and diagonals.</content>
public sealed partial class Tensor
{
    /// <summary>Leaves out all dimensions of size 1, in place: PyTorch's <c>squeeze_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <example><code>
    /// Torch.Ones(1, 2, 1).Squeeze_().Shape   // torch.Size([2])
    /// </code></example>
    public Tensor Squeeze_() => Gate.DirectInPlace(static t => Exports.Squeeze_(t), this);

    /// <summary>Leaves out dimensions where they have size 1, in place: PyTorch's <c>squeeze_</c>.</summary>
    /// <param name="dim">The dimensions; negative counts from the end.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">A dimension is named twice.</exception>
    /// <example><code>
    /// Torch.Ones(1, 2, 1).Squeeze_(0).Shape   // torch.Size([2, 1])
    /// </code></example>
    public Tensor Squeeze_(Dims dim) => dim.Values is [var one]
        ? Gate.DirectInPlace(static (t, one) => Exports.Squeeze_(t, one), this, one)
        : Script.InPlace(this, $"{this}.squeeze_({(Dims?)dim})");

    /// <summary>Puts in a dimension of size 1, in place: PyTorch's <c>unsqueeze_</c>.</summary>
    /// <param name="dim">Where; negative counts from the end, behind the last.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchIndexException">There is no such place.</exception>
    /// <example><code>
    /// Torch.Ones(2).Unsqueeze_(0).Shape   // torch.Size([1, 2])
    /// </code></example>
    public Tensor Unsqueeze_(long dim) => Gate.DirectInPlace(static (t, dim) => Exports.Unsqueeze_(t, dim), this, dim);

    /// <summary>Swaps rows and columns, in place: PyTorch's <c>t_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">There are more than two dimensions.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3).T_().Shape   // torch.Size([3, 2])
    /// </code></example>
    public Tensor T_() => Dim() switch
    {
        0 or 1 => Gate.DirectInPlace(static t => Exports.Transpose_(t, 0, 0), this),
        2 => Gate.DirectInPlace(static t => Exports.Transpose_(t, 0, 1), this),
        _ => throw new TorchException($"t_() expects a tensor with <= 2 dimensions, but self is {Dim()}D"),
    };

    /// <summary>Sets what is above a diagonal of each matrix to 0, in place: PyTorch's <c>tril_</c>.</summary>
    /// <param name="diagonal">Which diagonal: 0 the main one, 1 the next above it.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">There are fewer than two dimensions, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Ones(2, 2).Tril_()
    /// // tensor([[1., 0.],
    /// //         [1., 1.]])
    /// </code></example>
    public Tensor Tril_(long diagonal = 0) => Gate.DirectInPlace(static (t, d) => Exports.Tril_(t, d), this, diagonal);

    /// <summary>Sets what is below a diagonal of each matrix to 0, in place: PyTorch's <c>triu_</c>.</summary>
    /// <param name="diagonal">Which diagonal: 0 the main one, 1 the next above it.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">There are fewer than two dimensions, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Ones(2, 2).Triu_()
    /// // tensor([[1., 1.],
    /// //         [0., 1.]])
    /// </code></example>
    public Tensor Triu_(long diagonal = 0) => Gate.DirectInPlace(static (t, d) => Exports.Triu_(t, d), this, diagonal);

    /// <summary>Each matrix transposed and conjugated, another name of <see cref="MH"/>: PyTorch's <c>adjoint</c>.</summary>
    /// <returns>A view of the same memory.</returns>
    /// <exception cref="TorchException">There are fewer than two dimensions.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Adjoint()
    /// // tensor([[1, 3],
    /// //         [2, 4]])
    /// </code></example>
    [TorchFunction]
    public Tensor Adjoint() => Dim() == 1
        ? throw new TorchException("tensor.adjoint() is only supported on matrices or batches of matrices. Got 1-D tensor.")
        : Script.Run($"torch.adjoint({this})");

    /// <summary>Matrices with the last dimension on a diagonal and zeros beside it: PyTorch's <c>diag_embed</c>.</summary>
    /// <param name="offset">Which diagonal: 0 the main one, 1 the next above it.</param>
    /// <param name="dim1">The first dimension of the matrices in the result.</param>
    /// <param name="dim2">The second.</param>
    /// <returns>A new tensor of one dimension more.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).DiagEmbed()
    /// // tensor([[1, 0],
    /// //         [0, 2]])
    /// </code></example>
    [TorchFunction]
    public Tensor DiagEmbed(long offset = 0, long dim1 = -2, long dim2 = -1) =>
        Gate.Direct(
            static (t, a) => Exports.DiagEmbed(t, a.offset, a.dim1, a.dim2), this,
            (offset: OfDiagonal(offset, static t => t.Dim() == 0 ? 0 : t.Size(-1)), dim1, dim2));

    /// <summary>The matrix with all elements on a diagonal and zeros beside it: PyTorch's <c>diagflat</c>.</summary>
    /// <param name="offset">Which diagonal: 0 the main one, 1 the next above it.</param>
    /// <returns>A new tensor of two dimensions.</returns>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Diagflat()
    /// // tensor([[1, 0],
    /// //         [0, 2]])
    /// </code></example>
    [TorchFunction]
    public Tensor Diagflat(long offset = 0) =>
        Gate.Direct(static (t, offset) => Exports.Diagflat(t, offset), this, OfDiagonal(offset, static t => t.Numel()));
}
