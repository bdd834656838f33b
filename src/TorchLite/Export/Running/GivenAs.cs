using System.Runtime.CompilerServices;

namespace TorchLite.Export;

/// <summary>What is given to a typed module as the arguments of its program.</summary>
internal static class GivenAs
{
    /// <summary>The parts of a tuple.</summary>
    /// <exception cref="ArgumentException">There are not so many.</exception>
    internal static object?[] Items(object? value, int count) => value is ITuple tuple && tuple.Length == count
        ? tuple.Items()
        : throw new ArgumentException($"the program takes {count} arguments, but got {(value as ITuple)?.Length ?? 0}");

    /// <summary>Arguments by their names.</summary>
    internal static IReadOnlyDictionary<string, object?> Dictionary(object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> named => named,
        IReadOnlyDictionary<string, Tensor> tensors =>
            tensors.ToDictionary(static one => one.Key, static one => (object?)one.Value, StringComparer.Ordinal),
        _ => throw new ArgumentException(
            $"the program takes its arguments by name, in a dictionary, but got {(value is null ? "null" : $"a {value.GetType().Name}")}"),
    };
}
