using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>Room for the results of a call that gives several: LibTorchSharp asks for it when it knows how many there are.</summary>
internal static unsafe class HandleArray
{
    [ThreadStatic]
    private static nint[]? results;

    /// <summary>The function that LibTorchSharp asks.</summary>
    internal static nint Room { get; } = (nint)(delegate* unmanaged[Cdecl]<nuint, nint>)&Allocate;

    /// <summary>What the call that has just come back has written.</summary>
    internal static nint[] Take()
    {
        (var written, results) = (results, null);
        return written ?? [];
    }

    // Pinned, for the handles are written after this has returned.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Allocate(nuint count)
    {
        results = GC.AllocateUninitializedArray<nint>((int)count, pinned: true);
        return (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(results));
    }
}
