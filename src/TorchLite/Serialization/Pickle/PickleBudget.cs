namespace TorchLite.Serialization;

/// <summary>
/// What a pickle may make, in bytes: so much for each of its own. A byte or two may name again what is large, or make an object, so a small
/// file could fill the memory, or keep the processor busy with one long key for minutes.
/// </summary>
/// <param name="length">The bytes of the pickle that are known.</param>
internal sealed class PickleBudget(long length)
{
    internal const int List = 40, Dict = 140, Number = 24, Tensor = 2000, Slot = 8;

    // Whatever the size, this is little.
    private const long Free = 1 << 26;

    // Far above what Python's pickler writes: six bytes make an empty dict, eighty a tensor.
    private const long PerByte = 32;

    private long left = Free + (PerByte * length);

    /// <summary>Allows more bytes of the pickle, where its length is not known beforehand.</summary>
    internal void Earn(long bytes) => left += PerByte * bytes;

    /// <summary>Counts what is about to be made.</summary>
    /// <exception cref="TorchFileException">It is too much for a file of this size.</exception>
    internal void Spend(long bytes)
    {
        left -= bytes;
        if (left < 0)
        {
            throw new TorchFileException("the pickle in the file would make far more than a file of its size holds");
        }
    }

    /// <summary>Counts a use of a value as a key, of which all is looked at.</summary>
    internal object Key(object? value)
    {
        Spend(value switch
        {
            object?[] tuple => tuple.Sum(Cost),
            _ => Cost(value),
        });
        return PickleKeys.Check(value);
    }

    private static long Cost(object? part) => Slot + part switch
    {
        string text => text.Length,
        byte[] bytes => bytes.Length,
        Shape shape => Slot * shape.Count,
        _ => 0,
    };
}
