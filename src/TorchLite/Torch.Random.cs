namespace TorchLite;

// TorchSharp's own rand and randperm read uninitialised memory where libtorch refuses, so a tensor is made first and then filled.

/// <content>Random tensors: the same numbers as PyTorch's for the same seed.</content>
public static partial class Torch
{
    /// <summary>Random numbers from 0 to below 1, all equally likely: PyTorch's <c>torch.rand</c>.</summary>
    /// <param name="size">The size of each dimension.</param>
    /// <returns>A new tensor of the default dtype.</returns>
    /// <exception cref="TorchException">A size is negative.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Rand(3)   // tensor([0.4963, 0.7682, 0.0885])
    /// </code></example>
    public static Tensor Rand(params ReadOnlySpan<long> size) => Rand(new Shape(size));

    /// <summary>Random numbers from 0 to below 1, all equally likely: PyTorch's <c>torch.rand</c>.</summary>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="dtype">A floating-point dtype; null: the default dtype.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether operations on the tensor are recorded for gradients.</param>
    /// <param name="generator">Where the numbers come from; null: the default generator.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">A size is negative, or the dtype holds whole numbers.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Rand([1], dtype: DType.Double)   // tensor([0.9701], dtype=torch.float64)
    /// </code></example>
    [SizesOneByOne]
    public static Tensor Rand(
        Shape size, DType? dtype = null, Device? device = null, bool requiresGrad = false, Generator? generator = null) =>
        Empty(size, dtype, device).Uniform_(0, 1, generator).AsCreated(requiresGrad);

    /// <summary>Random numbers of the normal distribution with mean 0 and standard deviation 1: PyTorch's <c>torch.randn</c>.</summary>
    /// <param name="size">The size of each dimension.</param>
    /// <returns>A new tensor of the default dtype.</returns>
    /// <exception cref="TorchException">A size is negative.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Randn(2)   // tensor([ 1.5410, -0.2934])
    /// </code></example>
    public static Tensor Randn(params ReadOnlySpan<long> size) => Randn(new Shape(size));

    /// <summary>Random numbers of the normal distribution with mean 0 and standard deviation 1: PyTorch's <c>torch.randn</c>.</summary>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="dtype">A floating-point or complex dtype; null: the default dtype.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether operations on the tensor are recorded for gradients.</param>
    /// <param name="generator">Where the numbers come from; null: the default generator.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">A size is negative, or the dtype holds whole numbers.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Randn([1], dtype: DType.Double)   // tensor([1.5410], dtype=torch.float64)
    /// </code></example>
    [SizesOneByOne]
    public static Tensor Randn(
        Shape size, DType? dtype = null, Device? device = null, bool requiresGrad = false, Generator? generator = null) =>
        Empty(size, dtype, device).Normal_(0, 1, generator).AsCreated(requiresGrad);

    /// <summary>Random whole numbers from 0 to below an end: PyTorch's <c>torch.randint(high, size)</c>.</summary>
    /// <param name="high">Below which number.</param>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="dtype">The dtype; null: int64.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether operations on the tensor are recorded for gradients.</param>
    /// <param name="generator">Where the numbers come from; null: the default generator.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">There is no number below the end, or a size is negative.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Randint(10, [4])   // tensor([4, 9, 3, 0])
    /// </code></example>
    public static Tensor Randint(
        long high, Shape size, DType? dtype = null, Device? device = null, bool requiresGrad = false, Generator? generator = null) =>
        Randint(0, high, size, dtype, device, requiresGrad, generator);

    /// <summary>Random whole numbers from a start to below an end: PyTorch's <c>torch.randint(low, high, size)</c>.</summary>
    /// <param name="low">The smallest number.</param>
    /// <param name="high">Below which number.</param>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="dtype">The dtype; null: int64.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether operations on the tensor are recorded for gradients.</param>
    /// <param name="generator">Where the numbers come from; null: the default generator.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">There is no number between the two, or a size is negative.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Randint(low: 0, high: 10, size: [4])   // tensor([4, 9, 3, 0])
    /// </code></example>
    public static Tensor Randint(
        long low, long high, Shape size, DType? dtype = null, Device? device = null, bool requiresGrad = false,
        Generator? generator = null) =>
        Empty(size, dtype ?? DType.Int64, device).Random_(low, high, generator).AsCreated(requiresGrad);

    /// <summary>The whole numbers from 0 to below <paramref name="n"/> in random order: PyTorch's <c>torch.randperm</c>.</summary>
    /// <param name="n">How many.</param>
    /// <param name="dtype">The dtype; null: int64.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether operations on the tensor are recorded for gradients.</param>
    /// <param name="generator">Where the numbers come from; null: the default generator.</param>
    /// <returns>A new tensor of shape [n].</returns>
    /// <exception cref="TorchException">The number is negative.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Randperm(4)   // tensor([0, 1, 3, 2])
    /// </code></example>
    public static Tensor Randperm(
        long n, DType? dtype = null, Device? device = null, bool requiresGrad = false, Generator? generator = null) =>
        (device ?? DefaultDevice).Type == "meta" && n >= 0
            ? Empty([n], dtype ?? DType.Int64, "meta", requiresGrad)
            : Generator.Fill(static (t, n, g) => Ts.randperm(n, t, g), Empty([n], dtype ?? DType.Int64, device), n, generator)
                .AsCreated(requiresGrad);
}
