namespace TorchLite.Nn;

/// <summary>The Gaussian error linear unit of each element: PyTorch's <c>torch.nn.GELU</c>.</summary>
/// <param name="approximate">How it is computed.</param>
/// <example><code>
/// new GELU().Call(Torch.Tensor([-1.0, 0.0, 1.0]))   // tensor([-0.1587,  0.0000,  0.8413])
/// new GELU(GeluApproximation.Tanh)                   // GELU(approximate='tanh')
/// </code></example>
public class GELU(GeluApproximation approximate = GeluApproximation.None) : Module<Tensor, Tensor>
{
    /// <summary>How it is computed.</summary>
    public GeluApproximation Approximate { get; set; } = approximate;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Gelu(input, Approximate);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"approximate='{(Approximate == GeluApproximation.Tanh ? "tanh" : "none")}'";
}
