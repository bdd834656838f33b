using System.Runtime.CompilerServices;

namespace TorchLite;

/// <content>Rounding and limits.</content>
public partial class Tensor
{
    /// <summary>The largest integer not greater than each element: PyTorch's <c>floor</c>.</summary>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 1.5]).Floor()   // tensor([-2.,  1.])
    /// </code></example>
    [TorchFunction]
    public Tensor Floor() => Gate.Direct(static t => Exports.Floor(t), this);

    /// <summary>The largest integer not greater than each element, in place: PyTorch's <c>floor_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 1.5]).Floor_()   // tensor([-2.,  1.])
    /// </code></example>
    [TorchFunction]
    public Tensor Floor_() => Gate.DirectInPlace(static t => Exports.Floor_(t), this);

    /// <summary>The smallest integer not less than each element: PyTorch's <c>ceil</c>.</summary>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 1.5]).Ceil()   // tensor([-1.,  2.])
    /// </code></example>
    [TorchFunction]
    public Tensor Ceil() => Gate.Direct(static t => Exports.Ceil(t), this);

    /// <summary>The smallest integer not less than each element, in place: PyTorch's <c>ceil_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 1.5]).Ceil_()   // tensor([-1.,  2.])
    /// </code></example>
    [TorchFunction]
    public Tensor Ceil_() => Gate.DirectInPlace(static t => Exports.Ceil_(t), this);

    /// <summary>Each element truncated toward zero: PyTorch's <c>trunc</c>.</summary>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 1.5]).Trunc()   // tensor([-1.,  1.])
    /// </code></example>
    [TorchFunction, Alias("Fix")]
    public Tensor Trunc() => Gate.Direct(static t => Exports.Trunc(t), this);

    /// <summary>Each element truncated toward zero, in place: PyTorch's <c>trunc_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 1.5]).Trunc_()   // tensor([-1.,  1.])
    /// </code></example>
    [TorchFunction]
    [Alias("Fix_")]
    public Tensor Trunc_() => Gate.DirectInPlace(static t => Exports.Trunc_(t), this);

    /// <summary>Each element rounded to the nearest integer, halves to the even one: PyTorch's <c>round</c>.</summary>
    /// <param name="decimals">The number of decimal places to keep; negative: digits before the decimal point.</param>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.5, 1.5, 2.7]).Round()   // tensor([0., 2., 3.])
    /// Torch.Tensor([1.2345]).Round(decimals: 2)   // tensor([1.2300])
    /// </code></example>
    [TorchFunction]
    public Tensor Round(long decimals = 0) =>
        decimals == 0 && !DType.IsComplex && DType != DType.Bool
            ? RoundOperator.Call(this)
            : Gate.Direct(static (t, d) => Exports.Round(t, d), this, decimals);

    private static readonly AtenOperator RoundOperator = new("aten::round");

    /// <summary>Each element rounded to the nearest integer, halves to the even one, in place: PyTorch's <c>round_</c>.</summary>
    /// <param name="decimals">The number of decimal places to keep; negative: digits before the decimal point.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([0.5, 1.5, 2.7]).Round_()   // tensor([0., 2., 3.])
    /// </code></example>
    [TorchFunction]
    public Tensor Round_(long decimals = 0) =>
        decimals == 0 && !DType.IsDifferentiable && DType != DType.Bool
            ? this
            : Gate.DirectInPlace(static (t, d) => Exports.Round_(t, d), this, decimals);

    /// <summary>The fractional part of each element: PyTorch's <c>frac</c>.</summary>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 1.25]).Frac()   // tensor([-0.5000,  0.2500])
    /// </code></example>
    [TorchFunction]
    public Tensor Frac() => Gate.Direct(static t => Exports.Frac(t), this);

    /// <summary>The fractional part of each element, in place: PyTorch's <c>frac_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 1.25]).Frac_()   // tensor([-0.5000,  0.2500])
    /// </code></example>
    [TorchFunction]
    public Tensor Frac_() => Gate.DirectInPlace(static t => Exports.Frac_(t), this);

    /// <summary>Clamps each element to the range between two limits: PyTorch's <c>clamp</c>.</summary>
    /// <param name="min">The lower bound; null: none.</param>
    /// <param name="max">The upper bound; null: none.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <exception cref="TorchException">Neither limit is given.</exception>
    /// <example><code>
    /// Torch.Tensor([-2, 0, 5]).Clamp(-1, 3)   // tensor([-1,  0,  3])
    /// Torch.Tensor([-2, 0, 5]).Clamp(max: 3)   // tensor([-2,  0,  3])
    /// </code></example>
    [TorchFunction, Alias("Clip")]
    public Tensor Clamp(Scalar? min = null, Scalar? max = null) => ClampWith(min, max, inPlace: false);

    /// <summary>Clamps each element to limits given by tensors: PyTorch's <c>clamp</c>.</summary>
    /// <param name="min">The lower bounds; null: none.</param>
    /// <param name="max">The upper bounds; null: none.</param>
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

    /// <summary>Clamps each element to the range between two limits, in place: PyTorch's <c>clamp_</c>.</summary>
    /// <param name="min">The lower bound; null: none.</param>
    /// <param name="max">The upper bound; null: none.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">Neither limit is given.</exception>
    /// <example><code>
    /// Torch.Tensor([-2, 0, 5]).Clamp_(-1, 3)   // tensor([-1,  0,  3])
    /// </code></example>
    [TorchFunction]
    [Alias("Clip_")]
    public Tensor Clamp_(Scalar? min = null, Scalar? max = null) => ClampWith(min, max, inPlace: true);

    /// <summary>Clamps each element to limits given by tensors, in place: PyTorch's <c>clamp_</c>.</summary>
    /// <param name="min">The lower bounds; null: none.</param>
    /// <param name="max">The upper bounds; null: none.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">Both are null, or the shapes do not broadcast.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 5]).Clamp_(max: Torch.Tensor([3, 3]))   // tensor([1, 3])
    /// </code></example>
    [TorchFunction]
    [OverloadResolutionPriority(-1)]
    [Alias("Clip_")]
    public Tensor Clamp_(Tensor? min = null, Tensor? max = null) => (min, max) switch
    {
        (null, null) => throw new TorchException("torch.clamp: At least one of 'min' or 'max' must not be None"),
        (not null, null) => Gate.DirectInPlace(static (t, l) => Exports.ClampTensor_(t, l, 0), this, min),
        (null, not null) => Gate.DirectInPlace(static (t, h) => Exports.ClampTensor_(t, 0, h), this, max),
        _ => Gate.DirectInPlace(static (t, l, h) => Exports.ClampTensor_(t, l, h), this, min, max),
    };

    /// <summary>Clamps each element to a minimum: PyTorch's <c>clamp_min</c>.</summary>
    /// <param name="min">The lower bound; null: none.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <example><code>
    /// Torch.Tensor([-2, 0, 5]).ClampMin(0)   // tensor([0, 0, 5])
    /// </code></example>
    [TorchFunction]
    public Tensor ClampMin(Scalar min) => Gate.Direct(static (t, s) => Exports.ClampMinScalar(t, s), this, min);

    /// <summary>Clamps each element to a minimum given by another tensor: PyTorch's <c>clamp_min</c>.</summary>
    /// <param name="min">The limits; the shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="min"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not broadcast.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 5]).ClampMin(Torch.Tensor([3, 3]))   // tensor([3, 5])
    /// </code></example>
    [TorchFunction]
    public Tensor ClampMin(Tensor min) => Script.Run($"torch.clamp_min({this}, {min})");

    /// <summary>Clamps each element to a minimum, in place: PyTorch's <c>clamp_min_</c>.</summary>
    /// <param name="min">The lower bound; null: none.</param>
    /// <returns>This tensor.</returns>
    /// <example><code>
    /// Torch.Tensor([-2, 0, 5]).ClampMin_(0)   // tensor([0, 0, 5])
    /// </code></example>
    public Tensor ClampMin_(Scalar min) => Gate.DirectInPlace(static (t, s) => Exports.ClampMinScalar_(t, s), this, min);

    /// <summary>Clamps each element to a minimum given by another tensor, in place: PyTorch's <c>clamp_min_</c>.</summary>
    /// <param name="min">The limits; the shape broadcasts to this one.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="min"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 5]).ClampMin_(Torch.Tensor([3, 3]))   // tensor([3, 5])
    /// </code></example>
    public Tensor ClampMin_(Tensor min) => Script.InPlace(this, $"torch.clamp_min_({this}, {min})");

    /// <summary>Clamps each element to a maximum: PyTorch's <c>clamp_max</c>.</summary>
    /// <param name="max">The upper bound; null: none.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <example><code>
    /// Torch.Tensor([-2, 0, 5]).ClampMax(0)   // tensor([-2,  0,  0])
    /// </code></example>
    [TorchFunction]
    public Tensor ClampMax(Scalar max) => Gate.Direct(static (t, s) => Exports.ClampMaxScalar(t, s), this, max);

    /// <summary>Clamps each element to a maximum given by another tensor: PyTorch's <c>clamp_max</c>.</summary>
    /// <param name="max">The limits; the shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="max"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not broadcast.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 5]).ClampMax(Torch.Tensor([3, 3]))   // tensor([1, 3])
    /// </code></example>
    [TorchFunction]
    public Tensor ClampMax(Tensor max) => Script.Run($"torch.clamp_max({this}, {max})");

    /// <summary>Clamps each element to a maximum, in place: PyTorch's <c>clamp_max_</c>.</summary>
    /// <param name="max">The upper bound; null: none.</param>
    /// <returns>This tensor.</returns>
    /// <example><code>
    /// Torch.Tensor([-2, 0, 5]).ClampMax_(0)   // tensor([-2,  0,  0])
    /// </code></example>
    public Tensor ClampMax_(Scalar max) => Gate.DirectInPlace(static (t, s) => Exports.ClampMaxScalar_(t, s), this, max);

    /// <summary>Clamps each element to a maximum given by another tensor, in place: PyTorch's <c>clamp_max_</c>.</summary>
    /// <param name="max">The limits; the shape broadcasts to this one.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="max"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 5]).ClampMax_(Torch.Tensor([3, 3]))   // tensor([1, 3])
    /// </code></example>
    public Tensor ClampMax_(Tensor max) => Script.InPlace(this, $"torch.clamp_max_({this}, {max})");

    /// <summary>Replaces nan and the infinities by numbers: PyTorch's <c>nan_to_num</c>.</summary>
    /// <param name="nan">The replacement for nan.</param>
    /// <param name="posinf">The replacement for positive infinity; null: the largest number of the dtype.</param>
    /// <param name="neginf">The replacement for negative infinity; null: the smallest number of the dtype.</param>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <example><code>
    /// Torch.Tensor([double.NaN, 1.0, double.PositiveInfinity]).NanToNum(nan: 0.0, posinf: 9.0)   // tensor([0., 1., 9.])
    /// </code></example>
    [TorchFunction]
    public Tensor NanToNum(double nan = 0.0, double? posinf = null, double? neginf = null) =>
        Gate.Direct(static (t, a) => Exports.NanToNum(t, a.nan, a.posinf, a.neginf), this, (nan, posinf, neginf));

    /// <summary>Replaces nan and the infinities by numbers, in place: PyTorch's <c>nan_to_num_</c>.</summary>
    /// <param name="nan">The replacement for nan.</param>
    /// <param name="posinf">The replacement for positive infinity; null: the largest number of the dtype.</param>
    /// <param name="neginf">The replacement for negative infinity; null: the smallest number of the dtype.</param>
    /// <returns>This tensor.</returns>
    /// <example><code>
    /// Torch.Tensor([double.NaN, 1.0]).NanToNum_()   // tensor([0., 1.])
    /// </code></example>
    [TorchFunction]
    public Tensor NanToNum_(double nan = 0.0, double? posinf = null, double? neginf = null) =>
        Gate.DirectInPlace(static (t, a) => Exports.NanToNum_(t, a.nan, a.posinf, a.neginf), this, (nan, posinf, neginf));

    private Tensor ClampWith(Scalar? min, Scalar? max, bool inPlace)
    {
        if (min is null && max is null)
        {
            if (inPlace && IsLeaf && IsRecorded)
            {
                return Script.InPlace(this, $"{this}.clamp_(min=None, max=None)"); // which says that first
            }

            throw new TorchException("torch.clamp: At least one of 'min' or 'max' must not be None");
        }

        if (min is { } least && max is { } greatest)
        {
            return inPlace
                ? Gate.DirectInPlace(static (t, a, b) => Exports.Clamp_(t, a, b), this, least, greatest)
                : Gate.Direct(static (t, a, b) => Exports.Clamp(t, a, b), this, least, greatest);
        }

        return (min, inPlace) switch
        {
            ({ } limit, false) => ClampMin(limit),
            ({ } limit, true) => ClampMin_(limit),
            (null, false) => ClampMax(max!.Value),
            (null, true) => ClampMax_(max!.Value),
        };
    }
}
