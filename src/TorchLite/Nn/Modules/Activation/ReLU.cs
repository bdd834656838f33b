namespace TorchLite.Nn;

/// <summary>Each positive element, and 0 for the others: PyTorch's <c>torch.nn.ReLU</c>.</summary>
/// <param name="inplace">Whether the input is changed and returned.</param>
/// <example><code>
/// new ReLU().Call(Torch.Tensor([-1.0, 0.0, 2.0]))   // tensor([0., 0., 2.])
/// new ReLU(inplace: true)                      // ReLU(inplace=True)
/// </code></example>
public class ReLU(bool inplace = false) : Module<Tensor, Tensor>
{
    /// <summary>Whether the input is changed and returned.</summary>
    public bool Inplace { get; set; } = inplace;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Relu(input, Inplace);

    /// <inheritdoc/>
    protected override string ExtraRepr() => Inplace ? "inplace=True" : "";
}
