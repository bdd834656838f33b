namespace TorchLite.Nn.Utils.Prune;

/// <summary>Takes whole channels away at random: PyTorch's <c>torch.nn.utils.prune.RandomStructured</c>.</summary>
/// <param name="amount">How many channels; or which share of them, from 0.0 to 1.0.</param>
/// <param name="dim">The dimension of the channels.</param>
/// <example><code>
/// using TorchLite.Nn.Utils.Prune;
/// new RandomStructured(1, dim: 0).Prune(Torch.Ones(3, 2)).Sum()   // tensor(4.)
/// </code></example>
public class RandomStructured(Scalar amount, long dim = -1) : BasePruningMethod
{
    private readonly PruningAmount share = new(amount);

    /// <inheritdoc/>
    public override PruningType PruningType => PruningType.Structured;

    internal override long Channels => dim;

    /// <inheritdoc/>
    public override Tensor ComputeMask(Tensor t, Tensor defaultMask)
    {
        ArgumentNullException.ThrowIfNull(t);
        ArgumentNullException.ThrowIfNull(defaultMask);
        Channel.Check(t, dim);
        var count = share.Of(t.Size(dim));
        if (count == 0)
        {
            return defaultMask;
        }

        var chances = Torch.Rand(t.Size(dim));
        var kept = chances > chances.Kthvalue(count).Values;
        return Channel.Mask(t, dim, kept.Nonzero().Flatten(), defaultMask);
    }
}
