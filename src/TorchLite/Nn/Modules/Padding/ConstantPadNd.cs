using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>What the paddings with a number have in common: PyTorch's <c>_ConstantPadNd</c>.</summary>
public abstract class ConstantPadNd : PadNd
{
    private protected ConstantPadNd(int dims, Dims padding, Scalar value)
        : base(dims, padding) => Value = value;

    /// <summary>The number.</summary>
    public Scalar Value { get; }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Pad(input, Padding, PadMode.Constant, (double)Value);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"padding={PythonText.Tuple(Padding.Values)}, value={Value}";
}
