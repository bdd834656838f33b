namespace TorchLite.Nn;

/// <summary>The p-norm distance between vectors along the last dimension: PyTorch's <c>torch.nn.PairwiseDistance</c>.</summary>
/// <param name="p">The order of the norm.</param>
/// <param name="eps">The number added to each difference.</param>
/// <param name="keepdim">Whether to keep the reduced dimension, with size 1.</param>
/// <example><code>
/// var distance = new PairwiseDistance();
/// distance.Call(Torch.Tensor([[0.0, 0.0]]), Torch.Tensor([[3.0, 4.0]]))   // tensor([5.0000])
/// distance.Norm                                                          // 2
/// </code></example>
public class PairwiseDistance(double p = 2.0, double eps = 1e-6, bool keepdim = false) : Module<Tensor, Tensor, Tensor>
{
    /// <summary>The order of the norm.</summary>
    public double Norm { get; set; } = p;

    /// <summary>The number added to each difference.</summary>
    public double Eps { get; set; } = eps;

    /// <summary>Whether to keep the reduced dimension, with size 1.</summary>
    public bool Keepdim { get; set; } = keepdim;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input1, Tensor input2) =>
        Torch.Nn.Functional.PairwiseDistance(input1, input2, Norm, Eps, Keepdim);
}
