namespace TorchLite.Nn.Utils.Prune;

/// <summary>Takes the elements of the least absolute values away: PyTorch's <c>torch.nn.utils.prune.L1Unstructured</c>.</summary>
/// <param name="amount">How many elements; or which share of them, from 0.0 to 1.0.</param>
/// <example><code>
/// using TorchLite.Nn.Utils.Prune;
/// new L1Unstructured(2).Prune(Torch.Tensor([3.0, -1.0, 0.5, -4.0]))   // tensor([ 3., -0.,  0., -4.])
/// </code></example>
public class L1Unstructured(Scalar amount) : BasePruningMethod
{
    private readonly PruningAmount share = new(amount);

    /// <inheritdoc/>
    public override PruningType PruningType => PruningType.Unstructured;

    /// <inheritdoc/>
    public override Tensor ComputeMask(Tensor t, Tensor defaultMask)
    {
        ArgumentNullException.ThrowIfNull(t);
        ArgumentNullException.ThrowIfNull(defaultMask);
        var (count, mask) = (share.Of(t.Numel()), defaultMask.Clone(MemoryFormat.ContiguousFormat));
        if (count != 0)
        {
            mask.View(-1)[t.Abs().View(-1).Topk(count, largest: false).Indices] = 0;
        }

        return mask;
    }
}
