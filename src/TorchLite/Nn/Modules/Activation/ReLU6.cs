namespace TorchLite.Nn;

/// <summary>Each element, brought between 0 and 6: PyTorch's <c>torch.nn.ReLU6</c>.</summary>
/// <param name="inplace">Whether the input is changed and returned.</param>
/// <example><code>
/// new ReLU6().Call(Torch.Tensor([-2.0, 4.0, 8.0]))   // tensor([0., 4., 6.])
/// new ReLU6(inplace: true)                           // ReLU6(inplace=True)
/// </code></example>
public class ReLU6(bool inplace = false) : Hardtanh(0.0, 6.0, inplace)
{
    /// <inheritdoc/>
    protected override string ExtraRepr() => Inplace ? "inplace=True" : "";
}
