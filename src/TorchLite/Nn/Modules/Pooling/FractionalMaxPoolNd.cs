namespace TorchLite.Nn;

/// <summary>What the max poolings with random windows have in common.</summary>
public abstract class FractionalMaxPoolNd : Module<Tensor, Tensor>
{
    private protected FractionalMaxPoolNd(int dims, Dims kernelSize, Dims? outputSize, Ratios? outputRatio, Tensor? randomSamples)
    {
        if (dims == 3 && kernelSize.Values.Any(static one => one <= 0))
        {
            throw new TorchValueException($"kernel_size must be greater than 0, but got {Printing.PythonText.Of(kernelSize)}");
        }

        (KernelSize, OutputSize, OutputRatio) = (kernelSize, outputSize, outputRatio);
        RandomSamples = randomSamples is null ? null : new Buffer(randomSamples);
        if (outputSize is null && outputRatio is null)
        {
            throw new TorchValueException($"FractionalMaxPool{dims}d requires specifying either an output size, or a pooling ratio");
        }

        if (outputSize is not null && outputRatio is not null)
        {
            throw new TorchValueException("only one of output_size and output_ratio may be specified");
        }

        if (outputRatio is { } ratio && !ratio.For(dims).Take(dims).All(static one => one is > 0 and < 1))
        {
            throw new TorchValueException($"output_ratio must be between 0 and 1 (got {ratio})");
        }
    }

    /// <summary>The size of a window.</summary>
    public Dims KernelSize { get; }

    /// <summary>The size of the output, or null.</summary>
    public Dims? OutputSize { get; }

    /// <summary>The size of the output divided by that of the input, or null.</summary>
    public Ratios? OutputRatio { get; }

    /// <summary>The numbers by which the windows are placed; null: they are drawn at each call.</summary>
    [Name("_random_samples")]
    public Buffer? RandomSamples { get; set; }

    /// <summary>Runs the module and says where the elements are: PyTorch's <c>return_indices=True</c>. Hooks are called.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The output, and the positions of its elements in the flattened channel, in int64.</returns>
    public (Tensor Output, Tensor Indices) CallWithIndices(Tensor input) =>
        HasHooks ? CallWithHooks([input], args => ForwardWithIndices(Input<Tensor>(args, 0, 1))) : ForwardWithIndices(input);

    private protected abstract (Tensor Output, Tensor Indices) ForwardWithIndices(Tensor input);

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => ForwardWithIndices(input).Output;
}
