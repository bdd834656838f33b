using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using TorchLite.Jit;

namespace TorchLite.Export;

/// <summary>How the leaves of nested lists, tuples and dictionaries lie in them: PyTorch's <c>TreeSpec</c>.</summary>
/// <param name="Type">Python's type: <c>builtins.tuple</c>; null for a leaf.</param>
/// <param name="Keys">The keys of a dictionary: strings and integers.</param>
/// <param name="Children">The parts.</param>
/// <param name="Path">Where it stands among the arguments of a call, for messages: <c>*args[0]['k']</c>.</param>
internal sealed record TreeSpec(string? Type, object[]? Keys, TreeSpec[] Children, string Path = "")
{
    private const int MostDepth = 100;
    private const string List = "builtins.list";
    private const string Tuple = "builtins.tuple";
    private const string NamedTuples = "collections.namedtuple";

    private static readonly TreeSpec Leaf = new(null, null, []);

    /// <summary>How many leaves there are.</summary>
    internal int Leaves => Type is null ? 1 : Children.Sum(static child => child.Leaves);

    /// <summary>Whether it is a list or a tuple.</summary>
    internal bool IsSequence => Type is List or Tuple;

    /// <summary>The paths of the leaves.</summary>
    internal IEnumerable<string> LeafPaths => Type is null ? [Path] : Children.SelectMany(static child => child.LeafPaths);

    /// <summary>The same at a path.</summary>
    internal TreeSpec At(string path) => this with
    {
        Path = path,
        Children = [.. Children.Select((child, i) => child.At(Keys is null ? $"{path}[{i}]" : $"{path}[{Quoted(Keys[i])}]"))],
    };

    /// <summary>Reads what Python's <c>treespec_dumps</c> wrote.</summary>
    internal static TreeSpec Parse(string text)
    {
        using var json = JsonDocument.Parse(text);
        return Read(json.RootElement[1], 0);
    }

    /// <summary>The leaves of a value that is nested in this way.</summary>
    /// <exception cref="ArgumentException">The value is nested in another way.</exception>
    internal void Flatten(object? value, List<object?> leaves)
    {
        if (Type is null)
        {
            leaves.Add(Plain(value));
            return;
        }

        var items = Keys is null ? Items(value) : Values(value);
        if (items.Length != Children.Length)
        {
            throw Otherwise($"{Python} of {Children.Length}", $"{items.Length} values");
        }

        for (var i = 0; i < items.Length; i++)
        {
            Children[i].Flatten(items[i], leaves);
        }
    }

    /// <summary>Whether a value is nested in this way.</summary>
    internal bool Fits(object? value)
    {
        var leaves = new List<object?>();
        try
        {
            Flatten(value, leaves);
        }
        catch (ArgumentException)
        {
            return false;
        }

        return !leaves.Exists(static leaf => leaf is ITuple or IEnumerable and not (string or Tensor));
    }

    /// <summary>The value of leaves: tuples as arrays, lists as lists, dictionaries in the order of their keys.</summary>
    internal object? Unflatten(ReadOnlySpan<object?> leaves, ref int at)
    {
        if (Type is null)
        {
            return leaves[at++];
        }

        var items = new object?[Children.Length];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = Children[i].Unflatten(leaves, ref at);
        }

        return Keys is not null ? new OrderedDictionary<object, object?>(Keys.Zip(items, KeyValuePair.Create))
            : Type is List ? new List<object?>(items) : items;
    }

    private string Python => Type![(Type!.LastIndexOf('.') + 1)..];

    private static object? Plain(object? value) => value switch
    {
        int or short or byte or sbyte or ushort or uint => Convert.ToInt64(value, null),
        float number => (double)number,
        _ => value,
    };

    private static string Quoted(object key) => key is string text ? $"'{text}'" : $"{key}";

    private ArgumentException Otherwise(string expected, string actual) =>
        new($"the program was exported with a {expected} as {Path}, but got {actual}");

    // Python tells lists from tuples; an array is taken for either.
    private object?[] Items(object? value) => value switch
    {
        object?[] array => array,
        ITuple tuple when Type is not List => tuple.Items(),
        Array array => [.. array.Cast<object?>()],
        Shape shape when Type is not List => [.. shape.Cast<object?>()],
        NamedTuple named when !IsSequence => [.. named],
        IEnumerable list and not (string or Tensor or IDictionary or ITuple or Shape or NamedTuple)
            when Type is not (Tuple or NamedTuples) => [.. list.Cast<object?>()],
        _ => throw Otherwise(Python, Kind(value)),
    };

    private static string Kind(object? value) => value switch
    {
        null => "null",
        ITuple or NamedTuple or Shape => "a tuple",
        IDictionary => "a dict",
        IEnumerable and not (string or Tensor) => "a list",
        _ => $"a {value.GetType().Name}",
    };

    private object?[] Values(object? value)
    {
        if (Keys!.Length == 0 && value is null or IReadOnlyDictionary<string, object?> { Count: 0 })
        {
            return [];
        }

        var found = value switch
        {
            IReadOnlyDictionary<string, Tensor> tensors =>
                tensors.ToDictionary(static pair => (object)pair.Key, static pair => (object?)pair.Value),
            IReadOnlyDictionary<string, object?> values => values.ToDictionary(static pair => (object)pair.Key, static pair => pair.Value),
            IReadOnlyDictionary<object, object?> values => values,
            IDictionary dictionary => dictionary.Keys.Cast<object>().ToDictionary(
                static key => Plain(key)!, key => dictionary[key]),
            _ => throw Otherwise(Python, Kind(value)),
        };
        var missing = Array.FindAll(Keys!, key => !found.ContainsKey(key));
        var others = found.Keys.Where(key => !Keys!.Contains(key)).ToArray();
        return missing.Length + others.Length == 0
            ? Array.ConvertAll(Keys!, key => found[key])
            : throw Otherwise(
                $"{Python} of the keys [{string.Join(", ", Keys!.Select(Quoted))}]",
                $"the keys [{string.Join(", ", found.Keys.Select(Quoted))}]");
    }

    private static TreeSpec Read(JsonElement spec, int depth)
    {
        if (depth > MostDepth)
        {
            throw new TorchFileException("the exported program's arguments are nested too deeply");
        }

        if (spec.GetProperty("type").GetString() is not { } type)
        {
            return Leaf;
        }

        TreeSpec[] children = [.. spec.GetProperty("children_spec").EnumerateArray().Select(child => Read(child, depth + 1))];
        if (type is not ("builtins.dict" or "collections.OrderedDict"))
        {
            // Lists, tuples, named tuples and the like: by place.
            return new(type, null, children);
        }

        using var context = JsonDocument.Parse(ExportJson.Text(spec.GetProperty("context")));
        object[] keys = [.. context.RootElement.EnumerateArray().Select(static object (key) =>
            key.ValueKind == JsonValueKind.Number ? key.GetInt64() : ExportJson.Text(key))];
        return keys.Length == children.Length && keys.Distinct().Count() == keys.Length ? new(type, keys, children)
            : throw new TorchFileException("the exported program has a dictionary whose keys and values differ in number");
    }
}
