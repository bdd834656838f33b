namespace TorchLite;

/// <summary>Which of the two Fourier transforms is divided, and by what: PyTorch's <c>norm</c> of <c>torch.fft</c>.</summary>
public enum FftNorm
{
    /// <summary>The inverse one, by the number of elements: <c>'backward'</c>.</summary>
    Backward,

    /// <summary>Both, by the square root of the number of elements: <c>'ortho'</c>.</summary>
    Ortho,

    /// <summary>The forward one, by the number of elements: <c>'forward'</c>.</summary>
    Forward,
}
