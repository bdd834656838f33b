namespace TorchLite;

/// <content>Signs, rounding, parts of numbers.</content>
public sealed partial class Tensor
{
    /// <summary>The size of each element, without its sign: PyTorch's <c>abs</c>.</summary>
    /// <returns>A new tensor of the same shape and dtype; complex numbers give real ones.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 2.0]).Abs()   // tensor([1.5000, 2.0000])
    /// </code></example>
    [TorchFunction, Alias("Absolute")]
    public Tensor Abs() => Gate.Direct(static t => Exports.Abs(t), this);

    /// <summary>The size of each element, without its sign, in place: PyTorch's <c>abs_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 2.0]).Abs_()   // tensor([1.5000, 2.0000])
    /// </code></example>
    [Alias("Absolute_")]
    public Tensor Abs_() => Gate.DirectInPlace(static t => Exports.Abs_(t), this);

    /// <summary>The negative of each element: PyTorch's <c>neg</c>.</summary>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.5, -2.0]).Neg()   // tensor([-1.5000,  2.0000])
    /// </code></example>
    [TorchFunction, Alias("Negative")]
    public Tensor Neg() => Gate.Direct(static t => Exports.Neg(t), this);

    /// <summary>The negative of each element, in place: PyTorch's <c>neg_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([1.5, -2.0]).Neg_()   // tensor([-1.5000,  2.0000])
    /// </code></example>
    [Alias("Negative_")]
    public Tensor Neg_() => Gate.DirectInPlace(static t => Exports.Neg_(t), this);

    /// <summary>-1, 0 or 1 by the sign of each element: PyTorch's <c>sign</c>.</summary>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 0.0, 2.0]).Sign()   // tensor([-1.,  0.,  1.])
    /// </code></example>
    [TorchFunction]
    public Tensor Sign() => Gate.Direct(static t => Exports.Sign(t), this);

    /// <summary>-1, 0 or 1 by the sign of each element, in place: PyTorch's <c>sign_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 0.0, 2.0]).Sign_()   // tensor([-1.,  0.,  1.])
    /// </code></example>
    public Tensor Sign_() => Gate.DirectInPlace(static t => Exports.Sign_(t), this);

    /// <summary>The sign of each element; for a complex number, the number of size 1 in its direction: PyTorch's <c>sgn</c>.</summary>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 0.0, 2.0]).Sgn()   // tensor([-1.,  0.,  1.])
    /// </code></example>
    [TorchFunction]
    public Tensor Sgn() => Gate.Direct(static t => Exports.Sgn(t), this);

    /// <summary>
    /// The sign of each element; for a complex number, the number of size 1 in its direction, in place: PyTorch's <c>sgn_</c>.
    /// </summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 0.0, 2.0]).Sgn_()   // tensor([-1.,  0.,  1.])
    /// </code></example>
    public Tensor Sgn_() => Gate.DirectInPlace(static t => Exports.Sgn_(t), this);

    /// <summary>The next whole number below each element: PyTorch's <c>floor</c>.</summary>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 1.5]).Floor()   // tensor([-2.,  1.])
    /// </code></example>
    [TorchFunction]
    public Tensor Floor() => Gate.Direct(static t => Exports.Floor(t), this);

    /// <summary>The next whole number below each element, in place: PyTorch's <c>floor_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 1.5]).Floor_()   // tensor([-2.,  1.])
    /// </code></example>
    public Tensor Floor_() => Gate.DirectInPlace(static t => Exports.Floor_(t), this);

    /// <summary>The next whole number above each element: PyTorch's <c>ceil</c>.</summary>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 1.5]).Ceil()   // tensor([-1.,  2.])
    /// </code></example>
    [TorchFunction]
    public Tensor Ceil() => Gate.Direct(static t => Exports.Ceil(t), this);

    /// <summary>The next whole number above each element, in place: PyTorch's <c>ceil_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 1.5]).Ceil_()   // tensor([-1.,  2.])
    /// </code></example>
    public Tensor Ceil_() => Gate.DirectInPlace(static t => Exports.Ceil_(t), this);

    /// <summary>Each element cut at the point: PyTorch's <c>trunc</c>.</summary>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 1.5]).Trunc()   // tensor([-1.,  1.])
    /// </code></example>
    [TorchFunction, Alias("Fix")]
    public Tensor Trunc() => Gate.Direct(static t => Exports.Trunc(t), this);

    /// <summary>Each element cut at the point, in place: PyTorch's <c>trunc_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 1.5]).Trunc_()   // tensor([-1.,  1.])
    /// </code></example>
    [Alias("Fix_")]
    public Tensor Trunc_() => Gate.DirectInPlace(static t => Exports.Trunc_(t), this);

    /// <summary>What each element has behind the point: PyTorch's <c>frac</c>.</summary>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 1.25]).Frac()   // tensor([-0.5000,  0.2500])
    /// </code></example>
    [TorchFunction]
    public Tensor Frac() => Gate.Direct(static t => Exports.Frac(t), this);

    /// <summary>What each element has behind the point, in place: PyTorch's <c>frac_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 1.25]).Frac_()   // tensor([-0.5000,  0.2500])
    /// </code></example>
    public Tensor Frac_() => Gate.DirectInPlace(static t => Exports.Frac_(t), this);

    /// <summary>Each element times itself: PyTorch's <c>square</c>.</summary>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 2.0]).Square()   // tensor([2.2500, 4.0000])
    /// </code></example>
    [TorchFunction]
    public Tensor Square() => Pow(2);

    /// <summary>Each element times itself, in place: PyTorch's <c>square_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 2.0]).Square_()   // tensor([2.2500, 4.0000])
    /// </code></example>
    public Tensor Square_() => Gate.DirectInPlace(static (t, two) => Exports.PowScalar_(t, two), this, (Scalar)2);

    /// <summary>Each element, or 0 where it is negative: PyTorch's <c>relu</c>.</summary>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.0, 2.0]).Relu()   // tensor([0., 2.])
    /// </code></example>
    [TorchFunction]
    public Tensor Relu() => Gate.Direct(static t => Exports.Relu(t), this);

    /// <summary>Each element, or 0 where it is negative, in place: PyTorch's <c>relu_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.0, 2.0]).Relu_()   // tensor([0., 2.])
    /// </code></example>
    public Tensor Relu_() => Gate.DirectInPlace(static t => Exports.Relu_(t), this);

    /// <summary>The tensor itself: PyTorch's <c>positive</c>.</summary>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, -2.0]).Positive()   // tensor([ 1., -2.])
    /// </code></example>
    [TorchFunction]
    public Tensor Positive() =>
        DType == DType.Bool ? throw new TorchException("The `+` operator, on a bool tensor is not supported.") : Alias();

    /// <summary>The real part of each element, as a view: PyTorch's <c>real</c>.</summary>
    /// <exception cref="TorchException">The dtype is not complex, and the imaginary part is asked for.</exception>
    /// <example><code>
    /// Torch.Tensor([new System.Numerics.Complex(1, 2), new System.Numerics.Complex(3, -1)]).Real   // tensor([1., 3.])
    /// </code></example>
    public Tensor Real => IsComplex() ? Gate.Direct(static t => Exports.Real(t), this) : Alias();

    /// <summary>The imaginary part of each element, as a view: PyTorch's <c>imag</c>.</summary>
    /// <exception cref="TorchException">The dtype is not complex, and the imaginary part is asked for.</exception>
    /// <example><code>
    /// Torch.Tensor([new System.Numerics.Complex(1, 2), new System.Numerics.Complex(3, -1)]).Imag   // tensor([ 2., -1.])
    /// </code></example>
    public Tensor Imag => Gate.Direct(static t => Exports.Imag(t), this);

    /// <summary>The angle of each complex element in radians; 0 or pi for a real one: PyTorch's <c>angle</c>.</summary>
    /// <returns>A new tensor of the same shape, of real numbers.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 2.0]).Angle()   // tensor([3.1416, 0.0000])
    /// </code></example>
    [TorchFunction]
    public Tensor Angle() => Gate.Direct(static t => Exports.Angle(t), this);

    /// <summary>The complex conjugate of each element, as a view: PyTorch's <c>conj</c>.</summary>
    /// <returns>A tensor of the same shape that shares the memory; a real tensor is returned as it is.</returns>
    /// <example><code>
    /// Torch.Tensor([new System.Numerics.Complex(1, 2)]).Conj()   // tensor([1.-2.j])
    /// </code></example>
    [TorchFunction]
    public Tensor Conj() => Gate.Direct(static t => Exports.Conj(t), this);

    /// <summary>Whether the elements count as the conjugates of what lies in memory: PyTorch's <c>is_conj</c>.</summary>
    /// <returns>Whether the tensor is such a view, as <see cref="Conj"/> makes.</returns>
    /// <example><code>
    /// Torch.Tensor([new System.Numerics.Complex(1, 2)]).Conj().IsConj()   // True
    /// </code></example>
    [TorchFunction]
    public bool IsConj() => Gate.Ask(static t => Exports.IsConj(t) != 0, this);

    /// <summary>Whether the elements count as the negatives of what lies in memory: PyTorch's <c>is_neg</c>.</summary>
    /// <returns>Whether the tensor is such a view, as the imaginary part of a conjugate is.</returns>
    /// <example><code>
    /// Torch.Tensor([new System.Numerics.Complex(1, 2)]).Conj().Imag.IsNeg()   // True
    /// </code></example>
    [TorchFunction]
    public bool IsNeg() => Gate.Ask(static t => Exports.IsNeg(t) != 0, this);

    /// <summary>
    /// The tensor with its elements in memory as they count, where it is a conjugate view: PyTorch's <c>resolve_conj</c>.
    /// </summary>
    /// <returns>A new tensor of the same shape; this one where it is no such view.</returns>
    /// <example><code>
    /// Torch.Tensor([new System.Numerics.Complex(1, 2)]).Conj().ResolveConj().IsConj()   // False
    /// </code></example>
    [TorchFunction]
    public Tensor ResolveConj() => IsConj() ? Gate.Direct(static t => Exports.ResolveConj(t), this) : Alias();

    /// <summary>The tensor with its elements in memory as they count, where it is a negative view: PyTorch's <c>resolve_neg</c>.</summary>
    /// <returns>A new tensor of the same shape; this one where it is no such view.</returns>
    /// <example><code>
    /// Torch.Tensor([new System.Numerics.Complex(1, 2)]).Conj().Imag.ResolveNeg()   // tensor([-2.])
    /// </code></example>
    [TorchFunction]
    public Tensor ResolveNeg() => IsNeg() ? Gate.Direct(static t => Exports.ResolveNeg(t), this) : Alias();

    /// <summary>Whether each element is not a number: PyTorch's <c>isnan</c>.</summary>
    /// <returns>A new tensor of truth values of the same shape.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, double.NaN]).Isnan()   // tensor([False,  True])
    /// </code></example>
    [TorchFunction]
    public Tensor Isnan() => Gate.Direct(static t => Exports.Isnan(t), this);

    /// <summary>Whether each element is infinite: PyTorch's <c>isinf</c>.</summary>
    /// <returns>A new tensor of truth values of the same shape.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, double.NegativeInfinity]).Isinf()   // tensor([False,  True])
    /// </code></example>
    [TorchFunction]
    public Tensor Isinf() => Gate.Direct(static t => Exports.Isinf(t), this);

    /// <summary>Whether each element is neither infinite nor not a number: PyTorch's <c>isfinite</c>.</summary>
    /// <returns>A new tensor of truth values of the same shape.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, double.PositiveInfinity]).Isfinite()   // tensor([ True, False])
    /// </code></example>
    [TorchFunction]
    public Tensor Isfinite() => Gate.Direct(static t => Exports.Isfinite(t), this);

    /// <summary>Whether each element is positive infinity: PyTorch's <c>isposinf</c>.</summary>
    /// <returns>A new tensor of truth values of the same shape.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, double.PositiveInfinity]).Isposinf()   // tensor([False,  True])
    /// </code></example>
    [TorchFunction]
    public Tensor Isposinf() => Gate.Direct(static t => Exports.Isposinf(t), this);

    /// <summary>Whether each element is negative infinity: PyTorch's <c>isneginf</c>.</summary>
    /// <returns>A new tensor of truth values of the same shape.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, double.NegativeInfinity]).Isneginf()   // tensor([False,  True])
    /// </code></example>
    [TorchFunction]
    public Tensor Isneginf() => Gate.Direct(static t => Exports.Isneginf(t), this);
}
