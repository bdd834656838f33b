namespace TorchLite.Nn;

/// <summary>x times the sigmoid of x, for each element x: PyTorch's <c>torch.nn.SiLU</c>.</summary>
/// <param name="inplace">Whether the input is changed and returned.</param>
/// <example><code>
/// new SiLU().Call(Torch.Tensor([-1.0, 0.0, 2.0]))   // tensor([-0.2689,  0.0000,  1.7616])
/// </code></example>
public class SiLU(bool inplace = false) : Module<Tensor, Tensor>
{
    /// <summary>Whether the input is changed and returned.</summary>
    public bool Inplace { get; set; } = inplace;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Silu(input, Inplace);

    /// <inheritdoc/>
    protected override string ExtraRepr() => Inplace ? "inplace=True" : "";
}
