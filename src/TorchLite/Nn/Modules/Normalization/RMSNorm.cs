using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>Divides the last dimensions by the square root of the mean of their squares: PyTorch's <c>torch.nn.RMSNorm</c>.</summary>
/// <example><code>
/// var norm = new RMSNorm(2);
/// norm                                                  // RMSNorm((2,), eps=None, elementwise_affine=True)
/// norm.Call(Torch.Tensor([[1.0, 7.0]])).Detach()        // tensor([[0.2000, 1.4000]])
/// norm.Weight!.Shape                                    // torch.Size([2])
/// norm.ResetParameters();
/// new RMSNorm([3, 2], 1e-6).NormalizedShape             // torch.Size([3, 2])
/// </code></example>
public class RMSNorm : Module<Tensor, Tensor>
{
    /// <summary>A layer of the last dimensions, with a weight of ones.</summary>
    /// <param name="normalizedShape">The sizes of the dimensions.</param>
    /// <param name="eps">The number added to each mean; null: the least step between numbers of the dtype.</param>
    /// <param name="elementwiseAffine">Whether there is a learned weight.</param>
    /// <param name="device">Where the weight is; null: the default device.</param>
    /// <param name="dtype">Its dtype; null: the default dtype.</param>
    /// <exception cref="TorchException">A size is negative.</exception>
    public RMSNorm(
        Shape normalizedShape, double? eps = null, bool elementwiseAffine = true, Device? device = null, DType? dtype = null)
    {
        (NormalizedShape, Eps, ElementwiseAffine) = (normalizedShape, eps, elementwiseAffine);
        Weight = elementwiseAffine ? new(Torch.Empty(normalizedShape, dtype, device)) : null;
        ResetParameters();
    }

    /// <summary>A layer of the last dimension, with a weight of ones.</summary>
    /// <param name="normalizedShape">The size of the dimension.</param>
    /// <param name="eps">The number added to each mean; null: the least step between numbers of the dtype.</param>
    /// <param name="elementwiseAffine">Whether there is a learned weight.</param>
    /// <param name="device">Where the weight is; null: the default device.</param>
    /// <param name="dtype">Its dtype; null: the default dtype.</param>
    /// <exception cref="TorchException">The size is negative.</exception>
    public RMSNorm(long normalizedShape, double? eps = null, bool elementwiseAffine = true, Device? device = null, DType? dtype = null)
        : this(new Shape(normalizedShape), eps, elementwiseAffine, device, dtype)
    {
    }

    /// <summary>The sizes of the dimensions.</summary>
    public Shape NormalizedShape { get; }

    /// <summary>The number added to each mean; null: the least step between numbers of the dtype.</summary>
    public double? Eps { get; set; }

    /// <summary>Whether there is a learned weight.</summary>
    public bool ElementwiseAffine { get; }

    /// <summary>What each element is multiplied by then; null: nothing.</summary>
    public Parameter? Weight { get; set; }

    /// <summary>Sets the weight to ones: PyTorch's <c>reset_parameters</c>.</summary>
    public void ResetParameters() => NormParameters.Reset(Weight, null);

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.RmsNorm(input, NormalizedShape, Weight, Eps);

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        $"{PythonText.Tuple(NormalizedShape)}, eps={PythonText.Of((object?)Eps)}, "
        + $"elementwise_affine={PythonText.Of(ElementwiseAffine)}";
}
