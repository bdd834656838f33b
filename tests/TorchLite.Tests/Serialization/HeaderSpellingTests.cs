using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace TorchLite.Tests.Serialization;

/// <summary>Headers of .npy files as others write them: NumPy reads 'float32', '?', u'&lt;f4', 0x2 and more.</summary>
public sealed class HeaderSpellingTests
{
    private const int Data = 96;

    // Python's type of error and the beginning of its text, and what is thrown here.
    private static readonly (string Type, string Text, string Here)[] Errors =
    [
        ("TypeError", "can't convert np.ndarray of type numpy.ulonglong", "value uint64"),
        ("TypeError", "can't convert np.ndarray of type numpy.void", "TorchTypeException: "),
        ("TypeError", "can't convert np.ndarray of type ", "TorchTypeException: can't convert np.ndarray of type "),
        ("ValueError", "given numpy array has byte order different", "TorchTypeException: can't convert np.ndarray of type "),
        ("ValueError", "descr is not a valid dtype descriptor: ", "TorchFileException: descr is not a valid dtype descriptor: "),
        ("ValueError", "Object arrays cannot be loaded", "TorchFileException: Object arrays cannot be loaded when allow_pickle=False"),
        ("ValueError", "shape is not valid: ", "TorchFileException: shape is not valid: "),
        ("ValueError", "fortran_order is not a valid bool: ", "TorchFileException: fortran_order is not a valid bool: "),
        ("ValueError", "Header does not contain the correct keys: ", "TorchFileException: Header does not contain the correct keys: "),
        ("ValueError", "Cannot parse header: ", "TorchFileException: Cannot parse header: "),
        ("ValueError", "malformed node or string", "TorchFileException: Cannot parse header: "),
        ("TokenError", "", "TorchFileException: Cannot parse header: "),
        ("TypeError", "'<' not supported", "TorchFileException: Cannot parse header: "),
        ("ValueError", "negative dimensions are not allowed", "TorchFileException: a tensor can not have the shape (-2)"),
        ("TypeError", "an integer is required", "TorchFileException: shape is not valid: "),
        ("IndexError", "tuple index out of range", "TorchFileException: descr is not a valid dtype descriptor: "),
        ("ValueError", "cannot reshape array", "TorchFileException: descr is not a valid dtype descriptor: '2f4'"),
        ("ValueError", "Failed to read all data for array.", "TorchFileException: descr is not a valid dtype descriptor: '2f4'"),
    ];

    [TestCase("torch-2.6")]
    [TestCase("torch-2.14")]
    public void A_header_is_understood_however_it_is_spelt(string version)
    {
        var lines = File.ReadAllLines(Path.Combine(RecordedFile.Folder, version, "headers.jsonl"));
        lines.Should().HaveCountGreaterThan(500);
        var wrong = new List<string>();
        foreach (var line in lines.Select(static line => JsonElement.Parse(line)))
        {
            var header = line.GetProperty("header").GetString()!;
            var got = Answer(() => Npy.Load(new MemoryStream(Content(header))), out var tensor);
            if (line.TryGetProperty("error", out var error))
            {
                var (type, text) = (error.GetProperty("type").GetString()!, error.GetProperty("text").GetString()!);
                var (_, _, here) = Errors.FirstOrDefault(row => row.Type == type && text.StartsWith(row.Text, StringComparison.Ordinal));
                if (here is null || !got.StartsWith(here, StringComparison.Ordinal))
                {
                    wrong.Add($"{header}: {got} instead of {type}: {text}");
                }
            }
            else if (new RecordedFile(version, header, line).Differences(tensor) is { Count: > 0 } differences)
            {
                wrong.Add($"{header}: {got} instead of {line.GetProperty("value")}; {differences[0]}");
            }
        }

        string.Join("\n", wrong).Should().BeEmpty();
    }

    [TestCase("'descr': '<f4'", "'descr': '" + "\\")]
    [TestCase("(2,)", "(0x,)")]
    [TestCase("(2,)", "(0x_1,)")]
    [TestCase("(2,)", "(1__0,)")]
    [TestCase("(2,)", "(99999999999999999999,)")]
    [TestCase("'<f4'", "'\\x3'")]
    [TestCase("'<f4'", "'\\U00110000'")]
    [TestCase("'<f4'", "x'<f4'")]
    [TestCase("'<f4'", "'''<f4'")]
    [TestCase("'<f4'", "u")]
    public void A_spelling_that_is_none_of_Pythons_is_refused(string from, string to)
    {
        var header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2,)}".Replace(from, to, StringComparison.Ordinal);
        Answer(() => Npy.Load(new MemoryStream(Content(header))), out _).Should().StartWith("TorchFileException: Cannot parse header: ");
    }

    private static string Answer(Func<Tensor> read, out Tensor? tensor)
    {
        tensor = null;
        try
        {
            tensor = read();
            return $"value {tensor.DType.Name}";
        }
        catch (Exception thrown)
        {
            return $"{thrown.GetType().Name}: {thrown.Message}";
        }
    }

    // As tests/reference/files_formats.py lays it out.
    private static byte[] Content(string header)
    {
        const int Before = 10, Alignment = 64;
        var text = Encoding.Latin1.GetBytes(header);
        var padding = (Alignment - ((Before + text.Length + 1) % Alignment)) % Alignment;
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(length, (ushort)(text.Length + padding + 1));
        return
        [
            0x93, .. "NUMPY\x01\0"u8, .. length, .. text, .. Enumerable.Repeat((byte)' ', padding), (byte)'\n',
            .. Enumerable.Range(0, Data).Select(static i => (byte)i),
        ];
    }
}
