using System.ComponentModel;

namespace TorchLite;

/// <summary>
/// The function that has the name of its module, PyTorch's <c>torch.fft.fft</c>: a class of C# cannot declare a member of its own name, but
/// inherit it, as <see cref="Torch.Fft"/> does from here.
/// </summary>
/// <example><code>
/// Torch.Fft.Fft(Torch.Tensor([1.0, 1.0]))   // tensor([2.+0.j, 0.+0.j])
/// </code></example>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class FftOfVectors
{
    private protected FftOfVectors()
    {
    }

    /// <summary>The discrete Fourier transforms of vectors: PyTorch's <c>torch.fft.fft</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="n">The length of the vectors; longer ones are truncated, shorter ones padded with zeros; null: unchanged.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="norm">The normalization, by which the result is divided; null: backward.</param>
    /// <returns>A new complex tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The length is below 1, or the dtype is float16 or bfloat16.</exception>
    /// <example><code>
    /// Torch.Fft.Fft(Torch.Tensor([1.0, 0.0, 0.0, 0.0]))   // tensor([1.+0.j, 1.+0.j, 1.+0.j, 1.-0.j])
    /// </code></example>
    public static Tensor Fft(Tensor input, long? n = null, long dim = -1, FftNorm? norm = null) =>
        Script.Run($"torch.fft_fft({input}, {n}, {dim}, {norm})");
}
