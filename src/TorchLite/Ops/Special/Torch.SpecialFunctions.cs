namespace TorchLite;

/// <content>Derivatives of the digamma function.</content>
public static partial class Torch
{
    /// <summary>The n-th derivative of the digamma function at each element: PyTorch's <c>polygamma</c>.</summary>
    /// <param name="n">The order of the derivative, at least 0.</param>
    /// <param name="input">The tensor.</param>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">
    /// <paramref name="n"/> is negative, or libtorch does not support the operation for this dtype.
    /// </exception>
    /// <example><code>
    /// Torch.Polygamma(1, Torch.Tensor([1.0, 0.5]))   // tensor([1.6449, 4.9348])
    /// </code></example>
    public static Tensor Polygamma(long n, Tensor input) => NotNull(input).Polygamma(n);
}
