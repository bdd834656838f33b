using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>
/// Images of blocks that are given as columns; where blocks overlap, their elements are added: PyTorch's <c>torch.nn.Fold</c>.
/// </summary>
/// <example><code>
/// var fold = new Fold([4, 5], 2);
/// fold.Call(Torch.Ones(1, 12, 12)).Shape   // torch.Size([1, 3, 4, 5])
/// fold   // Fold(output_size=(4, 5), kernel_size=2, dilation=1, padding=0, stride=1)
/// </code></example>
public class Fold : Module<Tensor, Tensor>
{
    /// <summary>Says what the images and the blocks are.</summary>
    /// <param name="outputSize">The height and the width of the images.</param>
    /// <param name="kernelSize">The size of the blocks.</param>
    /// <param name="dilation">The distance between the elements of a block; null: 1.</param>
    /// <param name="padding">The number of elements around the images that are left out; null: none.</param>
    /// <param name="stride">The distance between the blocks; null: 1.</param>
    public Fold(Dims outputSize, Dims kernelSize, Dims? dilation = null, Dims? padding = null, Dims? stride = null) =>
        (OutputSize, KernelSize, Dilation, Padding, Stride) = (outputSize, kernelSize, dilation ?? 1, padding ?? 0, stride ?? 1);

    /// <summary>The height and the width of the images.</summary>
    public Dims OutputSize { get; }

    /// <summary>The size of the blocks.</summary>
    public Dims KernelSize { get; }

    /// <summary>The distance between the elements of a block.</summary>
    public Dims Dilation { get; }

    /// <summary>The number of elements around the images that are left out.</summary>
    public Dims Padding { get; }

    /// <summary>The distance between the blocks.</summary>
    public Dims Stride { get; }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) =>
        Torch.Nn.Functional.Fold(input, OutputSize, KernelSize, Dilation, Padding, Stride);

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        $"output_size={PythonText.Of(OutputSize)}, kernel_size={PythonText.Of(KernelSize)}, dilation={PythonText.Of(Dilation)}, "
        + $"padding={PythonText.Of(Padding)}, stride={PythonText.Of(Stride)}";
}
