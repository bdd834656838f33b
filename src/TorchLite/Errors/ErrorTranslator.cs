using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace TorchLite.Errors;

/// <summary>The one place that turns what libtorch and TorchSharp throw into TorchLite's exceptions.</summary>
internal static partial class ErrorTranslator
{
    // c10's exceptions lose their C++ type on the way through TorchSharp; the text still tells it. Order matters: first match wins.
    private static readonly (string Part, Func<string, string?, TorchException> Make)[] Kinds =
    [
        ("not implemented for", static (text, trace) => new TorchNotImplementedException(text) { NativeTrace = trace }),
        ("the derivative for '", static (text, trace) => new TorchNotImplementedException(text) { NativeTrace = trace }),
        ("Trying to use forward AD with", static (text, trace) => new TorchNotImplementedException(text) { NativeTrace = trace }),
        ("Could not run '", static (text, trace) => new TorchNotImplementedException(text) { NativeTrace = trace }),
        ("attempted to run this operator with Meta tensors",
            static (text, trace) => new TorchNotImplementedException(text) { NativeTrace = trace }),
        ("Cannot copy out of meta tensor", static (text, trace) => new TorchNotImplementedException(text) { NativeTrace = trace }),
        ("clamp is not supported for complex types", static (text, trace) => new TorchNotImplementedException(text) { NativeTrace = trace }),
        ("Supported combinations for non-constant padding",
            static (text, trace) => new TorchNotImplementedException(text) { NativeTrace = trace }),
        ("take(): tried to take from an empty tensor", Index),
        ("Dimension out of range", Index),
        ("Dimension specified as", Index),
        ("is out of bounds for dimension", IndexUnlessScattered),
        ("is out of bounds.", Index),
        ("out of range: tried to access index", Index),
        ("index out of range in self", Index),
        ("start out of range", Index),
        ("too many indices for tensor", Index),
        ("tensors used as indices must be", Index),
        ("does not match the shape of the indexed tensor", Index),
        ("shape mismatch: indexing tensors could not be broadcast", Index),
        ("invalid index of a 0-dim tensor", Index),
        ("select() cannot be applied to a 0-dim tensor", Index),
        ("slice() cannot be applied to a 0-dim tensor", Index),
        ("argmax(): Expected reduction dim", Index),
        ("argmin(): Expected reduction dim", Index),
        ("for tensor of size", Index),
        ("to have non-zero size for non-batch dimensions", static (text, trace) => new TorchException(text) { NativeTrace = trace }),
        ("to have non-zero size", Index),
        ("to match target batch_size", Value),
        ("Expected 1 or more dimensions (got 0)", Value),
        ("1D target must have size 1, but got target size", Value),
        ("Input tensor must have at least", Value),
        ("index_select(): Index is supposed", Index),
        ("index_add_(): Index is supposed", Index),
        ("index_copy_(): Index should", Index),
        ("index_copy_(): Number of indices", Index),
        ("index_fill_(): Expected dtype", Index),
        ("put_(): Expected source and index to have the same number", Index),
        ("can't allocate memory", static (text, trace) => new TorchOutOfMemoryException(text) { NativeTrace = trace }),
        ("not enough memory: you tried to allocate", static (text, trace) => new TorchOutOfMemoryException(text) { NativeTrace = trace }),
        ("std::bad_alloc", static (_, trace) =>
            new TorchOutOfMemoryException("libtorch could not allocate memory (std::bad_alloc)") { NativeTrace = trace }),
        ("out of memory", static (text, trace) => new TorchOutOfMemoryException(text) { NativeTrace = trace }),
        ("running_mean and running_var must either both be None", Value),
        ("step must be greater than zero", Value),
        ("the inversion could not be completed", static (text, trace) => new TorchLinAlgException(text) { NativeTrace = trace }),
        ("linalg.", static (text, trace) =>
            text.Contains("singular", StringComparison.Ordinal) || text.Contains("converge", StringComparison.Ordinal)
                || text.Contains("not positive-definite", StringComparison.Ordinal)
                ? new TorchLinAlgException(text) { NativeTrace = trace }
                : new TorchException(text) { NativeTrace = trace }),
    ];

    /// <summary>The exception to throw for one that came out of a native call.</summary>
    internal static TorchException From(Exception thrown) => From(thrown.Message);

    /// <summary>The exception with a text of libtorch's.</summary>
    internal static TorchException From(string text)
    {
        string? script = null;

        // TorchScript says where in the script it was; the script is a line of ours.
        const string Reason = "\nRuntimeError: ";
        if (text.StartsWith("The following operation failed in the TorchScript interpreter.", StringComparison.Ordinal)
            && text.IndexOf(Reason, StringComparison.Ordinal) is >= 0 and var reason)
        {
            (script, text) = (text[..reason], text[(reason + Reason.Length)..]);
        }

        var frames = text.AsSpan().IndexOf("\nException raised from");
        if (frames < 0)
        {
            frames = text.AsSpan().IndexOf("\nframe #0: ");
        }

        if (frames < 0 && WindowsFrame().Match(text) is { Success: true } first)
        {
            frames = first.Index;
        }

        var message = AsOnLinux(PythonTypes(frames < 0 ? text.TrimEnd() : text[..frames].TrimEnd()))
            .Replace("-nan", "nan", StringComparison.Ordinal); // C#'s double.NaN has a sign, Python's has none
        var trace = frames < 0 ? script : text[(frames + 1)..];
        foreach (var (part, make) in Kinds)
        {
            if (message.Contains(part, StringComparison.Ordinal))
            {
                return make(message, trace);
            }
        }

        return new TorchException(message) { NativeTrace = trace };
    }

    /// <summary>Whether this is one of libtorch's, or what TorchSharp throws on its own account.</summary>
    internal static bool IsNative(Exception thrown) =>
        thrown is ExternalException or NotImplementedException or NotSupportedException
        || thrown is InvalidOperationException and not ObjectDisposedException
        || (thrown is (ArgumentException and not ArgumentNullException) or IndexOutOfRangeException && thrown.Source == "TorchSharp");

    private static TorchIndexException Index(string text, string? trace) => new(text) { NativeTrace = trace };

    private static TorchValueException Value(string text, string? trace) => new(text) { NativeTrace = trace };

    // gather, scatter and their kin say in the same words what is a RuntimeError of Python's there.
    private static TorchException IndexUnlessScattered(string text, string? trace) =>
        trace is not null
        && (trace.Contains("ScatterGatherKernel", StringComparison.Ordinal) || trace.Contains("scatter_reduce", StringComparison.Ordinal))
            ? new TorchException(text) { NativeTrace = trace }
            : Index(text, trace);

    // What Microsoft's compiler and library call otherwise. A word that others use as well is that of a dtype there only.
    private static string AsOnLinux(string text) => (OperatingSystem.IsWindows() ? Short().Replace(text, "short int") : text)
        .Replace("nan(ind)", "nan", StringComparison.Ordinal)
        .Replace("struct c10::", "c10::", StringComparison.Ordinal)
        .Replace("class c10::", "c10::", StringComparison.Ordinal)
        .Replace("unsigned __int64", "unsigned long", StringComparison.Ordinal)
        .Replace("__int64", "long int", StringComparison.Ordinal);

    // The C++ frames on Windows: two addresses, or one and what it is, and the library. Where there are none to be had, a plain "(no backtrace".
    [GeneratedRegex(@"\n[0-9A-F]{16} ([0-9A-F]{16}|<unknown symbol address>) ")]
    private static partial Regex WindowsFrame();

    [GeneratedRegex(@"(?<!unsigned )\bshort\b(?! int)")]
    private static partial Regex Short();

    // Python's layer writes torch.FloatTensor where libtorch says CPUFloatType. Of younger dtypes it knows nothing: CPUBoolType stays.
    private static string PythonTypes(string text) => TypeNames().Replace(text, static match =>
        $"torch.{(match.Groups[2].Value == "CUDA" ? "cuda." : "")}{(match.Groups[1].Length > 0 ? "sparse." : "")}{match.Groups[3].Value}Tensor");

    [GeneratedRegex(@"\b(Sparse)?(CPU|CUDA)(Byte|Char|Double|Float|Int|Long|Short|Half)Type\b")]
    private static partial Regex TypeNames();
}
