namespace TorchLite.Nn;

/// <summary>What the losses of three tensors have in common.</summary>
public abstract class TripleLoss : Module<Tensor, Tensor, Tensor, Tensor>
{
    private protected TripleLoss(Reduction reduction) => Reduction = reduction;

    /// <summary>What becomes of the losses of the elements.</summary>
    public Reduction Reduction { get; set; }
}
