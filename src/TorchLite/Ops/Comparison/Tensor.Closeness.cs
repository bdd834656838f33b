namespace TorchLite;

/// <content>Equality, closeness, and membership in a set.</content>
public partial class Tensor
{
    /// <summary>Whether both tensors have the same shape and the same elements: PyTorch's <c>equal</c>.</summary>
    /// <param name="other">The other tensor.</param>
    /// <returns>True if they have.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">The devices differ.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Equal(Torch.Tensor([1, 2]))   // True
    /// </code></example>
    [TorchFunction]
    public bool Equal(Tensor other) => Shape == NotNull(other).Shape && Gate.Read(static (a, b) => Exports.Equal(a, b), this, other);

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
    /// <returns>True if they are.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">The dtypes differ, or the shapes do not broadcast.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0]).Allclose(Torch.Tensor([1.000001, 2.0]))   // True
    /// </code></example>
    [TorchFunction]
    public bool Allclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool equalNan = false) =>
        Isclose(other, rtol, atol, equalNan).All().Item<bool>();

    /// <summary>Whether each element is among those of another tensor: PyTorch's <c>isin</c>.</summary>
    /// <param name="testElements">The elements to search.</param>
    /// <param name="assumeUnique">Whether the elements of each tensor are known to be unique, which is faster.</param>
    /// <param name="invert">Whether to negate the test.</param>
    /// <returns>A new bool tensor of the same shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="testElements"/> is null.</exception>
    /// <example><code>
    /// Torch.Isin(Torch.Tensor([1, 2, 3]), Torch.Tensor([2, 3]))   // tensor([False,  True,  True])
    /// </code></example>
    [TorchFunction]
    public Tensor Isin(Tensor testElements, bool assumeUnique = false, bool invert = false) =>
        Gate.Direct(static (a, b, x) => Exports.Isin(a, b, x.assumeUnique, x.invert), this, testElements, (assumeUnique, invert));

    /// <summary>Whether each element is a number: PyTorch's <c>isin</c>.</summary>
    /// <param name="testElements">The number.</param>
    /// <param name="assumeUnique">Whether the elements are known to be unique; it makes no difference here.</param>
    /// <param name="invert">Whether to negate the test.</param>
    /// <returns>A new bool tensor of the same shape.</returns>
    /// <exception cref="TorchException">The tensor or the number is bool or complex.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Isin(2)   // tensor([False,  True, False])
    /// </code></example>
    [TorchFunction]
    public Tensor Isin(Scalar testElements, bool assumeUnique = false, bool invert = false) =>
        Script.Run($"torch.isin({this}, {Sortable(testElements)}, assume_unique={assumeUnique}, invert={invert})");

    // A line of TorchScript would take a bool for an integer.
    internal static Scalar Sortable(Scalar number) => number.Kind == ScalarKind.Boolean
        ? throw new TorchException("Unsupported input type encountered for isin(): Bool")
        : number;
}
