using System.Text.Json;

namespace TorchLite.Export;

/// <summary>Python's JSON, which has NaN and infinities.</summary>
internal static class ExportJson
{
    private const int MostDepth = 256;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MostDepth };

    /// <summary>Reads a text, in which numbers that JSON does not have become strings.</summary>
    internal static JsonDocument Parse(byte[] text) => JsonDocument.Parse(Quoted(text), Options);

    /// <summary>A number as <see cref="Parse"/> leaves it.</summary>
    internal static double Number(JsonElement value) =>
        value.ValueKind != JsonValueKind.String ? value.GetDouble() : value.GetString() switch
    {
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        "NaN" => double.NaN,
        var text => throw new TorchFileException($"the exported program has '{text}' where a number belongs"),
    };

    /// <summary>A string that has to be there.</summary>
    internal static string Text(JsonElement value) =>
        value.GetString() ?? throw new TorchFileException("the exported program has null where a text belongs");

    // Outside of strings no other words of JSON begin with N or I.
    private static ReadOnlyMemory<byte> Quoted(byte[] text)
    {
        if (text.AsSpan().IndexOf("Infinity"u8) < 0 && text.AsSpan().IndexOf("NaN"u8) < 0)
        {
            return text;
        }

        var result = new MemoryStream(text.Length);
        var (isString, from) = (false, 0);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\' && isString)
            {
                at++;
            }
            else if (text[at] == '"')
            {
                isString = !isString;
            }
            else if (!isString && text[at] is (byte)'N' or (byte)'I')
            {
                var word = text[at] == 'N' ? "NaN"u8 : "Infinity"u8;
                if (text.AsSpan(at).StartsWith(word))
                {
                    var start = at > 0 && text[at - 1] == '-' ? at - 1 : at;
                    result.Write(text.AsSpan(from, start - from));
                    result.WriteByte((byte)'"');
                    result.Write(text.AsSpan(start, at + word.Length - start));
                    result.WriteByte((byte)'"');
                    at += word.Length - 1;
                    from = at + 1;
                }
            }
        }

        result.Write(text.AsSpan(from));
        return result.ToArray();
    }
}
