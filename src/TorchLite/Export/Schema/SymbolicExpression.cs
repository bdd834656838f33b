using System.Globalization;

namespace TorchLite.Export;

/// <summary>
/// An integer that is not known before the program runs, as SymPy writes it: <c>Mul(Integer(2), Symbol('s0', integer=True))</c>.
/// </summary>
/// <param name="Function">The function: <c>Mul</c>; null for a number or a symbol.</param>
/// <param name="Arguments">What it is applied to.</param>
/// <param name="Symbol">The symbol's name.</param>
/// <param name="Value">The number.</param>
internal sealed record SymbolicExpression(string? Function, SymbolicExpression[] Arguments, string? Symbol, double Value)
{
    // An expression of a file is no deeper.
    private const int MostDepth = 100;

    /// <summary>Whether it is a number with a point, which is printed so.</summary>
    internal bool IsReal { get; init; }

    /// <summary>A number.</summary>
    internal static SymbolicExpression Of(double value) => new(null, [], null, value);

    /// <summary>Whether it is a number.</summary>
    internal bool IsNumber => Function is null && Symbol is null;

    /// <summary>The symbols in it.</summary>
    internal IEnumerable<string> Symbols => Symbol is not null ? [Symbol] : Arguments.SelectMany(static argument => argument.Symbols);

    /// <summary>Reads what SymPy's <c>srepr</c> writes.</summary>
    /// <exception cref="TorchFileException">It is none of the expressions that sizes have.</exception>
    internal static SymbolicExpression Parse(string text)
    {
        var at = 0;
        var result = Read(text, ref at, 0);
        return at == text.Length ? result : throw Unreadable(text);
    }

    /// <summary>The value, where all symbols have one; otherwise null.</summary>
    internal double? Evaluate(IReadOnlyDictionary<string, long> known)
    {
        if (Function is null)
        {
            return Symbol is null ? Value : known.TryGetValue(Symbol, out var number) ? number : null;
        }

        var values = Array.ConvertAll(Arguments, argument => argument.Evaluate(known));
        if (Array.IndexOf(values, null) >= 0)
        {
            return null;
        }

        var numbers = Array.ConvertAll(values, static value => value!.Value);
        return Function switch
        {
            "Add" => numbers.Sum(),
            "Mul" => numbers.Aggregate(1.0, static (product, number) => product * number),
            "Pow" or "PowByNatural" => Math.Pow(numbers[0], numbers[1]),
            "FloorDiv" or "CleanDiv" => Math.Floor(numbers[0] / numbers[1]),
            "IntTrueDiv" or "FloatTrueDiv" or "TrueDiv" => numbers[0] / numbers[1],
            "Mod" or "PythonMod" => numbers[0] - (numbers[1] * Math.Floor(numbers[0] / numbers[1])),
            "Max" => numbers.Max(),
            "Min" => numbers.Min(),
            "CeilToInt" or "ceiling" => Math.Ceiling(numbers[0]),
            "FloorToInt" or "floor" => Math.Floor(numbers[0]),
            "TruncToInt" => Math.Truncate(numbers[0]),
            "RoundToInt" => Math.Round(numbers[0]),
            "ToFloat" => numbers[0],
            _ => null,
        };
    }

    /// <summary>Which integer its only symbol is, where the value is known; null where it is none.</summary>
    internal long? SolveFor(string symbol, long value)
    {
        if (Symbol is not null)
        {
            return value;
        }

        // Sizes that are made of others are so many of one, and some more.
        if (At(0) is not { } start || At(1) is not { } next || At(2) is not { } third || next == start || third - next != next - start)
        {
            return null;
        }

        var solution = (value - start) / (next - start);
        return solution == Math.Floor(solution) ? (long)solution : null;

        double? At(long number) => Evaluate(new Dictionary<string, long> { [symbol] = number });
    }

    /// <summary>As PyTorch prints it: <c>2*s0 + 1</c>.</summary>
    public override string ToString() => Text(0);

    // How tightly an expression holds together: a sum 1, a product 2, a power 3. PyTorch's own divisions count for loose, although they
    // have parentheses.
    private string Text(int outer)
    {
        if (Function is null)
        {
            var digits = Value.ToString(IsReal ? "G15" : "R", CultureInfo.InvariantCulture);
            return Symbol ?? (IsReal && Value == Math.Floor(Value) ? digits + ".0" : Value < 0 && outer == 4 ? $"({digits})" : digits);
        }

        var (text, own) = Function switch
        {
            "Add" => (string.Join(" + ", Ordered(Arguments).Select(static argument => argument.Text(1)))
                .Replace(" + -", " - ", StringComparison.Ordinal), 1),
            "Mul" when Arguments is [{ IsNumber: true, Value: -1 }, .. var others] =>
                ("-" + string.Join("*", others.Select(static argument => argument.Text(2))), 1),
            "Mul" => (string.Join("*", Ordered(Arguments, numbersFirst: true).Select(static argument => argument.Text(2))), 2),
            "Pow" or "PowByNatural" => ($"{Arguments[0].Text(4)}**{Arguments[1].Text(4)}", 3),
            "FloorDiv" or "CleanDiv" => ($"({Arguments[0].Text(4)}//{Arguments[1].Text(4)})", 0),
            "Mod" or "PythonMod" => ($"{Function}({Arguments[0].Text(0)}, {Arguments[1].Text(0)})", 0),
            "Equality" => ($"Eq({Arguments[0].Text(0)}, {Arguments[1].Text(0)})", 4),
            "Unequality" => ($"Ne({Arguments[0].Text(0)}, {Arguments[1].Text(0)})", 4),
            "And" or "Or" => (string.Join(Function == "And" ? " & " : " | ", Arguments.Select(static argument => argument.Text(1))), 1),
            "GreaterThan" => ($"{Arguments[0].Text(0)} >= {Arguments[1].Text(0)}", 0),
            "LessThan" => ($"{Arguments[0].Text(0)} <= {Arguments[1].Text(0)}", 0),
            "StrictGreaterThan" => ($"{Arguments[0].Text(0)} > {Arguments[1].Text(0)}", 0),
            "StrictLessThan" => ($"{Arguments[0].Text(0)} < {Arguments[1].Text(0)}", 0),
            _ => ($"{Function}({string.Join(", ", Arguments.Select(static argument => argument.Text(0)))})", 4),
        };
        return own < outer ? $"({text})" : text;
    }

    // SymPy prints a sum's number last, and a product's first.
    private static IEnumerable<SymbolicExpression> Ordered(SymbolicExpression[] parts, bool numbersFirst = false) =>
        parts.OrderBy(part => part.IsNumber != numbersFirst);

    private static SymbolicExpression Read(string text, ref int at, int depth)
    {
        if (depth > MostDepth)
        {
            throw Unreadable(text);
        }

        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '-' or '.'))
        {
            at++;
        }

        var word = text[start..at];
        if (at == text.Length || text[at] != '(')
        {
            return double.TryParse(word, CultureInfo.InvariantCulture, out var number) ? Of(number)
                : word is "true" or "false" ? Of(word is "true" ? 1 : 0)
                : word.Length > 0 ? new(null, [], word, 0) : throw Unreadable(text);
        }

        var close = at + 1;
        switch (word)
        {
            case "Symbol":
                close = text.IndexOf(')', at);
                var quoted = close < 0 ? [] : text[(at + 1)..close].Split('\'');
                at = close + 1;
                return quoted.Length >= 2 ? new(null, [], quoted[1], 0) : throw Unreadable(text);
            case "Integer" or "Float" or "Rational":
                close = text.IndexOf(')', at);
                var digits = close < 0 ? "" : text[(at + 1)..close].Split(',')[0].Trim('\'', ' ');
                at = close + 1;
                var below = word == "Rational" && close >= 0 ? text[(text.LastIndexOf(',', close) + 1)..close].Trim() : "1";
                return double.TryParse(digits, CultureInfo.InvariantCulture, out var value)
                    && double.TryParse(below, CultureInfo.InvariantCulture, out var divisor)
                    ? Of(value / divisor) with { IsReal = word == "Float" } : throw Unreadable(text);
        }

        at = close;
        var arguments = new List<SymbolicExpression>();
        while (at < text.Length && text[at] != ')')
        {
            arguments.Add(Read(text, ref at, depth + 1));
            at += at < text.Length && text[at] == ',' ? 1 : 0;
            at += at < text.Length && text[at] == ' ' ? 1 : 0;
        }

        var least = word is "Pow" or "PowByNatural" or "FloorDiv" or "CleanDiv" or "Mod" or "PythonMod" or "IntTrueDiv" or "FloatTrueDiv"
            or "GreaterThan" or "LessThan" or "StrictGreaterThan" or "StrictLessThan" or "Equality" or "Unequality" ? 2 : 1;
        return at++ < text.Length && arguments.Count >= least ? new(word, [.. arguments], null, 0) : throw Unreadable(text);
    }

    private static TorchFileException Unreadable(string text) => new($"the exported program has a size that can not be read: {text}");
}
