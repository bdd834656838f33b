using System.Runtime.CompilerServices;

namespace TorchLite;

/// <content>Numbers that come as tensors.</content>
public sealed partial class Tensor
{
    /// <summary>Sets every element to the number in a tensor without dimensions: PyTorch's <c>fill_</c>.</summary>
    /// <param name="value">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="TorchException">The value has a dimension, or does not fit the dtype.</exception>
    /// <example><code>
    /// Torch.Zeros(2).Fill_(Torch.Tensor(3))   // tensor([3., 3.])
    /// </code></example>
    public Tensor Fill_(Tensor value) =>
        Script.InPlace(this, $"{this}.fill_({Given(value)})");

    /// <summary>
    /// A copy in which the elements under a mask are the number in a tensor without dimensions: PyTorch's <c>masked_fill</c>.
    /// </summary>
    /// <param name="mask">Truth values; the shape broadcasts.</param>
    /// <param name="value">The number.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mask"/> is null.</exception>
    /// <exception cref="TorchException">The value has a dimension, or does not fit the dtype.</exception>
    /// <example><code>
    /// Torch.Zeros(2).MaskedFill(Torch.Tensor([true, false]), Torch.Tensor(3))   // tensor([3., 0.])
    /// </code></example>
    [TorchFunction]
    public Tensor MaskedFill(Tensor mask, Tensor value) =>
        Script.Run($"torch.masked_fill({this}, {Given(mask)}, {Given(value)})");

    /// <summary>Sets the elements under a mask to the number in a tensor without dimensions: PyTorch's <c>masked_fill_</c>.</summary>
    /// <param name="mask">Truth values; the shape broadcasts.</param>
    /// <param name="value">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mask"/> is null.</exception>
    /// <exception cref="TorchException">The value has a dimension, or does not fit the dtype.</exception>
    /// <example><code>
    /// Torch.Zeros(2).MaskedFill_(Torch.Tensor([true, false]), Torch.Tensor(3))   // tensor([3., 0.])
    /// </code></example>
    public Tensor MaskedFill_(Tensor mask, Tensor value) =>
        Script.InPlace(this, $"{this}.masked_fill_({Given(mask)}, {Given(value)})");

    /// <summary>
    /// A copy in which the parts at positions along a dimension are the number in a tensor without dimensions: PyTorch's <c>index_fill</c>.
    /// </summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">The positions, in int64.</param>
    /// <param name="value">The number.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such dimension or position.</exception>
    /// <exception cref="TorchException">The value has a dimension, or does not fit the dtype.</exception>
    /// <example><code>
    /// Torch.Zeros(3).IndexFill(0, Torch.Tensor([1]), Torch.Tensor(3))   // tensor([0., 3., 0.])
    /// </code></example>
    [TorchFunction]
    public Tensor IndexFill(long dim, Tensor index, Tensor value) =>
        Script.Run($"torch.index_fill({this}, {dim}, {Given(index)}, {Given(value)})");

    /// <summary>
    /// Sets the parts at positions along a dimension to the number in a tensor without dimensions: PyTorch's <c>index_fill_</c>.
    /// </summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">The positions, in int64.</param>
    /// <param name="value">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such dimension or position.</exception>
    /// <exception cref="TorchException">The value has a dimension, or does not fit the dtype.</exception>
    /// <example><code>
    /// Torch.Zeros(3).IndexFill_(0, Torch.Tensor([1]), Torch.Tensor(3))   // tensor([0., 3., 0.])
    /// </code></example>
    public Tensor IndexFill_(long dim, Tensor index, Tensor value) =>
        Script.InPlace(this, $"{this}.index_fill_({dim}, {Given(index)}, {Given(value)})");

    /// <summary>Each element, but no less than one tensor's and no more than another's: PyTorch's <c>clamp</c>.</summary>
    /// <param name="min">The least values; null: no limit.</param>
    /// <param name="max">The greatest values; null: no limit.</param>
    /// <returns>A new tensor of the broadcast shape.</returns>
    /// <exception cref="TorchException">Both are null, or the shapes do not broadcast.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 5]).Clamp(max: Torch.Tensor([3, 3]))   // tensor([1, 3])
    /// </code></example>
    [TorchFunction, Alias("Clip")]
    [OverloadResolutionPriority(-1)]
    public Tensor Clamp(Tensor? min = null, Tensor? max = null) => (min, max) switch
    {
        (null, null) => throw new TorchException("torch.clamp: At least one of 'min' or 'max' must not be None"),
        (not null, null) => Gate.Direct(static (t, l) => Exports.ClampTensor(t, l, 0), this, min),
        (null, not null) => Gate.Direct(static (t, h) => Exports.ClampTensor(t, 0, h), this, max),
        _ => Gate.Direct(static (t, l, h) => Exports.ClampTensor(t, l, h), this, min, max),
    };

    /// <summary>Each element, but no less than one tensor's and no more than another's, in place: PyTorch's <c>clamp_</c>.</summary>
    /// <param name="min">The least values; null: no limit.</param>
    /// <param name="max">The greatest values; null: no limit.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">Both are null, or the shapes do not broadcast.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 5]).Clamp_(max: Torch.Tensor([3, 3]))   // tensor([1, 3])
    /// </code></example>
    [OverloadResolutionPriority(-1)]
    [Alias("Clip_")]
    public Tensor Clamp_(Tensor? min = null, Tensor? max = null) => (min, max) switch
    {
        (null, null) => throw new TorchException("torch.clamp: At least one of 'min' or 'max' must not be None"),
        (not null, null) => Gate.DirectInPlace(static (t, l) => Exports.ClampTensor_(t, l, 0), this, min),
        (null, not null) => Gate.DirectInPlace(static (t, h) => Exports.ClampTensor_(t, 0, h), this, max),
        _ => Gate.DirectInPlace(static (t, l, h) => Exports.ClampTensor_(t, l, h), this, min, max),
    };

    /// <summary>Each element, but no less than another tensor's: PyTorch's <c>clamp_min</c>.</summary>
    /// <param name="min">The limits; the shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="min"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not broadcast.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 5]).ClampMin(Torch.Tensor([3, 3]))   // tensor([3, 5])
    /// </code></example>
    [TorchFunction]
    public Tensor ClampMin(Tensor min) => Script.Run($"torch.clamp_min({this}, {Given(min)})");

    /// <summary>Each element, but no less than another tensor's, in place: PyTorch's <c>clamp_min_</c>.</summary>
    /// <param name="min">The limits; the shape broadcasts to this one.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="min"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 5]).ClampMin_(Torch.Tensor([3, 3]))   // tensor([3, 5])
    /// </code></example>
    public Tensor ClampMin_(Tensor min) => Script.InPlace(this, $"torch.clamp_min_({this}, {Given(min)})");

    /// <summary>Each element, but no more than another tensor's: PyTorch's <c>clamp_max</c>.</summary>
    /// <param name="max">The limits; the shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="max"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not broadcast.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 5]).ClampMax(Torch.Tensor([3, 3]))   // tensor([1, 3])
    /// </code></example>
    [TorchFunction]
    public Tensor ClampMax(Tensor max) => Script.Run($"torch.clamp_max({this}, {Given(max)})");

    /// <summary>Each element, but no more than another tensor's, in place: PyTorch's <c>clamp_max_</c>.</summary>
    /// <param name="max">The limits; the shape broadcasts to this one.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="max"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 5]).ClampMax_(Torch.Tensor([3, 3]))   // tensor([1, 3])
    /// </code></example>
    public Tensor ClampMax_(Tensor max) => Script.InPlace(this, $"torch.clamp_max_({this}, {Given(max)})");

    /// <summary>Where the elements are that are not 0, a tensor for each dimension: PyTorch's <c>nonzero(as_tuple=True)</c>.</summary>
    /// <param name="asTuple">Whether to have a tensor for each dimension; else it is the one tensor of <see cref="Nonzero()"/>.</param>
    /// <returns>The positions in int64.</returns>
    /// <example><code>
    /// Torch.Tensor([0, 7, 8]).Nonzero(asTuple: true)[0]   // tensor([1, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor[] Nonzero(bool asTuple) => asTuple ? (Dim() == 0 ? Unsqueeze(0) : this).Nonzero().Unbind(1) : [Nonzero()];
}
