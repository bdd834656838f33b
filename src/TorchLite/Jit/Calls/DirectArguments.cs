namespace TorchLite.Jit;

/// <summary>Arguments and results that LibTorchSharp passes as they are.</summary>
internal static class DirectArguments
{
    /// <summary>Adds a value of a type.</summary>
    /// <returns>Whether it is one.</returns>
    internal static bool Add(MethodArguments arguments, object? value, ScriptType type)
    {
        switch (type.Name)
        {
            case "Optional":
                if (value is not null)
                {
                    return Add(arguments, value, type.Of[0]);
                }

                arguments.Add((Tensor?)null);
                return true;
            case "Tensor" when value is Tensor tensor:
                arguments.Add(tensor);
                return true;
            case "int" when ValueWriter.Whole(value) is { } whole:
                arguments.Add((Scalar)whole);
                return true;
            case "float" when ValueWriter.Real(value) is { } real:
                arguments.Add((Scalar)real);
                return true;
            case "bool" when value is bool flag:
                arguments.Add(flag);
                return true;
            case "List" when value is IEnumerable<Tensor> list:
                arguments.Add(list);
                return true;
            case "List" when value is IEnumerable<object?> some && some.All(static one => one is Tensor):
                arguments.Add(some.Cast<Tensor>());
                return true;
            default:
                return false;
        }
    }

    /// <summary>The result of a type.</summary>
    internal static object? Result(Tensor?[] results, ScriptType type) => type.Name switch
    {
        "NoneType" => null,
        "Tuple" => Array.ConvertAll(results, static object? (one) => one),
        "List" => new List<object?>(results),
        _ => results is [var single, ..] ? single : null,
    };
}
