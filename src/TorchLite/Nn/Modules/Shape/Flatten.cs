namespace TorchLite.Nn;

/// <summary>Makes one dimension of several: PyTorch's <c>torch.nn.Flatten</c>.</summary>
/// <param name="startDim">The first of them; negative counts from the end.</param>
/// <param name="endDim">The last of them; negative counts from the end.</param>
/// <example><code>
/// new Flatten().Call(Torch.Ones(5, 3, 4, 4)).Shape   // torch.Size([5, 48])
/// new Flatten()                                      // Flatten(start_dim=1, end_dim=-1)
/// </code></example>
public class Flatten(long startDim = 1, long endDim = -1) : Module<Tensor, Tensor>
{
    /// <summary>The first of the dimensions.</summary>
    public long StartDim { get; } = startDim;

    /// <summary>The last of the dimensions.</summary>
    public long EndDim { get; } = endDim;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => NotNull(input).Flatten(StartDim, EndDim);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"start_dim={StartDim}, end_dim={EndDim}";
}
