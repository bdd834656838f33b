namespace TorchLite.Nn;

/// <summary>What the losses of an input and a target have in common: PyTorch's <c>_Loss</c>.</summary>
public abstract class Loss : Module<Tensor, Tensor, Tensor>
{
    private protected Loss(Reduction reduction) => Reduction = reduction;

    /// <summary>What becomes of the losses of the elements.</summary>
    public Reduction Reduction { get; set; }
}
