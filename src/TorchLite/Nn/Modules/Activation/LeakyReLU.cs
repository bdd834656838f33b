using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>Multiplies each negative element by a slope: PyTorch's <c>torch.nn.LeakyReLU</c>.</summary>
/// <param name="negativeSlope">The slope.</param>
/// <param name="inplace">Whether the input is changed and returned.</param>
/// <example><code>
/// new LeakyReLU(0.1).Call(Torch.Tensor([-2.0, 0.5]))   // tensor([-0.2000,  0.5000])
/// new LeakyReLU(0.1)                                    // LeakyReLU(negative_slope=0.1)
/// </code></example>
public class LeakyReLU(double negativeSlope = 0.01, bool inplace = false) : Module<Tensor, Tensor>
{
    /// <summary>The slope.</summary>
    public double NegativeSlope { get; set; } = negativeSlope;

    /// <summary>Whether the input is changed and returned.</summary>
    public bool Inplace { get; set; } = inplace;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.LeakyRelu(input, NegativeSlope, Inplace);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"negative_slope={PythonText.Of(NegativeSlope)}{(Inplace ? ", inplace=True" : "")}";
}
