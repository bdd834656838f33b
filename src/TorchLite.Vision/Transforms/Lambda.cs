namespace TorchLite.Vision.Transforms;

/// <summary>A function as a transform: torchvision's <c>v2.Lambda</c>.</summary>
/// <param name="function">The function.</param>
/// <exception cref="ArgumentNullException">There is no function.</exception>
/// <example><code>
/// new Lambda(image => image * 2).Call(Torch.Ones(1, 1, 2))   // tensor([[[2., 2.]]])
/// </code></example>
public class Lambda(Func<Tensor, Tensor> function) : Transform
{
    private readonly Func<Tensor, Tensor> function = function ?? throw new ArgumentNullException(nameof(function));

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor image) => function(image);

    /// <inheritdoc/>
    protected override string ExtraRepr() => function.Method.Name;
}
