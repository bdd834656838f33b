namespace TorchLite;

/// <content>Random tensors.</content>
public static partial class Torch
{
    /// <summary>Uniformly distributed random numbers in [0, 1): PyTorch's <c>torch.rand</c>.</summary>
    /// <param name="size">The size of each dimension.</param>
    /// <returns>A new tensor of the default dtype.</returns>
    /// <exception cref="TorchException">A size is negative.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Rand(3)   // tensor([0.4963, 0.7682, 0.0885])
    /// </code></example>
    public static Tensor Rand(params ReadOnlySpan<long> size) => Rand(new Shape(size));

    /// <summary>Uniformly distributed random numbers in [0, 1): PyTorch's <c>torch.rand</c>.</summary>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="dtype">The dtype, floating-point; null: the default dtype.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">A size is negative, or the dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Rand([1], dtype: DType.Double)   // tensor([0.9701], dtype=torch.float64)
    /// </code></example>
    [SizesOneByOne]
    [ForFSharp]
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
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">A size is negative, or the dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Randn([1], dtype: DType.Double)   // tensor([1.5410], dtype=torch.float64)
    /// </code></example>
    [SizesOneByOne]
    [ForFSharp]
    public static Tensor Randn(
        Shape size, DType? dtype = null, Device? device = null, bool requiresGrad = false, Generator? generator = null) =>
        Empty(size, dtype, device).Normal_(0, 1, generator).AsCreated(requiresGrad);

    /// <summary>Random integers from 0 up to, but not including, an upper bound: PyTorch's <c>torch.randint(high, size)</c>.</summary>
    /// <param name="high">The exclusive upper bound.</param>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="dtype">The dtype; null: int64.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">The upper bound is not greater than 0, or a size is negative.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Randint(10, [4])   // tensor([4, 9, 3, 0])
    /// </code></example>
    [ForFSharp]
    public static Tensor Randint(
        long high, Shape size, DType? dtype = null, Device? device = null, bool requiresGrad = false, Generator? generator = null) =>
        Randint(0, high, size, dtype, device, requiresGrad, generator);

    /// <summary>
    /// Random integers from a lower up to, but not including, an upper bound: PyTorch's <c>torch.randint(low, high, size)</c>.
    /// </summary>
    /// <param name="low">The inclusive lower bound.</param>
    /// <param name="high">The exclusive upper bound.</param>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="dtype">The dtype; null: int64.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">The upper bound is not greater than the lower bound, or a size is negative.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Randint(low: 0, high: 10, size: [4])   // tensor([4, 9, 3, 0])
    /// </code></example>
    [ForFSharp]
    public static Tensor Randint(
        long low, long high, Shape size, DType? dtype = null, Device? device = null, bool requiresGrad = false,
        Generator? generator = null) =>
        Empty(size, dtype ?? DType.Int64, device).Random_(low, high, generator).AsCreated(requiresGrad);

    /// <summary>
    /// The integers from 0 up to, but not including, <paramref name="n"/> in random order: PyTorch's <c>torch.randperm</c>.
    /// </summary>
    /// <param name="n">The number.</param>
    /// <param name="dtype">The dtype; null: int64.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
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
            : Generator.Fill(
                static (t, n, g) => Generator.DropSame(Exports.RandpermOut(g, n, t)), Empty([n], dtype ?? DType.Int64, device), n, generator)
                .AsCreated(requiresGrad);

    /// <summary>Random numbers of normal distributions with a mean each: PyTorch's <c>torch.normal</c>.</summary>
    /// <param name="mean">The means.</param>
    /// <param name="std">The standard deviation of all.</param>
    /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
    /// <returns>A new tensor of the means' shape and dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mean"/> is null.</exception>
    /// <exception cref="TorchException">The standard deviation is negative, or the dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Normal(Torch.Tensor([0.0, 100.0]), 2)   // tensor([ 3.0820, 99.4131])
    /// </code></example>
    public static Tensor Normal(Tensor mean, double std = 1, Generator? generator = null)
    {
        generator ??= Generator.For(NotNull(mean));
        if (generator is null || NotNull(mean).Numel() == 0 || mean.IsMeta)
        {
            return Script.Run($"torch.normal({mean}, {std})");
        }

        return !(std >= 0)
            ? throw new TorchException($"normal expects std >= 0.0, but found std {std}")
            : Drawn(NotNull(mean), mean, std, generator);
    }

    /// <summary>Random numbers of normal distributions with a standard deviation each: PyTorch's <c>torch.normal</c>.</summary>
    /// <param name="mean">The mean of all.</param>
    /// <param name="std">The standard deviations.</param>
    /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
    /// <returns>A new tensor of the standard deviations' shape and dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="std"/> is null.</exception>
    /// <exception cref="TorchException">A standard deviation is negative, or the dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Normal(10, Torch.Tensor([1.0, 0.0]))   // tensor([11.5410, 10.0000])
    /// </code></example>
    public static Tensor Normal(double mean, Tensor std, Generator? generator = null) =>
        (generator ?? Generator.For(NotNull(std))) is not { } own || NotNull(std).Numel() == 0 || std.IsMeta
            ? Script.Run($"torch.normal({mean}, {std})")
            : Drawn(Checked(std), mean, std, own);

    /// <summary>Random numbers of normal distributions with a mean and a standard deviation each: PyTorch's <c>torch.normal</c>.</summary>
    /// <param name="mean">The means.</param>
    /// <param name="std">The standard deviations; the shapes broadcast.</param>
    /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
    /// <returns>A new tensor of the means' dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mean"/> or <paramref name="std"/> is null.</exception>
    /// <exception cref="TorchException">
    /// A standard deviation is negative, the dtype is an integer type, or the shapes do not broadcast.
    /// </exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Normal(Torch.Tensor([0.0, 100.0]), Torch.Tensor([1.0, 0.0]))   // tensor([  1.5410, 100.0000])
    /// </code></example>
    public static Tensor Normal(Tensor mean, Tensor std, Generator? generator = null)
    {
        generator ??= Generator.For(NotNull(mean));
        if (generator is null || NotNull(mean).Numel() == 0 || NotNull(std).Numel() == 0 || mean.IsMeta || std.IsMeta)
        {
            return Script.Run($"torch.normal({mean}, {std})");
        }

        var like = Checked(std).IsRecorded ? NotNull(mean).Add(std).To(mean.DType) : BroadcastTensors([NotNull(mean), std])[0];
        return Drawn(like, mean, std, generator);
    }

    /// <summary>Random numbers of one normal distribution: PyTorch's <c>torch.normal</c>.</summary>
    /// <param name="mean">The mean.</param>
    /// <param name="std">The standard deviation.</param>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
    /// <param name="dtype">A floating-point or complex dtype; null: the default dtype.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">
    /// The standard deviation is negative, a size is negative, or the dtype is an integer type.
    /// </exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Normal(10, 2, [3])   // tensor([13.0820,  9.4131,  5.6424])
    /// </code></example>
    public static Tensor Normal(
        double mean, double std, Shape size, Generator? generator = null, DType? dtype = null, Device? device = null, bool requiresGrad =
        false) =>
        Empty(size, dtype, device).Normal_(mean, std, generator).AsCreated(requiresGrad);

    /// <summary>Random numbers of the Poisson distribution, where each element is a rate: PyTorch's <c>torch.poisson</c>.</summary>
    /// <param name="input">The rates.</param>
    /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">A rate is negative, or the dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Poisson(Torch.Tensor([1.0, 5.0, 50.0]))   // tensor([ 2.,  6., 49.])
    /// </code></example>
    public static Tensor Poisson(Tensor input, Generator? generator = null) =>
        Generator.Draw(static (t, _, g) => Exports.Poisson(t, g), NotNull(input), 0, generator);

    // As libtorch draws them, which takes a generator through no function of LibTorchSharp's.
    private static Tensor Drawn(Tensor like, Tensor mean, Tensor std, Generator generator)
    {
        var drawn = LikeDrawn(like).Normal_(0, 1, generator);
        using var noGrad = NoGrad();
        using var values = drawn.Detach();
        values.Mul_(std).Add_(mean);
        return drawn;
    }

    /// <summary>
    /// A new tensor to draw into. It remembers where it comes from, so that gradients are recorded where PyTorch records them: they are 0.
    /// </summary>
    internal static Tensor LikeDrawn(Tensor like) =>
        like.IsRecorded ? like.Clone(MemoryFormat.ContiguousFormat) : Empty(like.Shape, like.DType, like.Device);

    private static Tensor Checked(Tensor std) =>
        NotNull(std).IsComplex() ? throw new TorchException("normal expects standard deviation to be non-complex")
        : !(std.Min().Item<double>() >= 0) ? throw new TorchException("normal expects all elements of std >= 0.0")
        : std;
}
