using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>What LibTorchSharp gives as two lists, for which it asks for room: handles, and a name for each.</summary>
internal static unsafe class NamedHandles
{
    [ThreadStatic]
    private static nint[]? handles;

    [ThreadStatic]
    private static nint[]? names;

    /// <summary>The handles with their names. They are the caller's, and places that were left empty are left out.</summary>
    internal static List<(string Name, nint Handle)> Of(Action<nint, nint> call)
    {
        (handles, names) = (null, null);
        call((nint)(delegate* unmanaged[Cdecl]<nuint, nint>)&RoomForHandles, (nint)(delegate* unmanaged[Cdecl]<nuint, nint>)&RoomForNames);
        var found = new List<(string, nint)>();
        for (var i = 0; i < (handles?.Length ?? 0); i++)
        {
            var text = names is { } all && i < all.Length ? all[i] : 0;
            if (handles![i] != 0)
            {
                found.Add((Marshal.PtrToStringUTF8(text) ?? "", handles[i]));
            }

            NativeMemory.Free((void*)text);
        }

        (handles, names) = (null, null);
        CppGuard.Check();
        return found;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint RoomForHandles(nuint count) => Room(ref handles, count);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint RoomForNames(nuint count) => Room(ref names, count);

    private static nint Room(ref nint[]? list, nuint count)
    {
        list = GC.AllocateArray<nint>((int)count, pinned: true);
        return (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(list));
    }
}
