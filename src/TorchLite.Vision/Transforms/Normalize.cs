using F = TorchLite.TorchVision.Transforms.Functional;

namespace TorchLite.Vision.Transforms;

/// <summary>Subtracts a mean of each channel and divides by a standard deviation: torchvision's <c>v2.Normalize</c>.</summary>
/// <param name="mean">The mean of each channel, or one for all.</param>
/// <param name="std">The standard deviation of each channel, or one for all.</param>
/// <param name="inplace">Whether the image is changed itself.</param>
/// <exception cref="TorchTypeException">When it is called: the image is of integers.</exception>
/// <exception cref="TorchValueException">
/// When it is called: a standard deviation is 0, or the image has fewer than 3 dimensions.
/// </exception>
/// <example><code>
/// new Normalize([0.5], [0.25]).Call(Torch.Tensor([[[0.0, 0.5, 1.0]]]))   // tensor([[[-2.,  0.,  2.]]])
/// </code></example>
public class Normalize(IReadOnlyList<double> mean, IReadOnlyList<double> std, bool inplace = false) : Transform
{
    /// <summary>The means.</summary>
    public IReadOnlyList<double> Mean { get; } = [.. mean ?? throw new ArgumentNullException(nameof(mean))];

    /// <summary>The standard deviations.</summary>
    public IReadOnlyList<double> Std { get; } = [.. std ?? throw new ArgumentNullException(nameof(std))];

    /// <summary>Whether the image is changed itself.</summary>
    public bool Inplace { get; } = inplace;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor image) => F.Normalize(image, Mean, Std, Inplace);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"mean={PythonForm.List(Mean)}, std={PythonForm.List(Std)}, inplace={Inplace}";
}
