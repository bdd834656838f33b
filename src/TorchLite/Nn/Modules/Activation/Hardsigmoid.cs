namespace TorchLite.Nn;

/// <summary>min(max(x + 3, 0), 6) / 6 of each element x: PyTorch's <c>torch.nn.Hardsigmoid</c>.</summary>
/// <param name="inplace">Whether the input is changed and returned.</param>
/// <example><code>
/// new Hardsigmoid().Call(Torch.Tensor([-4.0, 0.0, 1.5]))   // tensor([0.0000, 0.5000, 0.7500])
/// </code></example>
public class Hardsigmoid(bool inplace = false) : Module<Tensor, Tensor>
{
    /// <summary>Whether the input is changed and returned.</summary>
    public bool Inplace { get; set; } = inplace;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Hardsigmoid(input, Inplace);
}
