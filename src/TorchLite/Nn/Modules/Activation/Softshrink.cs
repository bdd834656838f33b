using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>Each element drawn towards 0 by a distance, and 0 within it: PyTorch's <c>torch.nn.Softshrink</c>.</summary>
/// <param name="lambd">The distance.</param>
/// <example><code>
/// new Softshrink().Call(Torch.Tensor([-1.0, 0.3]))   // tensor([-0.5000,  0.0000])
/// new Softshrink()                                    // Softshrink(0.5)
/// </code></example>
public class Softshrink(double lambd = 0.5) : Module<Tensor, Tensor>
{
    /// <summary>The distance.</summary>
    public double Lambd { get; set; } = lambd;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Softshrink(input, Lambd);

    /// <inheritdoc/>
    protected override string ExtraRepr() => PythonText.Of(Lambd);
}
