using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>Normalizes groups of channels by their mean and variance in each example: PyTorch's <c>torch.nn.GroupNorm</c>.</summary>
/// <example><code>
/// var norm = new GroupNorm(2, 4);
/// norm                                                             // GroupNorm(2, 4, eps=1e-05, affine=True)
/// norm.Call(Torch.Tensor([[1.0, 3.0, 10.0, 30.0]])).Detach()       // tensor([[-1.0000,  1.0000, -1.0000,  1.0000]])
/// norm.Weight!.Shape                                               // torch.Size([4])
/// norm.Bias!.Shape                                                 // torch.Size([4])
/// norm.ResetParameters();
/// </code></example>
public class GroupNorm : Module<Tensor, Tensor>
{
    /// <summary>A layer with a weight of ones and a bias of zeros.</summary>
    /// <param name="numGroups">The number of groups.</param>
    /// <param name="numChannels">The number of channels.</param>
    /// <param name="eps">The number added to each variance, so that nothing is divided by 0.</param>
    /// <param name="affine">Whether there are a learned weight and bias.</param>
    /// <param name="device">Where the parameters are; null: the default device.</param>
    /// <param name="dtype">Their dtype; null: the default dtype.</param>
    /// <exception cref="TorchValueException">The number of groups does not divide that of the channels.</exception>
    /// <exception cref="TorchException">The number of groups is 0, or that of channels negative.</exception>
    public GroupNorm(
        long numGroups, long numChannels, double eps = 1e-5, bool affine = true, Device? device = null, DType? dtype = null)
    {
        if (numGroups == 0)
        {
            throw new TorchException("integer division or modulo by zero");
        }

        if (numGroups != -1 && numChannels % numGroups != 0)
        {
            throw new TorchValueException("num_channels must be divisible by num_groups");
        }

        (NumGroups, NumChannels, Eps, Affine) = (numGroups, numChannels, eps, affine);
        if (affine)
        {
            Weight = new(Torch.Empty([numChannels], dtype, device));
            Bias = new(Torch.Empty([numChannels], dtype, device));
        }

        ResetParameters();
    }

    /// <summary>The number of groups.</summary>
    public long NumGroups { get; }

    /// <summary>The number of channels.</summary>
    public long NumChannels { get; }

    /// <summary>The number added to each variance.</summary>
    public double Eps { get; set; }

    /// <summary>Whether there are a learned weight and bias.</summary>
    public bool Affine { get; }

    /// <summary>What each normalized channel is multiplied by; null: nothing.</summary>
    public Parameter? Weight { get; set; }

    /// <summary>What is added to each channel then; null: nothing.</summary>
    public Parameter? Bias { get; set; }

    /// <summary>Sets the weight to ones and the bias to zeros: PyTorch's <c>reset_parameters</c>.</summary>
    public void ResetParameters() => NormParameters.Reset(Weight, Bias);

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.GroupNorm(input, NumGroups, Weight, Bias, Eps);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"{NumGroups}, {NumChannels}, eps={PythonText.Of(Eps)}, affine={PythonText.Of(Affine)}";
}
