namespace TorchLite.Native;

/// <summary>The values of an operator's parameters, by the type in its declaration: <c>Tensor</c>, <c>int[2]</c>, <c>Scalar?</c>.</summary>
internal static class OperatorValue
{
    /// <summary>Whether an argument is of the type.</summary>
    internal static bool Fits(string type, OpArgument? argument)
    {
        if (argument is not { } given)
        {
            return type.EndsWith('?');
        }

        type = type.TrimEnd('?');
        if (Element(type) is { } element)
        {
            return given.Value is OpArgument?[] items ? items.All(item => Fits(element, item)) : Count(type) > 0 && Fits(element, argument);
        }

        var kind = (given.Value as Scalar?)?.Kind;
        return type switch
        {
            "Tensor" => given.Value is Tensor,
            "int" or "SymInt" => kind is ScalarKind.Integer or ScalarKind.Boolean or ScalarKind.Unsigned,

            // libtorch's numbers; what it does not know it reads as whatever comes, or calls itself without end.
            // Of the layouts those that need no tensors of another kind.
            "Layout" => kind is ScalarKind.Integer && (long)(Scalar)given.Value is 0 or 1,
            "MemoryFormat" => kind is ScalarKind.Integer && (long)(Scalar)given.Value is >= 0 and <= 3,
            "bool" => kind is ScalarKind.Boolean or ScalarKind.Integer or ScalarKind.Unsigned,
            "float" => kind is not (null or ScalarKind.Complex),
            "Scalar" => kind is not null,
            "str" => given.Value is string,
            "ScalarType" => given.Value is DType,
            "Device" => given.Value is Device or string,
            _ => false,
        };
    }

    /// <summary>What PyTorch calls the type.</summary>
    internal static string Title(string type) => type switch
    {
        [.. var optional, '?'] => $"Optional[{Title(optional)}]",
        _ when Element(type) is { } element => $"List[{Title(element)}]",
        "SymInt" or "ScalarType" or "Layout" or "MemoryFormat" => "int",
        "Scalar" => "number",
        _ => type,
    };

    /// <summary>Writes an argument that fits.</summary>
    internal static void Append(ScriptLine line, string type, OpArgument? argument)
    {
        var isOptional = type.EndsWith('?');
        type = type.TrimEnd('?');
        if (argument is not { } given)
        {
            if (type == "Tensor")
            {
                line.AppendFormatted((Tensor?)null, format: "optional");
            }
            else
            {
                line.AppendLiteral("None");
            }
        }
        else if (Element(type) is { } element)
        {
            AppendList(line, element, given.Value as OpArgument?[] ?? [.. Enumerable.Repeat(argument, Count(type))]);
        }
        else if (type == "Tensor" && isOptional)
        {
            line.AppendFormatted((Tensor)given.Value, "optional");
        }
        else
        {
            AppendOne(line, type, given.Value);
        }
    }

    private static void AppendList(ScriptLine line, string element, OpArgument?[] items)
    {
        if (element == "Tensor")
        {
            line.AppendFormatted(Array.ConvertAll(items, static item => (Tensor)item!.Value.Value));
            return;
        }

        var numbers = items.Length > ScriptLine.LongestList ? Array.ConvertAll(items, static item => item?.Value as Scalar?) : [];
        switch (element)
        {
            case "int" or "SymInt" when numbers.Length > 0:
                line.AppendFormatted(Array.ConvertAll(numbers, static number => (long)number!.Value));
                break;
            case "float" when numbers.Length > 0:
                line.AppendFormatted(numbers.Select(static number => (double)number!.Value));
                break;
            default:
                if (items.Length > ScriptLine.MostItems)
                {
                    throw new TorchException(
                        $"a list of {items.Length} {Title(element)} values is too long; at most {ScriptLine.MostItems} are passed");
                }

                line.AppendList(element == "Scalar" ? "number" : Title(element), items, item => Append(line, element, item));
                break;
        }
    }

    private static void AppendOne(ScriptLine line, string type, object value)
    {
        switch (type)
        {
            case "Tensor":
                line.AppendFormatted((Tensor)value);
                break;
            case "bool":
                line.AppendFormatted((bool)(Scalar)value);
                break;
            case "float":
                line.AppendFormatted((double)(Scalar)value);
                break;
            case "Scalar" when ((Scalar)value).Kind == ScalarKind.Boolean:
                // TorchScript makes an integer of a literal.
                line.AppendFormatted(Torch.Tensor((bool)(Scalar)value, device: default(Device)));
                line.AppendLiteral(".item()");
                break;
            case "Scalar":
                line.AppendFormatted((Scalar)value);
                break;
            case "str":
                line.AppendFormatted((string)value);
                break;
            case "ScalarType":
                line.AppendFormatted((DType?)(DType)value);
                break;
            case "Device":
                line.AppendFormatted((Device?)(value as Device? ?? (string)value));
                break;
            default:
                line.AppendFormatted((long)(Scalar)value);
                break;
        }
    }

    /// <summary>The type of a list's elements, or null.</summary>
    private static string? Element(string type) => type.EndsWith(']') ? type[..type.LastIndexOf('[')] : null;

    /// <summary>How often a single value may stand for a list: "int[2]" takes a number for both.</summary>
    private static int Count(string type) => int.TryParse(type.AsSpan(type.LastIndexOf('[') + 1).TrimEnd(']'), out var count) ? count : 0;
}
