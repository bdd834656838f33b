namespace TorchLite;

/// <content>The diagonal to write to, and the product of vectors in space.</content>
public sealed partial class Tensor
{
    /// <summary>Sets the elements whose indices are all equal to a number: PyTorch's <c>fill_diagonal_</c>.</summary>
    /// <param name="fillValue">The number.</param>
    /// <param name="wrap">Whether the diagonal of a tall matrix begins again one row below its end.</param>
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

    /// <summary>The cross product of vectors of three elements: PyTorch's <c>cross</c>.</summary>
    /// <param name="other">The other vectors; the shape broadcasts.</param>
    /// <param name="dim">The dimension that the vectors lie along; null: the first one of size 3.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The dimension's size is not 3, or the shapes do not broadcast.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 0, 0]).Cross(Torch.Tensor([0, 1, 0]))   // tensor([0, 0, 1])
    /// </code></example>
    [TorchFunction]
    public Tensor Cross(Tensor other, long? dim = null)
    {
        if (dim is null)
        {
            dim = Shape.ToList().IndexOf(3);
            if (dim < 0)
            {
                throw new TorchException("no dimension of size 3 in input");
            }
        }

        return Gate.Direct(static (a, b, dim) => Exports.Cross(a, b, dim), this, other, dim.Value);
    }
}
