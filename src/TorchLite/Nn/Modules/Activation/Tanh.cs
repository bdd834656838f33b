namespace TorchLite.Nn;

/// <summary>The hyperbolic tangent of each element: PyTorch's <c>torch.nn.Tanh</c>.</summary>
/// <example><code>
/// new Tanh().Call(Torch.Tensor([-1.0, 0.0, 2.0]))   // tensor([-0.7616,  0.0000,  0.9640])
/// </code></example>
public class Tanh : Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Tanh(input);
}
