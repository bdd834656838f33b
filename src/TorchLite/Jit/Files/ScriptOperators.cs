namespace TorchLite.Jit;

/// <summary>Which operators the sources of an archive call, by what stands there.</summary>
internal static class ScriptOperators
{
    // What the language itself knows, and calls nothing of libtorch's operators.
    private static readonly HashSet<string> Language = new(StringComparer.Ordinal)
    {
        "annotate", "unchecked_cast", "uninitialized", "isinstance", "range", "len", "int", "float", "bool", "str", "complex", "getattr",
        "hasattr", "print", "min", "max", "abs", "list", "dict", "tuple", "enumerate", "zip", "reversed", "sorted", "round", "sum", "any",
        "all",
        "forward", "if", "while", "for", "in", "not", "and", "or", "return", "is", "else", "assert", "elif", "raise", "super", "with",
    };

    /// <summary>Refuses what is not allowed.</summary>
    /// <param name="sources">The parts of the sources.</param>
    /// <param name="classes">The classes whose methods they may call.</param>
    /// <param name="allowed">The operators: <c>aten::add</c>, <c>add</c>, or <c>quantized::linear</c>.</param>
    /// <exception cref="TorchFileException">The sources call another one.</exception>
    internal static void Check(
        IEnumerable<IReadOnlyList<ScriptToken>> sources, IReadOnlyDictionary<string, ScriptClass> classes, IEnumerable<string> allowed)
    {
        var names = allowed.Select(static name => name.StartsWith("aten::", StringComparison.Ordinal) ? name[6..] : name)
            .ToHashSet(StringComparer.Ordinal);
        var methods = classes.Values.SelectMany(static one => one.Methods).Select(static one => one.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var tokens in sources)
        {
            for (var i = 0; i < tokens.Count; i++)
            {
                if (Called(tokens, i, methods, classes) is { } name && !names.Contains(name))
                {
                    throw new TorchFileException(
                        $"the TorchScript archive calls the operator '{name}', which is not among those that are allowed");
                }
            }
        }
    }

    // The operator that is named at a place; null: none is. A method of the archive may have an operator's name, but not be called as one.
    private static string? Called(
        IReadOnlyList<ScriptToken> tokens, int i, HashSet<string> methods, IReadOnlyDictionary<string, ScriptClass> classes)
    {
        bool Is(int place, string text) => place >= 0 && place < tokens.Count && tokens[place].Is(text);
        string Word(int place) =>
            place >= 0 && place < tokens.Count && tokens[place].Kind == ScriptTokenKind.Word ? tokens[place].Text : "";

        if (tokens[i].Kind != ScriptTokenKind.Word || Is(i - 1, "def") || Is(i - 1, "class"))
        {
            return null;
        }

        if (Is(i - 1, ".") && Is(i - 2, "torch") && !Is(i - 3, "."))
        {
            return tokens[i].Text;
        }

        if (Is(i - 1, ".") && Is(i - 3, ".") && Is(i - 4, "ops") && !Is(i - 5, "."))
        {
            return Word(i - 2) is "aten" ? tokens[i].Text : $"{Word(i - 2)}::{tokens[i].Text}";
        }

        if (!Is(i + 1, "("))
        {
            return null;
        }

        if (Is(i - 1, "."))
        {
            return methods.Contains(tokens[i].Text) && !IsOperator(tokens[i].Text) || IsClass(tokens, i, classes) ? null : tokens[i].Text;
        }

        return Language.Contains(tokens[i].Text) ? null : tokens[i].Text;
    }

    // Not all are in the list: aten::save is the language's own, and writes files.
    private static bool IsOperator(string name) => name is "save" or "load" || Operators.Overloads("aten::" + name).Length > 0;

    // __torch__.Point(…)
    private static bool IsClass(IReadOnlyList<ScriptToken> tokens, int i, IReadOnlyDictionary<string, ScriptClass> classes)
    {
        var name = tokens[i].Text;
        for (; i >= 2 && tokens[i - 1].Is(".") && tokens[i - 2].Kind == ScriptTokenKind.Word; i -= 2)
        {
            name = $"{tokens[i - 2].Text}.{name}";
        }

        return classes.ContainsKey(name) || name.StartsWith("__torch__.", StringComparison.Ordinal);
    }
}
