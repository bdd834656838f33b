namespace TorchLite;

/// <content>Parts of complex numbers.</content>
public partial class Tensor
{
    /// <summary>The real part of each element, as a view: PyTorch's <c>real</c>.</summary>
    /// <exception cref="TorchException">The dtype is not complex, and the imaginary part is requested.</exception>
    /// <example><code>
    /// Torch.Tensor([new System.Numerics.Complex(1, 2), new System.Numerics.Complex(3, -1)]).Real   // tensor([1., 3.])
    /// </code></example>
    public Tensor Real => IsComplex() ? Gate.Direct(static t => Exports.Real(t), this) : Alias();

    /// <summary>The imaginary part of each element, as a view: PyTorch's <c>imag</c>.</summary>
    /// <exception cref="TorchException">The dtype is not complex, and the imaginary part is requested.</exception>
    /// <example><code>
    /// Torch.Tensor([new System.Numerics.Complex(1, 2), new System.Numerics.Complex(3, -1)]).Imag   // tensor([ 2., -1.])
    /// </code></example>
    public Tensor Imag => Gate.Direct(static t => Exports.Imag(t), this);

    /// <summary>The angle of each complex element in radians; 0 or pi for a real one: PyTorch's <c>angle</c>.</summary>
    /// <returns>A new tensor of the same shape, of real numbers.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
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

    /// <summary>The conjugate of each element, as a copy instead of a view: PyTorch's <c>conj_physical</c>.</summary>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0]).ConjPhysical()   // tensor([1., 2.])
    /// </code></example>
    [TorchFunction]
    public Tensor ConjPhysical() => Gate.Direct(static t => Exports.ConjPhysical(t), this);

    /// <summary>The conjugate of each element, as a copy instead of a view, in place: PyTorch's <c>conj_physical_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The tensor is a leaf that requires gradients, or libtorch does not support the operation for this dtype.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0]).ConjPhysical_()   // tensor([1., 2.])
    /// </code></example>
    [TorchFunction]
    public Tensor ConjPhysical_() => Gate.DirectInPlace(static t => Exports.ConjPhysical_(t), this);

    /// <summary>Whether the tensor is a lazy conjugate view of its memory: PyTorch's <c>is_conj</c>.</summary>
    /// <returns>True if the tensor is such a view, as <see cref="Conj"/> makes.</returns>
    /// <example><code>
    /// Torch.Tensor([new System.Numerics.Complex(1, 2)]).Conj().IsConj()   // True
    /// </code></example>
    [TorchFunction]
    public bool IsConj() => Gate.Ask(static t => Exports.IsConj(t) != 0, this);

    /// <summary>Whether the tensor is a lazy negative view of its memory: PyTorch's <c>is_neg</c>.</summary>
    /// <returns>True if the tensor is such a view, as the imaginary part of a conjugate is.</returns>
    /// <example><code>
    /// Torch.Tensor([new System.Numerics.Complex(1, 2)]).Conj().Imag.IsNeg()   // True
    /// </code></example>
    [TorchFunction]
    public bool IsNeg() => Gate.Ask(static t => Exports.IsNeg(t) != 0, this);

    /// <summary>
    /// The tensor with its conjugation materialized in memory, if it is a conjugate view: PyTorch's <c>resolve_conj</c>.
    /// </summary>
    /// <returns>A new tensor of the same shape; this tensor if it is not such a view.</returns>
    /// <example><code>
    /// Torch.Tensor([new System.Numerics.Complex(1, 2)]).Conj().ResolveConj().IsConj()   // False
    /// </code></example>
    [TorchFunction]
    public Tensor ResolveConj() => IsConj() ? Gate.Direct(static t => Exports.ResolveConj(t), this) : Alias();

    /// <summary>The tensor with its negation materialized in memory, if it is a negative view: PyTorch's <c>resolve_neg</c>.</summary>
    /// <returns>A new tensor of the same shape; this tensor if it is not such a view.</returns>
    /// <example><code>
    /// Torch.Tensor([new System.Numerics.Complex(1, 2)]).Conj().Imag.ResolveNeg()   // tensor([-2.])
    /// </code></example>
    [TorchFunction]
    public Tensor ResolveNeg() => IsNeg() ? Gate.Direct(static t => Exports.ResolveNeg(t), this) : Alias();
}
