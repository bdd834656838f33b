using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// glibc's mutex, which C++'s std::mutex is there: whether it is locked, a depth, the owner's thread, how many use it, and more that is
/// zero for one of this kind.
/// </summary>
internal static unsafe class NativeMutex
{
    private const int Words = 10;

    private static readonly nint TryLockFunction = Export("pthread_mutex_trylock");
    private static readonly nint UnlockFunction = Export("pthread_mutex_unlock");
    private static readonly nint ThreadFunction = Export("gettid");

    internal static bool IsSupported => TryLockFunction != 0 && UnlockFunction != 0 && ThreadFunction != 0;

    /// <summary>Whether these bytes are a mutex that nobody holds.</summary>
    internal static bool IsFree(nint mutex) => new ReadOnlySpan<int>((int*)mutex, Words).IndexOfAnyExcept(0) < 0;

    /// <summary>Whether this thread holds it.</summary>
    internal static bool IsMine(nint mutex) => ((int*)mutex)[2] == ((delegate* unmanaged<int>)ThreadFunction)();

    /// <summary>Whether these bytes are a mutex that this thread holds, and for which no other waits.</summary>
    internal static bool IsMineAlone(nint mutex) => ((int*)mutex)[0] == 1 && ((int*)mutex)[3] == 1 && IsMine(mutex);

    /// <summary>Whether another thread waits for it.</summary>
    internal static bool IsAwaited(nint mutex) => Volatile.Read(ref *(int*)mutex) == 2;

    internal static bool TryTake(nint mutex) => ((delegate* unmanaged[SuppressGCTransition]<nint, int>)TryLockFunction)(mutex) == 0;

    internal static void Release(nint mutex) => ((delegate* unmanaged[SuppressGCTransition]<nint, int>)UnlockFunction)(mutex);

    private static nint Export(string name) =>
        OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc.so.6", out var library)
            && NativeLibrary.TryGetExport(library, name, out var found)
            ? found
            : 0;
}
