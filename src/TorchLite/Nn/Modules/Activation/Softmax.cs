using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>exp(x) divided by the sum of exp(x) along a dimension: PyTorch's <c>torch.nn.Softmax</c>.</summary>
/// <param name="dim">
/// The dimension along which the results sum to 1; negative counts from the end; null: the first of 0, 1 or 3 dimensions, the second of
/// others.
/// </param>
/// <example><code>
/// new Softmax(dim: 0).Call(Torch.Tensor([1.0, 2.0, 3.0]))   // tensor([0.0900, 0.2447, 0.6652])
/// new Softmax(dim: 0)                                        // Softmax(dim=0)
/// </code></example>
public class Softmax(long? dim = null) : Module<Tensor, Tensor>
{
    /// <summary>The dimension along which the results sum to 1.</summary>
    public long? Dim { get; set; } = dim;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Softmax(input, Dim);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"dim={PythonText.Of((object?)Dim)}";
}
