namespace TorchLite.Nn;

/// <summary>x - tanh(x) of each element x: PyTorch's <c>torch.nn.Tanhshrink</c>.</summary>
/// <example><code>
/// new Tanhshrink().Call(Torch.Tensor([-1.0, 0.0, 2.0]))   // tensor([-0.2384,  0.0000,  1.0360])
/// </code></example>
public class Tanhshrink : Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Tanhshrink(input);
}
