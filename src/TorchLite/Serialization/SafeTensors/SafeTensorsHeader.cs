using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TorchLite.Serialization;

/// <summary>A tensor of a safetensors file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The format's name of its dtype.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Begin">Where it begins in the data.</param>
/// <param name="End">Where it ends there.</param>
internal sealed record SafeTensorsEntry(string Name, string Type, Shape Shape, long Begin, long End);

/// <summary>What stands before the data in a safetensors file: eight bytes of length, and so many of JSON.</summary>
internal sealed class SafeTensorsHeader
{
    // The format's own limit.
    private const long Longest = 100_000_000;

    // In the format's own order.
    private static readonly string[] Types =
    [
        "BOOL", "U8", "I8", "F8_E5M2", "F8_E4M3", "F8_E8M0", "F8_E4M3FNUZ", "F8_E5M2FNUZ", "I16", "U16", "F16", "BF16", "I32", "U32", "F32",
        "C64", "F64", "I64", "U64",
    ];

    // Those of the format whose elements are no whole bytes.
    private static readonly HashSet<string> OtherTypes = ["F4", "F6_E2M3", "F6_E3M2"];

    private SafeTensorsHeader(List<SafeTensorsEntry> entries, OrderedDictionary<string, string>? metadata, long start)
    {
        Entries = entries;
        Metadata = metadata;
        Start = start;
    }

    /// <summary>The tensors, in the order of their data.</summary>
    internal IReadOnlyList<SafeTensorsEntry> Entries { get; }

    internal OrderedDictionary<string, string>? Metadata { get; }

    /// <summary>Where the data begin.</summary>
    internal long Start { get; }

    /// <summary>The dtype of a tensor.</summary>
    /// <exception cref="TorchTypeException">There is none.</exception>
    internal static DType TypeOf(SafeTensorsEntry entry) => DType.OfSafeTensors(entry.Type)
        ?? throw new TorchTypeException($"the tensor '{entry.Name}' is of the type {entry.Type}, for which TorchLite has no dtype");

    /// <summary>Reads the header of a stream that holds as many bytes as are given, or an unknown number.</summary>
    internal static SafeTensorsHeader Read(Stream stream, long? length)
    {
        Span<byte> size = stackalloc byte[8];
        if (stream.ReadAtLeast(size, 8, throwOnEndOfStream: false) < 8)
        {
            throw Wrong("header too small");
        }

        var count = BinaryPrimitives.ReadInt64LittleEndian(size);
        if (count is < 0 or > Longest)
        {
            throw Wrong("header too large");
        }

        if (count > length - 8)
        {
            throw Wrong("invalid header length");
        }

        // Where the length is not known, memory grows with what is there.
        using var json = new MemoryStream(length is null ? 0 : (int)count);
        Span<byte> part = stackalloc byte[4096];
        while (json.Length < count)
        {
            var read = stream.Read(part[..(int)Math.Min(part.Length, count - json.Length)]);
            if (read == 0)
            {
                throw Wrong("invalid header length");
            }

            json.Write(part[..read]);
        }

        var header = Parse(json.GetBuffer().AsSpan(0, (int)count), 8 + count);
        var end = header.Entries.Count > 0 ? header.Entries[^1].End : 0;
        return length is null || end == length - header.Start ? header : throw Wrong("incomplete metadata, file not fully covered");
    }

    /// <summary>The order in which the format's own library lays tensors out: widest type first, then by name.</summary>
    internal static List<KeyValuePair<string, Tensor>> Sort(IEnumerable<KeyValuePair<string, Tensor>> tensors) =>
    [
        .. tensors.OrderByDescending(static pair => Types.IndexOf(TypeOf(pair.Key, pair.Value)))
            .ThenBy(static pair => pair.Key, Comparer<string>.Create(CompareUtf8)),
    ];

    /// <summary>The length and the JSON for tensors that are laid out in this order.</summary>
    internal static byte[] Write(List<KeyValuePair<string, Tensor>> tensors, IEnumerable<KeyValuePair<string, string>>? metadata)
    {
        var json = new StringBuilder("{");
        if (metadata is not null)
        {
            json.Append("\"__metadata__\":{");
            json.AppendJoin(',', metadata.Select(static pair => $"{Quote(pair.Key)}:{Quote(pair.Value)}"));
            json.Append('}');
        }

        long begin = 0;
        foreach (var (name, tensor) in tensors)
        {
            var end = begin + tensor.Nbytes;
            json.Append(json.Length > 1 ? "," : "").Append(Quote(name));
            json.Append(CultureInfo.InvariantCulture, $":{{\"dtype\":\"{TypeOf(name, tensor)}\",\"shape\":[{tensor.Shape.Join(",")}],");
            json.Append(CultureInfo.InvariantCulture, $"\"data_offsets\":[{begin},{end}]}}");
            begin = end;
        }

        var text = Encoding.UTF8.GetBytes(json.Append('}').ToString());
        var bytes = new byte[8 + ((text.Length + 7) / 8 * 8)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, bytes.Length - 8);
        bytes.AsSpan(8).Fill((byte)' ');
        text.CopyTo(bytes, 8);
        return bytes;
    }

    internal static TorchFileException Wrong(string what, Exception? thrown = null) => new($"Error while deserializing: {what}", thrown);

    private static string TypeOf(string name, Tensor tensor) => tensor.DType.Info?.SafeTensors
        ?? throw new TorchTypeException($"the tensor '{name}' is of {tensor.DType}, which the safetensors format does not have");

    private static SafeTensorsHeader Parse(ReadOnlySpan<byte> bytes, long start)
    {
        var entries = new Dictionary<string, SafeTensorsEntry>(StringComparer.Ordinal);
        OrderedDictionary<string, string>? metadata = null;
        try
        {
            var json = new Utf8JsonReader(bytes);
            Next(ref json, JsonTokenType.StartObject);
            while (NextName(ref json, out var name))
            {
                if (name == "__metadata__")
                {
                    metadata = ReadMetadata(ref json);
                }
                else if (!entries.TryAdd(name, ReadEntry(ref json, name)))
                {
                    throw Wrong($"two tensors have the name `{name}`");
                }
            }

            // The reader objects to anything but white space behind it.
            json.Read();
        }
        catch (Exception thrown) when (thrown is JsonException or InvalidOperationException)
        {
            throw Wrong($"invalid JSON in header: {thrown.Message}", thrown);
        }

        List<SafeTensorsEntry> sorted = [.. entries.Values.OrderBy(static entry => entry.Begin).ThenBy(static entry => entry.End)];
        CheckCoverage(sorted);
        return new(sorted, metadata, start);
    }

    // Each begins where the one before it ends, so that nothing overlaps and nothing is hidden between them.
    private static void CheckCoverage(List<SafeTensorsEntry> sorted)
    {
        long end = 0;
        foreach (var entry in sorted)
        {
            if (entry.Begin != end || entry.End < entry.Begin)
            {
                throw Wrong($"invalid offset for tensor `{entry.Name}`");
            }

            if (DType.OfSafeTensors(entry.Type) is { } dtype && TensorBytes.Count(entry.Shape.AsSpan(), dtype) != entry.End - entry.Begin)
            {
                throw Wrong($"invalid shape, data type, or offset for tensor `{entry.Name}`");
            }

            end = entry.End;
        }
    }

    private static SafeTensorsEntry ReadEntry(ref Utf8JsonReader json, string name)
    {
        string? type = null;
        long[]? shape = null;
        long[]? offsets = null;
        Next(ref json, JsonTokenType.StartObject);
        while (NextName(ref json, out var field))
        {
            switch (field)
            {
                case "dtype":
                    type = NextString(ref json);
                    break;
                case "shape":
                    shape = NextNumbers(ref json);
                    break;
                case "data_offsets":
                    offsets = NextNumbers(ref json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        if (type is null || shape is null || offsets is not { Length: 2 })
        {
            throw Wrong($"the tensor `{name}` does not have a dtype, a shape and two offsets");
        }

        return Types.Contains(type) || OtherTypes.Contains(type)
            ? new(name, type, Shape.Wrap(shape), offsets[0], offsets[1])
            : throw Wrong($"unknown variant `{type}`, expected one of `{string.Join("`, `", Types.Concat(OtherTypes))}`");
    }

    private static OrderedDictionary<string, string>? ReadMetadata(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        var metadata = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        Expect(ref json, JsonTokenType.StartObject);
        while (NextName(ref json, out var key))
        {
            metadata[key] = NextString(ref json);
        }

        return metadata;
    }

    private static void Next(ref Utf8JsonReader json, JsonTokenType wanted)
    {
        json.Read();
        Expect(ref json, wanted);
    }

    private static void Expect(ref Utf8JsonReader json, JsonTokenType wanted)
    {
        if (json.TokenType != wanted)
        {
            throw Wrong($"invalid JSON in header: {json.TokenType} where {wanted} belongs");
        }
    }

    private static bool NextName(ref Utf8JsonReader json, [NotNullWhen(true)] out string? name)
    {
        json.Read();
        name = json.TokenType == JsonTokenType.PropertyName ? json.GetString()! : null;
        return name is not null;
    }

    private static string NextString(ref Utf8JsonReader json)
    {
        Next(ref json, JsonTokenType.String);
        return json.GetString()!;
    }

    private static long[] NextNumbers(ref Utf8JsonReader json)
    {
        Next(ref json, JsonTokenType.StartArray);
        var numbers = new List<long>();
        while (json.Read() && json.TokenType == JsonTokenType.Number)
        {
            numbers.Add(json.TryGetInt64(out var number) && number >= 0
                ? number
                : throw Wrong("invalid JSON in header: a size or an offset is no integer of 0 or more"));
        }

        Expect(ref json, JsonTokenType.EndArray);
        return [.. numbers];
    }

    private static int CompareUtf8(string? a, string? b) =>
        Encoding.UTF8.GetBytes(a!).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b!));

    // As Rust's serde_json, letter for letter.
    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '"' or '\\' => quoted.Append('\\').Append(letter),
                '\b' => quoted.Append(@"\b"),
                '\f' => quoted.Append(@"\f"),
                '\n' => quoted.Append(@"\n"),
                '\r' => quoted.Append(@"\r"),
                '\t' => quoted.Append(@"\t"),
                < ' ' => quoted.Append(CultureInfo.InvariantCulture, $@"\u{(int)letter:x4}"),
                _ => quoted.Append(letter),
            };
        }

        return quoted.Append('"').ToString();
    }
}
