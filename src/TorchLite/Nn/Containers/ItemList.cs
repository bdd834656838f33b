using System.Globalization;

namespace TorchLite.Nn;

/// <summary>The items of a list-like container, which are registered under their numbers.</summary>
internal static class ItemList
{
    internal static int Place(OrderedDictionary<string, object?> items, int index) =>
        index >= -items.Count && index < items.Count ? (index < 0 ? index + items.Count : index)
        : throw new TorchIndexException($"index {index} is out of range");

    internal static void Append(OrderedDictionary<string, object?> items, object item)
    {
        ArgumentNullException.ThrowIfNull(item);
        items[Name(items.Count)] = item;
    }

    internal static void Insert(OrderedDictionary<string, object?> items, int index, object item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var place = index >= -items.Count && index <= items.Count ? (index < 0 ? index + items.Count : index)
            : throw new TorchIndexException($"Index out of range: {index}");
        items[Name(items.Count)] = null;
        for (var i = items.Count - 1; i > place; i--)
        {
            items.SetAt(i, items.GetAt(i - 1).Value);
        }

        items.SetAt(place, item);
    }

    /// <summary>Takes an item out, and counts the others anew.</summary>
    internal static object Remove(OrderedDictionary<string, object?> items, int index)
    {
        var place = Place(items, index);
        var removed = items.GetAt(place).Value!;
        items.RemoveAt(place);
        object?[] left = [.. items.Values];
        items.Clear();
        foreach (var item in left)
        {
            items[Name(items.Count)] = item;
        }

        return removed;
    }

    /// <summary>Replaces an item, under its name.</summary>
    internal static void Set(OrderedDictionary<string, object?> items, int index, object item)
    {
        ArgumentNullException.ThrowIfNull(item);
        items.SetAt(Place(items, index), item);
    }

    internal static IEnumerable<T> Range<T>(OrderedDictionary<string, object?> items, Range range)
    {
        var (start, length) = range.GetOffsetAndLength(items.Count);
        return items.Values.Skip(start).Take(length).Cast<T>();
    }

    /// <summary>How a list prints its modules: those that print alike are one line.</summary>
    internal static IEnumerable<string> Lines(IEnumerable<Module> modules)
    {
        string[] texts = [.. modules.Select(static module => module.ToString())];
        for (int first = 0, next; first < texts.Length; first = next)
        {
            for (next = first + 1; next < texts.Length && texts[next] == texts[first]; next++)
            {
            }

            var line = next == first + 1 ? $"({first}): {texts[first]}" : $"({first}-{next - 1}): {next - first} x {texts[first]}";
            yield return line.Replace("\n", "\n  ", StringComparison.Ordinal);
        }
    }

    private static string Name(int number) => number.ToString(CultureInfo.InvariantCulture);
}
