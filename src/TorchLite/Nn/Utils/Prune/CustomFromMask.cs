namespace TorchLite.Nn.Utils.Prune;

/// <summary>Takes away what a mask says: PyTorch's <c>torch.nn.utils.prune.CustomFromMask</c>.</summary>
/// <param name="mask">1 for what stays, 0 for what does not, in the shape of the tensor.</param>
/// <example><code>
/// using TorchLite.Nn.Utils.Prune;
/// new CustomFromMask(Torch.Tensor([1, 0])).Prune(Torch.Tensor([3.0, 4.0]))   // tensor([3., 0.])
/// </code></example>
public class CustomFromMask(Tensor mask) : BasePruningMethod
{
    private readonly Tensor mask = mask ?? throw new ArgumentNullException(nameof(mask));

    /// <inheritdoc/>
    public override PruningType PruningType => PruningType.Global;

    /// <inheritdoc/>
    public override Tensor ComputeMask(Tensor t, Tensor defaultMask)
    {
        ArgumentNullException.ThrowIfNull(defaultMask);
        return defaultMask.Shape == mask.Shape ? defaultMask * mask.To(defaultMask.DType)
            : throw new TorchValueException($"default_mask shape {defaultMask.Shape} must match self.mask shape {mask.Shape}");
    }
}
