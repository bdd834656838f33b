using System.Numerics;
using System.Runtime.CompilerServices;
using Module = TorchLite.Nn.Module;
using TorchLite.Nn.Utils.Rnn;
using TorchLite.Optim;

namespace TorchLite.Tests.Reference;

/// <summary>How well a Python value fits a C# parameter, and as what; the conversions are those that the C# compiler would make.</summary>
internal static class Conversion
{
    /// <summary>Costs more than any conversion: a number that becomes a tensor.</summary>
    internal const int NumberToTensor = 20;

    /// <summary>The cost, or null where it does not fit. The result is boxed, or an array for a span.</summary>
    internal static int? Convert(object? value, Type type, out object? converted)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        converted = null;
        if (value is null)
        {
            // Python's None is null, or the enumeration's member None.
            if (target.IsEnum && target == type)
            {
                return Enum.TryParse(target, "None", out converted) ? 0 : null;
            }

            return target != type || !type.IsValueType ? 0 : null;
        }

        if (target.IsByRefLike)
        {
            return ConvertList(value, target.GetGenericArguments()[0], out converted);
        }

        (converted, var cost) = (value, target) switch
        {
            (long number, _) when target == typeof(long) => (number, 0),
            (long number, _) when target == typeof(int) => ((int)number, 1),
            (long number, _) when target == typeof(double) => ((double)number, 3),
            (double number, _) when target == typeof(double) => (number, 0),
            (bool truth, _) when target == typeof(bool) => (truth, 0),
            (_, _) when target == typeof(object) => (value, 9),
            (string text, _) when target == typeof(string) => (text, 0),
            (string text, _) when target == typeof(Device) => ((Device)text, 2),
            (string text, _) when target.IsEnum => (Member(target, text), 1),
            (DType or Device or Tensor or Shape or MemoryFormat, _) when target == value.GetType() => (value, 0),
            (Tensor or Module or PackedSequence or Optimizer or Delegate or Array, _) when target.IsInstanceOfType(value) => (value, 0),
            (Shape shape, _) when target == typeof(Dims) => ((Dims)shape.ToArray(), 2),
            (_, _) when target == typeof(Scalar) && ToScalar(value) is { } scalar => (scalar, 2),
            (long or double, _) when target == typeof(NormOrder) => ((NormOrder)System.Convert.ToDouble(value, null), 2),
            (string text, _) when target == typeof(NormOrder) =>
                (text == "fro" ? NormOrder.Fro : text == "nuc" ? NormOrder.Nuc : (object?)null, 1),
            (long dim, _) when target == typeof(Dims) => ((Dims)dim, 1),
            (PythonList list, _) when target == typeof(Dims) && Longs(list) is { } dims => ((Dims)dims, 1),
            (PythonList list, _) when target == typeof(Shape) && Longs(list) is { } sizes => (new Shape(sizes), 1),
            (_, _) when target == typeof(TensorLiteral) && ToLiteral(value) is { } literal => (literal, 3),
            (_, _) when target == typeof(Tensor) && ToScalar(value) is { } number => (ToTensor(number), NumberToTensor),
            (PythonList tuple, _) when target.IsValueType && target.IsAssignableTo(typeof(ITuple)) => (ToTuple(tuple, target), 2),
            (Tensor one, _) when target == typeof(IEnumerable<Tensor>) => (new[] { one }, 2),
            _ => ((object?)null, -1),
        };
        if (cost >= 0)
        {
            return converted is null ? null : cost;
        }

        if (target.IsArray)
        {
            return ConvertList(value, target.GetElementType()!, out converted);
        }

        if (target.IsGenericType && target.GetGenericTypeDefinition() == typeof(IEnumerable<>))
        {
            return ConvertList(value, target.GetGenericArguments()[0], out converted);
        }

        // A structure that is made of a list, [2, 3], or of one item, 2.
        foreach (var maker in target.GetMethods().Where(static method => method.IsStatic && method.Name is "op_Implicit" or "Create"))
        {
            if (maker.ReturnType == target && maker.GetParameters() is [{ ParameterType: var taken }]
                && taken != typeof(TensorLiteral) && Convert(value, taken, out var argument) is { } fit)
            {
                converted = new Binding(maker, [argument], 0).Invoke();
                return fit + 2;
            }
        }

        return null;
    }

    internal static int? ConvertList(object? value, Type element, out object? converted)
    {
        converted = null;
        IReadOnlyList<object?>? items = value switch
        {
            PythonList list => list.Items,
            Shape shape => [.. shape.Select(static size => (object?)size)],
            _ => null,
        };
        if (items is null)
        {
            return null;
        }

        var array = Array.CreateInstance(element, items.Count);
        var total = 2;
        for (var i = 0; i < items.Count; i++)
        {
            if (Convert(items[i], element, out var item) is not { } cost || cost >= NumberToTensor)
            {
                return null;
            }

            array.SetValue(item, i);
            total = Math.Max(total, cost + 2);
        }

        converted = array;
        return total;
    }

    internal static Scalar? ToScalar(object? value) => value switch
    {
        long number => number,
        double number => number,
        bool truth => truth,
        Complex number => number,
        _ => null,
    };

    internal static Tensor ToTensor(Scalar number) => number;

    internal static TensorLiteral? ToLiteral(object? value)
    {
        if (ToScalar(value) is { } scalar)
        {
            return scalar;
        }

        if (value is not PythonList { Items: var items })
        {
            return null;
        }

        var literals = items.Select(ToLiteral).ToArray();
        return literals.All(static literal => literal is not null)
            ? TensorLiteral.Create([.. literals.Select(static literal => literal!.Value)])
            : null;
    }

    /// <summary>What one writes between C#'s brackets for one index.</summary>
    internal static TensorIndex? ToIndex(object? value) => value switch
    {
        null => (TensorIndex?)null,
        long number => number,
        bool truth => truth,
        Tensor tensor => tensor,
        PythonEllipsis => TensorIndex.Ellipsis,
        PythonSlice { Step: null } slice when IsInt(slice.Start) && IsInt(slice.Stop) => Position(slice.Start, 0)..Position(slice.Stop, ^0),
        PythonSlice slice => Torch.Slice(slice.Start, slice.Stop, slice.Step),
        PythonList list => TensorIndex.Create([.. list.Items.Select(static item => ToLiteral(item)!.Value)]),
        _ => throw new NotSupportedException($"no index: {value}"),
    };

    private static bool IsInt(long? number) => number is null or (> int.MinValue and <= int.MaxValue);

    private static Index Position(long? number, Index otherwise) =>
        number is { } given ? given < 0 ? ^(int)-given : (int)given : otherwise;

    private static object? ToTuple(PythonList tuple, Type type)
    {
        var types = type.GetGenericArguments();
        var items = new object?[types.Length];
        return tuple.Items.Count == types.Length
            && types.Index().All(item => Convert(tuple.Items[item.Index], item.Item, out items[item.Index]) is not null)
            ? Activator.CreateInstance(type, items)
            : null;
    }

    private static long[]? Longs(PythonList list) =>
        list.Items.All(static item => item is long) ? [.. list.Items.Select(static item => (long)item!)] : null;

    // "floor" is Floor.
    private static object? Member(Type enumeration, string text) =>
        Enum.TryParse(enumeration, Naming.Words(text), out var member) ? member : null;
}
