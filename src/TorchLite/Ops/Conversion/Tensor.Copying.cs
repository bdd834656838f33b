namespace TorchLite;

/// <content>Copies, and copies into a tensor.</content>
public partial class Tensor
{
    /// <summary>A copy with the given order in memory, through which gradients flow: PyTorch's <c>clone(memory_format)</c>.</summary>
    /// <param name="memoryFormat">The order.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">The tensor does not have the number of dimensions that the memory format requires.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3).T.Clone(MemoryFormat.ContiguousFormat).IsContiguous()   // True
    /// </code></example>
    [TorchFunction]
    public Tensor Clone(MemoryFormat memoryFormat) => Script.Run($"torch.clone({this}, memory_format={Order(memoryFormat)})");

    /// <summary>A copy, through which gradients flow: PyTorch's <c>clone</c>.</summary>
    /// <returns>A new tensor.</returns>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Clone()   // tensor([1, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor Clone() => Gate.Direct(static t => Exports.Clone(t), this);

    /// <summary>The tensor, contiguous with the given order in memory: PyTorch's <c>contiguous(memory_format)</c>.</summary>
    /// <param name="memoryFormat">The order.</param>
    /// <returns>A new tensor; this tensor if it is so already.</returns>
    /// <exception cref="TorchException">The tensor does not have the number of dimensions that the memory format requires.</exception>
    /// <example><code>
    /// string.Join(", ", Torch.Ones(1, 3, 4, 4).Contiguous(MemoryFormat.ChannelsLast).Stride())   // 48, 1, 12, 3
    /// </code></example>
    public Tensor Contiguous(MemoryFormat memoryFormat) => Script.Run($"{this}.contiguous(memory_format={Order(memoryFormat)})");

    /// <summary>The tensor, contiguous in row-major order: PyTorch's <c>contiguous</c>.</summary>
    /// <returns>A new tensor; this tensor if it is so already.</returns>
    /// <example><code>
    /// Torch.Ones(2, 3).T.Contiguous().IsContiguous()   // True
    /// </code></example>
    public Tensor Contiguous() => Gate.Direct(static t => Exports.Contiguous(t), this);

    /// <summary>Copies the elements of another tensor, converted and broadcast: PyTorch's <c>copy_</c>.</summary>
    /// <param name="src">The value to write.</param>
    /// <param name="nonBlocking">Whether a copy between pinned memory and a GPU may run asynchronously.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="src"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shape does not broadcast to this one, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Zeros(2).Copy_(Torch.Tensor([1, 2]))   // tensor([1., 2.])
    /// </code></example>
    public Tensor Copy_(Tensor src, bool nonBlocking = false) =>
        Gate.DirectInPlace(static (t, s, nonBlocking) => Exports.Copy_(t, s, nonBlocking), this, src, nonBlocking);

    /// <summary>Sets every element to the number in a tensor without dimensions: PyTorch's <c>fill_</c>.</summary>
    /// <param name="value">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="TorchException">The value has a dimension, or does not fit the dtype.</exception>
    /// <example><code>
    /// Torch.Zeros(2).Fill_(Torch.Tensor(3))   // tensor([3., 3.])
    /// </code></example>
    [TorchFunction]
    public Tensor Fill_(Tensor value) =>
        Script.InPlace(this, $"{this}.fill_({value})");

    /// <summary>Sets every element to a number: PyTorch's <c>fill_</c>.</summary>
    /// <param name="value">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The number does not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Ones(2).Fill_(7)   // tensor([7., 7.])
    /// </code></example>
    [TorchFunction]
    public Tensor Fill_(Scalar value) => Gate.DirectInPlace(static (t, s) => Exports.Fill_(t, s), this, value);

    /// <summary>Sets every element to zero: PyTorch's <c>zero_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Ones(2).Zero_()   // tensor([0., 0.])
    /// </code></example>
    // TorchSharp's zero_() makes a new tensor and leaves this one without a usable history.
    [TorchFunction]
    public Tensor Zero_() => IsRecorded ? Script.InPlace(this, $"{this}.zero_()") : Fill_(0);
}
