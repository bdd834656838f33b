using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>libstdc++'s <c>std::vector</c>, in malloc's memory: where it begins, where its values end, where its room ends.</summary>
internal unsafe struct CppList
{
    private nint first;
    private nint last;
    private nint end;

    /// <summary>How many bytes the values have.</summary>
    internal readonly nint Bytes => last - first;

    /// <summary>A list of values without destructors.</summary>
    internal static CppList Of<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var bytes = (nint)values.Length * sizeof(T);
        var place = bytes == 0 ? 0 : (nint)NativeMemory.Alloc((nuint)bytes);
        values.CopyTo(new((void*)place, values.Length));
        return new() { first = place, last = place + bytes, end = place + bytes };
    }

    /// <summary>The tensors of handles, which it borrows: a C++ function may look at it, and must not keep it.</summary>
    internal static CppList OfTensors(ReadOnlySpan<nint> handles)
    {
        var tensors = new nint[handles.Length];
        for (var i = 0; i < tensors.Length; i++)
        {
            tensors[i] = *(nint*)handles[i];
        }

        return Of<nint>(tensors);
    }

    /// <summary>A <c>std::vector&lt;std::vector&lt;size_t&gt;&gt;</c>.</summary>
    internal static CppList OfLists(long[][] lists) => Of<CppList>(Array.ConvertAll(lists, static list => Of<long>(list)));

    internal readonly ReadOnlySpan<T> Values<T>()
        where T : unmanaged => new((void*)first, (int)(Bytes / sizeof(T)));

    /// <summary>Frees the list's own memory, not that of its values; a list that was moved from has none.</summary>
    internal void Free()
    {
        NativeMemory.Free((void*)first);
        this = default;
    }

    /// <summary>The same for a list of lists.</summary>
    internal void FreeLists()
    {
        foreach (var list in Values<CppList>())
        {
            var copy = list;
            copy.Free();
        }

        Free();
    }
}
