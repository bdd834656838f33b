using Microsoft.Win32.SafeHandles;

namespace TorchLite.Jit;

/// <summary>What an archive is read from: a file, or a stream that can seek.</summary>
internal sealed class ArchiveSource(Stream stream)
{
    private readonly SafeFileHandle? file = (stream as FileStream)?.SafeFileHandle;

    internal Stream Stream => stream;

    /// <summary>Fills a buffer with what stands at a place.</summary>
    /// <exception cref="TorchFileException">The source ends before.</exception>
    internal void ReadAt(long position, Span<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            int read;
            if (file is not null)
            {
                read = RandomAccess.Read(file, buffer, position);
            }
            else
            {
                lock (stream)
                {
                    stream.Position = position;
                    read = stream.Read(buffer);
                }
            }

            if (read == 0)
            {
                throw new TorchFileException("the TorchScript archive is cut off");
            }

            position += read;
            buffer = buffer[read..];
        }
    }
}
