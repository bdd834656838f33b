namespace TorchLite;

/// <content>Order, and comparison of whole tensors.</content>
public sealed partial class Tensor
{
    /// <summary>The elements in order along a dimension, and where they were: PyTorch's <c>sort</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="descending">Whether the greatest comes first.</param>
    /// <param name="stable">Whether equal elements keep their order.</param>
    /// <returns>The values, and their former positions in int64.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <example><code>
    /// Torch.Tensor([3, 1, 2]).Sort().Values   // tensor([1, 2, 3])
    /// Torch.Tensor([3, 1, 2]).Sort().Indices   // tensor([1, 2, 0])
    /// </code></example>
    [TorchFunction]
    public (Tensor Values, Tensor Indices) Sort(long dim = -1, bool descending = false, bool stable = false) =>
        !stable && IsRecorded
            ? Script.Pair($"torch.sort({this}, {dim}, {descending})") // which is slower, and recorded under another name
            : Gate.DirectPair(
                static (t, a) => (Exports.Sort(t, a.dim, a.descending, a.stable, out var indices), indices), this, (dim, descending, stable));

    /// <summary>Where the elements were that come in order along a dimension: PyTorch's <c>argsort</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="descending">Whether the greatest comes first.</param>
    /// <param name="stable">Whether equal elements keep their order.</param>
    /// <returns>A new int64 tensor of the same shape.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <example><code>
    /// Torch.Tensor([3, 1, 2]).Argsort()   // tensor([1, 2, 0])
    /// </code></example>
    [TorchFunction]
    public Tensor Argsort(long dim = -1, bool descending = false, bool stable = false) => Sort(dim, descending, stable).Indices;

    /// <summary>The elements in order along the first dimension: PyTorch's <c>msort</c>.</summary>
    /// <returns>A new tensor of the same shape.</returns>
    /// <example><code>
    /// Torch.Tensor([[3, 1], [2, 4]]).Msort()
    /// // tensor([[2, 1],
    /// //         [3, 4]])
    /// </code></example>
    [TorchFunction]
    public Tensor Msort() => Gate.Direct(static t => Exports.Msort(t), this);

    /// <summary>The k greatest elements along a dimension, and where they are: PyTorch's <c>topk</c>.</summary>
    /// <param name="k">How many.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="largest">The greatest (true) or the least (false).</param>
    /// <param name="sorted">Whether they come in order.</param>
    /// <returns>The values, and their positions in int64.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">There are not so many elements.</exception>
    /// <example><code>
    /// Torch.Tensor([3, 1, 4, 2]).Topk(2).Values   // tensor([4, 3])
    /// </code></example>
    [TorchFunction]
    public (Tensor Values, Tensor Indices) Topk(long k, long dim = -1, bool largest = true, bool sorted = true) =>
        k != (int)k
            ? throw new TorchException("selected index k out of range")
            : Gate.DirectPair(
                static (t, a) => Exports.Topk(t, HandleArray.Room, a.K, a.dim, a.largest, a.sorted), this, (K: (int)k, dim, largest, sorted));

    /// <summary>The k-th least element along a dimension, and where it is: PyTorch's <c>kthvalue</c>.</summary>
    /// <param name="k">Which, counted from 1.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="keepdim">Whether the dimension stays, with size 1.</param>
    /// <returns>The values, and their positions in int64.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">There are not so many elements.</exception>
    /// <example><code>
    /// Torch.Tensor([3, 1, 4, 2]).Kthvalue(2).Values   // tensor(2)
    /// </code></example>
    [TorchFunction]
    public (Tensor Values, Tensor Indices) Kthvalue(long k, long dim = -1, bool keepdim = false) =>
        Gate.DirectPair(static (t, a) => (Exports.Kthvalue(t, a.k, a.dim, a.keepdim, out var indices), indices), this, (k, dim, keepdim));

    /// <summary>
    /// Whether the elements are equal within tolerances: |this - other| &lt;= atol + rtol * |other|: PyTorch's <c>isclose</c>.
    /// </summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <param name="rtol">The tolerance relative to the other's element.</param>
    /// <param name="atol">The absolute tolerance.</param>
    /// <param name="equalNan">Whether nan equals nan.</param>
    /// <returns>A new bool tensor of the broadcast shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">The dtypes differ, or the shapes do not broadcast.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0]).Isclose(Torch.Tensor([1.000001, 2.1]))   // tensor([ True, False])
    /// </code></example>
    [TorchFunction]
    public Tensor Isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool equalNan = false) =>
        Gate.Direct(static (a, b, x) => Exports.Isclose(a, b, x.rtol, x.atol, x.equalNan), this, other, (rtol, atol, equalNan));

    /// <summary>
    /// Whether all elements are equal within tolerances: |this - other| &lt;= atol + rtol * |other|: PyTorch's <c>allclose</c>.
    /// </summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <param name="rtol">The tolerance relative to the other's element.</param>
    /// <param name="atol">The absolute tolerance.</param>
    /// <param name="equalNan">Whether nan equals nan.</param>
    /// <returns>Whether they are.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">The dtypes differ, or the shapes do not broadcast.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0]).Allclose(Torch.Tensor([1.000001, 2.0]))   // True
    /// </code></example>
    [TorchFunction]
    public bool Allclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool equalNan = false) =>
        Isclose(other, rtol, atol, equalNan).All().Item<bool>();

    /// <summary>Whether both tensors have the same shape and the same elements: PyTorch's <c>equal</c>.</summary>
    /// <param name="other">The other tensor.</param>
    /// <returns>Whether they have.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">The devices differ.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Equal(Torch.Tensor([1, 2]))   // True
    /// </code></example>
    [TorchFunction]
    public bool Equal(Tensor other) => Shape == Given(other).Shape && Gate.Read(static (a, b) => Exports.Equal(a, b), this, other);

    /// <summary>Whether each element is among those of another tensor: PyTorch's <c>isin</c>.</summary>
    /// <param name="testElements">The elements to look among.</param>
    /// <param name="assumeUnique">Whether neither tensor has an element twice, which is faster.</param>
    /// <param name="invert">Whether to ask for the opposite.</param>
    /// <returns>A new bool tensor of the same shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="testElements"/> is null.</exception>
    /// <example><code>
    /// Torch.Isin(Torch.Tensor([1, 2, 3]), Torch.Tensor([2, 3]))   // tensor([False,  True,  True])
    /// </code></example>
    [TorchFunction]
    public Tensor Isin(Tensor testElements, bool assumeUnique = false, bool invert = false) =>
        Gate.Direct(static (a, b, x) => Exports.Isin(a, b, x.assumeUnique, x.invert), this, testElements, (assumeUnique, invert));
}
