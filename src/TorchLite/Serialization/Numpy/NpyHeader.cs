using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace TorchLite.Serialization;

/// <summary>What stands before the elements in an .npy file: NumPy's <c>numpy.lib.format</c>, versions 1.0, 2.0 and 3.0.</summary>
/// <param name="DType">The dtype.</param>
/// <param name="IsBigEndian">Whether the bytes of each element are the other way round.</param>
/// <param name="IsFortran">Whether the elements are in column-major order.</param>
/// <param name="Shape">The shape.</param>
internal readonly record struct NpyHeader(DType DType, bool IsBigEndian, bool IsFortran, Shape Shape)
{
    // NumPy's own limit: a header that is longer is an attack, or has fields without end.
    private const int LongestHeader = 10_000;
    private const int Alignment = 64;

    // NumPy leaves room for a first dimension of as many digits, so that a file can grow.
    private const int GrowthDigits = 21;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    internal static NpyHeader Read(Stream source)
    {
        Span<byte> start = stackalloc byte[12];
        if (source.ReadAtLeast(start[..8], 8, throwOnEndOfStream: false) < 8 || !start.StartsWith(Magic))
        {
            throw new TorchFileException(@"this is no .npy file: it does not begin with \x93NUMPY");
        }

        var (major, minor) = (start[6], start[7]);
        if (major is < 1 or > 3 || minor != 0)
        {
            throw new TorchFileException($"we only support format version (1,0), (2,0), and (3,0), not ({major}, {minor})");
        }

        var size = start.Slice(8, major == 1 ? 2 : 4);
        Fill(source, size);
        var length = major == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(size) : BinaryPrimitives.ReadUInt32LittleEndian(size);
        if (length > LongestHeader)
        {
            throw new TorchFileException($"Header info length ({length}) is large and may not be safe to load securely.");
        }

        Span<byte> header = stackalloc byte[LongestHeader];
        header = header[..(int)length];
        Fill(source, header);
        return Parse((major == 3 ? Encoding.UTF8 : Encoding.Latin1).GetString(header));
    }

    /// <summary>The header that <c>np.save</c> writes.</summary>
    internal byte[] ToBytes()
    {
        var sizes = Shape.Count == 1 ? Shape.Join() + "," : Shape.Join();
        var text = $"{{'descr': '{NpyTypes.Descr(DType)}', 'fortran_order': {IsFortran}, 'shape': ({sizes}), }}";
        if (Shape.Count > 0)
        {
            text += new string(' ', GrowthDigits - Shape[IsFortran ? ^1 : 0].ToString(CultureInfo.InvariantCulture).Length);
        }

        // Version 1.0, whose length of two bytes is enough for thousands of dimensions.
        const int Before = 10;
        var padding = Alignment - ((Before + text.Length + 1) % Alignment);
        var length = text.Length + padding + 1;
        var bytes = new byte[Before + length];
        Magic.CopyTo(bytes);
        bytes[6] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), checked((ushort)length));
        Encoding.ASCII.GetBytes(text + new string(' ', padding) + "\n", bytes.AsSpan(Before));
        return bytes;
    }

    private static NpyHeader Parse(string text)
    {
        if (PythonLiteral.Parse(text) is not Dictionary<string, object?> fields)
        {
            throw new TorchFileException($"Header is not a dictionary: '{text.Trim()}'");
        }

        if (fields.Count != 3 || !fields.TryGetValue("descr", out var descr)
            || !fields.TryGetValue("fortran_order", out var fortran) || !fields.TryGetValue("shape", out var shape))
        {
            var keys = fields.Keys.Order(StringComparer.Ordinal).Select(static key => $"'{key}'");
            throw new TorchFileException($"Header does not contain the correct keys: [{string.Join(", ", keys)}]");
        }

        if (shape is not object?[] sizes || !Array.TrueForAll(sizes, static size => size is long))
        {
            throw new TorchFileException($"shape is not valid: '{text.Trim()}'");
        }

        if (fortran is not bool isFortran)
        {
            throw new TorchFileException($"fortran_order is not a valid bool: '{text.Trim()}'");
        }

        var (dtype, isBigEndian) = descr switch
        {
            string name => NpyTypes.Find(name),
            List<object?> => throw new TorchTypeException(
                "the elements are records of several fields, which no dtype holds. Save each field as an array of its own."),
            _ => throw new TorchFileException($"descr is not a valid dtype descriptor: '{text.Trim()}'"),
        };
        return new(dtype, isBigEndian, isFortran, Shape.Wrap(Array.ConvertAll(sizes, static size => (long)size!)));
    }

    private static void Fill(Stream source, Span<byte> bytes)
    {
        if (source.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw new TorchFileException("the file is cut off within its header");
        }
    }
}
