namespace TorchLite;

/// <content>Tensors in a given order in memory.</content>
public static partial class Torch
{
    /// <summary>
    /// A tensor of whatever the memory held, in an order of one's own: PyTorch's <c>torch.empty_strided</c>. Elements may share memory.
    /// </summary>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="stride">For each dimension how many elements lie between neighbours.</param>
    /// <param name="dtype">The dtype; null: the default dtype.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether operations on the tensor are recorded for gradients.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">A size or stride is negative, or there are not as many of one as of the other.</exception>
    /// <example><code>
    /// string.Join(", ", Torch.EmptyStrided([2, 3], [1, 2]).Stride())   // 1, 2
    /// </code></example>
    public static Tensor EmptyStrided(
        Shape size, Shape stride, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        Script.Run($"torch.empty_strided({size}, {stride}, {(dtype, device)})").AsCreated(requiresGrad);

    /// <summary>
    /// A tensor of whatever the memory held, dense, its dimensions in an order of one's own: PyTorch's <c>torch.empty_permuted</c>.
    /// </summary>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="physicalLayout">The dimensions, from the one that changes slowest in memory to the one that changes fastest.</param>
    /// <param name="dtype">The dtype; null: the default dtype.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether operations on the tensor are recorded for gradients.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">A size is negative, or the layout does not name each dimension once.</exception>
    /// <example><code>
    /// string.Join(", ", Torch.EmptyPermuted([2, 3, 5], [0, 2, 1]).Stride())   // 15, 1, 3
    /// </code></example>
    public static Tensor EmptyPermuted(
        Shape size, Shape physicalLayout, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        Script.Run($"torch.empty_permuted({size}, {physicalLayout}, {(dtype, device)})").AsCreated(requiresGrad);
}
