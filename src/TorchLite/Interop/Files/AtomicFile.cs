namespace TorchLite.Files;

/// <summary>Writes a file so that its name always has the old content or the new, whatever happens meanwhile.</summary>
internal static class AtomicFile
{
    /// <summary>Writes to a temporary file in the same folder, and gives it the name when all of it is on the disk.</summary>
    internal static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var target = new FileInfo(path);
        if (target.Exists && target.ResolveLinkTarget(returnFinalTarget: true) is FileInfo linked)
        {
            target = linked;
        }

        var temporary = Path.Combine(target.DirectoryName!, $".{Path.GetRandomFileName()}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16))
            {
                if (target.Exists && !OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(stream.SafeFileHandle, target.UnixFileMode);
                }

                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target.FullName, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
