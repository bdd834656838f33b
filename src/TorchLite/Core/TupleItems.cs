using System.Runtime.CompilerServices;

namespace TorchLite;

/// <summary>Tuples of any length.</summary>
internal static class TupleItems
{
    /// <summary>The parts of a tuple, in order.</summary>
    internal static object?[] Items(this ITuple tuple)
    {
        var items = new object?[tuple.Length];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = tuple[i];
        }

        return items;
    }
}
