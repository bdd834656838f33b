using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// libstdc++'s <c>std::unordered_map&lt;size_t, std::string&gt;</c>, with one bucket of its own, in which all nodes hang: where the buckets
/// are, how many, the first node, how many there are, the greatest load and when to grow, the one bucket. It is filled in its place, for
/// it points into itself.
/// </summary>
internal unsafe struct CppNames
{
    private nint buckets;
    private nint bucketCount;
    private Node* first;
    private nint count;
    private float maxLoad;
    private nint nextResize;
    private nint only;

    internal static void Write(CppNames* map, IReadOnlyList<string> values)
    {
        *map = new() { buckets = (nint)(&map->only), bucketCount = 1, count = values.Count, maxLoad = 1 };
        for (var i = values.Count - 1; i >= 0; i--)
        {
            var node = (Node*)NativeMemory.Alloc((nuint)sizeof(Node));
            node->Next = map->first;
            node->Key = i;
            CppString.Write(&node->Value, values[i]);
            map->first = node;
        }

        // The bucket has what stands before its first node.
        map->only = values.Count == 0 ? 0 : (nint)(&map->first);
    }

    /// <summary>Frees the nodes; a map that was moved from has none.</summary>
    internal static void Free(CppNames* map)
    {
        while (map->first != null)
        {
            var node = map->first;
            map->first = node->Next;
            _ = CppString.Take(&node->Value);
            NativeMemory.Free(node);
        }
    }

    private struct Node
    {
        internal Node* Next;
        internal nint Key;
        internal CppString Value;
    }
}
