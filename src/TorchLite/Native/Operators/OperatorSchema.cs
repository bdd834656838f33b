using System.Globalization;
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
        var parameters = parts.Groups["parameters"].Value;
        IsChecked = !Unchecked().IsMatch(name) && !Overload.EndsWith("out", StringComparison.Ordinal)
            && !Results().IsMatch(parameters) && !parameters.Contains("int? dtype", StringComparison.Ordinal);
        var isKeywordOnly = false;
        var found = new List<Parameter>();

        // What a tensor shares with a result is of no concern here, but whether it is written to: "Tensor(a!)" is "Tensor", and changes.
        foreach (Match one in EachParameter().Matches(Aliases().Replace(Written().Replace(parameters, "!"), "")))
        {
            isKeywordOnly |= one.Value == "*";
            if (one.Value != "*")
            {
                var type = one.Groups["type"].Value;
                found.Add(new(
                    one.Groups["name"].Value, type.Replace("!", "", StringComparison.Ordinal), one.Groups["default"].Success, isKeywordOnly,
                    type.Contains('!'), one.Groups["default"].Value.TrimStart('=')));
            }
        }

        Parameters = [.. found];
    }

    /// <summary>The name without the part before and without overload: <c>add_</c>.</summary>
    internal string Operation => name["aten::".Length..];

    internal string Overload { get; }

    /// <summary>
    /// Whether libtorch, or this library where libtorch does not, looks at the arguments: not so for private operators, for quantized ones
    /// and other libraries', for those that PyTorch's backward calls, and for those that write into tensors they are given.
    /// </summary>
    internal bool IsChecked { get; }

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
            var (parameter, type, hasDefault, _, _, _) = Parameters[i];
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
        line.AppendLiteral((isNumber ? "torch.tensor(torch." : "torch.") + Operation + "(");

        // Named as soon as may be, for the names tell overloads apart; "from" can not be said by name.
        var unnamed = Array.FindLastIndex(Parameters, static parameter => !parameter.IsKeywordOnly && parameter.Name is "self" or "from");
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i]?.Value is OpArgument?[] { Length: > Arguments.MostDims } list && Parameters[i].IsDims)
            {
                throw new TorchException(
                    $"{name}() got {list.Length} values for argument '{Parameters[i].Name}', more than a tensor has dimensions");
            }

            line.AppendLiteral((i > 0 ? ", " : "") + (i > unnamed ? Parameters[i].Name + "=" : ""));
            OperatorValue.Append(line, Parameters[i].Type, arguments[i]);
        }

        line.AppendLiteral(isNumber ? "))" : ")");
        return line;
    }

    // A tensor to write into, which has to be named.
    [GeneratedRegex(@"\*,.*\([a-z]!\)")]
    private static partial Regex Results();

    [GeneratedRegex(
        "^aten::(_|quantized|fake_quantize|fused|fbgemm|mkldnn|cudnn|miopen|slow_conv|thnn_|conv_depthwise3d|convolution_overrideable|"
        + "lstm|gru|rnn_|native_|choose_qparams|batch_norm_(stats|elemt|gather|update))|_forward$|backward|mkldnn|to_padded")]
    private static partial Regex Unchecked();

    [GeneratedRegex(@"^(?<name>[^(.]+)(\.(?<overload>\w+))?\((?<parameters>.*)\) -> (?<results>.*)$")]
    private static partial Regex Declaration();

    [GeneratedRegex("""\*(?=,)|(?<type>[^\s,*]\S*) (?<name>\w+)(?<default>=(\[[^]]*\]|"[^"]*"|[^,]*))?""")]
    private static partial Regex EachParameter();

    [GeneratedRegex(@"\([a-z]!( -> [^)]*)?\)")]
    private static partial Regex Written();

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Aliases();

    internal sealed record Parameter(string Name, string Type, bool HasDefault, bool IsKeywordOnly, bool IsWritten, string DefaultText)
    {
        /// <summary>What is meant where it is not given.</summary>
        internal OpArgument? Default => ValueOf(DefaultText) is var value
            && Type.TrimEnd('?') == "ScalarType" && value?.Value is Scalar code
            ? new DType((int)code) : value;

        /// <summary>Whether it is a list of integers with one for each dimension.</summary>
        internal bool IsDims =>
            Type.Contains("nt[", StringComparison.Ordinal) && Name is not ("split_sizes" or "split_size" or "indices" or "data" or "t");

        private static OpArgument? ValueOf(string text) => text switch
        {
            "" or "None" => null,
            "True" => true,
            "False" => false,
            "contiguous_format" => 0,
            "Mean" => 1,
            ['[', .. var items, ']'] =>
                OpArgument.Create([.. items.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(static item => ValueOf(item.Trim()))]),
            ['"', .. var words, '"'] => words,
            _ => long.TryParse(text, CultureInfo.InvariantCulture, out var number)
                ? (OpArgument)number : double.Parse(text, CultureInfo.InvariantCulture),
        };
    }
}
