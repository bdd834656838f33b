using System.Runtime.CompilerServices;

namespace TorchLite.Probe.Mistakes;

/// <summary>
/// What a user may write, in Python and in C#. PyTorch's answers are in tests/reference/corpus/mistakes.jsonl; the script that records
/// them reads the Python from the rows here, so they are plain string literals.
/// </summary>
internal sealed record Mistake(string Python, Func<object?> Act, [CallerArgumentExpression(nameof(Act))] string CSharp = "")
{
    internal Mistake(string python, Action act, [CallerArgumentExpression(nameof(act))] string text = "")
        : this(python, () => { act(); return null; }, text)
    {
    }

    /// <summary>What comes out where there is no Python for it; <c>*</c> at the end stands for any text.</summary>
    internal string? Expected { get; private init; }

    /// <summary>A mistake that only C# knows.</summary>
    internal static Mistake Only(string expected, Func<object?> act, [CallerArgumentExpression(nameof(act))] string text = "") =>
        new("", act, text) { Expected = expected };

    /// <inheritdoc cref="Only(string, Func{object?}, string)"/>
    internal static Mistake Only(string expected, Action act, [CallerArgumentExpression(nameof(act))] string text = "") =>
        new("", act, text) { Expected = expected };
}
