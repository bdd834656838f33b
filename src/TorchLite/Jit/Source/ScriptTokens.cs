namespace TorchLite.Jit;

/// <summary>
/// Takes a source of TorchScript apart. libtorch's parser and compiler call themselves for each part within a part, and would end the
/// process where a source is nested too deep: such a one is refused here.
/// </summary>
internal static class ScriptTokens
{
    // Far more than a program has, and far from the end of the stack.
    private const int DeepestBrackets = 100;
    private const int DeepestIndent = 400;
    private const int LongestExpression = 1000;
    private const int MostBranches = 500;

    private static readonly string[] LongSigns = ["->", "==", "!=", "<=", ">=", "//", "**", "<<", ">>", "+=", "-=", "*=", "/="];

    /// <summary>The parts of a source; within brackets a line does not end.</summary>
    /// <exception cref="TorchFileException">It is nested too deep, or has what no source has.</exception>
    internal static List<ScriptToken> Of(string source)
    {
        var tokens = new List<ScriptToken>();
        var (at, depth, run, branches) = (0, 0, 0, 0);
        while (at < source.Length)
        {
            var letter = source[at];
            var (kind, end) = letter switch
            {
                '\n' => (ScriptTokenKind.Line, at + 1),
                ' ' or '\t' or '\r' or '\\' => (ScriptTokenKind.Sign, at + 1),
                '#' => (ScriptTokenKind.Sign, EndOfLine(source, at)),
                '"' or '\'' => (ScriptTokenKind.Text, EndOfText(source, at)),
                >= '0' and <= '9' => (ScriptTokenKind.Number, EndOfNumber(source, at)),
                _ when char.IsLetter(letter) || letter == '_' => (ScriptTokenKind.Word, EndOfWord(source, at)),
                '\0' => throw Damaged("it has a character that no source has"),
                _ => (ScriptTokenKind.Sign, at + (Array.Exists(LongSigns, sign => At(source, at, sign)) ? 2 : 1)),
            };
            if (kind == ScriptTokenKind.Line && depth == 0)
            {
                var indent = 0;
                while (end + indent < source.Length && source[end + indent] == ' ')
                {
                    indent++;
                }

                // Not of an empty line, or one of a comment.
                if (end + indent < source.Length && source[end + indent] is not ('\n' or '\r' or '#'))
                {
                    tokens.Add(new(kind, "\n", at, indent <= DeepestIndent ? indent : throw TooDeep()));
                }

                run = 0;
            }
            else if (letter is not (' ' or '\t' or '\r' or '\\' or '#' or '\n'))
            {
                var token = new ScriptToken(kind, source[at..end], at);
                tokens.Add(token);
                depth += kind != ScriptTokenKind.Sign ? 0 : letter is '(' or '[' or '{' ? 1 : letter is ')' or ']' or '}' ? -1 : 0;
                run = token.Is(",") ? 0 : run + 1;
                branches += token.Is("elif") ? 1 : 0;
                if (depth > DeepestBrackets || run > LongestExpression || branches > MostBranches)
                {
                    throw TooDeep();
                }
            }

            depth = Math.Max(depth, 0);
            at = end;
        }

        tokens.Add(new(ScriptTokenKind.Line, "\n", source.Length));
        return tokens;
    }

    private static TorchFileException TooDeep() => Damaged("it is nested too deep, or an expression in it is too long");

    private static TorchFileException Damaged(string why) => new($"the TorchScript source can not be read: {why}");

    private static bool At(string source, int at, string text) => string.CompareOrdinal(source, at, text, 0, text.Length) == 0;

    private static int EndOfLine(string source, int at) => source.IndexOf('\n', at) is >= 0 and var end ? end : source.Length;

    private static int EndOfWord(string source, int at)
    {
        while (at < source.Length && (char.IsLetterOrDigit(source[at]) || source[at] == '_'))
        {
            at++;
        }

        return at;
    }

    private static int EndOfNumber(string source, int at)
    {
        while (at < source.Length && (char.IsLetterOrDigit(source[at]) || source[at] == '.'
            || (source[at] is '+' or '-' && source[at - 1] is 'e' or 'E')))
        {
            at++;
        }

        return at;
    }

    private static int EndOfText(string source, int at)
    {
        var quote = source[at..(At(source, at, "\"\"\"") || At(source, at, "'''") ? at + 3 : at + 1)];
        for (at += quote.Length; at < source.Length; at++)
        {
            if (source[at] == '\\')
            {
                at++;
            }
            else if (At(source, at, quote))
            {
                return at + quote.Length;
            }
        }

        throw Damaged("a string in it does not end");
    }
}
