namespace TorchLite;

/// <summary>
/// A recorded operation, as a node of the gradient graph: PyTorch's <c>grad_fn</c>. It keeps what it leads to, whatever becomes of the
/// tensors.
/// </summary>
/// <remarks>
/// With the operations it keeps what they saved for <see cref="Tensor.Backward"/>, until that has run. So do not gather such objects of
/// many large results; a <see cref="GradGraph"/> holds no native memory.
/// </remarks>
/// <example><code>
/// var x = Torch.Tensor([2.0], requiresGrad: true);
/// var y = (x * x).GradFn!;
/// y                                          // &lt;MulBackward0&gt;
/// y.NextFunctions.Count                      // 2
/// y.NextFunctions[0].Node!.Name              // AccumulateGrad
/// y.NextFunctions[0] == y.NextFunctions[1]   // True
/// </code></example>
public sealed class GradNode : IEquatable<GradNode>
{
    private readonly NodeHandle handle;

    internal GradNode(NodeHandle handle)
    {
        this.handle = handle;
        Name = GradFnReader.NameOf(handle.Node);
    }

    /// <summary>The name of the operation, such as <c>MulBackward0</c>: what PyTorch prints of a <c>grad_fn</c>.</summary>
    /// <remarks>Arithmetic with a number has Python's name for it.</remarks>
    public string Name { get; }

    /// <summary>
    /// What made the inputs of the operation, in their order, and which of its results each is: PyTorch's <c>next_functions</c>. There is
    /// no node for an input that requires no gradient.
    /// </summary>
    /// <exception cref="TorchNotImplementedException">The system is not Linux x64, or the version of libtorch is unknown.</exception>
    /// <example><code>
    /// var x = Torch.Tensor([2.0, 3.0], requiresGrad: true);
    /// (x * 2).Unbind()[1].Add(x.Sum()).GradFn!.NextFunctions[0]   // (&lt;UnbindBackward0&gt;, 1)
    /// (x * 2).GradFn!.NextFunctions[1]                            // (, 0)
    /// </code></example>
    public IReadOnlyList<(GradNode? Node, int InputNumber)> NextFunctions =>
        Array.ConvertAll(handle.Next(), static next => (next.Node is null ? null : new GradNode(next.Node), next.Input));

    /// <summary>
    /// The tensor whose gradient this gathers, where it is an <c>AccumulateGrad</c>, else null: PyTorch's <c>variable</c>.
    /// </summary>
    /// <exception cref="TorchNotImplementedException">The system is not Linux x64, or the version of libtorch is unknown.</exception>
    /// <example><code>
    /// var x = Torch.Tensor([2.0], requiresGrad: true);
    /// x.Exp().GradFn!.NextFunctions[0].Node!.Variable   // tensor([2.], requires_grad=True)
    /// </code></example>
    public Tensor? Variable => handle.NewLeaf() is not 0 and var leaf ? Tensor.Wrap(leaf, bytes: 0) : null;

    /// <summary>Whether both are the same operation.</summary>
    /// <param name="left">An operation.</param>
    /// <param name="right">Another.</param>
    /// <returns>True if so.</returns>
    public static bool operator ==(GradNode? left, GradNode? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they are different operations.</summary>
    /// <param name="left">An operation.</param>
    /// <param name="right">Another.</param>
    /// <returns>True if so.</returns>
    public static bool operator !=(GradNode? left, GradNode? right) => !(left == right);

    /// <summary>Whether it is the same operation, the same one in libtorch's memory.</summary>
    /// <param name="other">Another.</param>
    /// <returns>True if so.</returns>
    public bool Equals(GradNode? other) => other is not null && other.handle.Node == handle.Node;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GradNode);

    /// <inheritdoc/>
    public override int GetHashCode() => handle.Node.GetHashCode();

    /// <summary>The name in angle brackets.</summary>
    /// <returns>Such as <c>&lt;MulBackward0&gt;</c>.</returns>
    public override string ToString() => $"<{Name}>";
}
