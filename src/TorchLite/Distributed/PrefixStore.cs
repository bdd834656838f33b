namespace TorchLite.Distributed;

/// <summary>
/// A part of a store, whose keys all begin with a prefix: PyTorch's <c>torch.distributed.PrefixStore</c>. So several share one store
/// without
/// meeting.
/// </summary>
/// <example><code>
/// using var store = new HashStore();
/// using var part = new PrefixStore("part", store);
/// part.Set("key", "1");
/// Encoding.UTF8.GetString(store.Get("part/key"))   // 1
/// </code></example>
public sealed class PrefixStore : Store
{
    /// <summary>Makes the part: PyTorch's <c>PrefixStore(prefix, store)</c>.</summary>
    /// <param name="prefix">What its keys begin with; a slash follows.</param>
    /// <param name="store">The store.</param>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    /// <example><code>
    /// using var store = new HashStore();
    /// using var part = new PrefixStore("part", store);
    /// part.UnderlyingStore == store   // True
    /// </code></example>
    public PrefixStore(string prefix, Store store)
        : base(Make(prefix, store)) => UnderlyingStore = store;

    /// <summary>The store that this is a part of: PyTorch's <c>PrefixStore.underlying_store</c>.</summary>
    /// <example><code>
    /// using var store = new HashStore();
    /// using var part = new PrefixStore("part", store);
    /// part.UnderlyingStore == store   // True
    /// </code></example>
    public Store UnderlyingStore { get; }

    private static CountedHandle Make(string prefix, Store store)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentNullException.ThrowIfNull(store);
        return NativeStore.MakePrefix(prefix, store.Native);
    }
}
