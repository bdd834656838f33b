using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>Multiplies vectors by a matrix and adds a bias: PyTorch's <c>torch.nn.Linear</c>.</summary>
/// <example><code>
/// Torch.ManualSeed(0);
/// var linear = new Linear(3, 2);
/// linear                                             // Linear(in_features=3, out_features=2, bias=True)
/// linear.Call(Torch.Ones(4, 3)).Shape                // torch.Size([4, 2])
/// linear.Weight.Detach()
/// // tensor([[-0.0043,  0.3097, -0.4752],
/// //         [-0.4249, -0.2224,  0.1548]])
/// linear.Bias!.Shape                                 // torch.Size([2])
/// linear.ResetParameters();
/// </code></example>
public class Linear : Module<Tensor, Tensor>
{
    /// <summary>A layer with random weights.</summary>
    /// <param name="inFeatures">The size of a vector.</param>
    /// <param name="outFeatures">The size of a result.</param>
    /// <param name="bias">Whether a bias is added.</param>
    /// <param name="device">Where the parameters are; null: the default device.</param>
    /// <param name="dtype">Their dtype; null: the default dtype.</param>
    /// <exception cref="TorchException">A size is negative.</exception>
    public Linear(long inFeatures, long outFeatures, bool bias = true, Device? device = null, DType? dtype = null)
    {
        (InFeatures, OutFeatures) = (inFeatures, outFeatures);
        Weight = new(Torch.Empty([outFeatures, inFeatures], dtype, device));
        Bias = bias ? new(Torch.Empty([outFeatures], dtype, device)) : null;
        ResetParameters();
    }

    // The lazy one.
    private protected Linear(long outFeatures, bool bias, Device? device, DType? dtype)
    {
        OutFeatures = outFeatures;
        Weight = new UninitializedParameter(device: device, dtype: dtype);
        Bias = bias ? new UninitializedParameter(device: device, dtype: dtype) : null;
    }

    /// <summary>The size of a vector.</summary>
    public long InFeatures { get; private protected set; }

    /// <summary>The size of a result.</summary>
    public long OutFeatures { get; }

    /// <summary>The matrix, of shape (outFeatures, inFeatures).</summary>
    public Parameter Weight { get; set; }

    /// <summary>The bias, of shape (outFeatures); null where there is none.</summary>
    public Parameter? Bias { get; set; }

    /// <summary>Sets the parameters to new random values from -1/√inFeatures to 1/√inFeatures: PyTorch's <c>reset_parameters</c>.</summary>
    public void ResetParameters()
    {
        Torch.Nn.Init.KaimingUniform_(Weight, Math.Sqrt(5));
        if (Bias is not null)
        {
            var fanIn = Torch.Nn.Init.Fans(Weight).In;
            var bound = fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0;
            Torch.Nn.Init.Uniform_(Bias, -bound, bound);
        }
    }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Linear(input, Weight, Bias);

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        $"in_features={InFeatures}, out_features={OutFeatures}, bias={PythonText.Of(Bias is not null)}";
}
