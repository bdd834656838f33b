namespace TorchLite;

/// <summary>
/// Which norm of a matrix or a vector: a number, as PyTorch's <c>ord=2</c>, or one of the two named ones, <c>ord='fro'</c> and
/// <c>ord='nuc'</c>.
/// </summary>
/// <example><code>
/// Torch.Linalg.MatrixNorm(Torch.Eye(3), 1)   // tensor(1.)
/// Torch.Linalg.MatrixNorm(Torch.Eye(3), NormOrder.Nuc)   // tensor(3.)
/// </code></example>
public readonly struct NormOrder
{
    private readonly double number;

    private NormOrder(double number, string? word)
    {
        this.number = number;
        Word = word;
    }

    /// <summary>The square root of the sum of the squares: PyTorch's <c>'fro'</c>.</summary>
    public static NormOrder Fro => new(0, "fro");

    /// <summary>The sum of the singular values: PyTorch's <c>'nuc'</c>.</summary>
    public static NormOrder Nuc => new(0, "nuc");

    internal string? Word { get; }

    internal double? Number => Word is null ? number : null;

    /// <summary>Converts a number.</summary>
    /// <param name="order">The order, which may be infinite.</param>
    /// <returns>The norm of that order.</returns>
    public static implicit operator NormOrder(double order) => new(order, null);
}
