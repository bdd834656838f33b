using System.Text;

namespace TorchLite.Distributed;

/// <summary>
/// Keys and values that all ranks share, by which they find each other: PyTorch's <c>torch.distributed.Store</c>. A <see cref="TCPStore"/>,
/// a <see cref="FileStore"/>, within one process a <see cref="HashStore"/>, and a part of any of them is a <see cref="PrefixStore"/>.
/// </summary>
/// <remarks>A store lives as long as it or a group that uses it. <see cref="Dispose"/> frees it, and a master's port, at once.</remarks>
/// <example><code>
/// using Store store = new HashStore();
/// store.Set("first_key", "first_value");
/// Encoding.UTF8.GetString(store.Get("first_key"))   // first_value
/// </code></example>
public abstract class Store : IDisposable
{
    private protected Store(CountedHandle native) => Native = native;

    /// <summary>
    /// How long <see cref="Get"/> and <see cref="Wait(IReadOnlyList{string})"/> wait for a key: PyTorch's <c>Store.timeout</c>.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    /// <example><code>
    /// using var store = new HashStore();
    /// store.Timeout   // 00:05:00
    /// </code></example>
    public TimeSpan Timeout => TimeSpan.FromMilliseconds(NativeStore.Timeout(Native));

    internal static long DefaultTimeout => 300_000;

    private static TimeSpan Longest => TimeSpan.FromDays(3650);

    /// <summary>c10d's store.</summary>
    internal CountedHandle Native { get; }

    /// <summary>Gives a key a value, in place of one it had: PyTorch's <c>Store.set(key, value)</c>.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value, which becomes UTF-8.</param>
    /// <exception cref="DistributedNetworkException">The store is gone.</exception>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    /// <example><code>
    /// using var store = new HashStore();
    /// store.Set("name", "value");
    /// store.NumKeys()   // 1
    /// </code></example>
    public void Set(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Set(key, Encoding.UTF8.GetBytes(value));
    }

    /// <summary>Gives a key a value, in place of one it had: PyTorch's <c>Store.set(key, value)</c>.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="DistributedNetworkException">The store is gone.</exception>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    /// <example><code>
    /// using var store = new HashStore();
    /// store.Set("bytes", [1, 2, 3]);
    /// store.Get("bytes").Length   // 3
    /// </code></example>
    public void Set(string key, ReadOnlySpan<byte> value)
    {
        ArgumentNullException.ThrowIfNull(key);
        NativeStore.Set(Native, key, value);
    }

    /// <summary>The value of a key, for which it waits: PyTorch's <c>Store.get(key)</c>.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The bytes; those of a text are UTF-8.</returns>
    /// <exception cref="DistributedStoreException">Nobody has set the key within <see cref="Timeout"/>.</exception>
    /// <exception cref="DistributedNetworkException">The store is gone.</exception>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    /// <example><code>
    /// using var store = new HashStore();
    /// store.Set("first_key", "first_value");
    /// Encoding.UTF8.GetString(store.Get("first_key"))   // first_value
    /// </code></example>
    public byte[] Get(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return NativeStore.Get(Native, key);
    }

    /// <summary>
    /// Adds to the number that a key has, which begins as 0, for all ranks at once: PyTorch's <c>Store.add(key, amount)</c>.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="amount">What is added.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="DistributedNetworkException">The store is gone.</exception>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    /// <example><code>
    /// using var store = new HashStore();
    /// store.Add("count", 1);
    /// store.Add("count", 6)   // 7
    /// </code></example>
    public long Add(string key, long amount)
    {
        ArgumentNullException.ThrowIfNull(key);
        return NativeStore.Add(Native, key, amount);
    }

    /// <summary>
    /// Gives a key a value if it has the expected one; a key that is not there gets it if the expected one is empty. PyTorch's
    /// <c>Store.compare_set(key, expected_value, desired_value)</c>.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="expectedValue">The value that it must have.</param>
    /// <param name="desiredValue">The value that it gets.</param>
    /// <returns>The value that it has then; of a key that is still not there, the expected one.</returns>
    /// <exception cref="DistributedNetworkException">The store is gone.</exception>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    /// <example><code>
    /// using var store = new HashStore();
    /// store.Set("key", "first_value");
    /// store.CompareSet("key", "first_value", "second_value");
    /// Encoding.UTF8.GetString(store.Get("key"))   // second_value
    /// </code></example>
    public byte[] CompareSet(string key, string expectedValue, string desiredValue)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(expectedValue);
        ArgumentNullException.ThrowIfNull(desiredValue);
        return NativeStore.CompareSet(Native, key, Encoding.UTF8.GetBytes(expectedValue), Encoding.UTF8.GetBytes(desiredValue));
    }

    /// <summary>Whether all of the keys are there now: PyTorch's <c>Store.check(keys)</c>.</summary>
    /// <param name="keys">The keys.</param>
    /// <returns>Whether they are.</returns>
    /// <exception cref="DistributedNetworkException">The store is gone.</exception>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    /// <example><code>
    /// using var store = new HashStore();
    /// store.Check(["ready"])   // False
    /// </code></example>
    public bool Check(IReadOnlyList<string> keys)
    {
        ThrowIfNull(keys);
        return NativeStore.Check(Native, keys);
    }

    /// <summary>Waits until all of the keys are there, for <see cref="Timeout"/>: PyTorch's <c>Store.wait(keys)</c>.</summary>
    /// <param name="keys">The keys.</param>
    /// <exception cref="DistributedStoreException">They are not there in time.</exception>
    /// <exception cref="DistributedNetworkException">The store is gone.</exception>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    /// <example><code>
    /// using var store = new HashStore();
    /// store.Set("ready", "1");
    /// store.Wait(["ready"]);
    /// </code></example>
    public void Wait(IReadOnlyList<string> keys) => Wait(keys, Timeout);

    /// <summary>Waits until all of the keys are there: PyTorch's <c>Store.wait(keys, timeout)</c>.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="timeout">How long; zero or less looks once, but for a HashStore and a FileStore zero is no limit, as in PyTorch.</param>
    /// <exception cref="DistributedStoreException">They are not there in time.</exception>
    /// <exception cref="DistributedNetworkException">The store is gone.</exception>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    /// <example><code>
    /// using var store = new HashStore();
    /// var text = "";
    /// try { store.Wait(["ready"], TimeSpan.FromMilliseconds(50)); } catch (DistributedStoreException) { text = "not ready"; }
    /// text   // not ready
    /// </code></example>
    public void Wait(IReadOnlyList<string> keys, TimeSpan timeout)
    {
        ThrowIfNull(keys);
        var milliseconds = Milliseconds(timeout);
        if (milliseconds >= 0)
        {
            NativeStore.Wait(Native, keys, milliseconds);
        }
        else if (!Check(keys))
        {
            // For a TCPStore, libtorch would wait for ever.
            throw new DistributedStoreException("Wait timeout");
        }
    }

    /// <summary>Removes a key: PyTorch's <c>Store.delete_key(key)</c>.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Whether it was there.</returns>
    /// <exception cref="DistributedNetworkException">The store is gone.</exception>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    /// <example><code>
    /// using var store = new HashStore();
    /// store.Set("first_key", "1");
    /// store.DeleteKey("first_key")   // True
    /// </code></example>
    public bool DeleteKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return NativeStore.DeleteKey(Native, key);
    }

    /// <summary>How many keys there are: PyTorch's <c>Store.num_keys()</c>. A TCPStore has one of its own.</summary>
    /// <returns>Their number.</returns>
    /// <exception cref="DistributedNetworkException">The store is gone.</exception>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    /// <example><code>
    /// using var store = new HashStore();
    /// store.Set("first_key", "1");
    /// store.NumKeys()   // 1
    /// </code></example>
    public long NumKeys() => NativeStore.NumKeys(Native);

    /// <summary>Sets how long to wait for a key: PyTorch's <c>Store.set_timeout(timeout)</c>.</summary>
    /// <param name="timeout">How long.</param>
    /// <exception cref="TorchValueException">It is below zero.</exception>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    /// <example><code>
    /// using var store = new HashStore();
    /// store.SetTimeout(TimeSpan.FromSeconds(10));
    /// store.Timeout   // 00:00:10
    /// </code></example>
    public void SetTimeout(TimeSpan timeout) => NativeStore.SetTimeout(Native, Milliseconds(timeout) is >= 0 and var milliseconds
        ? milliseconds : throw new TorchValueException($"a timeout can not be below zero, but was {timeout}"));

    /// <summary>Frees the store, unless a group still uses it.</summary>
    public void Dispose()
    {
        Native.Dispose();
        GC.SuppressFinalize(this);
    }

    // C++ adds a timeout, and Gloo five of them, to the time of day in nanoseconds, of which it has 292 years.
    internal static long Milliseconds(TimeSpan timeout) => (long)Math.Ceiling(
        (timeout == System.Threading.Timeout.InfiniteTimeSpan || timeout > Longest ? Longest : timeout).TotalMilliseconds);

    private static void ThrowIfNull(IReadOnlyList<string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        foreach (var key in keys)
        {
            ArgumentNullException.ThrowIfNull(key, nameof(keys));
        }
    }
}
