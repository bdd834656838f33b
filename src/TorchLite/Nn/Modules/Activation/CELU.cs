using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>max(0, x) + min(0, alpha · (exp(x / alpha) - 1)) of each element x: PyTorch's <c>torch.nn.CELU</c>.</summary>
/// <param name="alpha">The scale of the negative part.</param>
/// <param name="inplace">Whether the input is changed and returned.</param>
/// <example><code>
/// new CELU(2).Call(Torch.Tensor([-2.0, 1.0]))   // tensor([-1.2642,  1.0000])
/// new CELU(2)                                    // CELU(alpha=2.0)
/// </code></example>
public class CELU(double alpha = 1.0, bool inplace = false) : Module<Tensor, Tensor>
{
    /// <summary>The scale of the negative part.</summary>
    public double Alpha { get; set; } = alpha;

    /// <summary>Whether the input is changed and returned.</summary>
    public bool Inplace { get; set; } = inplace;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Celu(input, Alpha, Inplace);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"alpha={PythonText.Of(Alpha)}{(Inplace ? ", inplace=True" : "")}";
}
