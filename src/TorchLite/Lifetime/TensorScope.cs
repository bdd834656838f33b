namespace TorchLite;

/// <summary>A scope whose tensors are disposed at its end: see <see cref="Torch.Scope"/>.</summary>
/// <remarks>
/// It belongs to the thread that opened it, so it is a ref struct: the compiler rejects an <c>await</c> inside it. It holds what was made
/// in it until its end: in a loop, open one in each turn rather than one around the loop.
/// </remarks>
/// <example><code>
/// Tensor kept;
/// using (var scope = Torch.Scope()) { kept = scope.Keep(Torch.Ones(2) + Torch.Ones(2)); }
/// kept   // tensor([2., 2.])
/// </code></example>
public readonly ref struct TensorScope : IDisposable
{
    private readonly ScopeFrame? frame;

    internal TensorScope(ScopeFrame frame) => this.frame = frame;

    /// <summary>Removes a tensor from the scope: it stays alive, or belongs to the enclosing scope.</summary>
    /// <param name="tensor">A tensor that was created in the scope, or in one inside it. Any other is unaffected.</param>
    /// <returns>The same tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The scope is closed, or belongs to another thread.</exception>
    /// <example><code>
    /// using var scope = Torch.Scope();
    /// scope.Keep(Torch.Ones(2))   // tensor([1., 1.])
    /// </code></example>
    public Tensor Keep(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        frame?.Release(tensor);
        return tensor;
    }

    /// <summary>Disposes the tensors that were created in the scope and not kept.</summary>
    /// <exception cref="InvalidOperationException">
    /// The scope was closed before; or it belongs to another thread; or one that was opened in it is still open, which closes with it.
    /// </exception>
    /// <example><code>
    /// var scope = Torch.Scope();
    /// var x = Torch.Ones(2);
    /// scope.Dispose();
    /// x.IsDisposed   // True
    /// </code></example>
    public void Dispose() => frame?.Close();
}
