using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TorchLite.Native;

/// <summary>
/// Reads this process's memory through the system, which refuses what is not there; a plain read would end the process. On Linux and Windows.
/// </summary>
internal sealed unsafe partial class OwnMemory : IDisposable
{
    private const int Page = 4096;

    // Of Linux's; Windows has a function for it.
    private readonly SafeFileHandle? file;

    private OwnMemory(SafeFileHandle? file) => this.file = file;

    /// <summary>Opens it; null where that is not possible.</summary>
    internal static OwnMemory? Open()
    {
        if (OperatingSystem.IsWindows())
        {
            return new(null);
        }

        try
        {
            return new(File.OpenHandle("/proc/self/mem"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>As many words as there are, up to a number.</summary>
    internal nint[] Read(nint address, int count)
    {
        if (address <= 0 || address % sizeof(nint) != 0)
        {
            return [];
        }

        var words = new nint[count];
        var bytes = MemoryMarshal.AsBytes(words.AsSpan());
        try
        {
            var read = file is not null ? RandomAccess.Read(file, bytes, address) : ReadOnWindows(address, bytes);
            return words[..(read / sizeof(nint))];
        }
        catch (IOException)
        {
            return [];
        }
    }

    public void Dispose() => file?.Dispose();

    // All of it or nothing; where it reaches into a page that is not there, what lies before that.
    private static int ReadOnWindows(nint address, Span<byte> bytes)
    {
        fixed (byte* to = bytes)
        {
            var first = Math.Min(bytes.Length, Page - (int)(address % Page));
            return ReadProcessMemory(-1, address, to, bytes.Length, null) != 0 ? bytes.Length
                : first < bytes.Length && ReadProcessMemory(-1, address, to, first, null) != 0 ? first
                : 0;
        }
    }

    // -1 is the handle of the process itself.
    [LibraryImport("kernel32")]
    private static partial int ReadProcessMemory(nint process, nint address, byte* to, nint count, nint* read);
}
