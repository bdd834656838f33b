namespace TorchLite.Nn;

/// <summary>The softmax over the channels at each place of an image: PyTorch's <c>torch.nn.Softmax2d</c>.</summary>
/// <remarks>An input is (batch, channels, height, width), or without the batch; another is a <see cref="TorchValueException"/>.</remarks>
/// <example><code>
/// new Softmax2d().Call(Torch.Zeros(2, 1, 2))
/// // tensor([[[0.5000, 0.5000]],
/// //
/// //         [[0.5000, 0.5000]]])
/// </code></example>
public class Softmax2d : Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Dim() is 3 or 4
            ? Torch.Nn.Functional.Softmax(input, -3)
            : throw new TorchValueException($"Softmax2d: expected input to be 3D or 4D, got {input.Dim()}D instead");
    }
}
