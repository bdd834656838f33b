namespace TorchLite.Nn;

/// <summary>Multiplies each negative element by a slope that is learned: PyTorch's <c>torch.nn.PReLU</c>.</summary>
/// <example><code>
/// var prelu = new PReLU(numParameters: 2, init: 0.5);
/// prelu                                                // PReLU(num_parameters=2)
/// prelu.Call(Torch.Tensor([[-2.0, -4.0]])).Detach()    // tensor([[-1., -2.]])
/// prelu.Weight.Shape                                   // torch.Size([2])
/// prelu.ResetParameters();
/// </code></example>
public class PReLU : Module<Tensor, Tensor>
{
    /// <summary>A layer of one slope, or of one for each channel.</summary>
    /// <param name="numParameters">The number of slopes: 1, or that of the channels.</param>
    /// <param name="init">The first value of the slopes.</param>
    /// <param name="device">Where the slopes are; null: the default device.</param>
    /// <param name="dtype">Their dtype; null: the default dtype.</param>
    /// <exception cref="TorchException">The number is negative.</exception>
    public PReLU(long numParameters = 1, double init = 0.25, Device? device = null, DType? dtype = null)
    {
        (NumParameters, Init) = (numParameters, init);
        Weight = new(Torch.Empty([numParameters], dtype, device));
        ResetParameters();
    }

    /// <summary>The number of slopes.</summary>
    public long NumParameters { get; }

    /// <summary>The first value of the slopes.</summary>
    public double Init { get; }

    /// <summary>The slopes.</summary>
    public Parameter Weight { get; set; }

    /// <summary>Sets the slopes to their first value: PyTorch's <c>reset_parameters</c>.</summary>
    public void ResetParameters() => Torch.Nn.Init.Constant_(Weight, Init);

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Prelu(input, Weight);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"num_parameters={NumParameters}";
}
