using System.Globalization;
using System.Text;

namespace TorchLite.Serialization;

/// <summary>
/// Reads a Python literal of strings, numbers, True, False, None, tuples, lists and dicts: what the header of an .npy file is, also where
/// a person wrote it, or a program other than NumPy.
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
    /// The value: string, <c>byte[]</c>, long, double, bool, null, <c>object?[]</c> for a tuple, <c>List&lt;object?&gt;</c>, or
    /// <c>Dictionary&lt;string, object?&gt;</c>.
    /// </summary>
    /// <exception cref="TorchFileException">The string is not such a literal.</exception>
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
            '\'' or '"' => Strings(),
            '-' or '+' or '.' or (>= '0' and <= '9') => Number(),
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

    // What stands side by side is one string.
    private string Strings()
    {
        var value = new StringBuilder();
        do
        {
            String(value, isRaw: false);
        }
        while (Peek() is '\'' or '"');
        return value.ToString();
    }

    private void String(StringBuilder value, bool isRaw)
    {
        var quote = text[at];
        var width = text[at..] is [_, var second, var third, ..] && second == quote && third == quote ? 3 : 1;
        for (at += width; at < text.Length && !IsEnd(quote, width);)
        {
            if (text[at] == '\\' && !isRaw)
            {
                at++;
                Escape(value);
            }
            else if (text[at] == '\n' && width == 1)
            {
                throw Wrong();
            }
            else
            {
                value.Append(text[at++]);
            }
        }

        at += at < text.Length ? width : throw Wrong();
    }

    private readonly bool IsEnd(char quote, int width) =>
        text.Length - at >= width && text.Slice(at, width).IndexOfAnyExcept(quote) < 0;

    private void Escape(StringBuilder value)
    {
        const string Letters = "abfnrtv", Meanings = "\a\b\f\n\r\t\v";
        var letter = at < text.Length ? text[at++] : throw Wrong();
        if (letter is 'x' or 'u' or 'U')
        {
            var length = letter == 'x' ? 2 : letter == 'u' ? 4 : 8;
            if (text.Length - at < length || !int.TryParse(text.Slice(at, length), NumberStyles.AllowHexSpecifier, null, out var code)
                || code > 0x10ffff)
            {
                throw Wrong();
            }

            at += length;
            _ = Rune.IsValid(code) ? value.Append(new Rune(code)) : value.Append((char)code);
        }
        else if (letter is >= '0' and <= '7')
        {
            var code = letter - '0';
            for (var i = 0; i < 2 && at < text.Length && text[at] is >= '0' and <= '7'; i++)
            {
                code = (8 * code) + text[at++] - '0';
            }

            value.Append((char)code);
        }
        else if (letter != '\n')
        {
            _ = Letters.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var known ? value.Append(Meanings[known])
                : letter is '\\' or '\'' or '"' ? value.Append(letter)
                : value.Append('\\').Append(letter);
        }
    }

    private object Number()
    {
        var isNegative = text[at] == '-';
        at += text[at] is '-' or '+' ? 1 : 0;
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '.'
            || (at > start && text[at] is '-' or '+' && text[at - 1] is 'e' or 'E')))
        {
            at++;
        }

        // Python 2 wrote its long numbers as 3L.
        var digits = text[start..at].TrimEnd('L').ToString();
        var number = digits is ['0', var kind, .. var rest] && char.ToLowerInvariant(kind) is var radix and ('x' or 'o' or 'b')
            ? Whole(rest, radix == 'x' ? 16 : radix == 'o' ? 8 : 2)
            : digits.All(static digit => digit == '0') || digits[0] != '0' ? Whole(digits, 10) : -1;
        return number >= 0 ? (object)(isNegative ? -number : number)
            : digits.AsSpan().ContainsAny('.', 'e', 'E') && double.TryParse(digits, CultureInfo.InvariantCulture, out var real)
                ? isNegative ? -real : real
            : throw Wrong();
    }

    // Where an underline may stand between digits; -1 where it is no such number.
    private static long Whole(string digits, int radix)
    {
        long number = 0;
        var isAfterDigit = false;
        foreach (var digit in digits)
        {
            var value = char.IsAsciiHexDigit(digit) ? Convert.ToInt32(digit.ToString(), 16) : -1;
            if (digit == '_' ? !isAfterDigit : value < 0 || value >= radix || number > (long.MaxValue - value) / radix)
            {
                return -1;
            }

            isAfterDigit = digit != '_';
            number = isAfterDigit ? (number * radix) + value : number;
        }

        return isAfterDigit ? number : -1;
    }

    private object? Word()
    {
        var start = at;
        while (at < text.Length && char.IsAsciiLetter(text[at]))
        {
            at++;
        }

        var word = text[start..at];
        if (at < text.Length && text[at] is '\'' or '"')
        {
            return Prefixed(word.ToString());
        }

        return word switch
        {
            "True" => true,
            "False" => false,
            "None" => null,
            _ => throw Wrong(),
        };
    }

    // Strings of Python 2's unicode, raw ones, and bytes.
    private object Prefixed(string prefix)
    {
        if (prefix.ToLowerInvariant() is not (("u" or "r" or "b" or "br" or "rb") and var kind))
        {
            throw Wrong();
        }

        var value = new StringBuilder();
        String(value, isRaw: kind.Contains('r', StringComparison.Ordinal));
        if (kind.Contains('b', StringComparison.Ordinal))
        {
            return Encoding.Latin1.GetBytes(value.ToString());
        }

        return Peek() is '\'' or '"' ? value + Strings() : value.ToString();
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
