namespace TorchLite;

/// <summary>
/// A handle that removes a hook: PyTorch's <c>torch.utils.hooks.RemovableHandle</c>. If it is not kept, the hook remains.
/// </summary>
/// <example><code>
/// var x = Torch.Tensor([1.0], requiresGrad: true);
/// var hook = x.RegisterHook(grad => grad * 2);
/// hook.Remove();
/// (x * 3).Backward();
/// x.Grad   // tensor([3.])
/// </code></example>
public sealed class RemovableHandle : IDisposable
{
    private Action? remove;

    internal RemovableHandle(Action remove) => this.remove = remove;

    /// <summary>Removes the hook; further calls have no effect.</summary>
    public void Remove() => Interlocked.Exchange(ref remove, null)?.Invoke();

    /// <inheritdoc/>
    public void Dispose() => Remove();
}
