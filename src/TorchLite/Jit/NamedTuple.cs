using System.Collections;
using TorchLite.Printing;

namespace TorchLite.Jit;

/// <summary>What a model gives as a named tuple: Python's <c>typing.NamedTuple</c>.</summary>
/// <remarks>A model that takes one takes it, or its parts as an array or tuple.</remarks>
/// <example><code>
/// var unit = Torch.Jit.Compile("def f(x: Tensor) -> Tuple[Tensor, int]:\n    return x + 1, 2");
/// var point = new NamedTuple("Point", ["x", "n"], (object?[])unit.Call("f", Torch.Ones(1))!);
/// point["n"]      // 2
/// point           // Point(x=tensor([2.]), n=2)
/// </code></example>
public sealed class NamedTuple : IReadOnlyList<object?>
{
    private readonly object?[] values;

    /// <summary>Creates a named tuple.</summary>
    /// <param name="typeName">What it is called.</param>
    /// <param name="names">The names of its parts.</param>
    /// <param name="values">The parts.</param>
    /// <exception cref="ArgumentException">There are more names than parts, or fewer.</exception>
    public NamedTuple(string typeName, IReadOnlyList<string> names, params object?[] values)
    {
        ArgumentNullException.ThrowIfNull(typeName);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(values);
        (TypeName, Names, this.values) = names.Count == values.Length ? (typeName, names, values)
            : throw new ArgumentException($"{names.Count} names are given for {values.Length} values", nameof(names));
    }

    /// <summary>What it is called in Python.</summary>
    public string TypeName { get; }

    /// <summary>The names of its parts.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>How many parts it has.</summary>
    public int Count => values.Length;

    /// <summary>A part by its place.</summary>
    /// <param name="index">The place.</param>
    /// <returns>The part.</returns>
    public object? this[int index] => values[index];

    /// <summary>A part by its name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The part.</returns>
    /// <exception cref="KeyNotFoundException">It has no part of this name.</exception>
    public object? this[string name] => Array.IndexOf([.. Names], name) is >= 0 and var place ? values[place]
        : throw new KeyNotFoundException($"'{TypeName}' object has no attribute '{name}'");

    /// <summary>The parts with their names, as Python prints them.</summary>
    /// <returns>The string.</returns>
    public override string ToString() =>
        $"{TypeName}({string.Join(", ", Names.Select((name, i) => $"{name}={PythonText.Of(values[i])}"))})";

    /// <inheritdoc/>
    public IEnumerator<object?> GetEnumerator() => ((IEnumerable<object?>)values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
