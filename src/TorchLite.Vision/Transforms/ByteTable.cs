using TorchLite.Nn;

namespace TorchLite.Vision.Transforms;

/// <summary>
/// <see cref="ToDtype"/> and <see cref="Normalize"/> of bytes, one after the other. There are 256 bytes, so what becomes of each is
/// computed once, and an image is read and written once and not four times.
/// </summary>
internal sealed class ByteTable
{
    private const int Bytes = 256;

    private readonly float[] numbers;
    private readonly int channels;

    private ByteTable(float[] numbers) => (this.numbers, channels) = (numbers, numbers.Length / Bytes);

    /// <summary>The table of two transforms; null: they are others.</summary>
    internal static ByteTable? Of(Module<Tensor, Tensor> first, Module<Tensor, Tensor> second)
    {
        if (first.GetType() != typeof(ToDtype) || second.GetType() != typeof(Normalize)
            || (ToDtype)first is not { Scale: true } convert || convert.DType != DType.Float32)
        {
            return null;
        }

        var normalize = (Normalize)second;
        var channels = Math.Max(normalize.Mean.Count, normalize.Std.Count);
        if (normalize.Std.Contains(0) || !Fits(normalize.Mean.Count) || !Fits(normalize.Std.Count))
        {
            return null;
        }

        using var off = Torch.NoGrad();
        using var scope = Torch.Scope();
        var all = Torch.Arange(Bytes, dtype: DType.Uint8, device: "cpu").Expand(channels, 1, Bytes).Contiguous();
        return new(normalize.Call(convert.Call(all)).Flatten().ToArray<float>());

        bool Fits(int count) => count == 1 || count == channels;
    }

    /// <summary>Whether an image is of bytes that lie in a row, and has the channels of the table.</summary>
    internal bool Fits(Tensor image) =>
        image is not null && image.DType == DType.Uint8 && image.IsCpu && image.Dim() >= 3 && (channels == 1 || image.Size(-3) == channels)
        && image.IsContiguous();

    /// <summary>What becomes of an image.</summary>
    internal unsafe Tensor Call(Tensor image)
    {
        var made = Torch.Empty(image.Shape, DType.Float32, "cpu");
        var (count, size) = (image.Numel(), image.Size(-2) * image.Size(-1));
        var source = (byte*)image.DataPtr();
        var target = (float*)made.DataPtr();
        fixed (float* all = numbers)
        {
            for (long start = 0, channel = 0; start < count; start += size, channel++)
            {
                var table = all + (Bytes * (channel % channels));
                for (var i = start; i < start + size; i++)
                {
                    target[i] = table[source[i]];
                }
            }
        }

        GC.KeepAlive(image);
        return made;
    }
}
