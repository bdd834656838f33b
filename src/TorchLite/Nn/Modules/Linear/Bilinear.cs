using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>x1ᵀ A x2 + b for each pair of vectors, with learned A and b: PyTorch's <c>torch.nn.Bilinear</c>.</summary>
/// <example><code>
/// var bilinear = new Bilinear(2, 3, 4);
/// bilinear                                                       // Bilinear(in1_features=2, in2_features=3, out_features=4, bias=True)
/// bilinear.Call(Torch.Ones(5, 2), Torch.Ones(5, 3)).Shape        // torch.Size([5, 4])
/// bilinear.Weight.Shape                                          // torch.Size([4, 2, 3])
/// bilinear.ResetParameters();
/// </code></example>
public class Bilinear : Module<Tensor, Tensor, Tensor>
{
    /// <summary>A layer with random weights.</summary>
    /// <param name="in1Features">The size of a first vector.</param>
    /// <param name="in2Features">The size of a second vector.</param>
    /// <param name="outFeatures">The size of a result.</param>
    /// <param name="bias">Whether a bias is added.</param>
    /// <param name="device">Where the parameters are; null: the default device.</param>
    /// <param name="dtype">Their dtype; null: the default dtype.</param>
    /// <exception cref="TorchValueException">The size of a first vector is not positive.</exception>
    /// <exception cref="TorchException">A size is negative.</exception>
    public Bilinear(long in1Features, long in2Features, long outFeatures, bool bias = true, Device? device = null, DType? dtype = null)
    {
        (In1Features, In2Features, OutFeatures) = (in1Features, in2Features, outFeatures);
        Weight = new(Torch.Empty([outFeatures, in1Features, in2Features], dtype, device));
        if (in1Features == 0)
        {
            throw new TorchValueException($"in1_features must be > 0, but got (in1_features={in1Features})");
        }

        Bias = bias ? new(Torch.Empty([outFeatures], dtype, device)) : null;
        ResetParameters();
    }

    /// <summary>The size of a first vector.</summary>
    public long In1Features { get; }

    /// <summary>The size of a second vector.</summary>
    public long In2Features { get; }

    /// <summary>The size of a result.</summary>
    public long OutFeatures { get; }

    /// <summary>The matrices, of shape (outFeatures, in1Features, in2Features).</summary>
    public Parameter Weight { get; set; }

    /// <summary>The bias, of shape (outFeatures); null where there is none.</summary>
    public Parameter? Bias { get; set; }

    /// <summary>
    /// Sets the parameters to new random values from -1/√in1Features to 1/√in1Features: PyTorch's <c>reset_parameters</c>.
    /// </summary>
    public void ResetParameters()
    {
        var bound = 1 / Math.Sqrt(Weight.Size(1));
        Torch.Nn.Init.Uniform_(Weight, -bound, bound);
        if (Bias is not null)
        {
            Torch.Nn.Init.Uniform_(Bias, -bound, bound);
        }
    }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input1, Tensor input2) => Torch.Nn.Functional.Bilinear(input1, input2, Weight, Bias);

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        $"in1_features={In1Features}, in2_features={In2Features}, out_features={OutFeatures}, bias={PythonText.Of(Bias is not null)}";
}
