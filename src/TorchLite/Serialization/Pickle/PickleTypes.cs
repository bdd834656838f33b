using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchLite.Serialization;

/// <summary>What a collection of .NET's is in Python.</summary>
internal enum PickleKind
{
    None, Bytes, Tuple, Dict, Set, List,
}

/// <summary>What Python has for a .NET type: by what the type is, and not by what it happens to convert to.</summary>
internal static class PickleTypes
{
    private static readonly Type[] Sets =
        [typeof(HashSet<>), typeof(SortedSet<>), typeof(ImmutableHashSet<>), typeof(ImmutableSortedSet<>), typeof(FrozenSet<>)];

    /// <summary>What a value that is no number, no text and none of TorchLite's own types becomes.</summary>
    /// <remarks>
    /// Of arrays only <c>object[]</c> is a tuple, whose items are of any types; the runtime takes a <c>string[]</c> for one, and an
    /// <c>sbyte[]</c> for a <c>byte[]</c>.
    /// </remarks>
    internal static PickleKind KindOf(object value)
    {
        var type = value.GetType();
        return type == typeof(byte[]) ? PickleKind.Bytes
            : type == typeof(object[]) || value is ITuple ? PickleKind.Tuple
            : IsA(type, typeof(IDictionary<,>), typeof(IReadOnlyDictionary<,>)) || value is IDictionary ? PickleKind.Dict
            : IsSet(type) || IsA(type, typeof(ISet<>), typeof(IReadOnlySet<>)) ? PickleKind.Set
            : value is IList || IsA(type, typeof(IList<>), typeof(IReadOnlyList<>)) ? PickleKind.List
            : IsPair(type) || value is DictionaryEntry ? PickleKind.Tuple
            : PickleKind.None;
    }

    /// <summary>The keys and values of a dictionary of any types, in its order.</summary>
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof(KeyValuePair<,>))]
    internal static List<KeyValuePair<object?, object?>> Pairs(object value) => value switch
    {
        IEnumerable<KeyValuePair<string, Tensor>> tensors => [.. tensors.Select(static pair => Pair(pair.Key, pair.Value))],
        IDictionary dictionary => [.. dictionary.Keys.Cast<object?>().Select(key => Pair(key, dictionary[key!]))],
        _ => [.. ((IEnumerable)value).Cast<object>().Select(PairOf)],
    };

    /// <summary>The items of a tuple.</summary>
    internal static object?[] Items(object value) => value switch
    {
        ITuple tuple => tuple.Items(),
        object?[] items => items,
        _ => PairOf(value) is var (key, item) ? [key, item] : [],
    };

    /// <summary>The items of a list; those of an array of several dimensions are lists themselves.</summary>
    internal static IReadOnlyCollection<object?> Rows(object value) => value is Array { Rank: > 1 } array
        ? Nested(array, new int[array.Rank], 0)
        : [.. ((IEnumerable)value).Cast<object?>()];

    /// <summary>That Python can have keys like these, and each of its own: to Python 1, 1.0 and True are one.</summary>
    /// <exception cref="TorchTypeException">A key is a list, a dict or a set.</exception>
    /// <exception cref="TorchValueException">Two of them are the same.</exception>
    internal static void CheckKeys(IEnumerable<object?> keys)
    {
        var known = new HashSet<object>();
        foreach (var key in keys)
        {
            CheckHashable(key, 0);
            if (key is not string && Whole(key) is var whole && !known.Add(whole ?? key ?? DBNull.Value))
            {
                throw new TorchValueException($"two keys are the same to Python: {key ?? "None"}");
            }
        }
    }

    /// <summary>The integer that a value is to Python, also where it is written as another type; null where it is none.</summary>
    internal static BigInteger? Whole(object? value) => value switch
    {
        bool truth => truth ? 1 : 0,
        byte or sbyte or short or ushort or int or uint or long => Convert.ToInt64(value, null),
        ulong number => number,
        nint number => number,
        nuint number => number,
        Int128 number => number,
        UInt128 number => number,
        BigInteger number => number,
        Half or float or double when Convert.ToDouble(value is Half half ? (double)half : value, null) is var real
            && double.IsInteger(real) => new BigInteger(real),
        _ => null,
    };

    /// <summary>That a type has no counterpart, and what to do.</summary>
    internal static TorchTypeException Refused(object value) => new(
        $"can't pickle {value.GetType()}: torch.save takes tensors, numbers, texts, dictionaries, lists, tuples and sets. "
        + value switch
        {
            Enum => "Cast it to its number, or save its name: ToString().",
            decimal => "Cast it to double, or save it as a text: ToString(CultureInfo.InvariantCulture).",
            char => "Save it as a text: ToString().",
            DateTime or DateTimeOffset or DateOnly or TimeOnly => "Save it as a text: ToString(\"O\").",
            TimeSpan => "Save its TotalSeconds.",
            Guid or Uri or Version => "Save it as a text: ToString().",
            IEnumerable => "Save a list of its items: ToList().",
            _ when value.GetType() is { IsGenericType: true } type && (type.GetGenericTypeDefinition() == typeof(Memory<>)
                || type.GetGenericTypeDefinition() == typeof(ReadOnlyMemory<>)) => "Save an array of its items: ToArray().",
            _ => "Save a dictionary of its properties.",
        });

    private static void CheckHashable(object? key, int depth)
    {
        if (key is null or string or Tensor or Shape or DType or Device)
        {
            return;
        }

        if (KindOf(key) == PickleKind.Tuple)
        {
            // What is deeper can not be saved, and what holds itself would never end.
            foreach (var item in depth < Pickler.Deepest ? Items(key) : [])
            {
                CheckHashable(item, depth + 1);
            }
        }
        else if (KindOf(key) is var kind and (PickleKind.List or PickleKind.Dict or PickleKind.Set))
        {
            throw new TorchTypeException(
                $"unhashable type: '{(kind == PickleKind.List ? "list" : kind == PickleKind.Dict ? "dict" : "set")}'");
        }
    }

    private static List<object?> Nested(Array array, int[] index, int dim)
    {
        var list = new List<object?>(array.GetLength(dim));
        for (var i = array.GetLowerBound(dim); i <= array.GetUpperBound(dim); i++)
        {
            index[dim] = i;
            list.Add(dim == array.Rank - 1 ? array.GetValue(index) : Nested(array, index, dim + 1));
        }

        return list;
    }

    private static bool IsPair(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    private static KeyValuePair<object?, object?> Pair(object? key, object? value) => new(key, value);

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Pairs depends on the properties of KeyValuePair.")]
    private static KeyValuePair<object?, object?> PairOf(object pair) => pair is DictionaryEntry entry
        ? Pair(entry.Key, entry.Value)
        : Pair(pair.GetType().GetProperty("Key")!.GetValue(pair), pair.GetType().GetProperty("Value")!.GetValue(pair));

    /// <summary>Whether it is one of .NET's own sets, which forget their interfaces where code is compiled ahead of time.</summary>
    private static bool IsSet(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && Sets.Contains(type.GetGenericTypeDefinition()))
            {
                return true;
            }
        }

        return false;
    }

    [UnconditionalSuppressMessage(
        "Trimming", "IL2070", Justification = ".NET's own collections are known without; what is not found is refused with advice.")]
    private static bool IsA(Type type, params ReadOnlySpan<Type> interfaces)
    {
        foreach (var implemented in type.GetInterfaces())
        {
            if (implemented.IsGenericType && interfaces.Contains(implemented.GetGenericTypeDefinition()))
            {
                return true;
            }
        }

        return false;
    }
}
