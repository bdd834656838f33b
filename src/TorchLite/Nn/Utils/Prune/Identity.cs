namespace TorchLite.Nn.Utils.Prune;

/// <summary>Takes nothing away, and makes a mask of ones: PyTorch's <c>torch.nn.utils.prune.Identity</c>.</summary>
/// <example><code>
/// using TorchLite.Nn.Utils.Prune;
/// new TorchLite.Nn.Utils.Prune.Identity().Prune(Torch.Ones(2))   // tensor([1., 1.])
/// </code></example>
public class Identity : BasePruningMethod
{
    /// <inheritdoc/>
    public override PruningType PruningType => PruningType.Unstructured;

    /// <inheritdoc/>
    public override Tensor ComputeMask(Tensor t, Tensor defaultMask) => defaultMask;
}
