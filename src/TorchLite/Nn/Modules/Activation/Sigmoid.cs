namespace TorchLite.Nn;

/// <summary>1 / (1 + exp(-x)) of each element x: PyTorch's <c>torch.nn.Sigmoid</c>.</summary>
/// <example><code>
/// new Sigmoid().Call(Torch.Tensor([-1.0, 0.0, 2.0]))   // tensor([0.2689, 0.5000, 0.8808])
/// </code></example>
public class Sigmoid : Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Sigmoid(input);
}
