namespace TorchLite;

/// <content>Parts of complex numbers, as functions.</content>
public static partial class Torch
{
    /// <summary>The real parts: PyTorch's <c>torch.real</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A view of the same memory; the tensor itself where it is real.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <example><code>
    /// Torch.Real(Torch.Tensor([1.0, 2.0]))   // tensor([1., 2.])
    /// </code></example>
    public static Tensor Real(Tensor input) => (input ?? throw new ArgumentNullException(nameof(input))).Real;

    /// <summary>The imaginary parts: PyTorch's <c>torch.imag</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A view of the same memory.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">The tensor is real.</exception>
    /// <example><code>
    /// Torch.Imag(Torch.Tensor([new System.Numerics.Complex(1, 2)]))   // tensor([2.])
    /// </code></example>
    public static Tensor Imag(Tensor input) => (input ?? throw new ArgumentNullException(nameof(input))).Imag;
}
