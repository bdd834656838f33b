namespace TorchLite.Nn.Utils.Prune;

/// <summary>Takes the channels with the least norms away: PyTorch's <c>torch.nn.utils.prune.LnStructured</c>.</summary>
/// <param name="amount">How many channels; or which share of them, from 0.0 to 1.0.</param>
/// <param name="n">The order of the norm.</param>
/// <param name="dim">The dimension of the channels.</param>
/// <example><code>
/// using TorchLite.Nn.Utils.Prune;
/// new LnStructured(1, n: 2, dim: 0).Prune(Torch.Tensor([[3.0, 4.0], [1.0, 1.0]]))
/// // tensor([[3., 4.],
/// //         [0., 0.]])
/// </code></example>
public class LnStructured(Scalar amount, double n, long dim = -1) : BasePruningMethod
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

        var own = dim < 0 ? dim + t.Dim() : dim;
        var norms = Torch.Linalg.VectorNorm(t, n, dim: [.. OtherDims(own, t.Dim())]);
        return Channel.Mask(t, dim, norms.Topk(t.Size(dim) - count).Indices, defaultMask);
    }
}
