using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>
/// Divides each element by a power of the mean of the squares around it, over neighbouring channels: PyTorch's
/// <c>torch.nn.LocalResponseNorm</c>.
/// </summary>
/// <param name="size">The number of neighbouring channels.</param>
/// <param name="alpha">What the mean is multiplied by.</param>
/// <param name="beta">The exponent.</param>
/// <param name="k">What is added to the mean.</param>
/// <example><code>
/// var norm = new LocalResponseNorm(2, alpha: 2, beta: 1);
/// norm                                          // LocalResponseNorm(2, alpha=2.0, beta=1.0, k=1.0)
/// norm.Call(Torch.Ones(1, 2, 1))
/// // tensor([[[0.5000],
/// //          [0.3333]]])
/// </code></example>
public class LocalResponseNorm(long size, double alpha = 1e-4, double beta = 0.75, double k = 1.0) : Module<Tensor, Tensor>
{
    /// <summary>The number of neighbouring channels.</summary>
    public long Size { get; set; } = size;

    /// <summary>What the mean is multiplied by.</summary>
    public double Alpha { get; set; } = alpha;

    /// <summary>The exponent.</summary>
    public double Beta { get; set; } = beta;

    /// <summary>What is added to the mean.</summary>
    public double K { get; set; } = k;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.LocalResponseNorm(input, Size, Alpha, Beta, K);

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        $"{Size}, alpha={PythonText.Of(Alpha)}, beta={PythonText.Of(Beta)}, k={PythonText.Of(K)}";
}
