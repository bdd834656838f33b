using System.Numerics;

namespace TorchLite.Files;

/// <summary>The keys of Python's dicts and sets: by value, and by hashes that nobody can prepare collisions for.</summary>
internal sealed class PickleKeys : IEqualityComparer<object>
{
    internal static PickleKeys Comparer { get; } = new();

    /// <summary>What may be a key here: texts, numbers, dtypes and devices, and tuples of them.</summary>
    internal static object Check(object? key) =>
        IsScalar(key) || (key is object?[] tuple && Array.TrueForAll(tuple, IsScalar))
            ? key!
            : throw new TorchFileException($"a key of the type {PickleNames.TypeOf(key)} is not supported");

    public new bool Equals(object? x, object? y) =>
        x is object?[] first && y is object?[] second ? first.AsSpan().SequenceEqual(second) : object.Equals(x, y);

    public int GetHashCode(object obj)
    {
        var hash = default(HashCode);
        foreach (var part in obj as object?[] ?? [obj])
        {
            hash.Add(part);
        }

        return hash.ToHashCode();
    }

    private static bool IsScalar(object? key) =>
        key is string or long or double or bool or BigInteger or Complex or Shape or DType or Device;
}
