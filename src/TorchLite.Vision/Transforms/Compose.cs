using System.Collections;
using TorchLite.Nn;

namespace TorchLite.Vision.Transforms;

/// <summary>Several transforms, one after the other: torchvision's <c>v2.Compose</c>.</summary>
/// <example><code>
/// var transform = new Compose(new CenterCrop(2), new ToDtype(DType.Float32, scale: true));
/// transform.Call(Torch.Full([1, 4, 4], 255, dtype: DType.Uint8))
/// // tensor([[[1., 1.],
/// //          [1., 1.]]])
/// transform
/// // Compose(
/// //       CenterCrop(size=(2, 2))
/// //       ToDtype(scale=True)
/// // )
/// </code></example>
public class Compose : Transform, IReadOnlyList<Module<Tensor, Tensor>>
{
    [Unregistered]
    private readonly Module<Tensor, Tensor>[] transforms;

    // Of each, where there is one, that of it and the next.
    private readonly ByteTable?[] tables;

    /// <summary>Puts transforms one after the other.</summary>
    /// <param name="transforms">The transforms, or other modules of one tensor to one.</param>
    /// <exception cref="TorchValueException">There is none.</exception>
    /// <exception cref="ArgumentNullException">One is null.</exception>
    public Compose(params IEnumerable<Module<Tensor, Tensor>> transforms)
    {
        ArgumentNullException.ThrowIfNull(transforms);
        this.transforms = [.. transforms.Select(static one => one ?? throw new ArgumentNullException(nameof(transforms)))];
        if (this.transforms.Length == 0)
        {
            throw new TorchValueException("Pass at least one transform");
        }

        tables = [.. this.transforms.Zip(this.transforms.Skip(1), ByteTable.Of), null];
    }

    /// <summary>How many there are.</summary>
    public int Count => transforms.Length;

    /// <summary>One of them.</summary>
    /// <param name="index">Its place.</param>
    /// <returns>The transform.</returns>
    /// <exception cref="IndexOutOfRangeException">There is none.</exception>
    /// <example><code>
    /// new Compose(new CenterCrop(2), new Grayscale())[1]   // Grayscale(num_output_channels=1)
    /// </code></example>
    public Module<Tensor, Tensor> this[int index] => transforms[index];

    /// <inheritdoc/>
    public IEnumerator<Module<Tensor, Tensor>> GetEnumerator() => ((IEnumerable<Module<Tensor, Tensor>>)transforms).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor image)
    {
        for (var i = 0; i < transforms.Length; i++)
        {
            if (tables[i] is { } table && table.Fits(image) && !IsHooked(transforms[i]) && !IsHooked(transforms[i + 1]))
            {
                image = table.Call(image);
                i++;
            }
            else
            {
                image = transforms[i].Call(image);
            }
        }

        return image;

        static bool IsHooked(Module<Tensor, Tensor> module) => module is Transform { IsHooked: true };
    }

    // torchvision indents them by four more, and makes lines of their own of them even where there is only one.
    /// <inheritdoc/>
    protected override string ExtraRepr() => string.Join("\n", transforms.Select(static one => $"    {one}"));
}
