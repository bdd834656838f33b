namespace TorchLite;

/// <summary>
/// libtorch, or the native half of TorchSharp, could not be loaded. The message is a few lines: which file failed, the system
/// loader's own words, and what to do about it. Every later use of TorchLite in the same process fails with the same message.
/// </summary>
/// <remarks>PyTorch has no name for this: there, <c>import torch</c> fails with an <c>ImportError</c> or an <c>OSError</c>.</remarks>
public sealed class TorchLoadException : TorchException
{
    /// <summary>Creates an exception with a message that says what failed and what to do.</summary>
    /// <param name="message">The whole text, as it is shown to the user.</param>
    public TorchLoadException(string message) : base(message)
    {
    }
}
