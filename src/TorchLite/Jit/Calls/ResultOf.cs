using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace TorchLite.Jit;

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
        object? converted = default(T) is ITuple tuple ? Fill(RuntimeHelpers.GetObjectValue(tuple), value)
            : Convert(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), value);
        return converted is T result ? result : converted is null && value is null && default(T) is null ? default!
            : throw Otherwise(typeof(T), value);
    }

    // Of the types that results have most often; null where there is none.
    private static object? Convert(Type type, object? value) => value switch
    {
        long number when type == typeof(int) => checked((int)number),
        long number when type == typeof(double) => (double)number,
        double number when type == typeof(float) => (float)number,
        IDictionary named => Named<Tensor>(type, named) ?? Named<long>(type, named) ?? Named<double>(type, named)
            ?? Named<bool>(type, named) ?? Named<string>(type, named),
        IEnumerable list and not (string or Tensor) => List(type, [.. list.Cast<object?>()]),
        _ => null,
    };

    private static object? List(Type type, object?[] items) => type.IsAssignableFrom(typeof(object?[])) ? items
        : Items<Tensor>(type, items) ?? Items<long>(type, items) ?? Items<double>(type, items) ?? Items<bool>(type, items)
            ?? Items<string>(type, items);

    private static object? Items<T>(Type type, object?[] items)
    {
        var isArray = type.IsAssignableFrom(typeof(T[]));
        return (isArray || type == typeof(List<T>)) && Array.TrueForAll(items, static one => one is T)
            ? isArray ? Array.ConvertAll(items, static one => (T)one!) : items.Cast<T>().ToList()
            : null;
    }

    private static object? Named<T>(Type type, IDictionary named)
    {
        var isOrdered = type.IsAssignableFrom(typeof(OrderedDictionary<string, T>));
        if (!isOrdered && type != typeof(Dictionary<string, T>))
        {
            return null;
        }

        IDictionary<string, T> result = isOrdered ? new OrderedDictionary<string, T>(StringComparer.Ordinal)
            : new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (DictionaryEntry one in named)
        {
            if (one is not { Key: string name, Value: T value })
            {
                return null;
            }

            result.Add(name, value);
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
