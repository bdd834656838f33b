using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>The elements beyond a distance from 0, and 0 for the others: PyTorch's <c>torch.nn.Hardshrink</c>.</summary>
/// <param name="lambd">The distance.</param>
/// <example><code>
/// new Hardshrink().Call(Torch.Tensor([-1.0, 0.3]))   // tensor([-1.,  0.])
/// new Hardshrink()                                    // Hardshrink(0.5)
/// </code></example>
public class Hardshrink(double lambd = 0.5) : Module<Tensor, Tensor>
{
    /// <summary>The distance.</summary>
    public double Lambd { get; set; } = lambd;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Hardshrink(input, Lambd);

    /// <inheritdoc/>
    protected override string ExtraRepr() => PythonText.Of(Lambd);
}
