namespace TorchLite;

/// <content>Products along chosen dimensions.</content>
public static partial class Torch
{
    /// <summary>Sums of products in Einstein's notation: PyTorch's <c>torch.einsum</c>.</summary>
    /// <param name="equation">The subscripts of the operands, and after <c>-&gt;</c> those of the result.</param>
    /// <param name="operands">The tensors.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="equation"/> or <paramref name="operands"/> is null.</exception>
    /// <exception cref="TorchException">The equation does not fit the operands.</exception>
    /// <example><code>
    /// Torch.Einsum("ij,jk->ik", Torch.Ones(2, 3), Torch.Ones(3, 2))
    /// // tensor([[3., 3.],
    /// //         [3., 3.]])
    /// </code></example>
    public static Tensor Einsum(string equation, params ReadOnlySpan<Tensor> operands)
    {
        ArgumentNullException.ThrowIfNull(equation);
        return Gate.Direct(static (list, equation) => Exports.Einsum(equation, list, list.Length), operands, equation);
    }

    /// <summary>
    /// Sums of products over the last dimensions of one tensor and the first of the other: PyTorch's <c>torch.tensordot</c>.
    /// </summary>
    /// <param name="a">The left tensor.</param>
    /// <param name="b">The right tensor.</param>
    /// <param name="dims">The number of dimensions to sum over.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="a"/> or <paramref name="b"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit.</exception>
    /// <example><code>
    /// Torch.Tensordot(Torch.Ones(2, 3), Torch.Ones(3, 2), 1)
    /// // tensor([[3., 3.],
    /// //         [3., 3.]])
    /// </code></example>
    public static Tensor Tensordot(Tensor a, Tensor b, long dims = 2)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (dims < 0)
        {
            throw new TorchException($"tensordot expects dims >= 0, but got dims={dims}");
        }

        if (dims > Math.Min(a.Dim(), b.Dim()))
        {
            throw new TorchException($"tensordot expects dims < ndim_a or ndim_b, but got dims={dims}");
        }

        var last = Enumerable.Range(0, (int)dims).Select(i => i - dims).ToArray();
        var first = Enumerable.Range(0, (int)dims).Select(i => (long)i).ToArray();
        return Tensordot(a, b, ((Dims)last, (Dims)first));
    }

    /// <summary>The sums of products over pairs of dimensions: PyTorch's <c>torch.tensordot</c>.</summary>
    /// <param name="a">The left tensor.</param>
    /// <param name="b">The right tensor.</param>
    /// <param name="dims">The dimensions of the left tensor, and those of the right one that they meet.</param>
    /// <returns>A new tensor of the other dimensions, the left tensor's first.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchException">The sizes differ, or the lists do not have the same length.</exception>
    /// <example><code>
    /// Torch.Tensordot(Torch.Ones(2, 3), Torch.Ones(3, 2), dims: ([0, 1], [1, 0]))   // tensor(6.)
    /// </code></example>
    public static Tensor Tensordot(Tensor a, Tensor b, (Dims A, Dims B) dims) =>
        Gate.Direct(
            static (a, b, dims) => Exports.Tensordot(a, b, dims.A, dims.A.Length, dims.B, dims.B.Length), a, b,
            (A: dims.A.Values, B: dims.B.Values));
}
