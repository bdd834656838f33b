using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>The blocks under each position of a filter, as columns: PyTorch's <c>torch.nn.Unfold</c>.</summary>
/// <example><code>
/// var unfold = new Unfold([2, 3]);
/// unfold.Call(Torch.Ones(2, 5, 3, 4)).Shape   // torch.Size([2, 30, 4])
/// unfold                                      // Unfold(kernel_size=(2, 3), dilation=1, padding=0, stride=1)
/// </code></example>
public class Unfold : Module<Tensor, Tensor>
{
    /// <summary>Says what the blocks are.</summary>
    /// <param name="kernelSize">Their size.</param>
    /// <param name="dilation">The distance between the elements of a block; null: 1.</param>
    /// <param name="padding">The number of zeros added around the images; null: none.</param>
    /// <param name="stride">The distance between the blocks; null: 1.</param>
    public Unfold(Dims kernelSize, Dims? dilation = null, Dims? padding = null, Dims? stride = null) =>
        (KernelSize, Dilation, Padding, Stride) = (kernelSize, dilation ?? 1, padding ?? 0, stride ?? 1);

    /// <summary>The size of the blocks.</summary>
    public Dims KernelSize { get; }

    /// <summary>The distance between the elements of a block.</summary>
    public Dims Dilation { get; }

    /// <summary>The number of zeros around the images.</summary>
    public Dims Padding { get; }

    /// <summary>The distance between the blocks.</summary>
    public Dims Stride { get; }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Unfold(input, KernelSize, Dilation, Padding, Stride);

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        $"kernel_size={PythonText.Of(KernelSize)}, dilation={PythonText.Of(Dilation)}, padding={PythonText.Of(Padding)}, "
        + $"stride={PythonText.Of(Stride)}";
}
