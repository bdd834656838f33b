namespace TorchLite.Nn;

/// <summary>The cosine of the angle between vectors along a dimension: PyTorch's <c>torch.nn.CosineSimilarity</c>.</summary>
/// <param name="dim">The dimension; negative counts from the end.</param>
/// <param name="eps">The lower bound of the divisor.</param>
/// <example><code>
/// new CosineSimilarity().Call(Torch.Tensor([[1.0, 0.0]]), Torch.Tensor([[1.0, 1.0]]))   // tensor([0.7071])
/// new CosineSimilarity()                                                                // CosineSimilarity()
/// </code></example>
public class CosineSimilarity(long dim = 1, double eps = 1e-8) : Module<Tensor, Tensor, Tensor>
{
    /// <summary>The dimension.</summary>
    public long Dim { get; set; } = dim;

    /// <summary>The lower bound of the divisor.</summary>
    public double Eps { get; set; } = eps;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input1, Tensor input2) => Torch.Nn.Functional.CosineSimilarity(input1, input2, Dim, Eps);
}
