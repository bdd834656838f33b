namespace TorchLite.Nn;

/// <summary>x / (1 + |x|) of each element x: PyTorch's <c>torch.nn.Softsign</c>.</summary>
/// <example><code>
/// new Softsign().Call(Torch.Tensor([-1.0, 0.0, 2.0]))   // tensor([-0.5000,  0.0000,  0.6667])
/// </code></example>
public class Softsign : Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Softsign(input);
}
