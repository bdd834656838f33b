namespace TorchLite;

/// <content>Integrals and derivatives of sampled functions.</content>
public static partial class Torch
{
    /// <summary>The integral along a dimension by the trapezoidal rule: PyTorch's <c>trapezoid</c>.</summary>
    /// <param name="y">The values at points of equal distance.</param>
    /// <param name="dx">The distance; 1 if null.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>A new tensor without the dimension.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="y"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Trapezoid(Torch.Tensor([1.0, 5.0, 10.0]), dx: 2.0)   // tensor(21.)
    /// </code></example>
    public static Tensor Trapezoid(Tensor y, Scalar? dx = null, long dim = -1) =>
        Script.Run($"torch.trapezoid({y}, dx={dx ?? 1}, dim={dim})");

    /// <summary>The integral along a dimension by the trapezoidal rule: PyTorch's <c>trapezoid</c>.</summary>
    /// <param name="y">The values at the points.</param>
    /// <param name="x">The points; of the same shape, or a vector along the dimension.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>A new tensor without the dimension.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The number of points does not fit.</exception>
    /// <example><code>
    /// Torch.Trapezoid(Torch.Tensor([1.0, 5.0, 10.0]), Torch.Tensor([0.0, 1.0, 3.0]))   // tensor(18.)
    /// </code></example>
    public static Tensor Trapezoid(Tensor y, Tensor x, long dim = -1) => Gate.Direct(static (y, x, dim) => Exports.Trapezoid(y, x, dim), y, x, dim);

    /// <summary>The integral along a dimension by the trapezoidal rule; another name of <c>trapezoid</c>: PyTorch's <c>trapz</c>.</summary>
    /// <param name="y">The values at points of equal distance.</param>
    /// <param name="dx">The distance; 1 if null.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>A new tensor without the dimension.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="y"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Trapz(Torch.Tensor([1.0, 5.0, 10.0]), dx: 2.0)   // tensor(21.)
    /// </code></example>
    public static Tensor Trapz(Tensor y, Scalar? dx = null, long dim = -1) =>
        Script.Run($"torch.trapz({y}, dx={(double)(dx ?? 1)}, dim={dim})");

    /// <summary>The integral along a dimension by the trapezoidal rule; another name of <c>trapezoid</c>: PyTorch's <c>trapz</c>.</summary>
    /// <param name="y">The values at the points.</param>
    /// <param name="x">The points; of the same shape, or a vector along the dimension.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>A new tensor without the dimension.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The number of points does not fit.</exception>
    /// <example><code>
    /// Torch.Trapz(Torch.Tensor([1.0, 5.0, 10.0]), Torch.Tensor([0.0, 1.0, 3.0]))   // tensor(18.)
    /// </code></example>
    public static Tensor Trapz(Tensor y, Tensor x, long dim = -1) => Trapezoid(y, x, dim);

    /// <summary>The integral along a dimension up to each point, by the trapezoidal rule: PyTorch's <c>cumulative_trapezoid</c>.</summary>
    /// <param name="y">The values at points of equal distance.</param>
    /// <param name="dx">The distance; 1 if null.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>A new tensor, whose dimension is smaller by 1.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="y"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.CumulativeTrapezoid(Torch.Tensor([1.0, 5.0, 10.0]), dx: 2.0)   // tensor([ 6., 21.])
    /// </code></example>
    public static Tensor CumulativeTrapezoid(Tensor y, Scalar? dx = null, long dim = -1) =>
        Script.Run($"torch.cumulative_trapezoid({y}, dx={dx ?? 1}, dim={dim})");

    /// <summary>The integral along a dimension up to each point, by the trapezoidal rule: PyTorch's <c>cumulative_trapezoid</c>.</summary>
    /// <param name="y">The values at the points.</param>
    /// <param name="x">The points; of the same shape, or a vector along the dimension.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>A new tensor, whose dimension is smaller by 1.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The number of points does not fit.</exception>
    /// <example><code>
    /// Torch.CumulativeTrapezoid(Torch.Tensor([1.0, 5.0, 10.0]), Torch.Tensor([0.0, 1.0, 3.0]))   // tensor([ 3., 18.])
    /// </code></example>
    public static Tensor CumulativeTrapezoid(Tensor y, Tensor x, long dim = -1) =>
        Gate.Direct(static (y, x, dim) => Exports.CumulativeTrapezoid(y, x, dim), y, x, dim);

    /// <summary>Estimates of the derivative along each dimension, from neighbours at equal distances: PyTorch's <c>gradient</c>.</summary>
    /// <param name="input">The values at the points.</param>
    /// <param name="spacing">The distance of two points; 1 if null.</param>
    /// <param name="dim">The dimensions; null: all.</param>
    /// <param name="edgeOrder">The order of the estimate at both ends, 1 or 2.</param>
    /// <returns>For each dimension a new tensor of the same shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">
    /// A dimension comes twice or has too few points, the numbers of spacings and dimensions differ, or the order is neither 1 nor 2.
    /// </exception>
    /// <example><code>
    /// Torch.Gradient(Torch.Tensor([1.0, 4.0, 9.0, 16.0]))[0]   // tensor([3., 4., 6., 7.])
    /// </code></example>
    public static Tensor[] Gradient(Tensor input, Scalar? spacing = null, Dims? dim = null, long edgeOrder = 1)
    {
        NotNull(input);
        var distance = spacing ?? 1;
        return dim is { } dims
            ? Script.Many($"torch.gradient({input}, spacing={distance}, dim={dims}, edge_order={edgeOrder})")
            : Script.Many($"torch.gradient({input}, spacing={distance}, dim=None, edge_order={edgeOrder})");
    }

    /// <summary>
    /// Estimates of the derivative along each dimension, from neighbours at a distance given for each dimension: PyTorch's <c>gradient</c>.
    /// </summary>
    /// <param name="input">The values at the points.</param>
    /// <param name="spacing">For each dimension, the distance between two points.</param>
    /// <param name="dim">The dimensions; null: all.</param>
    /// <param name="edgeOrder">The order of the estimate at both ends, 1 or 2.</param>
    /// <returns>For each dimension a new tensor of the same shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">
    /// A dimension comes twice or has too few points, the numbers of spacings and dimensions differ, or the order is neither 1 nor 2.
    /// </exception>
    /// <example><code>
    /// Torch.Gradient(Torch.Tensor([[1.0, 2.0], [3.0, 5.0]]), spacing: [2.0, 0.5])[1]
    /// // tensor([[2., 2.],
    /// //         [4., 4.]])
    /// </code></example>
    public static Tensor[] Gradient(Tensor input, ReadOnlySpan<double> spacing, Dims? dim = null, long edgeOrder = 1)
    {
        NotNull(input);
        if (dim is null && spacing.Length != input.Dim())
        {
            throw new TorchException(
                $"torch.gradient expected spacing to be unspecified, a scalar, or a list of length equal to "
                + $"'self.dim() = {input.Dim()}', since dim argument was not given, but got a list of length {spacing.Length}");
        }

        var dims = dim?.Values ?? [.. Enumerable.Range(0, spacing.Length).Select(static i => (long)i)];
        if (dims.Length != spacing.Length)
        {
            throw new TorchException(
                $"torch.gradient expected spacing to be unspecified, a scalar or it's spacing and dim arguments to have the same length, "
                + $"but got a spacing argument of length {spacing.Length} and a dim argument of length {dims.Length}.");
        }

        // All of them with the same distance first, for what is wrong with the dimensions together.
        foreach (var unused in Gradient(input, 1, dim, edgeOrder))
        {
            unused.Dispose();
        }

        var results = new Tensor[dims.Length];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = Gradient(input, spacing[i], dims[i], edgeOrder)[0];
        }

        return results;
    }

    /// <summary>
    /// Estimates of the derivative along each dimension, from neighbours at given coordinates: PyTorch's <c>gradient</c>.
    /// </summary>
    /// <param name="input">The values at the points.</param>
    /// <param name="spacing">For each dimension, a vector of the coordinates of its points.</param>
    /// <param name="dim">The dimensions; null: all.</param>
    /// <param name="edgeOrder">The order of the estimate at both ends, 1 or 2.</param>
    /// <returns>For each dimension a new tensor of the same shape.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">
    /// A dimension comes twice or has too few points, the numbers of spacings and dimensions differ, or the order is neither 1 nor 2.
    /// </exception>
    /// <example><code>
    /// Torch.Gradient(Torch.Tensor([1.0, 4.0, 16.0]), spacing: [Torch.Tensor([1.0, 2.0, 4.0])])[0]   // tensor([3., 4., 6.])
    /// </code></example>
    public static Tensor[] Gradient(Tensor input, ReadOnlySpan<Tensor> spacing, Dims? dim = null, long edgeOrder = 1)
    {
        NotNull(input);
        return dim is { } dims
            ? Script.Many($"torch.gradient({input}, spacing={spacing}, dim={dims}, edge_order={edgeOrder})")
            : Script.Many($"torch.gradient({input}, spacing={spacing}, dim=None, edge_order={edgeOrder})");
    }
}
