using System.Text.RegularExpressions;

namespace TorchLite.Native;

/// <summary>One overload of an ATen operator: whether arguments fit it, and the line that calls it.</summary>
internal sealed partial class OperatorSchema
{
    private readonly string declaration;
    private readonly string name;
    private readonly string results;

    /// <summary>Reads a declaration, such as <c>aten::add.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor</c>.</summary>
    internal OperatorSchema(string declaration)
    {
        this.declaration = declaration;
        var parts = Declaration().Match(declaration);
        name = parts.Groups["name"].Value;
        Overload = parts.Groups["overload"].Value;
        results = parts.Groups["results"].Value;
        var isKeywordOnly = false;
        var found = new List<Parameter>();

        // What a tensor shares with a result is of no concern here: "Tensor(a!)" is "Tensor".
        foreach (Match one in EachParameter().Matches(Aliases().Replace(parts.Groups["parameters"].Value, "")))
        {
            isKeywordOnly |= one.Value == "*";
            if (one.Value != "*")
            {
                found.Add(new(one.Groups["name"].Value, one.Groups["type"].Value, one.Groups["default"].Success, isKeywordOnly));
            }
        }

        Parameters = [.. found];
    }

    internal string Overload { get; }

    internal Parameter[] Parameters { get; }

    internal bool IsSingle => !results.StartsWith('(') && !results.StartsWith("Tensor[]", StringComparison.Ordinal);

    public override string ToString() => declaration;

    /// <summary>Null, or what PyTorch says of arguments that do not fit.</summary>
    internal string? Misfit(ReadOnlySpan<OpArgument?> arguments)
    {
        if (arguments.Length > Parameters.Length)
        {
            return $"{name}() expected at most {Parameters.Length} argument(s) but received {arguments.Length} argument(s). "
                + $"Declaration: {declaration}";
        }

        for (var i = 0; i < Parameters.Length; i++)
        {
            var (parameter, type, hasDefault, _) = Parameters[i];
            if (i >= arguments.Length && !hasDefault)
            {
                return $"{name}() is missing value for argument '{parameter}'. Declaration: {declaration}";
            }

            if (i < arguments.Length && !OperatorValue.Fits(type, arguments[i]))
            {
                return $"{name}() Expected a value of type '{OperatorValue.Title(type)}' for argument '{parameter}' "
                    + $"but instead found type '{arguments[i]?.PythonType ?? "NoneType"}'.\nPosition: {i}\nDeclaration: {declaration}";
            }
        }

        return null;
    }

    /// <summary>The call with arguments that fit.</summary>
    internal ScriptLine Line(ReadOnlySpan<OpArgument?> arguments)
    {
        var line = new ScriptLine(declaration.Length, arguments.Length) { IsStatement = results == "()" };
        var isNumber = !results.Contains("Tensor", StringComparison.Ordinal) && !line.IsStatement;
        line.AppendLiteral((isNumber ? "torch.tensor(torch." : "torch.") + name["aten::".Length..] + "(");

        // Named as soon as may be, for the names tell overloads apart; "from" can not be said by name.
        var unnamed = Array.FindLastIndex(Parameters, static parameter => !parameter.IsKeywordOnly && parameter.Name is "self" or "from");
        for (var i = 0; i < arguments.Length; i++)
        {
            line.AppendLiteral((i > 0 ? ", " : "") + (i > unnamed ? Parameters[i].Name + "=" : ""));
            OperatorValue.Append(line, Parameters[i].Type, arguments[i]);
        }

        line.AppendLiteral(isNumber ? "))" : ")");
        return line;
    }

    [GeneratedRegex(@"^(?<name>[^(.]+)(\.(?<overload>\w+))?\((?<parameters>.*)\) -> (?<results>.*)$")]
    private static partial Regex Declaration();

    [GeneratedRegex("""\*(?=,)|(?<type>[^\s,*]\S*) (?<name>\w+)(?<default>=(\[[^]]*\]|"[^"]*"|[^,]*))?""")]
    private static partial Regex EachParameter();

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Aliases();

    internal sealed record Parameter(string Name, string Type, bool HasDefault, bool IsKeywordOnly);
}
