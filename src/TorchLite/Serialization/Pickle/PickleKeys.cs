using System.Numerics;

namespace TorchLite.Serialization;

/// <summary>The keys of Python's dicts and sets: by value, and by hashes that nobody can prepare collisions for.</summary>
internal sealed class PickleKeys : IEqualityComparer<object>
{
    internal static PickleKeys Comparer { get; } = new();

    /// <summary>What may be a key here: strings, numbers, None, bytes, dtypes and devices, and tuples of them.</summary>
    /// <remarks>A .NET dictionary does not accept null as a key: None is <see cref="DBNull.Value"/> there.</remarks>
    internal static object Check(object? key) =>
        key is null ? DBNull.Value
            : IsScalar(key) || (key is object?[] tuple && Array.TrueForAll(tuple, IsScalar)) ? key
            : throw new TorchFileException($"a key of the type {PickleNames.TypeOf(key)} is not supported");

    public new bool Equals(object? x, object? y) =>
        x is byte[] bytes && y is byte[] others ? bytes.AsSpan().SequenceEqual(others)
            : x is object?[] first && y is object?[] second ? first.AsSpan().SequenceEqual(second, this!)
            : object.Equals(x, y);

    public int GetHashCode(object obj)
    {
        var hash = default(HashCode);
        if (obj is byte[] bytes)
        {
            hash.AddBytes(bytes);
        }
        else if (obj is object?[] tuple)
        {
            foreach (var part in tuple)
            {
                hash.Add(part is null ? 0 : GetHashCode(part));
            }
        }
        else
        {
            hash.Add(obj);
        }

        return hash.ToHashCode();
    }

    private static bool IsScalar(object? key) =>
        key is null or string or byte[] or long or double or bool or BigInteger or Complex or Shape or DType or Device or Layout;
}
