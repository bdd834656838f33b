namespace TorchLite;

/// <content>The graph behind a tensor.</content>
public partial class Tensor
{
    /// <summary>
    /// The recorded operation whose result this is; null for a leaf, and for a tensor that does not require gradients: PyTorch's
    /// <c>grad_fn</c>.
    /// </summary>
    /// <exception cref="TorchException">
    /// The tensor is a view whose history was lost because it was created or changed while nothing was recorded.
    /// </exception>
    /// <exception cref="TorchNotImplementedException">
    /// There is such an operation, but it is available only on Linux x64 and on Windows.
    /// </exception>
    /// <example><code>
    /// var x = Torch.Tensor([2.0], requiresGrad: true);
    /// x.Pow(2).GradFn    // &lt;PowBackward0&gt;
    /// x.GradFn is null   // True
    /// </code></example>
    public GradNode? GradFn =>
        !NodeHandle.IsSupported && IsLeaf ? null
        : !NodeHandle.IsSupported ? throw new TorchNotImplementedException("grad_fn is told only on Linux on x64 processors, and on Windows")
        : GradFnReader.Node(this) is { } node ? new GradNode(node) : null;

    /// <summary>
    /// The operations that were recorded for this tensor, back to the leaves, for inspection. PyTorch has no such call; in Python one
    /// walks along <c>grad_fn.next_functions</c>.
    /// </summary>
    /// <returns>
    /// The graph as it is now. Of a leaf that requires a gradient it is the one node that gathers it; of what requires none it is empty.
    /// </returns>
    /// <remarks>Each operation is visited once and without recursion: a chain of 100,000 operations is supported.</remarks>
    /// <exception cref="TorchException">
    /// The tensor is a view whose history was lost because it was created or changed while nothing was recorded.
    /// </exception>
    /// <exception cref="TorchNotImplementedException">The system is not Linux x64, or the version of libtorch is unknown.</exception>
    /// <example><code>
    /// var (x, y) = (Torch.Tensor([2.0], requiresGrad: true), Torch.Tensor([3.0], requiresGrad: true));
    /// (y.Pow(2) - x.Pow(2)).GradGraph()
    /// // SubBackward0
    /// // ├─ PowBackward0
    /// // │  └─ AccumulateGrad [1]
    /// // └─ PowBackward0
    /// //    └─ AccumulateGrad [1]
    /// </code></example>
    public GradGraph GradGraph()
    {
        if (!RequiresGrad)
        {
            return new([], []);
        }

        _ = NodeLayout.Instance;
        using var node = GradFnReader.NodeOrAccumulator(this);
        var (nodes, edges) = GraphReader.Read(node);
        return new(nodes, edges);
    }
}
