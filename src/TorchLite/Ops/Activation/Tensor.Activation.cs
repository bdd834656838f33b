namespace TorchLite;

/// <content>Activations as tensor methods.</content>
public partial class Tensor
{
    private static readonly AtenOperator SoftmaxOperator = new("aten::softmax", "int"),
        LogSoftmaxOperator = new("aten::log_softmax", "int");

    /// <summary>The rectified linear unit of each element: 0 where it is negative: PyTorch's <c>relu</c>.</summary>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.0, 2.0]).Relu()   // tensor([0., 2.])
    /// </code></example>
    [TorchFunction]
    public Tensor Relu() => Gate.Direct(static t => Exports.Relu(t), this);

    /// <summary>The rectified linear unit of each element: 0 where it is negative, in place: PyTorch's <c>relu_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.0, 2.0]).Relu_()   // tensor([0., 2.])
    /// </code></example>
    public Tensor Relu_() => Gate.DirectInPlace(static t => Exports.Relu_(t), this);

    /// <summary>exp(x) divided by the sum of exp(x) along a dimension: PyTorch's <c>softmax</c>.</summary>
    /// <param name="dim">The dimension along which the results sum to 1; negative counts from the end.</param>
    /// <param name="dtype">The dtype to convert to first; null: none.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The dtype is an integer type, and no other dtype is given.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 3.0]).Softmax(dim: 0)   // tensor([0.0900, 0.2447, 0.6652])
    /// </code></example>
    [TorchFunction]
    public Tensor Softmax(long dim, DType? dtype = null) =>
        SoftmaxOperator.Call(this, dim, dtype);

    /// <summary>The logarithm of the softmax along a dimension, without its loss of precision: PyTorch's <c>log_softmax</c>.</summary>
    /// <param name="dim">The dimension along which the results sum to 1; negative counts from the end.</param>
    /// <param name="dtype">The dtype to convert to first; null: none.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The dtype is an integer type, and no other dtype is given.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 3.0]).LogSoftmax(dim: 0)   // tensor([-2.4076, -1.4076, -0.4076])
    /// </code></example>
    [TorchFunction]
    public Tensor LogSoftmax(long dim, DType? dtype = null) =>
        LogSoftmaxOperator.Call(this, dim, dtype);

    /// <summary>The elements beyond a threshold on either side of 0, and 0 for the others: PyTorch's <c>hardshrink</c>.</summary>
    /// <param name="lambd">The threshold; null: 0.5.</param>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.0, -0.3, 0.7]).Hardshrink()   // tensor([-1.0000,  0.0000,  0.7000])
    /// Torch.Tensor([-1.0, -0.3, 0.7]).Hardshrink(0.8)   // tensor([-1.,  0.,  0.])
    /// </code></example>
    [TorchFunction]
    public Tensor Hardshrink(Scalar? lambd = null) => Script.Run($"torch.hardshrink({this}, {lambd ?? 0.5})");

    /// <summary>Multiplies each negative element by a learned slope: PyTorch's <c>prelu</c>.</summary>
    /// <param name="weight">The slope: one number, or one for each channel (the second dimension).</param>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="weight"/> is null.</exception>
    /// <exception cref="TorchException">The number of slopes is neither one nor the number of channels, or the dtypes differ.</exception>
    /// <example><code>
    /// Torch.Prelu(Torch.Tensor([-2.0, -0.5, 1.0]), Torch.Tensor([0.5]))   // tensor([-1.0000, -0.2500,  1.0000])
    /// </code></example>
    [TorchFunction]
    public Tensor Prelu(Tensor weight) => Script.Run($"torch.prelu({this}, {weight})");
}
