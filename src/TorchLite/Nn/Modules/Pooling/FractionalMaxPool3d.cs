namespace TorchLite.Nn;

/// <summary>
/// The greatest element of windows whose steps are drawn so that the output has a given size: PyTorch's
/// <c>torch.nn.FractionalMaxPool3d</c> (B. Graham, "Fractional max-pooling", 2014). The input is of shape (batch, channels, depth, height,
/// width), or without the batch.
/// </summary>
/// <example><code>
/// var pool = new FractionalMaxPool3d(2, outputRatio: 0.5);
/// pool.Call(Torch.Ones(2, 3, 6, 6, 6)).Shape                      // torch.Size([2, 3, 3, 3, 3])
/// pool.CallWithIndices(Torch.Ones(2, 3, 6, 6, 6)).Indices.DType   // torch.int64
/// pool                                                      // FractionalMaxPool3d()
/// </code></example>
public class FractionalMaxPool3d : FractionalMaxPoolNd
{
    /// <summary>Says what the windows are.</summary>
    /// <param name="kernelSize">The size of a window.</param>
    /// <param name="outputSize">The size of the output; null: by the ratio.</param>
    /// <param name="outputRatio">The size of the output divided by that of the input, between 0 and 1; null: by the size.</param>
    /// <param name="randomSamples">
    /// A random number between 0 and 1 for each sample, channel and dimension, by which the windows are placed; null: they are drawn.
    /// </param>
    /// <exception cref="TorchValueException">
    /// Both the size and the ratio are given or none, or a ratio is not between 0 and 1, or a size is not positive.
    /// </exception>
    public FractionalMaxPool3d(Dims kernelSize, Dims? outputSize = null, Ratios? outputRatio = null, Tensor? randomSamples = null)
        : base(3, kernelSize, outputSize, outputRatio, randomSamples)
    {
    }

    private protected override (Tensor Output, Tensor Indices) ForwardWithIndices(Tensor input) =>
        Torch.Nn.Functional.FractionalMaxPool3dWithIndices(input, KernelSize, OutputSize, OutputRatio, RandomSamples);
}
