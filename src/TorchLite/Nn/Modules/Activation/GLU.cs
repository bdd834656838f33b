namespace TorchLite.Nn;

/// <summary>The first half of a dimension, times the sigmoid of the second, the gated linear unit: PyTorch's <c>torch.nn.GLU</c>.</summary>
/// <param name="dim">The dimension to halve; negative counts from the end.</param>
/// <example><code>
/// new GLU().Call(Torch.Tensor([1.0, 2.0, 0.0, 3.0]))   // tensor([0.5000, 1.9051])
/// new GLU()                                             // GLU(dim=-1)
/// </code></example>
public class GLU(long dim = -1) : Module<Tensor, Tensor>
{
    /// <summary>The dimension to halve.</summary>
    public long Dim { get; set; } = dim;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Glu(input, Dim);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"dim={Dim}";
}
