using TorchLite.Native;

namespace TorchLite.Probe.Calls;

/// <summary>Calls of the operators of <see cref="Torch.Ops"/> with arguments that are right in their types only.</summary>
internal sealed class RandomOperators(string? only) : IRandomCalls
{
    // The work grows with the degree, as far as one asks; a file is made where one names it.
    private static readonly string[] Left = ["special_laguerre_polynomial_l", "special_legendre_polynomial_p", "from_file"];

    private readonly OperatorSchema[] operators =
    [
        .. Operators.All.Where(schema => schema.IsChecked && !Left.Contains(schema.Operation)
            && (only is null || schema.ToString().Contains(only, StringComparison.Ordinal))),
    ];

    public (string Text, Action Call) Next(RandomValues values)
    {
        var schema = operators[values.Random.Next(operators.Length)];
        var count = schema.Parameters.Length;
        while (count > 0 && schema.Parameters[count - 1].HasDefault && values.Random.Next(3) > 0)
        {
            count--;
        }

        OpArgument?[] arguments =
            [.. schema.Parameters.Take(count).Select(parameter => Value(parameter.Type, parameter.HasDefault, values))];
        var declaration = schema.ToString();
        var name = schema.Overload is "" ? declaration[..declaration.IndexOf('(', StringComparison.Ordinal)] + ".default"
            : declaration[..declaration.IndexOf('(', StringComparison.Ordinal)];
        return ($"{name}({string.Join(", ", arguments.Select(Text))})", () => Torch.Ops.CallSeveral(name, arguments));
    }

    private static OpArgument? Value(string type, bool hasDefault, RandomValues values)
    {
        if (type.EndsWith('?') && values.Random.Next(hasDefault ? 2 : 3) == 0)
        {
            return null;
        }

        return type.TrimEnd('?') switch
        {
            ['G', ..] => null,
            "int[]" or "SymInt[]" => (Shape)values.LongList(),
            [.. var element, '[', ']'] => List(element, values.Random.Next(4), values),
            [.. var element, '[', var size, ']'] =>
                List(element, values.Random.Next(5) == 0 ? values.Random.Next(5) : size - '0', values),
            "Tensor" => values.Tensor(),
            "bool" => values.Random.Next(2) == 0,
            "float" => values.Double(),
            "Scalar" => values.Scalar(),
            "str" => values.Word(),
            "ScalarType" => values.NextDType(),
            "Device" => values.Random.Next(8) == 0 ? "meta" : "cpu",
            "Layout" or "MemoryFormat" => values.Random.Next(5),
            _ => values.Long(),
        };
    }

    private static OpArgument List(string element, int count, RandomValues values) =>
        OpArgument.Create([.. Enumerable.Range(0, count).Select(_ => Value(element, hasDefault: true, values))]);

    private static string Text(OpArgument? argument) => argument?.Value switch
    {
        null => "None",
        Tensor tensor => RandomValues.Text(tensor),
        OpArgument?[] { Length: > 20 } list => $"[{list.Length} times {Text(list[0])}]",
        OpArgument?[] list => $"[{string.Join(", ", list.Select(Text))}]",
        string text => System.Text.Json.JsonSerializer.Serialize(text),
        var other => other.ToString()!,
    };
}
