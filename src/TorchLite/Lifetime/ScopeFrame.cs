namespace TorchLite.Lifetime;

/// <summary>The tensors of one open scope.</summary>
internal sealed class ScopeFrame
{
    [ThreadStatic]
    private static ScopeFrame? current;

    private readonly int thread = Environment.CurrentManagedThreadId;
    private readonly ScopeFrame? outer;
    private readonly List<Tensor> made = [];
    private bool isClosed;
    private bool isCutOff;

    private ScopeFrame(ScopeFrame? outer) => this.outer = outer;

    internal static ScopeFrame Open() => current = new ScopeFrame(current);

    internal static void Register(Tensor tensor) => current?.Add(tensor);

    /// <summary>
    /// Runs what makes tensors for another thread, and tells which: they belong to no scope, until they are registered over there.
    /// </summary>
    internal static (T Result, List<Tensor> Made) Detached<T>(Func<T> make)
    {
        var outer = current;
        var frame = new ScopeFrame(null);
        current = frame;
        try
        {
            var result = make();
            frame.made.RemoveAll(tensor => tensor.IsDisposed || tensor.Scope != frame);
            return (result, frame.made);
        }
        finally
        {
            // Not ended: what was made of them may have been kept by whoever made them.
            foreach (var tensor in frame.made)
            {
                if (tensor.Scope == frame)
                {
                    tensor.Scope = null;
                }
            }

            (frame.isClosed, current) = (true, outer);
        }
    }

    /// <summary>Takes out a tensor of this scope or of one in it.</summary>
    internal void Release(Tensor tensor)
    {
        CheckThread();
        if (isClosed)
        {
            throw new InvalidOperationException("This tensor scope is closed already; what it did not keep is disposed.");
        }

        for (var owner = tensor.Scope; owner is not null; owner = owner.outer)
        {
            if (owner == this)
            {
                tensor.Scope = null;
                outer?.Add(tensor);
                return;
            }
        }
    }

    internal void Close()
    {
        CheckThread();
        if (isCutOff)
        {
            // The one around it was closed too soon and said so, and closed this as well.
            return;
        }

        if (isClosed)
        {
            throw new InvalidOperationException("This tensor scope is closed already.");
        }

        var isEarly = false;
        for (; current is { } inner && inner != this; isEarly = true)
        {
            inner.isCutOff = true;
            inner.End();
        }

        End();
        if (isEarly)
        {
            throw new InvalidOperationException(
                "Tensor scopes close in the reverse order of opening; one opened in this was still open, and closed with it.");
        }
    }

    private void End()
    {
        isClosed = true;
        current = outer;
        foreach (var tensor in made)
        {
            if (tensor.Scope == this)
            {
                tensor.Dispose();
            }
        }

        made.Clear();
    }

    private void Add(Tensor tensor)
    {
        if (made.Count == made.Capacity)
        {
            // Before it grows: what was disposed meanwhile needs no place, nor what an outer scope took over.
            made.RemoveAll(old => old.IsDisposed || old.Scope != this);
            made.EnsureCapacity(Math.Max(16, 2 * made.Count));
        }

        tensor.Scope = this;
        made.Add(tensor);
    }

    private void CheckThread()
    {
        if (thread != Environment.CurrentManagedThreadId)
        {
            throw new InvalidOperationException("This tensor scope belongs to another thread.");
        }
    }
}
