namespace TorchLite.Nn.Utils.Prune;

/// <summary>Takes elements away at random: PyTorch's <c>torch.nn.utils.prune.RandomUnstructured</c>.</summary>
/// <param name="amount">How many elements; or which share of them, from 0.0 to 1.0.</param>
/// <example><code>
/// using TorchLite.Nn.Utils.Prune;
/// new RandomUnstructured(0.5).Prune(Torch.Ones(10)).Sum()   // tensor(5.)
/// </code></example>
public class RandomUnstructured(Scalar amount) : BasePruningMethod
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
            mask.View(-1)[Torch.RandLike(t).View(-1).Topk(count).Indices] = 0;
        }

        return mask;
    }
}
