using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>libstdc++'s <c>std::vector&lt;std::string&gt;</c>, and a std::optional of one, for functions that look at it.</summary>
internal sealed unsafe class CppTexts : IDisposable
{
    private readonly CppString* texts;
    private readonly nint* list;
    private readonly int count;

    internal CppTexts(IReadOnlyList<string> values)
    {
        count = values.Count;
        texts = (CppString*)NativeMemory.AllocZeroed((nuint)Math.Max(count, 1), (nuint)sizeof(CppString));
        list = (nint*)NativeMemory.AllocZeroed(4, (nuint)sizeof(nint));
        for (var i = 0; i < count; i++)
        {
            CppString.Write(texts + i, values[i]);
        }

        (list[0], list[1], list[2], list[3]) = ((nint)texts, (nint)(texts + count), (nint)(texts + count), 1);
    }

    internal nint List => (nint)list;

    /// <summary>The list, and a byte behind it that says that it is there.</summary>
    internal nint Optional => (nint)list;

    public void Dispose()
    {
        for (var i = 0; i < count; i++)
        {
            _ = CppString.Take(texts + i);
        }

        NativeMemory.Free(texts);
        NativeMemory.Free(list);
    }
}
