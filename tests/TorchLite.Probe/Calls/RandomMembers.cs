using System.Numerics;
using TorchLite.Probe.Torture;

namespace TorchLite.Probe.Calls;

/// <summary>
/// Calls of the public operations, with arguments that fit, that the sweep of mistakes knows, or that are whatever comes.
/// </summary>
internal sealed class RandomMembers(string? only) : IRandomCalls
{
    // What would change the process for all calls to come, wait for a device, or take any address for memory.
    private static readonly string[] Left =
    [
        "Torch.Set", "Torch.UseDeterministic", "Torch.Printoptions", "Torch.Save", "Torch.Load", "Torch.FromPointer", "Torch.FromDlpack",
        "Torch.FromFile", "Cuda.", "Memory.", "Tensor.PinMemory", "Tensor.FromTorchSharp", "Ops.", "ForwardAd.",
        "Autograd.SetDetectAnomaly",

        // The work grows with the degree, or the number of steps, as far as one asks.
        "Special.LaguerrePolynomialL", "Special.LegendrePolynomialP", "Torch.SvdLowrank", "Torch.PcaLowrank",
    ];

    private readonly Operation[] operations =
    [
        .. Operation.All.Where(static method => !method.IsGenericMethodDefinition && !method.ReturnType.IsByRefLike)
            .Where(static method => !Array.Exists(Left, name => Operation.Describe(method).StartsWith(name, StringComparison.Ordinal)))
            .SelectMany(Operation.Of)
            .Where(operation => only is null || operation.Name.Contains(only, StringComparison.Ordinal))
            .Where(static operation => Array.TrueForAll(operation.Parameters, static parameter => IsKnown(parameter))),
    ];

    internal int Count => operations.Length;

    public (string Text, Action Call) Next(RandomValues values)
    {
        var operation = operations[values.Random.Next(operations.Length)];
        var isMild = values.Random.Next(2) == 0;
        var arguments = Array.ConvertAll(operation.Parameters, parameter => Choose(parameter, values, isMild));
        return (
            $"{operation.Name} of ({string.Join(", ", arguments.Select(static a => a.ToString()))})",
            () => Snapshot.Of(operation.Call(arguments), isVarying: true));
    }

    private static bool IsKnown(Parameter parameter) =>
        Random(parameter.Type, new RandomValues(new Random(1))) is not null || Recipes.For(parameter).Length > 0
        || Nullable.GetUnderlyingType(parameter.Type) is not null;

    private static Recipe Choose(Parameter parameter, RandomValues values, bool isMild)
    {
        var known = Recipes.For(parameter);
        var hasDefault = parameter.Info is { HasDefaultValue: true };
        if (known.Length > 0 && values.Random.Next(hasDefault || isMild ? 2 : 6) == 0)
        {
            return hasDefault && values.Random.Next(2) == 0 ? known[0] : values.Of(known);
        }

        var type = Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type;
        if (values.Random.Next(12) == 0 && Sweep.Wrong.TryGetValue(type, out var wrong) && parameter.Name != "this")
        {
            return wrong[values.Random.Next(wrong.Length)];
        }

        return Random(type, values) ?? (known.Length > 0 ? known[values.Random.Next(known.Length)] : new Recipe("null", static () => null));
    }

    private static Recipe? Random(Type type, RandomValues values)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(Tensor))
        {
            return Of(values.Tensor());
        }

        if (type.IsByRefLike)
        {
            var element = type.GetGenericArguments()[0];
            return element == typeof(long) ? Of(values.LongList())
                : element == typeof(double) ? Of(Many(values, values.Double))
                : element == typeof(Tensor) ? Of(Many(values, values.Tensor))
                : element == typeof(TensorIndex?) ? Of(Many(values, () => Index(values)))
                : null;
        }

        return type switch
        {
            _ when type == typeof(long) => Of(values.Long()),
            _ when type == typeof(int) => Of((int)Math.Clamp(values.Long(), int.MinValue, int.MaxValue)),
            _ when type == typeof(double) => Of(values.Double()),
            _ when type == typeof(float) => Of((float)values.Double()),
            _ when type == typeof(bool) => Of(values.Random.Next(2) == 0),
            _ when type == typeof(Scalar) => Of(values.Scalar()),
            _ when type == typeof(Complex) => Of(new Complex(values.Double(), values.Double())),
            _ when type == typeof(Shape) => Of(new Shape(values.Random.Next(2) == 0 ? values.Shape() : values.LongList())),
            _ when type == typeof(Dims) => Of((Dims)values.LongList()),
            _ when type == typeof(DType) => Of(values.NextDType()),
            _ when type == typeof(Device) => Of((Device)(values.Random.Next(8) == 0 ? "meta" : "cpu")),
            _ when type == typeof(string) => Of(values.Word()),
            _ when type == typeof(TensorIndex) => new Recipe("an index", () => Index(values) ?? TensorIndex.Ellipsis),
            _ => null,
        };
    }

    private static T[] Many<T>(RandomValues values, Func<T> one) =>
        [.. Enumerable.Range(0, values.Random.Next(40) == 0 ? values.Random.Next(200) : values.Random.Next(4)).Select(_ => one())];

    private static TensorIndex? Index(RandomValues values) => values.Random.Next(6) switch
    {
        0 => null,
        1 => "...",
        2 => values.Tensor(),
        3 => values.Random.Next(2) == 0,
        4 => new Range(
            new Index(values.Random.Next(5), values.Random.Next(2) == 0), new Index(values.Random.Next(9), values.Random.Next(2) == 0)),
        _ => values.Long(),
    };

    private static Recipe Of(object value) => new(Text(value), () => value);

    private static string Text(object? value) => value switch
    {
        Tensor tensor => RandomValues.Text(tensor),
        Array { Length: > 20 } array => $"[{array.Length} times {array.GetValue(0)}]",
        Array array => $"[{string.Join(", ", array.Cast<object?>().Select(Text))}]",
        string text => System.Text.Json.JsonSerializer.Serialize(text),
        Dims dims => Text(dims.Values),
        _ => FormattableString.Invariant($"{value}"),
    };
}
