using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Numerics;

namespace TorchLite.Tests.Serialization;

/// <summary>.NET values of every type that can be saved, and what each is in Python: written as it is loaded.</summary>
internal static class PickledTypes
{
    private static readonly Tensor One = Torch.Ones(1);

    public static IReadOnlyList<(string Name, object? Value, object? InPython)> All { get; } =
    [
        // Numbers.
        ("null", null, null), ("DBNull", DBNull.Value, null), ("bool", true, true), ("byte", (byte)200, 200L), ("sbyte", (sbyte)-5, -5L),
        ("short", short.MinValue, -32768L), ("ushort", ushort.MaxValue, 65535L), ("int", int.MaxValue, 2147483647L),
        ("uint", uint.MaxValue, 4294967295L), ("long", long.MinValue, long.MinValue),
        ("ulong", ulong.MaxValue, new BigInteger(ulong.MaxValue)), ("nint", (nint)(-7), -7L), ("nuint", (nuint)7, 7L),
        ("Int128", Int128.MinValue, (BigInteger)Int128.MinValue), ("UInt128", UInt128.MaxValue, (BigInteger)UInt128.MaxValue),
        ("BigInteger", BigInteger.Pow(3, 200), BigInteger.Pow(3, 200)), ("small BigInteger", new BigInteger(5), 5L),
        ("Half", (Half)0.1, (double)(Half)0.1), ("float", 0.1f, (double)0.1f), ("double", -0.0, -0.0),
        ("Complex", new Complex(1, -2), new Complex(1, -2)), ("Scalar", (Scalar)2.5, 2.5),

        // Texts, and TorchLite's own.
        ("string", "ä\U0001F600", "ä\U0001F600"), ("half a pair", "a\ud800b\udfff", "a\ud800b\udfff"),
        ("Shape", new Shape(2, 3), new Shape(2, 3)),
        ("DType", DType.Float8E4m3fn, DType.Float8E4m3fn), ("Device", new Device("cuda:1"), new Device("cuda:1")),
        ("Layout", Layout.SparseCsr, Layout.SparseCsr), ("Tensor", One, One),

        // Arrays: bytes, a tuple of anything, and lists.
        ("byte[]", new byte[] { 0, 255 }, new byte[] { 0, 255 }), ("sbyte[]", new sbyte[] { -1 }, List(-1L)),
        ("bool[]", new[] { true }, List(true)), ("short[]", new short[] { 1 }, List(1L)), ("ushort[]", new ushort[] { 1 }, List(1L)),
        ("int[]", new[] { 1, 2 }, List(1L, 2L)), ("long[]", new[] { 1L }, List(1L)), ("ulong[]", new[] { 1UL }, List(1L)),
        ("Half[]", new[] { (Half)1 }, List(1.0)), ("float[]", new[] { 1.5f }, List(1.5)), ("double[]", new[] { 1.5 }, List(1.5)),
        ("Complex[]", new[] { Complex.One }, List(Complex.One)), ("string[]", new[] { "a", null }, List("a", null)),
        ("Tensor[]", new[] { One }, List(One)), ("object[]", new object?[] { 1, "a", null }, Tuple(1L, "a", null)),
        ("object[0]", Array.Empty<object>(), Tuple()), ("int[0]", Array.Empty<int>(), List()),
        ("float[,]", new float[,] { { 1, 2 }, { 3, 4 } }, List(List(1.0, 2.0), List(3.0, 4.0))),
        ("float[2, 0]", new float[2, 0], List(List(), List())),
        ("float[0, 2]", new float[0, 2], List()), ("int[,,]", new[, ,] { { { 1 }, { 2 } } }, List(List(List(1L), List(2L)))),
        ("byte[,]", new byte[,] { { 1 } }, List(List(1L))), ("object[,]", new object?[,] { { "a", null } }, List(List("a", null))),
        ("float[][]", new[] { new[] { 1f }, [] }, List(List(1.0), List())),
        ("from 1", Array.CreateInstance(typeof(int), [1], [1]), List(0L)),
        ("object[][]", new[] { new object?[] { 1 } }, List((object)Tuple(1L))),

        // Lists.
        ("List<string>", new List<string> { "a" }, List("a")), ("List<object>", new List<object?> { 1, null }, List(1L, null)),
        ("List<int>", new List<int> { 1 }, List(1L)), ("List<List<float>>", new List<List<float>> { new() { 1 } }, List(List(1.0))),
        ("ArrayList", new ArrayList { 1, "a" }, List(1L, "a")), ("ImmutableArray", ImmutableArray.Create(1, 2), List(1L, 2L)),
        ("ImmutableList", ImmutableList.Create("a"), List("a")), ("ReadOnlyCollection", new ReadOnlyCollection<int>([1]), List(1L)),
        ("ArraySegment", new ArraySegment<int>([1, 2, 3], 1, 2), List(2L, 3L)), ("Collection", new Collection<Tensor> { One }, List(One)),
        ("only IReadOnlyList", new OnlyReadOnly(), List(7L, 8L)),
        ("pairs", new List<KeyValuePair<string, int>> { new("a", 1) }, List((object)Tuple("a", 1L))),

        // Tuples.
        ("ValueTuple", (1, "a"), Tuple(1L, "a")), ("ValueTuple<>", ValueTuple.Create(1), Tuple(1L)),
        ("ValueTuple()", default(ValueTuple), Tuple()),
        ("System.Tuple", System.Tuple.Create(1, 2.5), Tuple(1L, 2.5)),
        ("eight", (1, 2, 3, 4, 5, 6, 7, 8), Tuple(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L)),
        ("named tuple", (Values: One, Indices: 2), Tuple(One, 2L)), ("KeyValuePair", KeyValuePair.Create("a", 1), Tuple("a", 1L)),
        ("DictionaryEntry", new DictionaryEntry("a", 1), Tuple("a", 1L)),

        // Dictionaries.
        ("Dictionary", new Dictionary<string, int> { ["a"] = 1 }, Dict(("a", 1L))),
        ("Dictionary of tensors", new Dictionary<string, Tensor> { ["a"] = One }, Dict(("a", One))),
        ("Dictionary by int", new Dictionary<int, string> { [1] = "a" }, Dict((1L, "a"))),
        ("Dictionary by tuple", new Dictionary<(int, string), bool> { [(1, "a")] = true }, Dict((Tuple(1L, "a"), true))),
        ("OrderedDictionary", new OrderedDictionary<string, object?> { ["b"] = null, ["a"] = 1 }, Dict(("b", null), ("a", 1L))),
        ("SortedDictionary", new SortedDictionary<string, int> { ["b"] = 2, ["a"] = 1 }, Dict(("a", 1L), ("b", 2L))),
        ("SortedList", new SortedList<string, int> { ["a"] = 1 }, Dict(("a", 1L))),
        ("Hashtable", new Hashtable { ["a"] = 1 }, Dict(("a", 1L))),
        ("ConcurrentDictionary", new ConcurrentDictionary<string, int> { ["a"] = 1 }, Dict(("a", 1L))),
        ("ImmutableDictionary", ImmutableDictionary<string, int>.Empty.Add("a", 1), Dict(("a", 1L))),
        ("FrozenDictionary", new Dictionary<string, int> { ["a"] = 1 }.ToFrozenDictionary(), Dict(("a", 1L))),
        ("ReadOnlyDictionary", new Dictionary<string, int> { ["a"] = 1 }.AsReadOnly(), Dict(("a", 1L))),
        ("only IReadOnlyDictionary", new OnlyReadOnlyDictionary(), Dict(("a", 1L))),
        ("key None", new Dictionary<object, int> { [DBNull.Value] = 1 }, Dict((DBNull.Value, 1L))),

        // Sets.
        ("HashSet<string>", new HashSet<string> { "a" }, Set("a")), ("HashSet<int>", new HashSet<int> { 1 }, Set(1L)),
        ("HashSet<object>", new HashSet<object> { 1L }, Set(1L)), ("SortedSet", new SortedSet<int> { 1 }, Set(1L)),
        ("ImmutableHashSet", ImmutableHashSet.Create("a"), Set("a")), ("FrozenSet", new[] { 1.5 }.ToFrozenSet(), Set(1.5)),
        ("set with None", new HashSet<string?> { null }, Set(DBNull.Value)),
    ];

    /// <summary>A value and its type, down to the last part, as a text to compare.</summary>
    public static string Text(object? value) => value switch
    {
        null => "null",
        Tensor tensor => tensor.ToString(),
        byte[] bytes => $"bytes {Convert.ToHexString(bytes)}",
        object?[] tuple => $"({string.Join(", ", tuple.Select(Text))})",
        List<object?> list => $"[{string.Join(", ", list.Select(Text))}]",
        OrderedDictionary<object, object?> dict =>
            $"{{{string.Join(", ", dict.Select(static pair => $"{Text(pair.Key)}: {Text(pair.Value)}"))}}}",
        HashSet<object> set => $"set {string.Join(", ", set.Select(Text))}",
        string text => $"'{string.Concat(text.Select(static letter => char.IsSurrogate(letter) ? $"\\u{(int)letter:x4}" : $"{letter}"))}'",
        double real => string.Create(CultureInfo.InvariantCulture, $"float {real:R}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value.GetType().Name} {value}"),
    };

    private static List<object?> List(params object?[] items) => [.. items];

    private static object?[] Tuple(params object?[] items) => items;

    private static HashSet<object> Set(params object[] items) => [.. items];

    private static OrderedDictionary<object, object?> Dict(params (object Key, object? Value)[] pairs)
    {
        var dict = new OrderedDictionary<object, object?>();
        foreach (var (key, value) in pairs)
        {
            dict.Add(key, value);
        }

        return dict;
    }

    private sealed class OnlyReadOnly : IReadOnlyList<int>
    {
        public int Count => 2;

        public int this[int index] => 7 + index;

        public IEnumerator<int> GetEnumerator() => Enumerable.Range(7, 2).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class OnlyReadOnlyDictionary : IReadOnlyDictionary<string, int>
    {
        public int Count => 1;

        public IEnumerable<string> Keys => ["a"];

        public IEnumerable<int> Values => [1];

        public int this[string key] => 1;

        public bool ContainsKey(string key) => key == "a";

        public bool TryGetValue(string key, out int value)
        {
            value = 1;
            return key == "a";
        }

        public IEnumerator<KeyValuePair<string, int>> GetEnumerator()
        {
            yield return new("a", 1);
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
