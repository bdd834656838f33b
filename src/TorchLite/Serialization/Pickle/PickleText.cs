using System.Text;

namespace TorchLite.Serialization;

/// <summary>
/// Texts as Python's pickles hold them: UTF-8 that lets halves of surrogate pairs pass (<c>surrogatepass</c>), so that every text of
/// .NET's comes back as it was.
/// </summary>
internal static class PickleText
{
    private const int HalfLength = 3;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static byte[] Encode(string text)
    {
        try
        {
            return Strict.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            return EncodeHalves(text);
        }
    }

    /// <summary>Bytes as a string.</summary>
    /// <exception cref="TorchFileException">They are no such text.</exception>
    internal static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return DecodeHalves(bytes);
        }
    }

    private static byte[] EncodeHalves(string text)
    {
        var bytes = new MemoryStream();
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])))
            {
                bytes.Write([(byte)(0xe0 | (text[i] >> 12)), (byte)(0x80 | ((text[i] >> 6) & 0x3f)), (byte)(0x80 | (text[i] & 0x3f))]);
                continue;
            }

            var length = char.IsSurrogate(text[i]) ? 2 : 1;
            bytes.Write(Strict.GetBytes(text.Substring(i, length)));
            i += length - 1;
        }

        return bytes.ToArray();
    }

    private static string DecodeHalves(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        while (bytes.Length > 0)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var length) == System.Buffers.OperationStatus.Done)
            {
                text.Append(rune);
            }
            else if (bytes is [0xed, >= 0xa0 and <= 0xbf, >= 0x80 and <= 0xbf, ..])
            {
                text.Append((char)(0xd000 | ((bytes[1] & 0x3f) << 6) | (bytes[2] & 0x3f)));
                length = HalfLength;
            }
            else
            {
                throw new TorchFileException("the pickle in the file is malformed: a text in it is no UTF-8");
            }

            bytes = bytes[length..];
        }

        return text.ToString();
    }
}
