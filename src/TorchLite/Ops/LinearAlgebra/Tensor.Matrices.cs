namespace TorchLite;

/// <content>Traces, determinants, inverses, powers.</content>
public partial class Tensor
{
    /// <summary>The sum of the diagonal of a matrix: PyTorch's <c>trace</c>.</summary>
    /// <returns>A new tensor without dimensions.</returns>
    /// <exception cref="TorchException">The tensor does not have two dimensions.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Trace()   // tensor(5)
    /// </code></example>
    [TorchFunction]
    public Tensor Trace() => Gate.Direct(static t => Exports.Trace(t), this);

    /// <summary>The determinants of square matrices: PyTorch's <c>det</c>.</summary>
    /// <returns>A new tensor without the last two dimensions.</returns>
    /// <exception cref="TorchException">The matrices are not square, or the dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.Tensor([[1.0, 2.0], [3.0, 4.0]]).Det()   // tensor(-2.)
    /// </code></example>
    [TorchFunction]
    public Tensor Det() => Gate.Direct(static t => Exports.Det(t), this);

    /// <summary>The logarithms of the determinants of square matrices: PyTorch's <c>logdet</c>.</summary>
    /// <returns>A new tensor without the last two dimensions; nan where the determinant is negative.</returns>
    /// <exception cref="TorchException">The matrices are not square, or the dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.Tensor([[2.0, 0.0], [0.0, 0.5]]).Logdet()   // tensor(0.)
    /// </code></example>
    [TorchFunction]
    public Tensor Logdet() => Gate.Direct(static t => Exports.Logdet(t), this);

    /// <summary>
    /// The signs of the determinants of square matrices, and the logarithms of their absolute values: PyTorch's <c>slogdet</c>.
    /// </summary>
    /// <returns>Both, without the last two dimensions.</returns>
    /// <exception cref="TorchException">The matrices are not square, or the dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.Tensor([[1.0, 2.0], [3.0, 4.0]]).Slogdet().Logabsdet   // tensor(0.6931)
    /// </code></example>
    [TorchFunction]
    public (Tensor Sign, Tensor Logabsdet) Slogdet() =>
        Gate.DirectPair(static (t, _) => (Exports.Slogdet(t, out var logarithms), logarithms), this, 0);

    /// <summary>The inverses of square matrices: PyTorch's <c>inverse</c>.</summary>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchException">The matrices are not square, or the dtype is an integer type.</exception>
    /// <exception cref="TorchLinAlgException">A matrix has no inverse.</exception>
    /// <example><code>
    /// Torch.Tensor([[2.0, 0.0], [0.0, 4.0]]).Inverse()
    /// // tensor([[0.5000, 0.0000],
    /// //         [0.0000, 0.2500]])
    /// </code></example>
    [TorchFunction]
    public Tensor Inverse() => Gate.Direct(static t => Exports.Inverse(t), this);

    /// <summary>The pseudoinverses (Moore and Penrose) of matrices: PyTorch's <c>pinverse</c>.</summary>
    /// <param name="rcond">
    /// The relative tolerance: a singular value at or below this fraction of the largest one is treated as zero.
    /// </param>
    /// <returns>A new tensor [..., n, m].</returns>
    /// <exception cref="TorchException">The dtype is an integer type, or there are fewer than two dimensions.</exception>
    /// <exception cref="TorchLinAlgException">The computation of the singular values did not converge.</exception>
    /// <example><code>
    /// Torch.Tensor([[2.0], [0.0]]).Pinverse()   // tensor([[0.5000, 0.0000]])
    /// </code></example>
    [TorchFunction]
    public Tensor Pinverse(double rcond = 1e-15) => Script.Run($"torch.pinverse({this}, {rcond})");

    /// <summary>The power of square matrices with an integer exponent: PyTorch's <c>matrix_power</c>.</summary>
    /// <param name="n">The exponent; negative: powers of the inverses.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchException">The matrices are not square.</exception>
    /// <exception cref="TorchLinAlgException">A matrix has no inverse.</exception>
    /// <example><code>
    /// Torch.Tensor([[1.0, 1.0], [0.0, 1.0]]).MatrixPower(3)
    /// // tensor([[1., 3.],
    /// //         [0., 1.]])
    /// </code></example>
    [TorchFunction]
    public Tensor MatrixPower(long n)
    {
        Arguments.Exponent(n);
        return Gate.Direct(static (t, n) => Exports.MatrixPower(t, n), this, n);
    }

    /// <summary>The exponentials of square matrices: I + A + A²/2 + A³/6 + …: PyTorch's <c>matrix_exp</c>.</summary>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchException">The matrices are not square, or the dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.Tensor([[0.0, 1.0], [0.0, 0.0]]).MatrixExp()
    /// // tensor([[1., 1.],
    /// //         [0., 1.]])
    /// </code></example>
    [TorchFunction]
    public Tensor MatrixExp() => Script.Run($"torch.matrix_exp({this})");
}
