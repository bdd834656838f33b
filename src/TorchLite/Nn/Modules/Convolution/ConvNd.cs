using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>What the convolutions have in common: PyTorch's <c>_ConvNd</c>.</summary>
public abstract class ConvNd : Module<Tensor, Tensor>
{
    private readonly int dims;
    private readonly bool isTransposed;
    private readonly long[] around;

    private protected ConvNd(
        int dims, bool isTransposed, long inChannels, long outChannels, Dims kernelSize, Dims? stride, Dims? padding,
        ConvPadding? namedPadding, Dims? dilation, Dims? outputPadding, long groups, bool bias, PaddingMode paddingMode, Device? device,
        DType? dtype)
    {
        (this.dims, this.isTransposed) = (dims, isTransposed);
        (InChannels, OutChannels, Groups, PaddingMode) = (inChannels, outChannels, groups, paddingMode);
        (KernelSize, Stride, Dilation) = (kernelSize.Each(dims), (stride ?? 1).Each(dims), (dilation ?? 1).Each(dims));
        (Padding, NamedPadding, OutputPadding) = ((padding ?? 0).Each(dims), namedPadding, (outputPadding ?? 0).Each(dims));
        Check();
        around = Around();
        Weight = new Parameter(Torch.Empty(WeightShape, dtype: dtype, device: device));
        Bias = bias ? new Parameter(Torch.Empty([outChannels], dtype: dtype, device: device)) : null;
        ResetParameters();
    }

    /// <summary>The number of channels of the input; 0 before a lazy convolution has seen one.</summary>
    public long InChannels { get; private set; }

    /// <summary>The number of channels of the output.</summary>
    public long OutChannels { get; private set; }

    /// <summary>The size of the filters.</summary>
    public Dims KernelSize { get; }

    /// <summary>The step of the filters.</summary>
    public Dims Stride { get; }

    /// <summary>How much is added at each side, where no word says it.</summary>
    public Dims Padding { get; }

    /// <summary>What is added at each side, where a word says it: <c>Same</c> or <c>Valid</c>; else null.</summary>
    public ConvPadding? NamedPadding { get; }

    /// <summary>The distance between the elements of a filter.</summary>
    public Dims Dilation { get; }

    /// <summary>What is added to one side of the output of a transposed convolution.</summary>
    public Dims OutputPadding { get; }

    /// <summary>The number of groups into which the channels are split.</summary>
    public long Groups { get; }

    /// <summary>With what it pads.</summary>
    public PaddingMode PaddingMode { get; }

    /// <summary>
    /// The filters, of shape (output channels, input channels / groups, size of a filter); of a transposed convolution
    /// (input channels, output channels / groups, size of a filter).
    /// </summary>
    public Parameter Weight { get; set; }

    /// <summary>What is added to each output channel, or null.</summary>
    public Parameter? Bias { get; set; }

    private Shape WeightShape =>
        new([isTransposed ? InChannels : OutChannels, (isTransposed ? OutChannels : InChannels) / Groups, .. KernelSize.Values]);

    /// <summary>Draws new first values: PyTorch's <c>reset_parameters</c>.</summary>
    public void ResetParameters()
    {
        if (Weight is UninitializedParameter { IsUninitialized: true })
        {
            return;
        }

        Torch.Nn.Init.KaimingUniform_(Weight, a: Math.Sqrt(5));
        var fanIn = Weight.Shape.Skip(1).Aggregate(1L, static (product, size) => product * size);
        if (Bias is not null && fanIn != 0)
        {
            var bound = 1 / Math.Sqrt(fanIn);
            Torch.Nn.Init.Uniform_(Bias, -bound, bound);
        }
    }

    /// <summary>The convolution with given filters, which a derived class may change: PyTorch's <c>_conv_forward</c>.</summary>
    /// <param name="input">The input.</param>
    /// <param name="weight">The filters.</param>
    /// <param name="bias">What is added to each channel, or null.</param>
    /// <returns>The output.</returns>
    protected abstract Tensor ConvForward(Tensor input, Tensor weight, Tensor? bias);

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input)
    {
        Prepare(input);
        return ConvForward(input, Weight, Bias);
    }

    /// <inheritdoc/>
    protected override string ExtraRepr()
    {
        var text = $"{InChannels}, {OutChannels}, kernel_size={Tuple(KernelSize)}, stride={Tuple(Stride)}";
        text += NamedPadding is { } word ? $", padding={word.ToString().ToLowerInvariant()}"
            : Padding.Values.Any(static one => one != 0) ? $", padding={Tuple(Padding)}" : "";
        text += Dilation.Values.Any(static one => one != 1) ? $", dilation={Tuple(Dilation)}" : "";
        text += OutputPadding.Values.Any(static one => one != 0) ? $", output_padding={Tuple(OutputPadding)}" : "";
        text += Groups != 1 ? $", groups={Groups}" : "";
        text += Bias is null ? ", bias=False" : "";
        return text + (PaddingMode != PaddingMode.Zeros ? $", padding_mode={PaddingMode.ToString().ToLowerInvariant()}" : "");
    }

    /// <summary>The input with elements around it that are no zeros; null where zeros are added or nothing.</summary>
    private protected Tensor? Padded(Tensor input) => PaddingMode == PaddingMode.Zeros ? null : Torch.Nn.Functional.Pad(
        input, (ReadOnlySpan<long>)around, Enum.Parse<PadMode>(PaddingMode.ToString()));

    /// <summary>Leaves the shape of the parameters to the first input.</summary>
    private protected void BeLazy(long outChannels, bool bias, Device? device, DType? dtype)
    {
        OutChannels = outChannels;
        Weight = new UninitializedParameter(device: device, dtype: dtype);
        Bias = bias ? new UninitializedParameter(device: device, dtype: dtype) : null;
    }

    /// <summary>Gives the parameters their shape by an input, if they have none.</summary>
    internal override void Infer(Tensor input)
    {
        if (Weight is not UninitializedParameter { IsUninitialized: true } weight)
        {
            return;
        }

        var shape = NotNull(input).Shape;
        if (shape.Count != dims + 1 && shape.Count != dims + 2)
        {
            throw new TorchException(
                $"Expected {dims + 1}D (unbatched) or {dims + 2}D (batched) input to {ClassName}, but got input of size: {shape}");
        }

        InChannels = shape[^(dims + 1)];
        if (InChannels % Groups != 0)
        {
            throw new TorchValueException("in_channels must be divisible by groups");
        }

        weight.Materialize(WeightShape);
        (Bias as UninitializedParameter)?.Materialize([OutChannels]);
        ResetParameters();
    }

    private static string Tuple(Dims sizes) => PythonText.Tuple(sizes.Values);

    private void Check()
    {
        if (isTransposed && PaddingMode != PaddingMode.Zeros)
        {
            throw new TorchValueException($"Only \"zeros\" padding mode is supported for {ClassName}");
        }

        if (Groups <= 0)
        {
            throw new TorchValueException("groups must be a positive integer");
        }

        if (InChannels % Groups != 0)
        {
            throw new TorchValueException("in_channels must be divisible by groups");
        }

        if (OutChannels % Groups != 0)
        {
            throw new TorchValueException("out_channels must be divisible by groups");
        }

        if (NamedPadding == ConvPadding.Same && Stride.Values.Any(static one => one != 1))
        {
            throw new TorchValueException("padding='same' is not supported for strided convolutions");
        }

        if (!Enum.IsDefined(PaddingMode))
        {
            throw new TorchValueException(
                $"padding_mode must be one of {{'zeros', 'reflect', 'replicate', 'circular'}}, "
                + $"but got padding_mode='{PaddingMode.ToString().ToLowerInvariant()}'");
        }
    }

    // The padding as Pad takes it: both sides of each dimension, from the last to the first.
    private long[] Around()
    {
        var sides = new List<long>();
        for (var d = KernelSize.Values.Length - 1; d >= 0; d--)
        {
            var total = NamedPadding == ConvPadding.Same ? Dilation.Values[d] * (KernelSize.Values[d] - 1) : 0;
            sides.AddRange(
                NamedPadding is not null ? [total / 2, total - (total / 2)]
                : d < Padding.Values.Length ? [Padding.Values[d], Padding.Values[d]] : []);
        }

        return [.. sides];
    }
}
