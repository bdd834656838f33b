namespace TorchLite;

/// <summary>A stretch of code whose tensors are disposed at its end: see <see cref="Torch.Scope"/>.</summary>
/// <remarks>It belongs to the thread that opened it, so it is a ref struct: the compiler rejects an <c>await</c> inside it.</remarks>
/// <example><code>
/// Tensor kept;
/// using (var scope = Torch.Scope()) { kept = scope.Keep(Torch.Ones(2) + Torch.Ones(2)); }
/// kept   // tensor([2., 2.])
/// </code></example>
public readonly ref struct TensorScope
{
    private readonly ScopeFrame? frame;

    internal TensorScope(ScopeFrame frame) => this.frame = frame;

    /// <summary>Takes a tensor out of the scope: it lives on, or belongs to the scope around this one.</summary>
    /// <param name="tensor">A tensor made in the scope.</param>
    /// <returns>The same tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
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

    /// <summary>Disposes what was made in the scope and not kept.</summary>
    /// <exception cref="InvalidOperationException">The scope was closed before, or an inner one is still open.</exception>
    public void Dispose() => frame?.Close();
}

/// <summary>The tensors of one open scope.</summary>
internal sealed class ScopeFrame
{
    [ThreadStatic]
    private static ScopeFrame? current;

    private readonly List<Tensor> made = [];
    private readonly ScopeFrame? outer;
    private bool closed;

    private ScopeFrame(ScopeFrame? outer) => this.outer = outer;

    internal static ScopeFrame Open() => current = new ScopeFrame(current);

    internal static void Register(Tensor tensor) => current?.Add(tensor);

    internal void Release(Tensor tensor)
    {
        if (tensor.Scope == this)
        {
            tensor.Scope = null;
            outer?.Add(tensor);
        }
    }

    internal void Close()
    {
        if (closed)
        {
            throw new InvalidOperationException("This tensor scope is closed already.");
        }

        if (current != this)
        {
            throw new InvalidOperationException("Tensor scopes close in the reverse order of opening; an inner one is still open.");
        }

        closed = true;
        current = outer;
        foreach (var tensor in made)
        {
            if (tensor.Scope == this)
            {
                tensor.Dispose();
            }
        }
    }

    private void Add(Tensor tensor)
    {
        tensor.Scope = this;
        made.Add(tensor);
    }
}
