using System.Runtime.InteropServices;

namespace TorchLite.Serialization;

/// <summary>Writes a file so that its name always has the old content or the new, whatever happens meanwhile.</summary>
internal static partial class AtomicFile
{
    // How deep links may lead to links: Linux's own limit.
    private const int MostLinks = 40;

    /// <summary>
    /// Writes to a temporary file in the same folder, and gives it the name when all of it is on the disk. Links are followed, also one
    /// whose target is not there yet; what is no regular file (a pipe, a device, a terminal) is written to as it is.
    /// </summary>
    /// <exception cref="IOException">The file cannot be written; the message names it as it was given.</exception>
    internal static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (IsSpecial(path))
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 1 << 16);
            write(stream);
            return;
        }

        var target = Follow(path);
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetRandomFileName()}.tmp");
        FileStream file;
        try
        {
            file = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
        }
        catch (Exception thrown) when (thrown is IOException or UnauthorizedAccessException)
        {
            throw About(path, temporary, thrown);
        }

        var written = false;
        try
        {
            using (file)
            {
                if (!OperatingSystem.IsWindows() && File.Exists(target))
                {
                    File.SetUnixFileMode(file.SafeFileHandle, File.GetUnixFileMode(target));
                }

                write(file);
                file.Flush(flushToDisk: true);
            }

            written = true;
            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception thrown)
        {
            File.Delete(temporary);
            if (written && thrown is IOException or UnauthorizedAccessException && NotReplaced(path, target, thrown) is { } reason)
            {
                throw reason;
            }

            if ((written || thrown is IOException) && thrown.Message.Contains(temporary, StringComparison.Ordinal))
            {
                throw About(path, temporary, thrown);
            }

            throw;
        }
    }

    // Where links lead in the end, as a full path.
    private static string Follow(string path)
    {
        var target = Path.GetFullPath(path);
        for (var links = 0; new FileInfo(target).LinkTarget is { } next; links++)
        {
            target = links < MostLinks ? Path.GetFullPath(next, Path.GetDirectoryName(target)!)
                : throw new IOException($"Too many levels of symbolic links: '{path}'");
        }

        return target;
    }

    // Windows lets no file be replaced that is open or mapped, or read-only, and says "Access to the path is denied".
    private static Exception? NotReplaced(string path, string target, Exception thrown) =>
        !File.Exists(target) ? null
        : File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly) && OperatingSystem.IsWindows()
            ? new UnauthorizedAccessException($"The file '{path}' is read-only; it stays as it was.", thrown)
        : new IOException(
            $"The file '{path}' cannot be replaced, and stays as it was: it is open in this program or another, or a tensor uses its memory. "
            + "Close it, dispose what was read from it with mmap, or write to another name.",
            thrown);

    // The temporary file is nobody's business.
    private static Exception About(string path, string temporary, Exception thrown) => thrown switch
    {
        DirectoryNotFoundException => new DirectoryNotFoundException($"Could not find a part of the path '{path}'.", thrown),
        UnauthorizedAccessException => new UnauthorizedAccessException($"Access to the path '{path}' is denied.", thrown),
        PathTooLongException => new PathTooLongException($"The path '{path}' is too long.", thrown),
        _ => new IOException(thrown.Message.Replace(temporary, path, StringComparison.Ordinal), thrown),
    };

    // .NET does not tell what kind of thing a path is; its own library of the system's calls does: stat, links followed.
    private static unsafe bool IsSpecial(string path)
    {
        const int TypeMask = 0xF000, Folder = 0x4000, Regular = 0x8000;
        if (OperatingSystem.IsWindows())
        {
            return false;
        }

        // The structure begins with flags and the mode, and is far smaller than this.
        var status = stackalloc int[64];
        return Stat(path, status) == 0 && (status[1] & TypeMask) is not (Folder or Regular);
    }

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_Stat", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int Stat(string path, int* status);
}
