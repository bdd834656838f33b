namespace TorchLite.Distributed;

/// <summary>A store within this process, for its threads: PyTorch's <c>torch.distributed.HashStore</c>.</summary>
/// <example><code>
/// using var store = new HashStore();
/// store.Add("count", 2)   // 2
/// </code></example>
public sealed class HashStore : Store
{
    /// <summary>Makes an empty one: PyTorch's <c>HashStore()</c>.</summary>
    /// <exception cref="TorchNotImplementedException">There are no process groups on this system.</exception>
    /// <example><code>
    /// using var store = new HashStore();
    /// store.NumKeys()   // 0
    /// </code></example>
    public HashStore()
        : base(NativeStore.MakeHash(DefaultTimeout))
    {
    }
}
