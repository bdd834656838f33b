using System.Runtime.InteropServices;

namespace TorchLite.Native.Loading;

/// <summary>The system's loader, with its own words where it fails.</summary>
internal static partial class SystemLoader
{
    private const int BindNow = 2;
    private const int LinkMap = 2;

    /// <summary>Loads a file; null and the loader's words where that fails.</summary>
    internal static nint? TryLoad(string path, out string words)
    {
        try
        {
            words = "";
            return NativeLibrary.Load(path);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            words = WordsOf(e.Message);
            return null;
        }
    }

    /// <summary>
    /// The same, but every function must be found now. Only glibc needs to be asked for that; elsewhere this is
    /// <see cref="TryLoad"/>.
    /// </summary>
    internal static nint? TryLoadBound(string path, out string words)
    {
        if (!OperatingSystem.IsLinux())
        {
            return TryLoad(path, out words);
        }

        DlError(); // The first call binds dlerror itself, which would forget the text of the failure.
        var handle = DlOpen(path, BindNow);
        words = handle == 0 ? Marshal.PtrToStringUTF8(DlError()) ?? "dlopen failed" : "";
        return handle == 0 ? null : handle;
    }

    /// <summary>
    /// Has a library that came from elsewhere be found by this path (Linux): the loader compares the paths of what is loaded before it
    /// looks for a file.
    /// </summary>
    internal static unsafe void Rename(nint handle, string path)
    {
        // The second member of its link_map is the path. It stays loaded, so nothing frees that.
        nint* map;
        if (DlInfo(handle, LinkMap, &map) == 0)
        {
            map[1] = Marshal.StringToCoTaskMemUTF8(path);
        }
    }

    /// <summary>.NET puts a paragraph of general advice before the system's words on Unix; on Windows there is only one sentence.</summary>
    private static string WordsOf(string message)
    {
        var advice = message.IndexOf('\n', StringComparison.Ordinal);
        return advice < 0 || OperatingSystem.IsWindows() ? message.Trim() : message[(advice + 1)..].Trim();
    }

    [LibraryImport("libdl.so.2", EntryPoint = "dlopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint DlOpen(string path, int flags);

    [LibraryImport("libdl.so.2", EntryPoint = "dlinfo")]
    private static unsafe partial int DlInfo(nint handle, int request, nint** result);

    [LibraryImport("libdl.so.2", EntryPoint = "dlerror")]
    private static partial nint DlError();
}
