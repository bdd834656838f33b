namespace TorchLite;

/// <content>Activations.</content>
public static partial class Torch
{
    /// <summary>Replaces each negative element by 0, in place: PyTorch's <c>relu_</c>.</summary>
    /// <param name="input">The tensor to change.</param>
    /// <returns><paramref name="input"/> itself.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">
    /// libtorch does not support the operation for this dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Relu_(Torch.Tensor([-2.0, -0.5, 1.0]))   // tensor([0., 0., 1.])
    /// </code></example>
    public static Tensor Relu_(Tensor input) => NotNull(input).Relu_();

    /// <summary>The self-normalizing exponential unit of each element, in place: PyTorch's <c>selu_</c>.</summary>
    /// <param name="input">The tensor to change.</param>
    /// <returns><paramref name="input"/> itself.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">
    /// libtorch does not support the operation for this dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Selu_(Torch.Tensor([-2.0, -0.5, 1.0]))   // tensor([-1.5202, -0.6918,  1.0507])
    /// </code></example>
    public static Tensor Selu_(Tensor input) => Script.InPlace(NotNull(input), $"torch.selu_({input})");

    /// <summary>max(0, x) + min(0, alpha · (exp(x / alpha) - 1)) of each element x, in place: PyTorch's <c>celu_</c>.</summary>
    /// <param name="input">The tensor to change.</param>
    /// <param name="alpha">The scale of the negative part; null: 1.</param>
    /// <returns><paramref name="input"/> itself.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">
    /// libtorch does not support the operation for this dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Celu_(Torch.Tensor([-2.0, -0.5, 1.0]), alpha: 2.0)   // tensor([-1.2642, -0.4424,  1.0000])
    /// </code></example>
    public static Tensor Celu_(Tensor input, Scalar? alpha = null) => Script.InPlace(NotNull(input), $"torch.celu_({input}, {alpha ?? 1.0})");

    /// <summary>Multiplies each negative element by a slope, in place: PyTorch's <c>rrelu_</c>.</summary>
    /// <param name="input">The tensor to change.</param>
    /// <param name="lower">The lower bound of the slope; null: 1/8.</param>
    /// <param name="upper">The upper bound of the slope; null: 1/3.</param>
    /// <param name="training">Whether each element gets a random slope; otherwise all get the mean of the bounds.</param>
    /// <returns><paramref name="input"/> itself.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">
    /// libtorch does not support the operation for this dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Rrelu_(Torch.Tensor([-2.0, -0.5, 1.0]), 0.1, 0.3)   // tensor([-0.4000, -0.1000,  1.0000])
    /// </code></example>
    public static Tensor Rrelu_(Tensor input, Scalar? lower = null, Scalar? upper = null, bool training = false) =>
        Script.InPlace(NotNull(input), $"torch.rrelu_({input}, {lower ?? 0.125}, {upper ?? (1.0 / 3.0)}, {training})");

    /// <summary>Replaces each element that is not greater than a threshold by a number, in place: PyTorch's <c>threshold_</c>.</summary>
    /// <param name="input">The tensor to change.</param>
    /// <param name="threshold">The threshold.</param>
    /// <param name="value">The number.</param>
    /// <returns><paramref name="input"/> itself.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">
    /// libtorch does not support the operation for this dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Threshold_(Torch.Tensor([-2.0, -0.5, 1.0]), 0, 7)   // tensor([7., 7., 1.])
    /// </code></example>
    public static Tensor Threshold_(Tensor input, Scalar threshold, Scalar value) =>
        Script.InPlace(NotNull(input), $"torch.threshold_({input}, {threshold}, {value})");
}
