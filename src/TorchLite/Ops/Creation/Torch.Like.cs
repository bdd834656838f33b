namespace TorchLite;

/// <content>Tensors like another.</content>
public static partial class Torch
{
    /// <summary>A tensor of zeros with the shape of another: PyTorch's <c>zeros_like</c>.</summary>
    /// <param name="input">The tensor whose shape, dtype and device to take.</param>
    /// <param name="dtype">The dtype; null: as this tensor.</param>
    /// <param name="device">The device; null: as this tensor.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the result.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The dtype cannot hold it, or gradients are requested and the dtype does not support them.
    /// </exception>
    /// <example><code>
    /// Torch.ZerosLike(Torch.Tensor([1, 2]))   // tensor([0, 0])
    /// </code></example>
    public static Tensor ZerosLike(Tensor input, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        ZerosLikeOperator.Call(Like(input), dtype, default, device, default, default).AsCreated(requiresGrad);

    private static readonly AtenOperator ZerosLikeOperator = new("aten::zeros_like");

    /// <summary>A tensor of ones with the shape of another: PyTorch's <c>ones_like</c>.</summary>
    /// <param name="input">The tensor whose shape, dtype and device to take.</param>
    /// <param name="dtype">The dtype; null: as this tensor.</param>
    /// <param name="device">The device; null: as this tensor.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the result.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The dtype cannot hold it, or gradients are requested and the dtype does not support them.
    /// </exception>
    /// <example><code>
    /// Torch.OnesLike(Torch.Tensor([1, 2]))   // tensor([1, 1])
    /// </code></example>
    public static Tensor OnesLike(Tensor input, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        OnesLikeOperator.Call(Like(input), dtype, default, device, default, default).AsCreated(requiresGrad);

    private static readonly AtenOperator OnesLikeOperator = new("aten::ones_like");

    /// <summary>An uninitialized tensor with the shape of another: PyTorch's <c>empty_like</c>.</summary>
    /// <param name="input">The tensor whose shape, dtype and device to take.</param>
    /// <param name="dtype">The dtype; null: as this tensor.</param>
    /// <param name="device">The device; null: as this tensor.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the result.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The dtype cannot hold it, or gradients are requested and the dtype does not support them.
    /// </exception>
    /// <example><code>
    /// Torch.EmptyLike(Torch.Tensor([1, 2])).Shape   // torch.Size([2])
    /// </code></example>
    public static Tensor EmptyLike(Tensor input, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        EmptyLikeOperator.Call(Like(input), dtype, default, device, default, default).AsCreated(requiresGrad);

    private static readonly AtenOperator EmptyLikeOperator = new("aten::empty_like");

    /// <summary>A tensor of the same shape, filled with a number: PyTorch's <c>full_like</c>.</summary>
    /// <param name="input">The tensor whose shape, dtype and device to take.</param>
    /// <param name="fillValue">The number.</param>
    /// <param name="dtype">The dtype; null: as this tensor.</param>
    /// <param name="device">The device; null: as this tensor.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the result.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The dtype cannot hold it, or gradients are requested and the dtype does not support them.
    /// </exception>
    /// <example><code>
    /// Torch.FullLike(Torch.Tensor([1, 2]), 7)   // tensor([7, 7])
    /// </code></example>
    public static Tensor FullLike(Tensor input, Scalar fillValue, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        EmptyLike(input, dtype, device).Fill_(fillValue).AsCreated(requiresGrad);

    /// <summary>Uniformly distributed random numbers in [0, 1), in the shape of a tensor: PyTorch's <c>rand_like</c>.</summary>
    /// <param name="input">The tensor whose shape, dtype and device to take.</param>
    /// <param name="dtype">The dtype; null: as this tensor.</param>
    /// <param name="device">The device; null: as this tensor.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the result.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The dtype cannot hold it, or gradients are requested and the dtype does not support them.
    /// </exception>
    /// <example><code>
    /// Torch.RandLike(Torch.Ones(2)).Shape   // torch.Size([2])
    /// </code></example>
    public static Tensor RandLike(Tensor input, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        EmptyLike(input, dtype, device).Uniform_().AsCreated(requiresGrad);

    /// <summary>Random numbers of the normal distribution in the shape of a tensor: PyTorch's <c>randn_like</c>.</summary>
    /// <param name="input">The tensor whose shape, dtype and device to take.</param>
    /// <param name="dtype">The dtype; null: as this tensor.</param>
    /// <param name="device">The device; null: as this tensor.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the result.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The dtype cannot hold it, or gradients are requested and the dtype does not support them.
    /// </exception>
    /// <example><code>
    /// Torch.RandnLike(Torch.Ones(2)).Shape   // torch.Size([2])
    /// </code></example>
    public static Tensor RandnLike(Tensor input, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        EmptyLike(input, dtype, device).Normal_().AsCreated(requiresGrad);

    /// <summary>
    /// Random integers from 0 up to, but not including, an upper bound, in the shape of a tensor: PyTorch's <c>randint_like</c>.
    /// </summary>
    /// <param name="input">The tensor whose shape, dtype and device to take.</param>
    /// <param name="high">The exclusive upper bound.</param>
    /// <param name="dtype">The dtype; null: as this tensor.</param>
    /// <param name="device">The device; null: as this tensor.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the result.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">The upper bound is not greater than 0.</exception>
    /// <example><code>
    /// Torch.RandintLike(Torch.Ones(2), 10).Shape   // torch.Size([2])
    /// </code></example>
    public static Tensor RandintLike(Tensor input, long high, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        RandintLike(input, 0, high, dtype, device, requiresGrad);

    /// <summary>
    /// Random integers from a lower up to, but not including, an upper bound, in the shape of a tensor: PyTorch's <c>randint_like</c>.
    /// </summary>
    /// <param name="input">The tensor whose shape, dtype and device to take.</param>
    /// <param name="low">The inclusive lower bound.</param>
    /// <param name="high">The exclusive upper bound.</param>
    /// <param name="dtype">The dtype; null: as this tensor.</param>
    /// <param name="device">The device; null: as this tensor.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the result.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">The upper bound is not greater than the lower bound.</exception>
    /// <example><code>
    /// Torch.RandintLike(Torch.Ones(2), 5, 10).Shape   // torch.Size([2])
    /// </code></example>
    public static Tensor RandintLike(
        Tensor input, long low, long high, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        EmptyLike(input, dtype, device).Random_(low, high).AsCreated(requiresGrad);

    private static Tensor Like(Tensor? input) => input ?? throw new ArgumentNullException(nameof(input));
}
