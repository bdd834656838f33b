using TorchLite;
using TorchLite.Native;

/// <summary>Compiles a call of every operator that <see cref="Torch.Ops"/> knows: one that does not compile ends the process.</summary>
internal static class OperatorLines
{
    internal static int Run()
    {
        var tensor = Torch.Ones(1);
        var count = 0;
        foreach (var schema in Operators.All)
        {
            // All arguments, those alone that have no default, and None wherever that is taken.
            foreach (var arguments in new[]
            {
                schema.Parameters.Select(parameter => Sample(parameter.Type, tensor)),
                schema.Parameters.TakeWhile(static parameter => !parameter.HasDefault).Select(parameter => Sample(parameter.Type, tensor)),
                schema.Parameters.Select(parameter => parameter.Type.EndsWith('?') ? null : Sample(parameter.Type, tensor)),
            })
            {
                OpArgument?[] given = [.. arguments];
                if (schema.Misfit(given) is { } misfit)
                {
                    // What has no default after what has one.
                    if (misfit.Contains("is missing value", StringComparison.Ordinal))
                    {
                        continue;
                    }

                    Console.WriteLine(misfit);
                    return 1;
                }

                Console.Error.WriteLine(schema);
                Script.Prepare(schema.Line(given));
                count++;
            }
        }

        Console.WriteLine($"{Operators.All.Count()} operators, {count} calls compiled");
        return 0;
    }

    private static OpArgument? Sample(string type, Tensor tensor) => type.TrimEnd('?') switch
    {
        ['G', ..] => null,
        [.. var element, '[', ']'] => OpArgument.Create([Sample(element, tensor), element.EndsWith('?') ? null : Sample(element, tensor)]),
        [.. var element, '[', _, ']'] => Sample(element, tensor),
        "Tensor" => tensor,
        "bool" => true,
        "float" or "Scalar" => 0.5,
        "str" => "none",
        "ScalarType" => DType.Float32,
        "Device" => "cpu",
        _ => 1,
    };
}
