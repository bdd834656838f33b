namespace TorchLite.Nn;

/// <summary>The logarithm of the sigmoid of each element: PyTorch's <c>torch.nn.LogSigmoid</c>.</summary>
/// <example><code>
/// new LogSigmoid().Call(Torch.Tensor([-1.0, 0.0, 2.0]))   // tensor([-1.3133, -0.6931, -0.1269])
/// </code></example>
public class LogSigmoid : Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Logsigmoid(input);
}
