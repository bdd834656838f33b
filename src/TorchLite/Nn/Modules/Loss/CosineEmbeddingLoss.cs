namespace TorchLite.Nn;

/// <summary>
/// 1 - cos of vectors that should be alike, and max(0, cos - margin) of others: PyTorch's <c>torch.nn.CosineEmbeddingLoss</c>.
/// </summary>
/// <example><code>
/// var loss = new CosineEmbeddingLoss();
/// loss.Call(Torch.Tensor([[1.0, 0.0]]), Torch.Tensor([[0.0, 1.0]]), Torch.Tensor([1]))   // tensor(1.)
/// </code></example>
public class CosineEmbeddingLoss : TripleLoss
{
    /// <summary>Says how the loss is calculated.</summary>
    /// <param name="margin">The cosine from which vectors that should not be alike count as such, -1 to 1.</param>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    public CosineEmbeddingLoss(double margin = 0.0, Reduction reduction = Reduction.Mean)
        : base(reduction) =>
        Margin = margin;

    /// <summary>The cosine from which vectors that should not be alike count as such, -1 to 1.</summary>
    public double Margin { get; }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input1, Tensor input2, Tensor input3) =>
        Torch.Nn.Functional.CosineEmbeddingLoss(input1, input2, input3, Margin, Reduction);
}
