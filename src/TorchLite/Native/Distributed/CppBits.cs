using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>libstdc++'s <c>std::vector&lt;bool&gt;</c>: a word for each 64, and of both ends the word and the place in it.</summary>
internal unsafe struct CppBits
{
    private nint first;
    private long firstBit;
    private nint last;
    private long lastBit;
    private nint end;

    internal static CppBits Of(ReadOnlySpan<bool> values)
    {
        var words = (values.Length + 63) / 64;
        var place = words == 0 ? null : (ulong*)NativeMemory.AllocZeroed((nuint)words, 8);
        for (var i = 0; i < values.Length; i++)
        {
            place[i / 64] |= (values[i] ? 1UL : 0) << (i % 64);
        }

        return new()
        {
            first = (nint)place, last = (nint)(place + (values.Length / 64)), lastBit = values.Length % 64, end = (nint)(place + words),
        };
    }

    internal void Free()
    {
        NativeMemory.Free((void*)first);
        this = default;
    }
}
