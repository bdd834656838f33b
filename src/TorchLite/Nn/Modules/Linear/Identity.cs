namespace TorchLite.Nn;

/// <summary>Gives its input, in the place of a layer that is left out: PyTorch's <c>torch.nn.Identity</c>.</summary>
/// <example><code>
/// new Identity().Call(Torch.Tensor([1.0, 2.0]))   // tensor([1., 2.])
/// new Identity(54, "unused")                      // Identity()
/// </code></example>
public class Identity : Module<Tensor, Tensor>
{
    /// <summary>A layer that changes nothing.</summary>
    /// <param name="args">The arguments of the layer whose place it takes; they are not looked at.</param>
    public Identity(params object?[] args)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => input;
}
