using System.IO.MemoryMappedFiles;

namespace TorchLite.Serialization;

/// <summary>
/// A file in memory as the system maps it, read when it is touched. What is written there stays in this process. It is given back when
/// the last tensor on it is gone.
/// </summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* start;
    private int users = 1;

    private MappedFile(FileStream stream)
    {
        Length = stream.Length;
        file = MemoryMappedFile.CreateFromFile(
            stream, null, 0, MemoryMappedFileAccess.CopyOnWrite, HandleInheritability.None, leaveOpen: false);
        view = file.CreateViewAccessor(0, Length, MemoryMappedFileAccess.CopyOnWrite);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        start += view.PointerOffset;
    }

    /// <summary>The bytes of the file.</summary>
    internal long Length { get; }

    /// <summary>Maps a file. The caller disposes it; the tensors made of it stay.</summary>
    internal static MappedFile Open(string path)
    {
        var stream = OpenRead(path);
        try
        {
            return stream.Length > 0 ? new MappedFile(stream) : throw new TorchFileException("the file is empty");
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>A file for reading, without a buffer in between, which others may meanwhile replace.</summary>
    internal static FileStream OpenRead(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1);
    }

    /// <summary>A tensor over a part of the file that lies inside it; a copy where it is not aligned for its dtype.</summary>
    internal Tensor Tensor(long offset, Shape shape, DType dtype)
    {
        var count = TensorBytes.Count(shape.AsSpan(), dtype);
        if (offset < 0 || count > Length - offset)
        {
            throw TensorBytes.TooShort(count - (Length - offset));
        }

        if (count == 0)
        {
            return Torch.Empty(shape, dtype, default(Device));
        }

        if (offset % dtype.Itemsize != 0)
        {
            using var part = new UnmanagedMemoryStream(start + offset, count);
            return TensorBytes.Read(part, shape, dtype, new Transfer(null));
        }

        Interlocked.Increment(ref users);
        return TensorBytes.Finish(ForeignMemory.Wrap((nint)(start + offset), shape, dtype, Dispose));
    }

    /// <summary>Ends one use: that of the opener, or of a tensor.</summary>
    public void Dispose()
    {
        if (Interlocked.Decrement(ref users) == 0)
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
            view.Dispose();
            file.Dispose();
        }
    }
}
