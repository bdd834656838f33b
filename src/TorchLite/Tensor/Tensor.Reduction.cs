namespace TorchLite;

/// <content>Many elements made one.</content>
public sealed partial class Tensor
{
    /// <summary>The sum of all elements; whole numbers and truth values sum in int64: PyTorch's <c>sum</c>.</summary>
    /// <param name="dtype">The dtype to compute in; null: as PyTorch chooses.</param>
    /// <returns>A new tensor without dimensions.</returns>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Sum()   // tensor(10)
    /// </code></example>
    [TorchFunction]
    public Tensor Sum(DType? dtype = null) => Gate.Direct(static (t, type) => Exports.Sum(t, type.HasValue, type.OrNone()), this, dtype);

    /// <summary>The sum along dimensions; whole numbers and truth values sum in int64: PyTorch's <c>sum</c>.</summary>
    /// <param name="dim">The dimension or dimensions; negative counts from the end.</param>
    /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
    /// <param name="dtype">The dtype to compute in; null: as PyTorch chooses.</param>
    /// <returns>A new tensor with the dimensions left out, or of size 1.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Sum(dim: 0)   // tensor([4, 6])
    /// Torch.Tensor([[1, 2], [3, 4]]).Sum(dim: 1, keepdim: true)
    /// // tensor([[3],
    /// //         [7]])
    /// </code></example>
    [TorchFunction]
    public Tensor Sum(Dims dim, bool keepdim = false, DType? dtype = null) =>
        Gate.Direct(
            static (t, a) => Exports.Sum(t, a.Dims, a.Dims.Length, a.keepdim, a.dtype.HasValue, a.dtype.OrNone()),
            this, (Dims: dim.Values, keepdim, dtype));

    /// <summary>The mean of all elements: PyTorch's <c>mean</c>.</summary>
    /// <param name="dtype">The dtype to compute in; null: as PyTorch chooses.</param>
    /// <returns>A new tensor without dimensions.</returns>
    /// <exception cref="TorchException">The dtype holds whole numbers, and no other is said.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 6.0]).Mean()   // tensor(3.)
    /// Torch.Tensor([1, 2]).Mean()
    /// // TorchException: mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: Long
    /// </code></example>
    [TorchFunction]
    public Tensor Mean(DType? dtype = null) =>
        dtype is null ? Gate.Direct(static t => Exports.Mean(t), this) : Mean(default, false, dtype);

    /// <summary>The mean along dimensions: PyTorch's <c>mean</c>.</summary>
    /// <param name="dim">The dimension or dimensions; negative counts from the end.</param>
    /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
    /// <param name="dtype">The dtype to compute in; null: as PyTorch chooses.</param>
    /// <returns>A new tensor with the dimensions left out, or of size 1.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The dtype holds whole numbers, and no other is said.</exception>
    /// <example><code>
    /// Torch.Tensor([[1.0, 2.0], [3.0, 6.0]]).Mean(dim: 1)   // tensor([1.5000, 4.5000])
    /// </code></example>
    [TorchFunction]
    public Tensor Mean(Dims dim, bool keepdim = false, DType? dtype = null) =>
        Gate.Direct(
            static (t, a) => Exports.Mean(t, a.Dims, a.Dims.Length, a.keepdim, a.dtype.HasValue, a.dtype.OrNone()),
            this, (Dims: dim.Values, keepdim, dtype));

    /// <summary>The mean of the elements that are numbers: PyTorch's <c>nanmean</c>.</summary>
    /// <param name="dim">The dimension; null: all elements.</param>
    /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
    /// <param name="dtype">The dtype to compute in; null: as PyTorch chooses.</param>
    /// <returns>A new tensor with the dimensions left out, or of size 1.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The dtype holds whole numbers, and no other is said.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, double.NaN, 2.0]).Nanmean()   // tensor(1.5000)
    /// </code></example>
    [TorchFunction]
    public Tensor Nanmean(Dims? dim = null, bool keepdim = false, DType? dtype = null) =>
        Gate.Direct(
            static (t, a) => Exports.Nanmean(t, a.Dims, a.Dims.Length, a.keepdim, a.Code), this,
            (Dims: dim?.Values ?? [], keepdim, (dtype ?? DType).Code));

    /// <summary>The product of all elements; whole numbers and truth values in int64: PyTorch's <c>prod</c>.</summary>
    /// <param name="dtype">The dtype to compute in; null: as PyTorch chooses.</param>
    /// <returns>A new tensor without dimensions.</returns>
    /// <example><code>
    /// Torch.Tensor([2, 3, 4]).Prod()   // tensor(24)
    /// </code></example>
    [TorchFunction]
    public Tensor Prod(DType? dtype = null) => Gate.Direct(static (t, type) => Exports.Prod(t, type.HasValue, type.OrNone()), this, dtype);

    /// <summary>The product along a dimension; whole numbers and truth values in int64: PyTorch's <c>prod</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
    /// <param name="dtype">The dtype to compute in; null: as PyTorch chooses.</param>
    /// <returns>A new tensor with the dimensions left out, or of size 1.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Prod(dim: 0)   // tensor([3, 8])
    /// </code></example>
    [TorchFunction]
    public Tensor Prod(long dim, bool keepdim = false, DType? dtype = null) =>
        Gate.Direct(
            static (t, a) => Exports.Prod(t, a.dim, a.keepdim, a.dtype.HasValue, a.dtype.OrNone()), this, (dim, keepdim, dtype));

    /// <summary>The greatest element; nan wins: PyTorch's <c>max</c>.</summary>
    /// <returns>A new tensor without dimensions.</returns>
    /// <exception cref="TorchException">There are no elements.</exception>
    /// <example><code>
    /// Torch.Tensor([3, 1, 2]).Max()   // tensor(3)
    /// </code></example>
    [TorchFunction]
    public Tensor Max() => Gate.Direct(static t => Exports.Max(t), this);

    /// <summary>The greatest elements along a dimension, and where they are: PyTorch's <c>max</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="keepdim">Whether the dimension stays, with size 1.</param>
    /// <returns>The values, and their positions in int64.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension, or it has no elements where one is needed.</exception>
    /// <example><code>
    /// Torch.Tensor([[3, 1], [2, 4]]).Max(dim: 1).Values   // tensor([3, 4])
    /// Torch.Tensor([[3, 1], [2, 4]]).Max(dim: 1).Indices   // tensor([0, 1])
    /// </code></example>
    [TorchFunction]
    public (Tensor Values, Tensor Indices) Max(long dim, bool keepdim = false) =>
        Gate.DirectPair(static (t, a) => Exports.Max(t, HandleArray.Room, a.dim, a.keepdim), this, (dim, keepdim));

    /// <summary>The greater of two elements; another name of <see cref="Maximum"/>: PyTorch's <c>max</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not broadcast.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 5]).Max(Torch.Tensor([3, 2]))   // tensor([3, 5])
    /// </code></example>
    [TorchFunction]
    public Tensor Max(Tensor other) => Maximum(other);

    /// <summary>The greatest elements along dimensions; equal ones share the gradient: PyTorch's <c>amax</c>.</summary>
    /// <param name="dim">The dimension or dimensions; null: all.</param>
    /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
    /// <returns>A new tensor with the dimensions left out, or of size 1.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension, or it has no elements where one is needed.</exception>
    /// <example><code>
    /// Torch.Tensor([[3, 1], [2, 4]]).Amax(dim: 1)   // tensor([3, 4])
    /// </code></example>
    [TorchFunction]
    public Tensor Amax(Dims? dim = null, bool keepdim = false) =>
        Gate.Direct(static (t, a) => Exports.Amax(t, a.Dims, a.Dims.Length, a.keepdim), this, (Dims: dim?.Values ?? [], keepdim));

    /// <summary>The position of the greatest element in the tensor as if it had one dimension: PyTorch's <c>argmax</c>.</summary>
    /// <returns>A new int64 tensor without dimensions.</returns>
    /// <exception cref="TorchException">There are no elements.</exception>
    /// <example><code>
    /// Torch.Tensor([3, 1, 4]).Argmax()   // tensor(2)
    /// </code></example>
    [TorchFunction]
    public Tensor Argmax() => Gate.Direct(static t => Exports.Argmax(t), this);

    /// <summary>The positions of the greatest elements along a dimension: PyTorch's <c>argmax</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="keepdim">Whether the dimension stays, with size 1.</param>
    /// <returns>A new int64 tensor.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension, or it has no elements where one is needed.</exception>
    /// <example><code>
    /// Torch.Tensor([[3, 1], [2, 4]]).Argmax(dim: 1)   // tensor([0, 1])
    /// </code></example>
    [TorchFunction]
    public Tensor Argmax(long dim, bool keepdim = false) =>
        Gate.Direct(static (t, a) => Exports.Argmax(t, a.dim, a.keepdim), this, (dim, keepdim));

    /// <summary>The least element; nan wins: PyTorch's <c>min</c>.</summary>
    /// <returns>A new tensor without dimensions.</returns>
    /// <exception cref="TorchException">There are no elements.</exception>
    /// <example><code>
    /// Torch.Tensor([3, 1, 2]).Min()   // tensor(1)
    /// </code></example>
    [TorchFunction]
    public Tensor Min() => Gate.Direct(static t => Exports.Min(t), this);

    /// <summary>The least elements along a dimension, and where they are: PyTorch's <c>min</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="keepdim">Whether the dimension stays, with size 1.</param>
    /// <returns>The values, and their positions in int64.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension, or it has no elements where one is needed.</exception>
    /// <example><code>
    /// Torch.Tensor([[3, 1], [2, 4]]).Min(dim: 1).Values   // tensor([1, 2])
    /// Torch.Tensor([[3, 1], [2, 4]]).Min(dim: 1).Indices   // tensor([1, 0])
    /// </code></example>
    [TorchFunction]
    public (Tensor Values, Tensor Indices) Min(long dim, bool keepdim = false) =>
        Gate.DirectPair(static (t, a) => Exports.Min(t, HandleArray.Room, a.dim, a.keepdim), this, (dim, keepdim));

    /// <summary>The less of two elements; another name of <see cref="Minimum"/>: PyTorch's <c>min</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not broadcast.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 5]).Min(Torch.Tensor([3, 2]))   // tensor([1, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor Min(Tensor other) => Minimum(other);

    /// <summary>The least elements along dimensions; equal ones share the gradient: PyTorch's <c>amin</c>.</summary>
    /// <param name="dim">The dimension or dimensions; null: all.</param>
    /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
    /// <returns>A new tensor with the dimensions left out, or of size 1.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension, or it has no elements where one is needed.</exception>
    /// <example><code>
    /// Torch.Tensor([[3, 1], [2, 4]]).Amin(dim: 1)   // tensor([1, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor Amin(Dims? dim = null, bool keepdim = false) =>
        Gate.Direct(static (t, a) => Exports.Amin(t, a.Dims, a.Dims.Length, a.keepdim), this, (Dims: dim?.Values ?? [], keepdim));

    /// <summary>The position of the least element in the tensor as if it had one dimension: PyTorch's <c>argmin</c>.</summary>
    /// <returns>A new int64 tensor without dimensions.</returns>
    /// <exception cref="TorchException">There are no elements.</exception>
    /// <example><code>
    /// Torch.Tensor([3, 1, 4]).Argmin()   // tensor(1)
    /// </code></example>
    [TorchFunction]
    public Tensor Argmin() => Gate.Direct(static t => Exports.Argmin(t), this);

    /// <summary>The positions of the least elements along a dimension: PyTorch's <c>argmin</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="keepdim">Whether the dimension stays, with size 1.</param>
    /// <returns>A new int64 tensor.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension, or it has no elements where one is needed.</exception>
    /// <example><code>
    /// Torch.Tensor([[3, 1], [2, 4]]).Argmin(dim: 1)   // tensor([1, 0])
    /// </code></example>
    [TorchFunction]
    public Tensor Argmin(long dim, bool keepdim = false) =>
        Gate.Direct(static (t, a) => Exports.Argmin(t, a.dim, a.keepdim), this, (dim, keepdim));

    /// <summary>The least and the greatest elements: PyTorch's <c>aminmax</c>.</summary>
    /// <param name="dim">The dimension; null: all elements.</param>
    /// <param name="keepdim">Whether the dimension stays, with size 1.</param>
    /// <returns>Both.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension, or it has no elements where one is needed.</exception>
    /// <example><code>
    /// Torch.Tensor([3, 1, 2]).Aminmax().Max   // tensor(3)
    /// </code></example>
    [TorchFunction]
    public (Tensor Min, Tensor Max) Aminmax(long? dim = null, bool keepdim = false) =>
        Gate.DirectPair(
            static (t, a) => (Exports.Aminmax(t, a.Dim, a.keepdim, out var max), max), this,
            (Dim: dim is { } given ? Wrap0(given) : -1, keepdim));

    /// <summary>Whether all elements are not zero: PyTorch's <c>all</c>.</summary>
    /// <returns>A new bool tensor without dimensions.</returns>
    /// <example><code>
    /// Torch.Tensor([true, false]).All()   // tensor(False)
    /// </code></example>
    [TorchFunction]
    public Tensor All() => Gate.Direct(static t => Exports.All(t), this);

    /// <summary>Whether all elements are not zero, along a dimension: PyTorch's <c>all</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="keepdim">Whether the dimension stays, with size 1.</param>
    /// <returns>A new bool tensor.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <example><code>
    /// Torch.Tensor([[true, false], [true, true]]).All(dim: 1)   // tensor([False,  True])
    /// </code></example>
    [TorchFunction]
    public Tensor All(long dim, bool keepdim = false) =>
        Gate.Direct(static (t, a) => Exports.All(t, a.dim, a.keepdim), this, (dim, keepdim));

    /// <summary>Whether an element is not zero: PyTorch's <c>any</c>.</summary>
    /// <returns>A new bool tensor without dimensions.</returns>
    /// <example><code>
    /// Torch.Tensor([true, false]).Any()   // tensor(True)
    /// </code></example>
    [TorchFunction]
    public Tensor Any() => Gate.Direct(static t => Exports.Any(t), this);

    /// <summary>Whether an element is not zero, along a dimension: PyTorch's <c>any</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="keepdim">Whether the dimension stays, with size 1.</param>
    /// <returns>A new bool tensor.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <example><code>
    /// Torch.Tensor([[true, false], [true, true]]).Any(dim: 1)   // tensor([True, True])
    /// </code></example>
    [TorchFunction]
    public Tensor Any(long dim, bool keepdim = false) =>
        Gate.Direct(static (t, a) => Exports.Any(t, a.dim, a.keepdim), this, (dim, keepdim));

    /// <summary>How many elements are not zero: PyTorch's <c>count_nonzero</c>.</summary>
    /// <param name="dim">The dimension or dimensions; null: all.</param>
    /// <returns>A new int64 tensor.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <example><code>
    /// Torch.Tensor([0, 5, 6]).CountNonzero()   // tensor(2)
    /// </code></example>
    [TorchFunction]
    public Tensor CountNonzero(Dims? dim = null) =>
        Gate.Direct(static (t, dims) => Exports.CountNonzero(t, dims, dims.Length), this, dim?.Values ?? []);

    /// <summary>The standard deviation: PyTorch's <c>std</c>.</summary>
    /// <param name="dim">The dimension or dimensions; null: all.</param>
    /// <param name="correction">
    /// By how much the divisor is less than the number of elements: 1 for a sample (Bessel's correction), 0 for all there is; null: 1.
    /// </param>
    /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
    /// <returns>A new tensor with the dimensions left out, or of size 1.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The dtype holds whole numbers.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 6.0]).Std()   // tensor(2.6458)
    /// Torch.Tensor([[1.0, 2.0], [3.0, 6.0]]).Std(dim: 1, correction: 0)   // tensor([0.5000, 1.5000])
    /// </code></example>
    [TorchFunction]
    public Tensor Std(Dims? dim = null, double? correction = 1, bool keepdim = false) =>
        Spread(nameof(Std), dim, correction, keepdim);

    /// <summary>The variance: PyTorch's <c>var</c>.</summary>
    /// <param name="dim">The dimension or dimensions; null: all.</param>
    /// <param name="correction">
    /// By how much the divisor is less than the number of elements: 1 for a sample (Bessel's correction), 0 for all there is; null: 1.
    /// </param>
    /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
    /// <returns>A new tensor with the dimensions left out, or of size 1.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The dtype holds whole numbers.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 6.0]).Var()   // tensor(7.)
    /// Torch.Tensor([[1.0, 2.0], [3.0, 6.0]]).Var(dim: 1, correction: 0)   // tensor([0.2500, 2.2500])
    /// </code></example>
    [TorchFunction]
    public Tensor Var(Dims? dim = null, double? correction = 1, bool keepdim = false) =>
        Spread(nameof(Var), dim, correction, keepdim);

    /// <summary>The logarithm of the sum of exp(x) along a dimension, without overflow: PyTorch's <c>logsumexp</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="keepdim">Whether the dimension stays, with size 1.</param>
    /// <returns>A new tensor with the dimensions left out, or of size 1.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 3.0]).Logsumexp(dim: 0)   // tensor(3.4076)
    /// </code></example>
    [TorchFunction]
    public Tensor Logsumexp(long dim, bool keepdim = false) =>
        Gate.Direct(static (t, a) => Exports.Logsumexp(t, a.dim, a.keepdim), this, (dim, keepdim));

    /// <summary>The p-norm of all elements, or of the vectors along dimensions: PyTorch's <c>norm</c>.</summary>
    /// <param name="p">The order; 2 is the length.</param>
    /// <param name="dim">The dimensions; null: all elements.</param>
    /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
    /// <param name="dtype">The dtype to compute in; null: that of the tensor.</param>
    /// <returns>A new tensor with the dimensions left out, or of size 1.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The dtype holds whole numbers.</exception>
    /// <example><code>
    /// Torch.Tensor([3.0, 4.0]).Norm()   // tensor(5.)
    /// Torch.Tensor([[3.0, 4.0], [6.0, 8.0]]).Norm(2, dim: 1)   // tensor([ 5., 10.])
    /// </code></example>
    [TorchFunction]
    public Tensor Norm(double p = 2.0, Dims? dim = null, bool keepdim = false, DType? dtype = null) =>
        Gate.Direct(
            static (t, order, a) => Exports.VectorNorm(t, order, a.Dims, a.Dims.Length, a.keepdim),
            dtype is { } wanted ? To(wanted) : this, p, (Dims: dim?.Values ?? [], keepdim));

    // TorchSharp's own std and var speak of "unbiased", PyTorch's of a correction of the divisor.
    private Tensor Spread(string op, Dims? dim, double? correction, bool keepdim)
    {
        if (!DType.IsDifferentiable)
        {
            throw new TorchException("std and var only support floating point and complex dtypes");
        }

        var dims = AllOr(dim);
        if (IsMeta)
        {
            // libtorch itself has neither for tensors without data, and TorchSharp ends the process for var; this has the same shape.
            var sum = Sum((Dims)dims, keepdim);
            return DType.IsComplex ? Torch.EmptyLike(sum, DType == DType.Complex64 ? DType.Float32 : DType.Float64) : sum;
        }

        if (correction is 0 or 1 or null)
        {
            var arguments = (Dims: dims, Unbiased: correction != 0, keepdim);
            return op == nameof(Std)
                ? Gate.Direct(static (t, a) => Exports.Std(t, a.Dims, a.Dims.Length, a.Unbiased, a.keepdim), this, arguments)
                : Gate.Direct(static (t, a) => Exports.Var(t, a.Dims, a.Dims.Length, a.Unbiased, a.keepdim), this, arguments);
        }

        return op == nameof(Std)
            ? Script.Run($"torch.std({this}, {dims}, correction={Correction(correction)}, keepdim={keepdim})")
            : Script.Run($"torch.var({this}, {dims}, correction={Correction(correction)}, keepdim={keepdim})");
    }

    /// <summary>The correction as Python would give it: of a whole number's kind where it is one.</summary>
    internal static Scalar Correction(double? correction) =>
        correction is { } real && (long)real != real ? real : (long)(correction ?? 1);

    /// <summary>The dimensions, or all of them by number: of no number libtorch makes the right value and a wrong gradient.</summary>
    internal long[] AllOr(Dims? dim) =>
        dim is { Values: { Length: > 0 } given } ? given : [.. Enumerable.Range(0, (int)Dim()).Select(static d => (long)d)];
}
