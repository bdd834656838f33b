using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// libstdc++'s std::unordered_map: where the buckets are, how many, the first node, how many nodes, the load factor, when to grow, and one
/// bucket of its own.
/// </summary>
internal static unsafe class CppMap
{
    /// <summary>How many words a map has.</summary>
    internal const int Words = 7;

    private const int First = 2, Count = 3, OwnBucket = 6;

    /// <summary>Makes an empty one in memory of zeros.</summary>
    internal static void Empty(nint map)
    {
        var words = (nint*)map;
        (words[0], words[1]) = ((nint)(words + OwnBucket), 1);
        *(float*)(words + 4) = 1;
    }

    internal static bool IsEmpty(nint map)
    {
        var words = (nint*)map;
        return words[0] == (nint)(words + OwnBucket) && words[1] == 1 && words[First] == 0 && words[Count] == 0;
    }

    /// <summary>Puts a node in front, which lies in the map's one bucket whatever its key's hash is.</summary>
    /// <param name="map">A map that has not grown.</param>
    /// <param name="node">What follows the pointer to the next node: the key, the value, and the hash where the map keeps it.</param>
    /// <returns>Where the key lies now.</returns>
    internal static nint AddFirst(nint map, params ReadOnlySpan<nint> node)
    {
        var words = (nint*)map;
        var place = (nint*)NativeMemory.Alloc((nuint)(1 + node.Length), (nuint)sizeof(nint));
        place[0] = words[First];
        node.CopyTo(new(place + 1, node.Length));

        // A bucket holds what precedes its first node.
        (words[First], words[OwnBucket]) = ((nint)place, (nint)(words + First));
        words[Count]++;
        return (nint)(place + 1);
    }

    /// <summary>Frees the nodes, of each of which it is told first where its key lies. A map that was moved from has none.</summary>
    internal static void Free(nint map, Action<nint> freed)
    {
        for (var node = ((nint*)map)[First]; node != 0;)
        {
            var next = *(nint*)node;
            freed(node + sizeof(nint));
            NativeMemory.Free((void*)node);
            node = next;
        }
    }
}
