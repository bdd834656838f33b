namespace TorchLite;

/// <summary>
/// A file that is malformed, cut off, or asks for what is not allowed: Python's <c>UnpicklingError</c>, <c>SafetensorError</c> and the
/// <c>ValueError</c> of <c>np.load</c>. Nothing of it was executed, and no more memory was taken than it really fills.
/// </summary>
/// <remarks>A file that does not exist or cannot be read causes .NET's own <see cref="IOException"/>.</remarks>
/// <example><code>
/// Npy.Load(new MemoryStream([1, 2, 3]))   // TorchFileException: this is no .npy file: it does not begin with \x93NUMPY
/// </code></example>
public sealed class TorchFileException : TorchException
{
    /// <summary>Creates an error with a message that says what is wrong with the file.</summary>
    /// <param name="message">The message.</param>
    public TorchFileException(string message)
        : base(message)
    {
    }

    internal TorchFileException(InvariantText message)
        : this(message.ToString())
    {
    }

    /// <summary>Creates an error with a message that says what is wrong with the file, and an inner exception.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public TorchFileException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
