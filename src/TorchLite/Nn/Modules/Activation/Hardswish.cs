namespace TorchLite.Nn;

/// <summary>x · min(max(x + 3, 0), 6) / 6 of each element x: PyTorch's <c>torch.nn.Hardswish</c>.</summary>
/// <param name="inplace">Whether the input is changed and returned.</param>
/// <example><code>
/// new Hardswish().Call(Torch.Tensor([-4.0, 0.0, 1.5]))   // tensor([-0.0000, 0.0000, 1.1250])
/// </code></example>
public class Hardswish(bool inplace = false) : Module<Tensor, Tensor>
{
    /// <summary>Whether the input is changed and returned.</summary>
    public bool Inplace { get; set; } = inplace;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Hardswish(input, Inplace);
}
