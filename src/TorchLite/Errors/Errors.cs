using System.Runtime.InteropServices;

namespace TorchLite.Errors;

/// <summary>The one place that turns what libtorch and TorchSharp throw into TorchLite's exceptions.</summary>
internal static class Error
{
    // c10's exceptions lose their C++ type on the way through TorchSharp; the text still tells it. Order matters: first match wins.
    private static readonly (string Part, Func<string, TorchException> Make)[] Kinds =
    [
        ("not implemented for", static text => new TorchNotImplementedException(text)),
        ("Could not run '", static text => new TorchNotImplementedException(text)),
        ("Dimension out of range", static text => new TorchIndexException(text)),
        ("Dimension specified as 0 but tensor has no dimensions", static text => new TorchIndexException(text)),
        ("is out of bounds for dimension", static text => new TorchIndexException(text)),
        ("too many indices for tensor", static text => new TorchIndexException(text)),
        ("tensors used as indices must be", static text => new TorchIndexException(text)),
        ("does not match the shape of the indexed tensor", static text => new TorchIndexException(text)),
        ("shape mismatch: indexing tensors could not be broadcast", static text => new TorchIndexException(text)),
        ("invalid index of a 0-dim tensor", static text => new TorchIndexException(text)),
        ("select() cannot be applied to a 0-dim tensor", static text => new TorchIndexException(text)),
        ("for tensor of size", static text => new TorchIndexException(text)),
        ("Expected reduction dim", static text => new TorchIndexException(text)),
        ("can't allocate memory", static text => new TorchOutOfMemoryException(text)),
        ("out of memory", static text => new TorchOutOfMemoryException(text)),
        ("step must be greater than zero", static text => new TorchValueException(text)),
        ("linalg.", static text => text.Contains("singular", StringComparison.Ordinal) || text.Contains("converge", StringComparison.Ordinal)
            ? new TorchLinAlgException(text)
            : new TorchException(text)),
    ];

    /// <summary>The exception to throw for one that came out of a native call.</summary>
    internal static Exception From(Exception thrown)
    {
        var text = thrown.Message;
        var frames = text.IndexOf("\nException raised from", StringComparison.Ordinal);
        var message = frames < 0 ? text.TrimEnd() : text[..frames].TrimEnd();
        var trace = frames < 0 ? null : text[(frames + 1)..];
        foreach (var (part, make) in Kinds)
        {
            if (message.Contains(part, StringComparison.Ordinal))
            {
                return trace is null ? make(message) : WithTrace(make(message), trace);
            }
        }

        return new TorchException(message) { NativeTrace = trace };
    }

    /// <summary>Whether <see cref="From"/> is for this exception: libtorch's, and what TorchSharp throws on its own account.</summary>
    internal static bool IsNative(Exception thrown) =>
        thrown is ExternalException or InvalidOperationException and not ObjectDisposedException or NotImplementedException or NotSupportedException
        || (thrown is ArgumentException and not ArgumentNullException && thrown.Source == "TorchSharp");

    /// <summary>PyTorch's answer to a dimension that a tensor does not have.</summary>
    internal static TorchIndexException DimensionOutOfRange(long dim, long rank)
    {
        var range = Math.Max(rank, 1);
        return new($"Dimension out of range (expected to be in range of [{-range}, {range - 1}], but got {dim})");
    }
}
