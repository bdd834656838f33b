using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace TorchLite.Export;

/// <summary>What a model gives as the type that its user named: tuples, arrays and dictionaries instead of objects.</summary>
internal static class ResultOf
{
    /// <summary>The value as a type.</summary>
    /// <exception cref="InvalidCastException">The value is another.</exception>
    internal static T As<T>(object? value)
    {
        if (value is T typed)
        {
            return typed;
        }

        // A boxed copy, into which the parts of a tuple are written.
        object? converted = default(T) is ITuple tuple ? Fill(RuntimeHelpers.GetObjectValue(tuple), value) : Convert(typeof(T), value);
        return converted is T result ? result : converted is null && value is null && default(T) is null ? default!
            : throw Otherwise(typeof(T), value);
    }

    /// <summary>The parts of a tuple.</summary>
    /// <exception cref="ArgumentException">There are not so many.</exception>
    internal static object?[] Items(object? value, int count) => value is ITuple tuple && tuple.Length == count
        ? [.. Enumerable.Range(0, count).Select(i => tuple[i])]
        : throw new ArgumentException($"the program takes {count} arguments, but got {(value as ITuple)?.Length ?? 0}");

    /// <summary>Arguments by their names.</summary>
    internal static IReadOnlyDictionary<string, object?> Dictionary(object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> named => named,
        IReadOnlyDictionary<string, Tensor> tensors =>
            tensors.ToDictionary(static one => one.Key, static one => (object?)one.Value, StringComparer.Ordinal),
        _ => throw new ArgumentException(
            $"the program takes its arguments by name, in a dictionary, but got {(value is null ? "null" : $"a {value.GetType().Name}")}"),
    };

    // Of the types that results have most often; null where there is none.
    private static object? Convert(Type type, object? value) => value switch
    {
        long number when type == typeof(int) => checked((int)number),
        long number when type == typeof(double) => (double)number,
        double number when type == typeof(float) => (float)number,
        IDictionary named when type.IsAssignableFrom(typeof(OrderedDictionary<string, Tensor>)) => Tensors(named),
        IEnumerable list and not (string or Tensor or IDictionary) => List(type, [.. list.Cast<object?>()]),
        _ => null,
    };

    private static object? List(Type type, object?[] items)
    {
        if (type.IsAssignableFrom(typeof(object?[])))
        {
            return items;
        }

        var isArray = type.IsAssignableFrom(typeof(Tensor[]));
        return (isArray || type == typeof(List<Tensor>)) && Array.TrueForAll(items, static one => one is Tensor)
            ? isArray ? Array.ConvertAll(items, static one => (Tensor)one!) : items.Cast<Tensor>().ToList()
            : null;
    }

    private static OrderedDictionary<string, Tensor>? Tensors(IDictionary named)
    {
        var result = new OrderedDictionary<string, Tensor>(StringComparer.Ordinal);
        foreach (var key in named.Keys)
        {
            if (key is not string name || named[key] is not Tensor tensor)
            {
                return null;
            }

            result.Add(name, tensor);
        }

        return result;
    }

    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicFields, typeof(ValueTuple<>))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicFields, typeof(ValueTuple<,>))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicFields, typeof(ValueTuple<,,>))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicFields, typeof(ValueTuple<,,,>))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicFields, typeof(ValueTuple<,,,,>))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicFields, typeof(ValueTuple<,,,,,>))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicFields, typeof(ValueTuple<,,,,,,>))]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "The fields of tuples of up to seven are kept.")]
    private static object? Fill(object tuple, object? value)
    {
        const int Most = 7;
        object?[] items = value is IEnumerable list and not (string or Tensor or IDictionary) ? [.. list.Cast<object?>()] : [];
        var length = ((ITuple)tuple).Length;
        if (items.Length != length || length > Most)
        {
            return null;
        }

        for (var i = 0; i < length; i++)
        {
            var field = tuple.GetType().GetField(string.Create(CultureInfo.InvariantCulture, $"Item{i + 1}"))!;
            var item = field.FieldType.IsInstanceOfType(items[i]) ? items[i]
                : field.GetValue(tuple) is ITuple inner ? Fill(inner, items[i]) : Convert(field.FieldType, items[i]);
            if (item is null && (items[i] is not null || field.FieldType.IsValueType))
            {
                return null;
            }

            field.SetValue(tuple, item);
        }

        return tuple;
    }

    private static InvalidCastException Otherwise(Type type, object? value) =>
        new($"the model returns {Description(value)}, not a {Name(type)}");

    private static string Description(object? value) => value switch
    {
        null => "null",
        IDictionary named => $"a dictionary of {{{string.Join(", ", named.Keys.Cast<object>())}}}",
        object?[] tuple => $"({string.Join(", ", tuple.Select(Description))})",
        IList list => $"[{string.Join(", ", list.Cast<object?>().Select(Description))}]",
        _ => $"a {value.GetType().Name}",
    };

    private static string Name(Type type) => type.IsGenericType
        ? type.IsAssignableTo(typeof(ITuple)) ? $"({string.Join(", ", type.GetGenericArguments().Select(Name))})"
            : $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}
