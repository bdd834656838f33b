namespace TorchLite.Vision.Transforms;

/// <summary>What changes an image with a certain probability, and else gives it back as it is.</summary>
public abstract class RandomTransform : Transform
{
    private protected RandomTransform(double p)
    {
        if (!(p is >= 0 and <= 1))
        {
            throw new TorchValueException("`p` should be a floating point value in the interval [0.0, 1.0].");
        }

        P = p;
    }

    /// <summary>The probability that an image is changed.</summary>
    public double P { get; }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor image) => (double)Torch.Rand(1) >= P ? image : Change(image);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"p={PythonForm.Of(P)}";

    private protected abstract Tensor Change(Tensor image);
}
