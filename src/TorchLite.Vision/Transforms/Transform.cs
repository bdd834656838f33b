using TorchLite.Nn;

namespace TorchLite.Vision.Transforms;

/// <summary>
/// What changes an image: torchvision's <c>torchvision.transforms.v2.Transform</c>. It is a module, so that it can stand in a
/// <see cref="Sequential"/> too.
/// </summary>
/// <remarks>
/// Images are tensors whose last three dimensions are channels, height and width; integers go from 0 to the largest of their dtype, other
/// numbers from 0 to 1. What is random is drawn from the thread's generator: the same seed gives torchvision's numbers.
/// </remarks>
public abstract class Transform : Module<Tensor, Tensor>
{
    /// <summary>Whether somebody wants to see what comes in or goes out.</summary>
    internal bool IsHooked => HasHooks;

    /// <summary>One size for both, or height and width.</summary>
    private protected static (long Height, long Width) Size(Dims size)
    {
        long[] sizes = [.. size];
        return sizes switch
        {
            [var both] => (both, both),
            [var height, var width] => (height, width),
            _ => throw new TorchValueException("Please provide only two dimensions (h, w) for size."),
        };
    }

    private protected static (long Height, long Width) SizeOf(Tensor image) =>
        image is null ? throw new ArgumentNullException(nameof(image))
        : image.Dim() >= 2 ? (image.Size(-2), image.Size(-1))
        : throw new TorchTypeException($"Input tensor should have at least two dimensions, but got {image.Dim()}");

    /// <summary>A number between two, drawn as torchvision draws it.</summary>
    private protected static double Draw(double low, double high) => (double)Torch.Empty(1).Uniform_(low, high);

    /// <summary>An integer from 0 to one less than the bound.</summary>
    private protected static long Draw(long bound) => (long)Torch.Randint(0, bound, []);
}
