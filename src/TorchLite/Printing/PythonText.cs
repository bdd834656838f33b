using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace TorchLite.Printing;

/// <summary>What Python's <c>repr</c> and <c>str</c> print of the values that modules are made with.</summary>
internal static class PythonText
{
    internal static string Of(bool value) => value ? "True" : "False";

    internal static string Of(double value) => PythonNumber.Format(value);

    internal static string Of(MemoryFormat value) => "torch." + value switch
    {
        MemoryFormat.ContiguousFormat => "contiguous_format",
        MemoryFormat.PreserveFormat => "preserve_format",
        MemoryFormat.ChannelsLast => "channels_last",
        _ => "channels_last_3d",
    };

    /// <summary>One number as itself, several as a tuple.</summary>
    internal static string Of(Dims value) => value.Values is [var single] ? Of((object)single) : Tuple(value.Values);

    /// <summary>A tuple, of one number too.</summary>
    internal static string Tuple(IEnumerable<long> values) => Tuple(values.Cast<object?>());

    /// <summary>Python's <c>repr</c>.</summary>
    internal static string Of(object? value) => value switch
    {
        null => "None",
        bool truth => Of(truth),
        double number => Of(number),
        float number => Of((double)number),
        System.Numerics.Complex number => PythonNumber.Format(number),
        string text => Quoted(text.Replace("\\", "\\\\", StringComparison.Ordinal)),
        Dims dims => Of(dims),
        Shape shape => Tuple(shape),
        ITuple tuple => Tuple(tuple.Items()),
        IList list => $"[{string.Join(", ", list.Cast<object?>().Select(Of))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    // In double quotes where that saves a backslash.
    private static string Quoted(string text) => text.Contains('\'') && !text.Contains('"') ? $"\"{text}\""
        : $"'{text.Replace("'", "\\'", StringComparison.Ordinal)}'";

    /// <summary>A tuple, of one value too.</summary>
    internal static string Tuple(IEnumerable<object?> values)
    {
        string[] parts = [.. values.Select(Of)];
        return parts.Length == 1 ? $"({parts[0]},)" : $"({string.Join(", ", parts)})";
    }
}
