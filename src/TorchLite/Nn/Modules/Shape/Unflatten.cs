using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>Makes several dimensions of one: PyTorch's <c>torch.nn.Unflatten</c>.</summary>
/// <param name="dim">The dimension; negative counts from the end.</param>
/// <param name="unflattenedSize">The sizes; -1: what is left.</param>
/// <example><code>
/// new Unflatten(1, [3, 4, 4]).Call(Torch.Ones(5, 48)).Shape   // torch.Size([5, 3, 4, 4])
/// new Unflatten(1, [3, 4, 4])                                 // Unflatten(dim=1, unflattened_size=(3, 4, 4))
/// </code></example>
public class Unflatten(long dim, Shape unflattenedSize) : Module<Tensor, Tensor>
{
    /// <summary>The dimension.</summary>
    public long Dim { get; } = dim;

    /// <summary>The sizes.</summary>
    public Shape UnflattenedSize { get; } = unflattenedSize;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => NotNull(input).Unflatten(Dim, UnflattenedSize.AsSpan());

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"dim={Dim}, unflattened_size={PythonText.Tuple(UnflattenedSize)}";
}
