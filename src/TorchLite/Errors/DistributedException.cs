namespace TorchLite;

/// <summary>An error of process groups: PyTorch's <c>torch.distributed.DistError</c>, and the base of those that follow.</summary>
/// <example><code>
/// new DistributedBackendException("Connection closed by peer") is DistributedException   // True
/// </code></example>
public class DistributedException : TorchException
{
    /// <summary>Creates an error with PyTorch's message.</summary>
    /// <param name="message">The message.</param>
    public DistributedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an error with PyTorch's message and an inner exception.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public DistributedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>
/// A collective that failed: a peer died or did not come in time, the connection broke, or, where that is checked, the ranks called
/// different
/// things. PyTorch's <c>torch.distributed.DistBackendError</c>, and the <c>RuntimeError</c> that Gloo raises there.
/// </summary>
/// <example><code>
/// new DistributedBackendException("Connection closed by peer").Message   // Connection closed by peer
/// </code></example>
public sealed class DistributedBackendException : DistributedException
{
    /// <summary>Creates an error with PyTorch's message.</summary>
    /// <param name="message">The message.</param>
    public DistributedBackendException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an error with PyTorch's message and an inner exception.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public DistributedBackendException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>
/// The ranks do not find each other: no master answers, its port is in use, its name is unknown, the connection to it broke. PyTorch's
/// <c>torch.distributed.DistNetworkError</c>.
/// </summary>
/// <example><code>
/// var text = "";
/// var soon = TimeSpan.FromMilliseconds(200);
/// try { new TCPStore("127.0.0.1", 9, timeout: soon); } catch (DistributedNetworkException) { text = "nobody is there"; }
/// text   // nobody is there
/// </code></example>
public sealed class DistributedNetworkException : DistributedException
{
    /// <summary>Creates an error with PyTorch's message.</summary>
    /// <param name="message">The message.</param>
    public DistributedNetworkException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an error with PyTorch's message and an inner exception.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public DistributedNetworkException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>
/// A store that has no such key in time, or whose ranks do not all come: PyTorch's <c>torch.distributed.DistStoreError</c>.
/// </summary>
/// <example><code>
/// using var store = new HashStore();
/// var text = "";
/// try { store.Wait(["ready"], TimeSpan.FromMilliseconds(50)); } catch (DistributedStoreException) { text = "not ready"; }
/// text   // not ready
/// </code></example>
public sealed class DistributedStoreException : DistributedException
{
    /// <summary>Creates an error with PyTorch's message.</summary>
    /// <param name="message">The message.</param>
    public DistributedStoreException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an error with PyTorch's message and an inner exception.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public DistributedStoreException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
