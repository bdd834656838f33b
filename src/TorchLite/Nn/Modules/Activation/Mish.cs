namespace TorchLite.Nn;

/// <summary>x times the hyperbolic tangent of log(1 + exp(x)), for each element x: PyTorch's <c>torch.nn.Mish</c>.</summary>
/// <param name="inplace">Whether the input is changed and returned.</param>
/// <example><code>
/// new Mish().Call(Torch.Tensor([-1.0, 0.0, 2.0]))   // tensor([-0.3034,  0.0000,  1.9440])
/// </code></example>
public class Mish(bool inplace = false) : Module<Tensor, Tensor>
{
    /// <summary>Whether the input is changed and returned.</summary>
    public bool Inplace { get; set; } = inplace;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Mish(input, Inplace);

    /// <inheritdoc/>
    protected override string ExtraRepr() => Inplace ? "inplace=True" : "";
}
