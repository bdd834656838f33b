namespace TorchLite.Native;

/// <summary>
/// libstdc++'s <c>std::unordered_map&lt;size_t, std::string&gt;</c>, the names of things by their numbers. It is filled in its place, for it
/// points into itself.
/// </summary>
internal unsafe struct CppNames
{
    private fixed long words[CppMap.Words];

    internal static void Write(CppNames* map, IReadOnlyList<string> values)
    {
        *map = default;
        CppMap.Empty((nint)map);
        for (var i = values.Count - 1; i >= 0; i--)
        {
            // The number, and room for the string, which may point into itself as well.
            CppString.Write(Value(CppMap.AddFirst((nint)map, i, 0, 0, 0, 0)), values[i]);
        }
    }

    /// <summary>Frees the nodes.</summary>
    internal static void Free(CppNames* map) => CppMap.Free((nint)map, static key => _ = CppString.Take(Value(key)));

    private static CppString* Value(nint key) => (CppString*)(key + sizeof(nint));
}
