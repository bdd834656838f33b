using System.Globalization;
using System.Text;

namespace TorchLite.Files;

/// <summary>
/// Reads a Python literal of strings, whole numbers, True, False, None, tuples, lists and dicts: what the header of an .npy file is.
/// </summary>
internal ref struct PythonLiteral
{
    // Deeper than any header, and far from the end of the stack.
    private const int Deepest = 32;

    private readonly ReadOnlySpan<char> text;
    private int at;
    private int depth;

    private PythonLiteral(ReadOnlySpan<char> text) => this.text = text;

    /// <summary>
    /// The value: string, long, bool, null, <c>object?[]</c> for a tuple, <c>List&lt;object?&gt;</c>, or
    /// <c>Dictionary&lt;string, object?&gt;</c>.
    /// </summary>
    /// <exception cref="TorchFileException">The text is no such literal.</exception>
    internal static object? Parse(ReadOnlySpan<char> text)
    {
        var literal = new PythonLiteral(text);
        var value = literal.Value();
        return literal.Peek() == '\0' && literal.at == text.Length ? value : throw literal.Wrong();
    }

    private object? Value()
    {
        if (++depth > Deepest)
        {
            throw Wrong();
        }

        var value = Peek() switch
        {
            '(' => Tuple(),
            '[' => Items(']', out _),
            '{' => Dict(),
            '\'' or '"' => String(),
            '-' or (>= '0' and <= '9') => Number(),
            _ => Word(),
        };
        depth--;
        return value;
    }

    private object? Tuple()
    {
        var items = Items(')', out var hasComma);
        return items.Count == 1 && !hasComma ? items[0] : items.ToArray();
    }

    private List<object?> Items(char end, out bool hasComma)
    {
        var items = new List<object?>();
        hasComma = true;
        for (at++; Peek() != end; hasComma = Skip(','))
        {
            if (!hasComma)
            {
                throw Wrong();
            }

            items.Add(Value());
        }

        at++;
        return items;
    }

    private Dictionary<string, object?> Dict()
    {
        var dict = new Dictionary<string, object?>();
        var hasComma = true;
        for (at++; Peek() != '}'; hasComma = Skip(','))
        {
            if (!hasComma || Value() is not string key || !Skip(':'))
            {
                throw Wrong();
            }

            dict[key] = Value();
        }

        at++;
        return dict;
    }

    private string String()
    {
        var quote = text[at++];
        var value = new StringBuilder();
        for (; at < text.Length && text[at] != quote; at++)
        {
            if (text[at] == '\\' && ++at == text.Length)
            {
                break;
            }

            value.Append(text[at]);
        }

        return at++ < text.Length ? value.ToString() : throw Wrong();
    }

    private object Number()
    {
        var start = at;
        for (at++; at < text.Length && char.IsAsciiDigit(text[at]); at++)
        {
        }

        if (!long.TryParse(text[start..at], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            throw Wrong();
        }

        // Python 2 wrote its long numbers as 3L.
        Skip('L');
        return number;
    }

    private object? Word()
    {
        var start = at;
        while (at < text.Length && char.IsAsciiLetter(text[at]))
        {
            at++;
        }

        return text[start..at] switch
        {
            "True" => true,
            "False" => false,
            "None" => null,
            _ => throw Wrong(),
        };
    }

    private char Peek()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at < text.Length ? text[at] : '\0';
    }

    private bool Skip(char wanted)
    {
        var isThere = Peek() == wanted;
        at += isThere ? 1 : 0;
        return isThere;
    }

    private readonly TorchFileException Wrong() => new($"Cannot parse header: '{text.Trim()}'");
}
