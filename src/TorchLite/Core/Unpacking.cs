namespace TorchLite;

/// <summary>Deconstructs a list of tensors into variables, as Python's unpacking: <c>var (xx, yy) = Torch.Meshgrid(x, y);</c>.</summary>
/// <example><code>
/// var (left, right) = Torch.Arange(4).Chunk(2);
/// right   // tensor([2, 3])
/// </code></example>
public static class Unpacking
{
    /// <summary>Two tensors into two variables.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <param name="first">The first tensor.</param>
    /// <param name="second">The second tensor.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tensors"/> is null.</exception>
    /// <exception cref="TorchValueException">The number of tensors differs from the number of variables.</exception>
    /// <example><code>
    /// var (left, right) = Torch.Arange(4).Chunk(2);
    /// left   // tensor([0, 1])
    /// </code></example>
    public static void Deconstruct(this Tensor[] tensors, out Tensor first, out Tensor second) =>
        (first, second) = tensors is [var a, var b] ? (a, b) : throw Mismatch(tensors, 2);

    /// <summary>Three tensors into three variables.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <param name="first">The first tensor.</param>
    /// <param name="second">The second tensor.</param>
    /// <param name="third">The third tensor.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tensors"/> is null.</exception>
    /// <exception cref="TorchValueException">The number of tensors differs from the number of variables.</exception>
    /// <example><code>
    /// var (red, green, blue) = Torch.Arange(6).Chunk(3);
    /// blue   // tensor([4, 5])
    /// </code></example>
    public static void Deconstruct(this Tensor[] tensors, out Tensor first, out Tensor second, out Tensor third) =>
        (first, second, third) = tensors is [var a, var b, var c] ? (a, b, c) : throw Mismatch(tensors, 3);

    private static TorchValueException Mismatch(Tensor[] tensors, int expected)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        return new(
            tensors.Length > expected
                ? $"too many values to unpack (expected {expected})"
                : $"not enough values to unpack (expected {expected}, got {tensors.Length})");
    }
}
