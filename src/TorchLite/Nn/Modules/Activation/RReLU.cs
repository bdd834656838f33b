using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>Multiplies each negative element by a slope, random in training: PyTorch's <c>torch.nn.RReLU</c>.</summary>
/// <param name="lower">The lower bound of the slope.</param>
/// <param name="upper">The upper bound of the slope.</param>
/// <param name="inplace">Whether the input is changed and returned.</param>
/// <example><code>
/// new RReLU(0.1, 0.3).Eval().Call(Torch.Tensor([-1.0, 2.0]))   // tensor([-0.2000,  2.0000])
/// new RReLU(0.1, 0.3)                                            // RReLU(lower=0.1, upper=0.3)
/// </code></example>
public class RReLU(double lower = 1.0 / 8, double upper = 1.0 / 3, bool inplace = false) : Module<Tensor, Tensor>
{
    /// <summary>The lower bound of the slope.</summary>
    public double Lower { get; set; } = lower;

    /// <summary>The upper bound of the slope.</summary>
    public double Upper { get; set; } = upper;

    /// <summary>Whether the input is changed and returned.</summary>
    public bool Inplace { get; set; } = inplace;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Rrelu(input, Lower, Upper, Training, Inplace);

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        $"lower={PythonText.Of(Lower)}, upper={PythonText.Of(Upper)}{(Inplace ? ", inplace=True" : "")}";
}
