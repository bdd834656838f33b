using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>
/// Each positive element, and alpha · (exp(x) - 1) of each other x, the exponential linear unit: PyTorch's <c>torch.nn.ELU</c>.
/// </summary>
/// <param name="alpha">The scale of the negative part.</param>
/// <param name="inplace">Whether the input is changed and returned.</param>
/// <example><code>
/// new ELU().Call(Torch.Tensor([-2.0, 0.5]))   // tensor([-0.8647,  0.5000])
/// new ELU(0.5)                                 // ELU(alpha=0.5)
/// </code></example>
public class ELU(double alpha = 1.0, bool inplace = false) : Module<Tensor, Tensor>
{
    /// <summary>The scale of the negative part.</summary>
    public double Alpha { get; set; } = alpha;

    /// <summary>Whether the input is changed and returned.</summary>
    public bool Inplace { get; set; } = inplace;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Elu(input, Alpha, Inplace);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"alpha={PythonText.Of(Alpha)}{(Inplace ? ", inplace=True" : "")}";
}
