namespace TorchLite;

/// <content>Powers of a number.</content>
public static partial class Torch
{
    /// <summary>A number to the power of each element: PyTorch's <c>torch.pow</c>.</summary>
    /// <param name="self">The base.</param>
    /// <param name="exponent">The exponents.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="exponent"/> is null.</exception>
    /// <example><code>
    /// Torch.Pow(2, Torch.Tensor([1, 2, 3]))   // tensor([2, 4, 8])
    /// </code></example>
    public static Tensor Pow(Scalar self, Tensor exponent)
    {
        ArgumentNullException.ThrowIfNull(exponent);
        return exponent.Rpow(self);
    }
}
