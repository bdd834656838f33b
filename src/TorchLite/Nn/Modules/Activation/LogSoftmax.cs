using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>The logarithm of the softmax along a dimension: PyTorch's <c>torch.nn.LogSoftmax</c>.</summary>
/// <param name="dim">
/// The dimension along which the results sum to 1; negative counts from the end; null: the first of 0, 1 or 3 dimensions, the second of
/// others.
/// </param>
/// <example><code>
/// new LogSoftmax(dim: 0).Call(Torch.Tensor([1.0, 2.0, 3.0]))   // tensor([-2.4076, -1.4076, -0.4076])
/// new LogSoftmax(dim: 0)                                        // LogSoftmax(dim=0)
/// </code></example>
public class LogSoftmax(long? dim = null) : Module<Tensor, Tensor>
{
    /// <summary>The dimension along which the results sum to 1.</summary>
    public long? Dim { get; set; } = dim;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.LogSoftmax(input, Dim);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"dim={PythonText.Of((object?)Dim)}";
}
