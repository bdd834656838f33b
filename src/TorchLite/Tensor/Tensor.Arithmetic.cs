namespace TorchLite;

/// <content>Arithmetic with more than two operands, or with options.</content>
public sealed partial class Tensor
{
    /// <summary>Adds, element by element: this + alpha * other: PyTorch's <c>add</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <param name="alpha">A factor for the other operand; null: 1.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Add(Torch.Tensor([10, 20]))   // tensor([11, 22])
    /// Torch.Tensor([1, 2]).Add(Torch.Tensor([10, 20]), alpha: 2)   // tensor([21, 42])
    /// </code></example>
    [TorchFunction]
    public Tensor Add(Tensor other, Scalar? alpha = null) =>
        Gate.Direct(static (a, b, s) => Exports.Add(a, b, s), this, other, alpha ?? 1);

    /// <summary>Adds, element by element: this + alpha * other, in place: PyTorch's <c>add_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <param name="alpha">A factor for the other operand; null: 1.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Add_(Torch.Tensor([10, 20]))   // tensor([11, 22])
    /// </code></example>
    public Tensor Add_(Tensor other, Scalar? alpha = null) =>
        Gate.DirectInPlace(static (a, b, s) => Exports.Add_(a, b, s), this, other, alpha ?? 1);

    /// <summary>Adds, element by element: this + alpha * other: PyTorch's <c>add</c>.</summary>
    /// <param name="other">The number.</param>
    /// <param name="alpha">A factor for the other operand; null: 1.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Add(0.5)   // tensor([1.5000, 2.5000])
    /// </code></example>
    [TorchFunction]
    public Tensor Add(Scalar other, Scalar? alpha = null) =>
        alpha is { } factor
            ? Gate.Direct(static (a, b, s) => Exports.AddScalar(a, b, s), this, other, factor)
            : Gate.Direct(static (a, b) => Exports.Add(a, b, One), static (a, s) => Exports.AddScalar(a, s, One), this, other);

    /// <summary>Adds, element by element: this + alpha * other, in place: PyTorch's <c>add_</c>.</summary>
    /// <param name="other">The number.</param>
    /// <param name="alpha">A factor for the other operand; null: 1.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Add_(10)   // tensor([11, 12])
    /// </code></example>
    public Tensor Add_(Scalar other, Scalar? alpha = null) =>
        alpha is { } factor
            ? Gate.DirectInPlace(static (a, b, s) => Exports.AddScalar_(a, b, s), this, other, factor)
            : Gate.DirectInPlace(static (a, b) => Exports.Add_(a, b, One), static (a, s) => Exports.AddScalar_(a, s, One), this, other);

    /// <summary>Subtracts, element by element: this - alpha * other: PyTorch's <c>sub</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <param name="alpha">A factor for the other operand; null: 1.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Sub(Torch.Tensor([10, 20]))   // tensor([ -9, -18])
    /// Torch.Tensor([1, 2]).Sub(Torch.Tensor([10, 20]), alpha: 2)   // tensor([-19, -38])
    /// </code></example>
    [TorchFunction, Alias("Subtract")]
    public Tensor Sub(Tensor other, Scalar? alpha = null) =>
        alpha is { } factor
            ? Script.Run($"torch.sub({this}, {other}, alpha={factor})")
            : Gate.Direct(static (a, b) => Exports.Sub(a, b), this, other);

    /// <summary>Subtracts, element by element: this - alpha * other, in place: PyTorch's <c>sub_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <param name="alpha">A factor for the other operand; null: 1.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Sub_(Torch.Tensor([10, 20]))   // tensor([ -9, -18])
    /// </code></example>
    [Alias("Subtract_")]
    public Tensor Sub_(Tensor other, Scalar? alpha = null) =>
        alpha is { } factor
            ? Script.InPlace(this, $"{this}.sub_({other}, alpha={factor})")
            : Gate.DirectInPlace(static (a, b) => Exports.Sub_(a, b), this, other);

    /// <summary>Subtracts, element by element: this - alpha * other: PyTorch's <c>sub</c>.</summary>
    /// <param name="other">The number.</param>
    /// <param name="alpha">A factor for the other operand; null: 1.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Sub(0.5)   // tensor([0.5000, 1.5000])
    /// </code></example>
    [TorchFunction, Alias("Subtract")]
    public Tensor Sub(Scalar other, Scalar? alpha = null) =>
        alpha is { } factor
            ? Script.Run($"torch.sub({this}, {other}, alpha={factor})")
            : Gate.Direct(static (a, b) => Exports.Sub(a, b), static (a, s) => Exports.SubScalar(a, s), this, other);

    /// <summary>Subtracts, element by element: this - alpha * other, in place: PyTorch's <c>sub_</c>.</summary>
    /// <param name="other">The number.</param>
    /// <param name="alpha">A factor for the other operand; null: 1.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Sub_(10)   // tensor([-9, -8])
    /// </code></example>
    [Alias("Subtract_")]
    public Tensor Sub_(Scalar other, Scalar? alpha = null) =>
        alpha is { } factor
            ? Script.InPlace(this, $"{this}.sub_({other}, alpha={factor})")
            : Gate.DirectInPlace(static (a, b) => Exports.Sub_(a, b), static (a, s) => Exports.SubScalar_(a, s), this, other);

    /// <summary>The quotient, element by element; whole numbers give real ones unless it is rounded: PyTorch's <c>div</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <param name="roundingMode">None, or how to round the quotient.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([7, -7]).Div(Torch.Tensor([2, 2]))   // tensor([ 3.5000, -3.5000])
    /// Torch.Tensor([7, -7]).Div(Torch.Tensor([2, 2]), roundingMode: RoundingMode.Floor)   // tensor([ 3, -4])
    /// </code></example>
    [TorchFunction, Alias("Divide")]
    public Tensor Div(Tensor other, RoundingMode roundingMode = RoundingMode.None) =>
        roundingMode == RoundingMode.None
            ? Gate.Direct(static (a, b) => Exports.Div(a, b, null), this, other)
            : IntegerDivision.Rounded(this, other, roundingMode);

    /// <summary>The quotient, element by element; whole numbers give real ones unless it is rounded: PyTorch's <c>div</c>.</summary>
    /// <param name="other">The number.</param>
    /// <param name="roundingMode">None, or how to round the quotient.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([7, -7]).Div(2)   // tensor([ 3.5000, -3.5000])
    /// Torch.Tensor([7, -7]).Div(2, roundingMode: RoundingMode.Trunc)   // tensor([ 3, -3])
    /// </code></example>
    [TorchFunction, Alias("Divide")]
    public Tensor Div(Scalar other, RoundingMode roundingMode = RoundingMode.None) =>
        roundingMode == RoundingMode.None
            ? Gate.Direct(static (a, b) => Exports.Div(a, b, null), static (a, s) => Exports.DivScalar(a, s, null), this, other)
            : IntegerDivision.Rounded(this, other, roundingMode);

    /// <summary>The quotient, element by element, in place: PyTorch's <c>div_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <param name="roundingMode">None, or how to round the quotient.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([7.0, -7.0]).Div_(Torch.Tensor([2.0, 2.0]))   // tensor([ 3.5000, -3.5000])
    /// </code></example>
    [Alias("Divide_")]
    public Tensor Div_(Tensor other, RoundingMode roundingMode = RoundingMode.None) =>
        roundingMode == RoundingMode.None
            ? Gate.DirectInPlace(static (a, b) => Exports.Div_(a, b, null), this, other)
            : IntegerDivision.Rounded_(this, other, roundingMode);

    /// <summary>The quotient, element by element, in place: PyTorch's <c>div_</c>.</summary>
    /// <param name="other">The number.</param>
    /// <param name="roundingMode">None, or how to round the quotient.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([7.0, -7.0]).Div_(2)   // tensor([ 3.5000, -3.5000])
    /// </code></example>
    [Alias("Divide_")]
    public Tensor Div_(Scalar other, RoundingMode roundingMode = RoundingMode.None) =>
        roundingMode == RoundingMode.None
            ? Gate.DirectInPlace(static (a, b) => Exports.Div_(a, b, null), static (a, s) => Exports.DivScalar_(a, s, null), this, other)
            : IntegerDivision.Rounded_(this, other, roundingMode);

    /// <summary>Each element rounded, a half to the even neighbour: PyTorch's <c>round</c>.</summary>
    /// <param name="decimals">How many decimals stay; negative: digits before the point.</param>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.5, 1.5, 2.7]).Round()   // tensor([0., 2., 3.])
    /// Torch.Tensor([1.2345]).Round(decimals: 2)   // tensor([1.2300])
    /// </code></example>
    [TorchFunction]
    public Tensor Round(long decimals = 0) =>
        decimals == 0 && !DType.IsComplex && DType != DType.Bool
            ? Dispatcher.Round(this)
            : Gate.Direct(static (t, d) => Exports.Round(t, d), this, decimals);

    /// <summary>Each element rounded, a half to the even neighbour, in place: PyTorch's <c>round_</c>.</summary>
    /// <param name="decimals">How many decimals stay; negative: digits before the point.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([0.5, 1.5, 2.7]).Round_()   // tensor([0., 2., 3.])
    /// </code></example>
    public Tensor Round_(long decimals = 0) =>
        decimals == 0 && !DType.IsDifferentiable && DType != DType.Bool
            ? this
            : Gate.DirectInPlace(static (t, d) => Exports.Round_(t, d), this, decimals);

    /// <summary>Each element, held between two limits: PyTorch's <c>clamp</c>.</summary>
    /// <param name="min">The least value; null: none.</param>
    /// <param name="max">The greatest value; null: none.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <exception cref="TorchException">Neither limit is given.</exception>
    /// <example><code>
    /// Torch.Tensor([-2, 0, 5]).Clamp(-1, 3)   // tensor([-1,  0,  3])
    /// Torch.Tensor([-2, 0, 5]).Clamp(max: 3)   // tensor([-2,  0,  3])
    /// </code></example>
    [TorchFunction, Alias("Clip")]
    public Tensor Clamp(Scalar? min = null, Scalar? max = null) => ClampWith(min, max, inPlace: false);

    /// <summary>Each element, held between two limits, in place: PyTorch's <c>clamp_</c>.</summary>
    /// <param name="min">The least value; null: none.</param>
    /// <param name="max">The greatest value; null: none.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">Neither limit is given.</exception>
    /// <example><code>
    /// Torch.Tensor([-2, 0, 5]).Clamp_(-1, 3)   // tensor([-1,  0,  3])
    /// </code></example>
    [Alias("Clip_")]
    public Tensor Clamp_(Scalar? min = null, Scalar? max = null) => ClampWith(min, max, inPlace: true);

    /// <summary>Each element, or the limit where it is less: PyTorch's <c>clamp_min</c>.</summary>
    /// <param name="min">The least value; null: none.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <example><code>
    /// Torch.Tensor([-2, 0, 5]).ClampMin(0)   // tensor([0, 0, 5])
    /// </code></example>
    [TorchFunction]
    public Tensor ClampMin(Scalar min) => Gate.Direct(static (t, s) => Exports.ClampMinScalar(t, s), this, min);

    /// <summary>Each element, or the limit where it is less, in place: PyTorch's <c>clamp_min_</c>.</summary>
    /// <param name="min">The least value; null: none.</param>
    /// <returns>This tensor.</returns>
    /// <example><code>
    /// Torch.Tensor([-2, 0, 5]).ClampMin_(0)   // tensor([0, 0, 5])
    /// </code></example>
    public Tensor ClampMin_(Scalar min) => Gate.DirectInPlace(static (t, s) => Exports.ClampMinScalar_(t, s), this, min);

    /// <summary>Each element, or the limit where it is greater: PyTorch's <c>clamp_max</c>.</summary>
    /// <param name="max">The greatest value; null: none.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <example><code>
    /// Torch.Tensor([-2, 0, 5]).ClampMax(0)   // tensor([-2,  0,  0])
    /// </code></example>
    [TorchFunction]
    public Tensor ClampMax(Scalar max) => Gate.Direct(static (t, s) => Exports.ClampMaxScalar(t, s), this, max);

    /// <summary>Each element, or the limit where it is greater, in place: PyTorch's <c>clamp_max_</c>.</summary>
    /// <param name="max">The greatest value; null: none.</param>
    /// <returns>This tensor.</returns>
    /// <example><code>
    /// Torch.Tensor([-2, 0, 5]).ClampMax_(0)   // tensor([-2,  0,  0])
    /// </code></example>
    public Tensor ClampMax_(Scalar max) => Gate.DirectInPlace(static (t, s) => Exports.ClampMaxScalar_(t, s), this, max);

    /// <summary>Numbers in place of nan and the infinities: PyTorch's <c>nan_to_num</c>.</summary>
    /// <param name="nan">For nan.</param>
    /// <param name="posinf">For positive infinity; null: the greatest number of the dtype.</param>
    /// <param name="neginf">For negative infinity; null: the least number of the dtype.</param>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <example><code>
    /// Torch.Tensor([double.NaN, 1.0, double.PositiveInfinity]).NanToNum(nan: 0.0, posinf: 9.0)   // tensor([0., 1., 9.])
    /// </code></example>
    [TorchFunction]
    public Tensor NanToNum(double nan = 0.0, double? posinf = null, double? neginf = null) =>
        Gate.Direct(static (t, a) => Exports.NanToNum(t, a.nan, a.posinf, a.neginf), this, (nan, posinf, neginf));

    /// <summary>Numbers in place of nan and the infinities, in place: PyTorch's <c>nan_to_num_</c>.</summary>
    /// <param name="nan">For nan.</param>
    /// <param name="posinf">For positive infinity; null: the greatest number of the dtype.</param>
    /// <param name="neginf">For negative infinity; null: the least number of the dtype.</param>
    /// <returns>This tensor.</returns>
    /// <example><code>
    /// Torch.Tensor([double.NaN, 1.0]).NanToNum_()   // tensor([0., 1.])
    /// </code></example>
    public Tensor NanToNum_(double nan = 0.0, double? posinf = null, double? neginf = null) =>
        Gate.DirectInPlace(static (t, a) => Exports.NanToNum_(t, a.nan, a.posinf, a.neginf), this, (nan, posinf, neginf));

    /// <summary>exp(x) divided by the sum of exp(x) along a dimension: PyTorch's <c>softmax</c>.</summary>
    /// <param name="dim">The dimension along which the results sum to 1; negative counts from the end.</param>
    /// <param name="dtype">The dtype to convert to first; null: none.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The dtype holds whole numbers, and no other is said.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 3.0]).Softmax(dim: 0)   // tensor([0.0900, 0.2447, 0.6652])
    /// </code></example>
    [TorchFunction]
    public Tensor Softmax(long dim, DType? dtype = null) =>
        Gate.Direct(static (t, a) => Exports.Softmax(t, a.dim, a.Code), this, (dim, (dtype ?? DType).Code));

    /// <summary>The logarithm of the softmax along a dimension, without its loss of precision: PyTorch's <c>log_softmax</c>.</summary>
    /// <param name="dim">The dimension along which the results sum to 1; negative counts from the end.</param>
    /// <param name="dtype">The dtype to convert to first; null: none.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The dtype holds whole numbers, and no other is said.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 3.0]).LogSoftmax(dim: 0)   // tensor([-2.4076, -1.4076, -0.4076])
    /// </code></example>
    [TorchFunction]
    public Tensor LogSoftmax(long dim, DType? dtype = null) =>
        Gate.Direct(static (t, a) => Exports.LogSoftmax(t, a.dim, a.Code), this, (dim, (dtype ?? DType).Code));

    /// <summary>other - this, as Python's <c>other - x</c>: PyTorch's <c>rsub</c>.</summary>
    internal Tensor Rsub(Scalar other) =>
        IsRecorded ? Script.Run($"torch.rsub({this}, {other})") : Beside(other, static (number, tensor) => number.Sub(tensor));

    /// <summary>other % this, as Python's <c>other % x</c>.</summary>
    internal Tensor Rremainder(Scalar other) =>
        IsRecorded ? Script.Run($"torch.remainder({other}, {this})") : Beside(other, static (number, tensor) => number.Remainder(tensor));

    /// <summary>other ** this, as Python's <c>other ** x</c>.</summary>
    internal Tensor Rpow(Scalar other) =>
        IsRecorded ? Script.Run($"torch.pow({other}, {this})") : Beside(other, static (number, tensor) => number.Pow(tensor));

    // What libtorch's operation for a number on the left gives, sooner; recorded it would be as another one.
    private Tensor Beside(Scalar number, Func<Tensor, Tensor, Tensor> operation)
    {
        using var operand = AsOperand(number);
        return operation(operand, this);
    }

    /// <summary>
    /// A number as the tensor that stands for it beside this one: it counts for its kind only, as PyTorch's wrapped numbers do, so it
    /// takes this tensor's dtype unless its kind is wider.
    /// </summary>
    internal Tensor AsOperand(Scalar number)
    {
        var own = DType;
        var isHeld = number.Kind switch
        {
            ScalarKind.Boolean => true,
            ScalarKind.Integer or ScalarKind.Unsigned => own != DType.Bool,
            ScalarKind.Real => own.IsDifferentiable,
            _ => own.IsComplex,
        };
        return Torch.Full(default, isHeld ? number.CutTo(own) : number, isHeld ? own : number.NaturalDType, Device);
    }

    private static nint One => ScalarLease.One;

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
