namespace TorchLite;

/// <content>Diagonals and triangles.</content>
public partial class Tensor
{
    /// <summary>The diagonal of two dimensions, as the last dimension: PyTorch's <c>diagonal</c>.</summary>
    /// <param name="offset">The diagonal: 0 for the main diagonal, positive above it, negative below it.</param>
    /// <param name="dim1">The dimension of the rows.</param>
    /// <param name="dim2">The dimension of the columns.</param>
    /// <returns>A view that shares the tensor's memory.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Diagonal()   // tensor([1, 4])
    /// </code></example>
    [TorchFunction]
    public Tensor Diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) =>
        WrapDim(dim1, Dim()) == WrapDim(dim2, Dim())
            ? throw new TorchException($"diagonal dimensions cannot be identical {dim1}, {dim2}")
            : Gate.Direct(static (t, a) => Exports.Diagonal(t, a.offset, a.dim1, a.dim2), this, (offset, dim1, dim2));

    /// <summary>The diagonal of a matrix, or the matrix with a vector as its diagonal: PyTorch's <c>diag</c>.</summary>
    /// <param name="diagonal">The diagonal: 0 for the main diagonal, positive above it, negative below it.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">The tensor has neither one nor two dimensions.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Diag()
    /// // tensor([[1, 0],
    /// //         [0, 2]])
    /// Torch.Tensor([[1, 2], [3, 4]]).Diag()   // tensor([1, 4])
    /// </code></example>
    [TorchFunction]
    public Tensor Diag(long diagonal = 0) =>
        Gate.Direct(static (t, k) => Exports.Diag(t, k), this, OfDiagonal(diagonal, static t => t.Dim() == 1 ? t.Numel() : 0));

    /// <summary>Matrices with the last dimension on a diagonal and zeros elsewhere: PyTorch's <c>diag_embed</c>.</summary>
    /// <param name="offset">The diagonal: 0 for the main diagonal, 1 for the one above it.</param>
    /// <param name="dim1">The first dimension of the matrices in the result.</param>
    /// <param name="dim2">The second dimension.</param>
    /// <returns>A new tensor with one more dimension.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
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

    /// <summary>The matrix with all elements on a diagonal and zeros elsewhere: PyTorch's <c>diagflat</c>.</summary>
    /// <param name="offset">The diagonal: 0 for the main diagonal, 1 for the one above it.</param>
    /// <returns>A new tensor of two dimensions.</returns>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Diagflat()
    /// // tensor([[1, 0],
    /// //         [0, 2]])
    /// </code></example>
    [TorchFunction]
    public Tensor Diagflat(long offset = 0) =>
        Gate.Direct(static (t, offset) => Exports.Diagflat(t, offset), this, OfDiagonal(offset, static t => t.Numel()));

    /// <summary>Sets the elements of the main diagonal to a number: PyTorch's <c>fill_diagonal_</c>.</summary>
    /// <param name="fillValue">The number.</param>
    /// <param name="wrap">Whether the diagonal of a tall matrix wraps, starting again one row below its end.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// There are fewer than two dimensions, or more of different sizes, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Zeros(2, 3).FillDiagonal_(5)
    /// // tensor([[5., 0., 0.],
    /// //         [0., 5., 0.]])
    /// </code></example>
    public Tensor FillDiagonal_(Scalar fillValue, bool wrap = false)
    {
        var shape = Shape;
        if (shape.Count < 2)
        {
            throw new TorchException("dimensions must larger than 1");
        }

        if (shape.Count > 2 && shape.Any(size => size != shape[0]))
        {
            throw new TorchException("all dimensions of input must be of equal length");
        }

        using var scope = Torch.Scope();
        var diagonal = Diagonal();
        while (diagonal.Dim() > 1)
        {
            diagonal = diagonal.Diagonal(0, 0, -1);
        }

        diagonal.Fill_(fillValue);
        var (rows, columns) = (shape[0], shape[1]);
        for (var row = columns + 1; wrap && shape.Count == 2 && row < rows; row += columns + 1)
        {
            Narrow(0, row, Math.Min(columns, rows - row)).Diagonal().Fill_(fillValue);
        }

        return this;
    }

    /// <summary>The lower triangle of matrices, zeros above: PyTorch's <c>tril</c>.</summary>
    /// <param name="diagonal">The diagonal to end at: 0 for the main diagonal, positive above it, negative below it.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchException">The tensor has fewer than two dimensions.</exception>
    /// <example><code>
    /// Torch.Ones(2, 2).Tril()
    /// // tensor([[1., 0.],
    /// //         [1., 1.]])
    /// </code></example>
    [TorchFunction]
    public Tensor Tril(long diagonal = 0) => Gate.Direct(static (t, k) => Exports.Tril(t, k, false), this, diagonal);

    /// <summary>Sets what is above a diagonal of each matrix to 0, in place: PyTorch's <c>tril_</c>.</summary>
    /// <param name="diagonal">The diagonal: 0 for the main diagonal, 1 for the one above it.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The tensor has fewer than two dimensions, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Ones(2, 2).Tril_()
    /// // tensor([[1., 0.],
    /// //         [1., 1.]])
    /// </code></example>
    public Tensor Tril_(long diagonal = 0) => Gate.DirectInPlace(static (t, d) => Exports.Tril_(t, d), this, diagonal);

    /// <summary>The upper triangle of matrices, zeros below: PyTorch's <c>triu</c>.</summary>
    /// <param name="diagonal">The diagonal to start from: 0 for the main diagonal, positive above it, negative below it.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchException">The tensor has fewer than two dimensions.</exception>
    /// <example><code>
    /// Torch.Ones(2, 2).Triu()
    /// // tensor([[1., 1.],
    /// //         [0., 1.]])
    /// </code></example>
    [TorchFunction]
    public Tensor Triu(long diagonal = 0) => Gate.Direct(static (t, k) => Exports.Triu(t, k, false), this, diagonal);

    /// <summary>Sets what is below a diagonal of each matrix to 0, in place: PyTorch's <c>triu_</c>.</summary>
    /// <param name="diagonal">The diagonal: 0 for the main diagonal, 1 for the one above it.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The tensor has fewer than two dimensions, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Ones(2, 2).Triu_()
    /// // tensor([[1., 1.],
    /// //         [0., 1.]])
    /// </code></example>
    public Tensor Triu_(long diagonal = 0) => Gate.DirectInPlace(static (t, d) => Exports.Triu_(t, d), this, diagonal);

    private static (long From, long To) PlaneOf(Dims? dims)
    {
        var plane = dims?.Values ?? [0, 1];
        return plane.Length == 2
            ? (plane[0], plane[1])
            : throw new TorchException($"expected total rotation dims == 2, but got dims = {plane.Length}");
    }

    // A square that has such a diagonal may be too large to be told; where the compiler was Microsoft's, libtorch reads memory then that is
    // not there. The number is C++'s, which has overflowed.
    private long OfDiagonal(long offset, Func<Tensor, long> length) =>
        offset is > long.MinValue / -4 or < long.MinValue / 4 && unchecked(length(this) + Math.Max(offset, -offset)) is < 0 and var size
            ? throw new TorchException($"IntArrayRef contains an int that cannot be represented as a SymInt: {size}")
            : offset;
}
