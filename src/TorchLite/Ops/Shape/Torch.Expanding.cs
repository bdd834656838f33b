namespace TorchLite;

/// <content>Shapes that broadcast, and repeats.</content>
public static partial class Torch
{
    /// <summary>Tensors expanded to the shape to which all broadcast: PyTorch's <c>torch.broadcast_tensors</c>.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <returns>Views that share the tensor's memory.</returns>
    /// <exception cref="TorchException">The shapes do not broadcast.</exception>
    /// <example><code>
    /// Torch.BroadcastTensors(Torch.Ones(2, 1), Torch.Ones(3))[0].Shape   // torch.Size([2, 3])
    /// </code></example>
    public static Tensor[] BroadcastTensors(params ReadOnlySpan<Tensor> tensors) =>
        Gate.DirectMany(static (list, _) => Exports.BroadcastTensors(list, list.Length, HandleArray.Room), tensors, 0);

    /// <summary>The shape to which the given shapes broadcast: PyTorch's <c>broadcast_shapes</c>.</summary>
    /// <param name="shapes">The shapes.</param>
    /// <returns>The shape that all of them broadcast to.</returns>
    /// <exception cref="TorchException">They do not broadcast, or a size is negative.</exception>
    /// <example><code>
    /// Torch.BroadcastShapes([2, 1], [3])   // torch.Size([2, 3])
    /// </code></example>
    public static Shape BroadcastShapes(params ReadOnlySpan<Shape> shapes)
    {
        var rank = 0;
        foreach (var shape in shapes)
        {
            rank = Math.Max(rank, shape.Count);
        }

        var result = new long[rank];
        Array.Fill(result, 1);
        foreach (var shape in shapes)
        {
            if (!shape.TryBroadcastInto(result))
            {
                throw new TorchException("Shape mismatch: objects cannot be broadcast to a single shape");
            }
        }

        return Shape.Wrap(result);
    }

    /// <summary>
    /// Each position repeated the number of times that the element at it gives: PyTorch's <c>torch.repeat_interleave(repeats)</c>.
    /// </summary>
    /// <param name="repeats">The number of repetitions of each position.</param>
    /// <returns>A new vector of positions.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="repeats"/> is null.</exception>
    /// <exception cref="TorchException">The numbers are negative, or not in one dimension.</exception>
    /// <example><code>
    /// Torch.RepeatInterleave(Torch.Tensor([2, 0, 1]))   // tensor([0, 0, 2])
    /// </code></example>
    public static Tensor RepeatInterleave(Tensor repeats)
    {
        ArgumentNullException.ThrowIfNull(repeats);
        if (repeats.Dim() != 1)
        {
            throw new TorchException("repeat_interleave only accept 1D vector as repeat");
        }

        return Arange(repeats.Numel(), device: repeats.Device).RepeatInterleave(repeats);
    }
}
