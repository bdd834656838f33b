using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>Memory from Linux, by the page, and what may be done with it.</summary>
internal static partial class Pages
{
    /// <summary>Nothing may be done: who comes there has gone too far.</summary>
    internal const int None = 0;

    /// <summary>It may be read.</summary>
    internal const int Read = 1;

    /// <summary>It may be read and written.</summary>
    internal const int ReadWrite = 3;

    /// <summary>It may be read and run.</summary>
    internal const int ReadRun = 5;

    private const int PrivateAnonymous = 0x22;

    /// <summary>New memory, all zeros, to read and write; 0 where the system gives none.</summary>
    internal static nint Map(nint length)
    {
        var start = Map(0, length, ReadWrite, PrivateAnonymous, -1, 0);
        return start == -1 ? 0 : start;
    }

    /// <summary>Says what may be done with whole pages; whether the system agrees.</summary>
    internal static bool Permit(nint at, nint length, int access) => Protect(at, length, access) == 0;

    /// <summary>Gives memory back.</summary>
    internal static void Free(nint at, nint length) => _ = Unmap(at, length);

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial nint Map(nint at, nint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect")]
    private static partial int Protect(nint at, nint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(nint at, nint length);
}
