namespace TorchLite.Nn;

/// <summary>Shuffles the channels between groups: PyTorch's <c>torch.nn.ChannelShuffle</c>.</summary>
/// <param name="groups">The number of groups of channels.</param>
/// <example><code>
/// new ChannelShuffle(2).Call(Torch.Arange(4).View(1, 4, 1, 1)).Flatten()   // tensor([0, 2, 1, 3])
/// new ChannelShuffle(2)                                                    // ChannelShuffle(groups=2)
/// </code></example>
public class ChannelShuffle(long groups) : Module<Tensor, Tensor>
{
    /// <summary>The number of groups of channels.</summary>
    public long Groups { get; } = groups;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.ChannelShuffle(input, Groups);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"groups={Groups}";
}
