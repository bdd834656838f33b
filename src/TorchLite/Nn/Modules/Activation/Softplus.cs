using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>log(1 + exp(beta · x)) / beta of each element x: PyTorch's <c>torch.nn.Softplus</c>.</summary>
/// <param name="beta">How sharp the bend is.</param>
/// <param name="threshold">Where beta · x is above it, the result is x itself.</param>
/// <example><code>
/// new Softplus().Call(Torch.Tensor([-1.0, 0.0, 30.0]))   // tensor([ 0.3133,  0.6931, 30.0000])
/// new Softplus()                                          // Softplus(beta=1.0, threshold=20.0)
/// </code></example>
public class Softplus(double beta = 1.0, double threshold = 20.0) : Module<Tensor, Tensor>
{
    /// <summary>How sharp the bend is.</summary>
    public double Beta { get; set; } = beta;

    /// <summary>Where beta · x is above it, the result is x itself.</summary>
    public double Threshold { get; set; } = threshold;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Softplus(input, Beta, Threshold);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"beta={PythonText.Of(Beta)}, threshold={PythonText.Of(Threshold)}";
}
