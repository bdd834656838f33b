using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>Each element, brought between two bounds: PyTorch's <c>torch.nn.Hardtanh</c>.</summary>
/// <example><code>
/// new Hardtanh().Call(Torch.Tensor([-2.0, 0.5, 3.0]))   // tensor([-1.0000,  0.5000,  1.0000])
/// new Hardtanh(0, 2)                                    // Hardtanh(min_val=0.0, max_val=2.0)
/// </code></example>
public class Hardtanh : Module<Tensor, Tensor>
{
    /// <summary>A layer of two bounds.</summary>
    /// <param name="minVal">The lower bound.</param>
    /// <param name="maxVal">The upper bound.</param>
    /// <param name="inplace">Whether the input is changed and returned.</param>
    /// <exception cref="TorchException">The upper bound is not greater than the lower.</exception>
    public Hardtanh(double minVal = -1.0, double maxVal = 1.0, bool inplace = false)
    {
        if (!(maxVal > minVal))
        {
            throw new TorchException($"max_val ({PythonText.Of(maxVal)}) must be greater than min_val ({PythonText.Of(minVal)})");
        }

        (MinVal, MaxVal, Inplace) = (minVal, maxVal, inplace);
    }

    /// <summary>The lower bound.</summary>
    public double MinVal { get; set; }

    /// <summary>The upper bound.</summary>
    public double MaxVal { get; set; }

    /// <summary>Whether the input is changed and returned.</summary>
    public bool Inplace { get; set; }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Hardtanh(input, MinVal, MaxVal, Inplace);

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        $"min_val={PythonText.Of(MinVal)}, max_val={PythonText.Of(MaxVal)}{(Inplace ? ", inplace=True" : "")}";
}
