using System.Numerics;
using System.Reflection;

namespace TorchLite.Tests.Reference;

/// <summary>
/// Turns a Python value into what a C# parameter takes, as a C# program would write it, and says how far that is: the overload with the
/// nearest arguments is the one that the C# compiler would choose.
/// </summary>
internal static class PythonArgument
{
    private const int Never = int.MaxValue;

    /// <summary>The converted value and its distance, or null where a C# program could not pass it.</summary>
    public static (object? Value, int Distance)? Convert(object? value, Type type)
    {
        if (value is null)
        {
            return type.IsValueType && Nullable.GetUnderlyingType(type) is null ? null : (null, 0);
        }

        if (IsSpan(type, out var element))
        {
            return value is PythonList list ? Array(list, element) : null;
        }

        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsInstanceOfType(value))
        {
            return (value, 0);
        }

        return value switch
        {
            bool truth => Number(truth, type, Distance(type, nearest: typeof(bool))),
            long whole => Number(whole, type, Distance(type, nearest: typeof(long))),
            double real => Number(real, type, Distance(type, nearest: typeof(double))),
            Complex complex => Number(complex, type, Distance(type, nearest: typeof(Complex))),
            string text => Text(text, type),
            Shape shape => Convert(new PythonList([.. shape.Select(size => (object)size)], false), type),
            PythonList list => List(list, type),
            PythonSlice slice when type == typeof(TensorIndex) => (Torch.Slice(slice.Start, slice.Stop, slice.Step), 0),
            PythonEllipsis when type == typeof(TensorIndex) => (TensorIndex.Ellipsis, 0),
            Tensor when type == typeof(TensorIndex) => Implicit(value, type, 1),
            _ => null,
        };
    }

    public static bool IsSpan(Type type, out Type element)
    {
        var isSpan = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ReadOnlySpan<>);
        element = isSpan ? type.GetGenericArguments()[0] : type;
        return isSpan;
    }

    private static int Distance(Type type, Type nearest) =>
        type == nearest ? 0
        : type == typeof(int) && nearest == typeof(long) ? 1
        : type == typeof(double) && nearest == typeof(long) ? 4
        : type == typeof(Scalar) ? 2
        : type == typeof(Dims) && nearest == typeof(long) ? 3
        : type == typeof(TensorIndex) || type == typeof(TensorLiteral) ? 3
        : type == typeof(Tensor) ? 5
        : type == typeof(object) ? 9
        : Never;

    private static (object? Value, int Distance)? Number(object number, Type type, int distance) =>
        distance == Never ? null
        : type == number.GetType() || type == typeof(object) ? (number, distance)
        : type == typeof(int) ? (checked((int)(long)number), distance)
        : type == typeof(double) ? ((double)(long)number, distance)
        : Implicit(number, type, distance);

    private static (object? Value, int Distance)? Text(string text, Type type) =>
        type.IsEnum ? (Enum.Parse(type, PythonName.ToPascal(text)), 1)
        : type == typeof(Device) ? (new Device(text), 2)
        : type == typeof(TensorIndex) ? Implicit(text, type, 2)
        : null;

    private static (object? Value, int Distance)? List(PythonList list, Type type)
    {
        if (type == typeof(Shape) || type == typeof(Dims))
        {
            return Array(list, typeof(long)) is { } made ? Implicit(made.Value!, type, type == typeof(Dims) ? 1 : 2) : null;
        }

        if (type == typeof(TensorLiteral))
        {
            return Array(list, typeof(TensorLiteral)) is { } items ? (TensorLiteral.Create((TensorLiteral[])items.Value!), 3) : null;
        }

        if (type == typeof(TensorIndex))
        {
            return Array(list, typeof(TensorLiteral)) is { } items ? (TensorIndex.Create((TensorLiteral[])items.Value!), 3) : null;
        }

        if (type.IsArray)
        {
            return Array(list, type.GetElementType()!);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() is { } generic
            && (generic == typeof(IEnumerable<>) || generic == typeof(IReadOnlyList<>)))
        {
            return Array(list, type.GetGenericArguments()[0]);
        }

        return type.IsGenericType && type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal) ? Tuple(list, type) : null;
    }

    private static (object? Value, int Distance)? Array(PythonList list, Type element)
    {
        var array = System.Array.CreateInstance(element, list.Items.Count);
        var total = 1;
        for (var i = 0; i < array.Length; i++)
        {
            if (Convert(list.Items[i], element) is not var (value, distance))
            {
                return null;
            }

            array.SetValue(value, i);
            total += distance;
        }

        return (array, total);
    }

    private static (object? Value, int Distance)? Tuple(PythonList list, Type type)
    {
        var types = type.GetGenericArguments();
        if (types.Length != list.Items.Count)
        {
            return null;
        }

        var items = types.Select((item, i) => Convert(list.Items[i], item)).ToArray();
        return items.Contains(null) ? null : (Activator.CreateInstance(type, [.. items.Select(item => item!.Value.Value)]), 1);
    }

    private static (object? Value, int Distance)? Implicit(object value, Type type, int distance) =>
        type.GetMethod("op_Implicit", BindingFlags.Public | BindingFlags.Static, [value.GetType()]) is { } conversion
            ? (conversion.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [value], null), distance)
            : null;
}
