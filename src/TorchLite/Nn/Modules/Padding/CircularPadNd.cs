namespace TorchLite.Nn;

/// <summary>What the paddings with the opposite side have in common: PyTorch's <c>_CircularPadNd</c>.</summary>
public abstract class CircularPadNd : PadNd
{
    private readonly int dims;

    private protected CircularPadNd(int dims, Dims padding)
        : base(dims, padding) => this.dims = dims;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input)
    {
        var given = NotNull(input).Dim();
        return given == dims + 1 || given == dims + 2
            ? Torch.Nn.Functional.Pad(input, Padding, PadMode.Circular)
            : throw new TorchValueException($"expected {dims + 1}D or {dims + 2}D input (got {given}D input)");
    }
}
