using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TorchLite.Native.Loading;

/// <summary>A file that lives in memory only (Linux).</summary>
internal static partial class MemoryFile
{
    private const uint CloseOnExec = 0x1;
    private const uint Executable = 0x10;

    /// <summary>Kept open for good: another file under the same number would be taken for the one that is loaded.</summary>
    private static readonly List<SafeFileHandle> Open = [];

    /// <summary>Makes an anonymous file with this content; the path it can be opened by.</summary>
    /// <exception cref="IOException">The system does not allow it.</exception>
    internal static string Create(string name, ReadOnlySpan<byte> content)
    {
        // Systems that forbid executable memory files by default want to be asked; older ones do not know the question.
        var descriptor = MemfdCreate(name, CloseOnExec | Executable);
        if (descriptor < 0)
        {
            descriptor = MemfdCreate(name, CloseOnExec);
        }

        if (descriptor < 0)
        {
            throw new IOException($"memfd_create: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        RandomAccess.Write(handle, content, 0);
        Open.Add(handle);
        return $"/proc/self/fd/{descriptor}";
    }

    [LibraryImport("libc", EntryPoint = "memfd_create", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int MemfdCreate(string name, uint flags);
}
