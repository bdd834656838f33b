using System.Globalization;

namespace TorchLite.Export;

/// <summary>
/// A condition on the sizes of the arguments, as PyTorch 2.9 and later write it in a file: <c>(L['x'].size()[0] % 2) == 0</c>.
/// </summary>
/// <param name="Operator">The operator or the function; null for a number or an argument.</param>
/// <param name="Parts">What it is applied to.</param>
/// <param name="Source">The argument: <c>d['k'][1]</c>.</param>
/// <param name="Dim">Which of its sizes; null where the argument is a number itself.</param>
/// <param name="Value">The number.</param>
internal sealed record GuardExpression(string? Operator, GuardExpression[] Parts, string? Source, int? Dim, double Value)
{
    private const int MostDepth = 100;

    // From the loosest to the tightest; comparisons are not chained.
    private static readonly string[][] Levels =
        [["or"], ["and"], ["not"], ["==", "!=", "<=", ">=", "<", ">"], ["+", "-"], ["*", "//", "/", "%"], ["negative"], ["**"]];

    /// <summary>Reads one; null where something in it is not known here.</summary>
    internal static GuardExpression? Parse(string text)
    {
        var at = 0;
        var result = Read(text, ref at, 0, 0);
        Skip(text, ref at);
        return at == text.Length ? result : null;
    }

    /// <summary>Its value: 0 for false; null where an argument has none.</summary>
    internal double? Evaluate(Func<string, int?, double?> argument)
    {
        if (Operator is null)
        {
            return Source is null ? Value : argument(Source, Dim);
        }

        var values = Array.ConvertAll(Parts, part => part.Evaluate(argument));
        if (Array.IndexOf(values, null) >= 0)
        {
            return null;
        }

        var (first, second) = (values[0]!.Value, values.Length > 1 ? values[1]!.Value : 0);
        return Operator switch
        {
            "or" => first != 0 ? first : second,
            "and" => first == 0 ? first : second,
            "not" => first == 0 ? 1 : 0,
            "==" => first == second ? 1 : 0,
            "!=" => first != second ? 1 : 0,
            "<=" => first <= second ? 1 : 0,
            ">=" => first >= second ? 1 : 0,
            "<" => first < second ? 1 : 0,
            ">" => first > second ? 1 : 0,
            "+" => first + second,
            "-" => first - second,
            "*" => first * second,
            "//" => Math.Floor(first / second),
            "/" => first / second,
            "%" => first - (second * Math.Floor(first / second)),
            "negative" => -first,
            "**" => Math.Pow(first, second),
            "torch.sym_max" or "max" => values.Max(),
            "torch.sym_min" or "min" => values.Min(),
            "torch.sym_float" or "float" => first,
            "torch.sym_int" or "int" or "math.trunc" => Math.Truncate(first),
            "math.floor" => Math.Floor(first),
            "math.ceil" => Math.Ceiling(first),
            _ => null,
        };
    }

    /// <summary>As Python's <c>ast.unparse</c> writes it.</summary>
    public override string ToString() => Text(0);

    private string Text(int outer)
    {
        if (Operator is null)
        {
            return Source is null ? Value.ToString(CultureInfo.InvariantCulture) : Dim is null ? Source : $"{Source}.size()[{Dim}]";
        }

        var level = Array.FindIndex(Levels, operators => operators.Contains(Operator));
        if (level < 0)
        {
            return $"{Operator}({string.Join(", ", Parts.Select(static part => part.Text(0)))})";
        }

        // What stands on the right of an operator of the same level is in parentheses.
        var text = Operator switch
        {
            "not" => $"not {Parts[0].Text(level)}",
            "negative" => $"-{Parts[0].Text(level)}",
            "**" => $"{Parts[0].Text(level + 1)} ** {Parts[1].Text(level - 1)}",
            _ => $"{Parts[0].Text(level + (level == 3 ? 1 : 0))} {Operator} {Parts[1].Text(level + 1)}",
        };
        return level < outer ? $"({text})" : text;
    }

    private static void Skip(string text, ref int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }
    }

    private static bool Take(string text, ref int at, string word)
    {
        Skip(text, ref at);
        var end = at + word.Length;
        if (!text.AsSpan(at).StartsWith(word, StringComparison.Ordinal)
            || (char.IsAsciiLetter(word[^1]) && end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '.'))
            || (word is "*" or "/" && end < text.Length && text[end] == word[0]))
        {
            return false;
        }

        at = end;
        return true;
    }

    private static GuardExpression? Read(string text, ref int at, int level, int depth)
    {
        if (depth > MostDepth * Levels.Length || level == Levels.Length)
        {
            return depth > MostDepth * Levels.Length ? null : Atom(text, ref at, depth);
        }

        if (Levels[level] is ["not"] or ["negative"])
        {
            var isNegative = Levels[level] is ["negative"];
            if (!Take(text, ref at, isNegative ? "-" : "not"))
            {
                return Read(text, ref at, level + 1, depth + 1);
            }

            return Read(text, ref at, level, depth + 1) switch
            {
                { Operator: null, Source: null } number when isNegative => number with { Value = -number.Value },
                { } part => Of(Levels[level][0], part),
                null => null,
            };
        }

        var left = Read(text, ref at, level + 1, depth + 1);
        while (left is not null)
        {
            var here = at;
            var next = at;
            var sign = Array.Find(Levels[level], word => Take(text, ref next, word));
            at = sign is null ? here : next;
            if (sign is null)
            {
                return left;
            }

            // A power's exponent may be negative, or a power itself.
            left = Read(text, ref at, sign == "**" ? level - 1 : level + 1, depth + 1) is { } right ? Of(sign, left, right) : null;
        }

        return null;
    }

    private static GuardExpression? Atom(string text, ref int at, int depth)
    {
        Skip(text, ref at);
        if (Take(text, ref at, "("))
        {
            var inner = Read(text, ref at, 0, depth + 1);
            return Take(text, ref at, ")") ? inner : null;
        }

        if (Take(text, ref at, "L['"))
        {
            return Argument(text, ref at);
        }

        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '.'))
        {
            at++;
        }

        var word = text[start..at];
        if (double.TryParse(word, CultureInfo.InvariantCulture, out var number))
        {
            return new(null, [], null, null, number);
        }

        if (word is "True" or "False" || !Take(text, ref at, "("))
        {
            return word is "True" or "False" ? new(null, [], null, null, word == "True" ? 1 : 0) : null;
        }

        var parts = new List<GuardExpression>();
        do
        {
            if (Read(text, ref at, 0, depth + 1) is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }
        while (Take(text, ref at, ","));
        return Take(text, ref at, ")") ? Of(word, [.. parts]) : null;
    }

    // x'], then places and keys in brackets, then .size()[0] for a tensor.
    private static GuardExpression? Argument(string text, ref int at)
    {
        var end = text.IndexOf("']", at, StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        var source = text[at..end];
        at = end + 2;
        while (at < text.Length && text[at] == '[')
        {
            var close = text.IndexOf(']', at);
            if (close < 0)
            {
                return null;
            }

            source += text[at..(close + 1)];
            at = close + 1;
        }

        if (!Take(text, ref at, ".size()["))
        {
            return new(null, [], source, null, 0);
        }

        var last = text.IndexOf(']', at);
        if (last < 0 || !int.TryParse(text[at..last], CultureInfo.InvariantCulture, out var dim) || dim < 0)
        {
            return null;
        }

        at = last + 1;
        return new(null, [], source, dim, 0);
    }

    private static GuardExpression Of(string name, params GuardExpression[] parts) => new(name, parts, null, null, 0);
}
