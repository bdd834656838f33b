using TorchLite.Printing;
using TorchLite.Serialization;

namespace TorchLite.Jit;

/// <summary>Finds the value of each parameter of a method, as Python does.</summary>
internal static class ArgumentBinding
{
    /// <summary>The values in the order of the parameters.</summary>
    /// <param name="method">The method.</param>
    /// <param name="given">Values by place.</param>
    /// <param name="named">Values by name.</param>
    /// <param name="constants">The archive's constants.</param>
    /// <param name="self">The class of the module, for messages; null for a function.</param>
    /// <exception cref="TorchException">They are not those that the method takes.</exception>
    internal static object?[] Bind(
        ScriptSignature method, object?[] given, IReadOnlyDictionary<string, object?> named, object?[] constants, string? self)
    {
        var parameters = method.Parameters;

        // C# spreads an array of tensors over `params`; where the method takes a list first, that is the array.
        if (given.GetType() != typeof(object?[]) && parameters is [{ Type.IsList: true }, ..])
        {
            given = [given];
        }

        if (given.Length > parameters.Length)
        {
            var self1 = self is null ? 0 : 1;
            throw new TorchException($"{method.Name}() expected at most {parameters.Length + self1} argument(s) but received "
                + $"{given.Length + named.Count + self1} argument(s). Declaration: {method.ToSchema(self)}");
        }

        var values = new object?[parameters.Length];
        var used = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var isNamed = named.TryGetValue(parameters[i].Name, out var value);
            if (i < given.Length)
            {
                values[i] = !isNamed ? given[i] : throw new TorchException(
                    $"{method.Name}() got multiple values for argument '{parameters[i].Name}'. Declaration: {method.ToSchema(self)}");
            }
            else if (isNamed)
            {
                values[i] = value;
                used++;
            }
            else
            {
                values[i] = parameters[i].Default is { } text ? Literal(text, constants) : throw new TorchException(
                    $"{method.Name}() is missing value for argument '{parameters[i].Name}'. Declaration: {method.ToSchema(self)}");
            }
        }

        return used == named.Count ? values : throw new TorchException(
            $"Unknown keyword argument '{named.Keys.First(name => !Array.Exists(parameters, one => one.Name == name))}' for operator "
            + $"'{method.Name}'. Schema: {method.ToSchema(self)}");
    }

    /// <summary>The value that a source says: a literal, or a constant of the archive.</summary>
    internal static object? Literal(string text, object?[] constants)
    {
        const string Constant = "CONSTANTS.c";
        if (text.StartsWith(Constant, StringComparison.Ordinal))
        {
            return int.TryParse(text[Constant.Length..], out var place) && place >= 0 && place < constants.Length
                && constants[place] is not PickledTensor ? constants[place]
                : throw new TorchFileException($"the constant {text} of the TorchScript archive can not be read");
        }

        // annotate(Optional[int], None) says a type besides.
        const string Annotated = "annotate(";
        text = text.StartsWith(Annotated, StringComparison.Ordinal) && text.LastIndexOf(", ", StringComparison.Ordinal) is > 0 and var comma
            ? text[(comma + 2)..^1] : text;
        return text switch
        {
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            "nan" => double.NaN,
            _ => PythonLiteral.Parse(text),
        };
    }

    /// <summary>The error of a value that is not of its parameter's type.</summary>
    internal static TorchException WrongType(ScriptSignature method, int place, object? value, string? self)
    {
        var shown = value is Tensor ? "a tensor" : PythonText.Of(value);
        return new TorchException(
            $"{method.Name}() Expected a value of type '{method.Parameters[place].Type}' for argument "
            + $"'{method.Parameters[place].Name}' but "
            + $"instead found type '{PythonType(value)}'.\nPosition: {place + (self is null ? 0 : 1)}\nValue: {shown}\n"
            + $"Declaration: {method.ToSchema(self)}");
    }

    private static string PythonType(object? value) => value switch
    {
        null => "NoneType",
        bool => "bool",
        string => "str",
        Tensor => "Tensor",
        sbyte or byte or short or ushort or int or uint or long => "int",
        double or float => "float",
        System.Numerics.Complex => "complex",
        System.Runtime.CompilerServices.ITuple => "tuple",
        System.Collections.IDictionary => "dict",
        System.Collections.IList => "list",
        _ => value.GetType().Name,
    };
}
