using System.Buffers.Binary;

namespace TorchLite.Serialization;

/// <summary>What an IDX file begins with: two zeros, the type, the number of dimensions, and each dimension in four bytes.</summary>
internal sealed record IdxHeader(DType DType, Shape Shape)
{
    // libtorch's own limit.
    private const int MostDimensions = 64;

    private static readonly (byte Code, DType DType)[] Types =
    [
        (8, DType.Uint8), (9, DType.Int8), (11, DType.Int16), (12, DType.Int32), (13, DType.Float32), (14, DType.Float64),
    ];

    internal static IdxHeader Of(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (Code(tensor.DType) == 0)
        {
            throw new TorchTypeException($"an IDX file has no elements of {tensor.DType}");
        }

        return tensor.Shape.All(static size => size <= uint.MaxValue) ? new(tensor.DType, tensor.Shape)
            : throw new TorchValueException($"an IDX file has no dimension of 2^32 elements and more, as the shape {tensor.Shape} has");
    }

    /// <exception cref="TorchFileException">This is no IDX file, or it is cut off.</exception>
    internal static IdxHeader Read(Stream stream)
    {
        var magic = Next(stream, 4);
        var (code, dtype) = Array.Find(Types, type => type.Code == magic[2]);
        if (magic[0] != 0 || magic[1] != 0 || code == 0)
        {
            throw new TorchFileException("this is no IDX file: it does not begin with two zeros and a type of elements");
        }

        if (magic[3] > MostDimensions)
        {
            throw new TorchFileException($"the file says that it has {magic[3]} dimensions; there are {MostDimensions} at most");
        }

        var sizes = Next(stream, 4 * magic[3]);
        return new(dtype, Shape.Wrap([
            .. Enumerable.Range(0, magic[3]).Select(i => (long)BinaryPrimitives.ReadUInt32BigEndian(sizes.AsSpan(4 * i)))]));
    }

    internal byte[] ToBytes()
    {
        var bytes = new byte[4 + (4 * Shape.Count)];
        (bytes[2], bytes[3]) = (Code(DType), (byte)Shape.Count);
        for (var i = 0; i < Shape.Count; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4 + (4 * i)), (uint)Shape[i]);
        }

        return bytes;
    }

    // 0: none has this dtype.
    private static byte Code(DType dtype) => Array.Find(Types, type => type.DType == dtype).Code;

    private static byte[] Next(Stream stream, int count)
    {
        var bytes = new byte[count];
        return stream.ReadAtLeast(bytes, count, throwOnEndOfStream: false) == count ? bytes
            : throw new TorchFileException("the file is cut off in its header");
    }
}
