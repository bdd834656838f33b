namespace TorchLite.Nn;

/// <summary>What the transposed convolutions have in common: PyTorch's <c>_ConvTransposeNd</c>.</summary>
public abstract class ConvTransposeNd : ConvNd
{
    private readonly int dims;

    private protected ConvTransposeNd(
        int dims, long inChannels, long outChannels, Dims kernelSize, Dims? stride, Dims? padding, Dims? outputPadding, long groups,
        bool bias, Dims? dilation, PaddingMode paddingMode, Device? device, DType? dtype)
        : base(
            dims, true, inChannels, outChannels, kernelSize, stride, padding, null, dilation, outputPadding, groups, bias, paddingMode,
            device, dtype) => this.dims = dims;

    /// <summary>Runs the module so that the output has the given size: PyTorch's <c>module(x, output_size)</c>. Hooks are called.</summary>
    /// <param name="input">The input.</param>
    /// <param name="outputSize">The size of the output, with or without the batch and the channels.</param>
    /// <returns>The output.</returns>
    /// <exception cref="TorchValueException">The size is none that the convolution in the other direction makes the input of.</exception>
    public Tensor Call(Tensor input, Dims outputSize) => HasHooks
        ? CallWithHooks([input, outputSize], args => Forward(Input<Tensor>(args, 0, 2), Input<Dims>(args, 1, 2)))
        : Forward(input, outputSize);

    /// <inheritdoc/>
    protected override Tensor ConvForward(Tensor input, Tensor weight, Tensor? bias) => Transposed(input, weight, bias, OutputPadding);

    private protected abstract Tensor Transposed(Tensor input, Tensor weight, Tensor? bias, Dims outputPadding);

    private Tensor Forward(Tensor input, Dims outputSize)
    {
        NotNull(input);
        Prepare(input);
        return Transposed(input, Weight, Bias, MissingTo(outputSize.Values, input));
    }

    // What is to be added at one side for the given size.
    private Dims MissingTo(long[] size, Tensor input)
    {
        var leading = input.Dim() == dims + 2 ? 2 : 1;
        size = size.Length == leading + dims ? size[leading..] : size;
        if (size.Length != dims)
        {
            throw new TorchValueException(
                $"ConvTranspose{dims}D: for {input.Dim()}D input, output_size must have {dims} or {leading + dims} elements "
                + $"(got {size.Length})");
        }

        var (min, max) = (new long[dims], new long[dims]);
        for (var d = 0; d < dims; d++)
        {
            min[d] = ((input.Size(d + leading) - 1) * Stride.Values[d]) - (2 * Padding.Values[d])
                + (Dilation.Values[d] * (KernelSize.Values[d] - 1)) + 1;
            max[d] = min[d] + Stride.Values[d] - 1;
        }

        for (var d = 0; d < dims; d++)
        {
            if (size[d] < min[d] || size[d] > max[d])
            {
                throw new TorchValueException(
                    $"requested an output size of {List(size)}, but valid sizes range from {List(min)} to {List(max)} "
                    + $"(for an input of {new Shape(input.Shape.AsSpan()[2..])})");
            }
        }

        return (ReadOnlySpan<long>)[.. size.Select((one, d) => one - min[d])];
    }

    private static string List(long[] sizes) => Printing.PythonText.Of((object)sizes);
}
