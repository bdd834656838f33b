namespace TorchLite.Jit;

/// <summary>
/// The places in the Python source from which each part of an archive's source came. libtorch reads them when it tells of an error, and
/// believes every number in them.
/// </summary>
internal static class DebugPickle
{
    private const string Format = "FORMAT_WITH_STRING_TABLE";

    /// <summary>Whether it is as libtorch writes it; else the archive is read without it.</summary>
    internal static bool IsSound(byte[] bytes)
    {
        try
        {
            return new ScriptPickle(bytes, static _ => null).Load() is object?[] and [Format, object?[] texts, object?[] lines]
                && Array.TrueForAll(texts, static text => text is string)
                && Array.TrueForAll(lines, line => line is object?[] and [long, object?[] place, long] && IsPlace(place, texts));
        }
        catch (TorchFileException)
        {
            return false;
        }
    }

    // What has no place in a file is said to be the first letter of an empty text.
    private static bool IsPlace(object?[] place, object?[] texts) =>
        place is [object?[] and [List<object?> pieces, long file, long], long start, long end]
        && file >= 0 && file < texts.Length && start >= 0 && start <= end
        && pieces.TrueForAll(piece => piece is long index && index >= 0 && index < texts.Length)
        && end - 1 <= pieces.Sum(piece => (long)System.Text.Encoding.UTF8.GetByteCount((string)texts[(long)piece!]!));
}
