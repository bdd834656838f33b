using System.Text.RegularExpressions;

namespace TorchLite.Jit;

/// <summary>What libtorch says of an error within a model, as an exception of its own.</summary>
internal static partial class ScriptErrors
{
    private const string Begin = "The following operation failed in the TorchScript interpreter.";

    /// <summary>The exception for one that came out of a call; the same where it was not raised within the model.</summary>
    /// <param name="error">What came.</param>
    /// <param name="adapter">The class of the adapters, which are no part of the model.</param>
    internal static Exception Of(TorchException error, string adapter)
    {
        if (error is TorchOutOfMemoryException)
        {
            return error;
        }

        var file = "code/" + adapter[..adapter.LastIndexOf('.')].Replace('.', '/') + ".py";
        if (error.NativeTrace is { } trace && trace.StartsWith(Begin, StringComparison.Ordinal))
        {
            return new TorchScriptException(error.Message, Model(trace, file), error);
        }

        if (!error.Message.StartsWith(Begin, StringComparison.Ordinal)
            || Reason().Match(error.Message, Begin.Length) is not { Success: true } reason)
        {
            return error;
        }

        var text = error.Message[reason.Index..].Trim();
        const string Builtin = "builtins.", Plain = "RuntimeError: ";
        text = text.StartsWith(Builtin, StringComparison.Ordinal) ? text[Builtin.Length..] : text;
        text = text.StartsWith(Plain, StringComparison.Ordinal) ? text[Plain.Length..] : text;
        return new TorchScriptException(text, Model(error.Message[..reason.Index].TrimEnd(), file));
    }

    // Without the adapter's frames, of which each of both traces has one: up to the next file, or the blank line behind the frames.
    private static string Model(string trace, string file)
    {
        while (trace.IndexOf($"  File \"{file}\"", StringComparison.Ordinal) is >= 0 and var begin)
        {
            var next = Frame().Match(trace, begin + 1);
            trace = next.Success ? trace.Remove(begin, next.Index - begin) : trace[..begin];
        }

        return trace.TrimEnd();
    }

    // Where the frames end: the name of an error, at the beginning of a line.
    [GeneratedRegex(@"(?<=\n)[A-Za-z_][\w.]*: (?=[\s\S])|(?<=\n)[A-Za-z_][\w.]*(Error|Exception)\b")]
    private static partial Regex Reason();

    [GeneratedRegex(@"(?<=\n)(  File ""|\n)")]
    private static partial Regex Frame();
}
