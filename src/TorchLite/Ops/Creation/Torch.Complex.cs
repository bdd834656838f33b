namespace TorchLite;

/// <content>Complex tensors from their parts.</content>
public static partial class Torch
{
    /// <summary>Complex numbers from their parts: PyTorch's <c>torch.complex</c>.</summary>
    /// <param name="real">The real parts, float32 or float64.</param>
    /// <param name="imag">The imaginary parts, of the same dtype.</param>
    /// <returns>A new tensor, complex64 or complex128.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="real"/> or <paramref name="imag"/> is null.</exception>
    /// <exception cref="TorchException">The dtypes differ or are integer types, or the shapes do not broadcast.</exception>
    /// <example><code>
    /// Torch.Complex(Torch.Tensor([1.0]), Torch.Tensor([2.0]))   // tensor([1.+2.j])
    /// </code></example>
    public static Tensor Complex(Tensor real, Tensor imag) => Gate.Direct(static (a, b) => Exports.Complex(a, b), real, imag);

    /// <summary>Complex numbers from their absolute values and angles: PyTorch's <c>torch.polar</c>.</summary>
    /// <param name="abs">The moduli.</param>
    /// <param name="angle">The angles, in radians.</param>
    /// <returns>A new complex tensor of the broadcast shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="abs"/> is null.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="angle"/> is null.</exception>
    /// <exception cref="TorchException">The dtypes differ or are not floating-point types, or the shapes do not broadcast.</exception>
    /// <example><code>
    /// Torch.Polar(Torch.Tensor([2.0]), Torch.Tensor([0.0]))   // tensor([2.+0.j])
    /// </code></example>
    public static Tensor Polar(Tensor abs, Tensor angle) => Gate.Direct(static (a, b) => Exports.Polar(a, b), abs, angle);
}
