using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>What <see cref="Dropout"/> and its kin have in common: PyTorch's <c>_DropoutNd</c>.</summary>
public abstract class DropoutNd : Module<Tensor, Tensor>
{
    private protected DropoutNd(double p, bool inplace)
    {
        if (p is < 0 or > 1)
        {
            throw new TorchValueException($"dropout probability has to be between 0 and 1, but got {PythonText.Of(p)}");
        }

        (P, Inplace) = (p, inplace);
    }

    /// <summary>The probability that an element or channel is dropped in training.</summary>
    public double P { get; set; }

    /// <summary>Whether the input is changed and returned.</summary>
    public bool Inplace { get; set; }

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"p={PythonText.Of(P)}, inplace={PythonText.Of(Inplace)}";
}
