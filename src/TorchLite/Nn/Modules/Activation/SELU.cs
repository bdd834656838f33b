namespace TorchLite.Nn;

/// <summary>The self-normalizing exponential linear unit of each element: PyTorch's <c>torch.nn.SELU</c>.</summary>
/// <param name="inplace">Whether the input is changed and returned.</param>
/// <example><code>
/// new SELU().Call(Torch.Tensor([-2.0, 1.0]))   // tensor([-1.5202,  1.0507])
/// </code></example>
public class SELU(bool inplace = false) : Module<Tensor, Tensor>
{
    /// <summary>Whether the input is changed and returned.</summary>
    public bool Inplace { get; set; } = inplace;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Selu(input, Inplace);

    /// <inheritdoc/>
    protected override string ExtraRepr() => Inplace ? "inplace=True" : "";
}
