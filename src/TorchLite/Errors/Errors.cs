using System.Runtime.InteropServices;

namespace TorchLite.Errors;

/// <summary>The one place that turns what libtorch and TorchSharp throw into TorchLite's exceptions.</summary>
internal static class Error
{
    // c10's exceptions lose their C++ type on the way through TorchSharp; the text still tells it. Order matters: first match wins.
    private static readonly (string Part, Func<string, string?, TorchException> Make)[] Kinds =
    [
        ("not implemented for", static (text, trace) => new TorchNotImplementedException(text) { NativeTrace = trace }),
        ("Could not run '", static (text, trace) => new TorchNotImplementedException(text) { NativeTrace = trace }),
        ("Dimension out of range", static (text, trace) => new TorchIndexException(text) { NativeTrace = trace }),
        ("Dimension specified as 0 but tensor has no dimensions", static (text, trace) => new TorchIndexException(text) { NativeTrace = trace }),
        ("is out of bounds for dimension", static (text, trace) => new TorchIndexException(text) { NativeTrace = trace }),
        ("too many indices for tensor", static (text, trace) => new TorchIndexException(text) { NativeTrace = trace }),
        ("tensors used as indices must be", static (text, trace) => new TorchIndexException(text) { NativeTrace = trace }),
        ("does not match the shape of the indexed tensor", static (text, trace) => new TorchIndexException(text) { NativeTrace = trace }),
        ("shape mismatch: indexing tensors could not be broadcast", static (text, trace) => new TorchIndexException(text) { NativeTrace = trace }),
        ("invalid index of a 0-dim tensor", static (text, trace) => new TorchIndexException(text) { NativeTrace = trace }),
        ("select() cannot be applied to a 0-dim tensor", static (text, trace) => new TorchIndexException(text) { NativeTrace = trace }),
        ("for tensor of size", static (text, trace) => new TorchIndexException(text) { NativeTrace = trace }),
        ("Expected reduction dim", static (text, trace) => new TorchIndexException(text) { NativeTrace = trace }),
        ("can't allocate memory", static (text, trace) => new TorchOutOfMemoryException(text) { NativeTrace = trace }),
        ("out of memory", static (text, trace) => new TorchOutOfMemoryException(text) { NativeTrace = trace }),
        ("step must be greater than zero", static (text, trace) => new TorchValueException(text) { NativeTrace = trace }),
        ("linalg.", static (text, trace) =>
            text.Contains("singular", StringComparison.Ordinal) || text.Contains("converge", StringComparison.Ordinal)
                ? new TorchLinAlgException(text) { NativeTrace = trace }
                : new TorchException(text) { NativeTrace = trace }),
    ];

    /// <summary>The exception to throw for one that came out of a native call.</summary>
    internal static Exception From(Exception thrown)
    {
        var text = thrown.Message;
        var frames = text.AsSpan().IndexOf("\nException raised from");
        if (frames < 0)
        {
            frames = text.AsSpan().IndexOf("\nframe #0: ");
        }

        var message = frames < 0 ? text.TrimEnd() : text[..frames].TrimEnd();
        var trace = frames < 0 ? null : text[(frames + 1)..];
        foreach (var (part, make) in Kinds)
        {
            if (message.Contains(part, StringComparison.Ordinal))
            {
                return make(message, trace);
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
