using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>Normalizes the last dimensions by their mean and variance: PyTorch's <c>torch.nn.LayerNorm</c>.</summary>
/// <example><code>
/// var norm = new LayerNorm(2);
/// norm                                                             // LayerNorm((2,), eps=1e-05, elementwise_affine=True)
/// norm.Call(Torch.Tensor([[1.0, 3.0], [10.0, 30.0]])).Detach()
/// // tensor([[-1.0000,  1.0000],
/// //         [-1.0000,  1.0000]])
/// norm.Weight!.Shape                                               // torch.Size([2])
/// norm.ResetParameters();
/// new LayerNorm([3, 2], bias: false).NormalizedShape               // torch.Size([3, 2])
/// </code></example>
public class LayerNorm : Module<Tensor, Tensor>
{
    /// <summary>A layer of the last dimensions, with a weight of ones and a bias of zeros.</summary>
    /// <param name="normalizedShape">The sizes of the dimensions.</param>
    /// <param name="eps">The number added to each variance, so that nothing is divided by 0.</param>
    /// <param name="elementwiseAffine">Whether there are a learned weight and bias.</param>
    /// <param name="bias">Whether there is a bias where there is a weight.</param>
    /// <param name="device">Where the parameters are; null: the default device.</param>
    /// <param name="dtype">Their dtype; null: the default dtype.</param>
    /// <exception cref="TorchException">A size is negative.</exception>
    public LayerNorm(
        Shape normalizedShape, double eps = 1e-5, bool elementwiseAffine = true, bool bias = true, Device? device = null,
        DType? dtype = null)
    {
        (NormalizedShape, Eps, ElementwiseAffine) = (normalizedShape, eps, elementwiseAffine);
        if (elementwiseAffine)
        {
            Weight = new(Torch.Empty(normalizedShape, dtype, device));
            Bias = bias ? new(Torch.Empty(normalizedShape, dtype, device)) : null;
        }

        ResetParameters();
    }

    /// <summary>A layer of the last dimension, with a weight of ones and a bias of zeros.</summary>
    /// <param name="normalizedShape">The size of the dimension.</param>
    /// <param name="eps">The number added to each variance, so that nothing is divided by 0.</param>
    /// <param name="elementwiseAffine">Whether there are a learned weight and bias.</param>
    /// <param name="bias">Whether there is a bias where there is a weight.</param>
    /// <param name="device">Where the parameters are; null: the default device.</param>
    /// <param name="dtype">Their dtype; null: the default dtype.</param>
    /// <exception cref="TorchException">The size is negative.</exception>
    public LayerNorm(
        long normalizedShape, double eps = 1e-5, bool elementwiseAffine = true, bool bias = true, Device? device = null,
        DType? dtype = null)
        : this(new Shape(normalizedShape), eps, elementwiseAffine, bias, device, dtype)
    {
    }

    /// <summary>The sizes of the dimensions.</summary>
    public Shape NormalizedShape { get; }

    /// <summary>The number added to each variance.</summary>
    public double Eps { get; set; }

    /// <summary>Whether there are a learned weight and bias.</summary>
    public bool ElementwiseAffine { get; }

    /// <summary>What each normalized element is multiplied by; null: nothing.</summary>
    public Parameter? Weight { get; set; }

    /// <summary>What is added to each element then; null: nothing.</summary>
    public Parameter? Bias { get; set; }

    /// <summary>Sets the weight to ones and the bias to zeros: PyTorch's <c>reset_parameters</c>.</summary>
    public void ResetParameters() => NormParameters.Reset(Weight, Bias);

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.LayerNorm(input, NormalizedShape, Weight, Bias, Eps);

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        $"{PythonText.Tuple(NormalizedShape)}, eps={PythonText.Of(Eps)}, elementwise_affine={PythonText.Of(ElementwiseAffine)}";
}
