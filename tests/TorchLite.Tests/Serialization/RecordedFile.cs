using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using TorchLite.Tests.Reference;

namespace TorchLite.Tests.Serialization;

/// <summary>A file that Python wrote, and what Python reads from it: tests/reference/files.</summary>
public sealed record RecordedFile(string Version, string Name, JsonElement Expected)
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "reference", "files");

    /// <summary>Every recorded file.</summary>
    public static ImmutableArray<RecordedFile> All { get; } =
    [
        .. from folder in Directory.GetDirectories(Folder).Order(StringComparer.Ordinal)
           from line in File.ReadLines(Path.Combine(folder, "expected.jsonl")).Skip(1)
           let record = JsonElement.Parse(line)
           select new RecordedFile(Path.GetFileName(folder), record.GetProperty("file").GetString()!, record)
    ];

    public string Location => Path.Combine(Folder, Version, Name);

    /// <summary>Python's error, if that is what it answered.</summary>
    public string? Error => Expected.TryGetProperty("error", out var error) ? error.GetProperty("text").GetString() : null;

    public override string ToString() => $"{Version}/{Name}";

    /// <summary>The files with this ending, as cases of a test.</summary>
    public static IEnumerable<TestCaseData> With(params string[] endings) =>
        All.Where(file => endings.Contains(Path.GetExtension(file.Name)))
            .Select(file => new TestCaseData(file).SetArgDisplayNames(file.ToString()));

    /// <summary>Where the value that was read is not what Python read; empty where it is.</summary>
    public IReadOnlyList<string> Differences(object? value)
    {
        var differences = new List<string>();
        Compare(Expected.GetProperty("value"), value, "value", differences, []);
        return differences;
    }

    private static void Compare(JsonElement wanted, object? got, string at, List<string> found, Dictionary<int, nint> storages)
    {
        if (wanted.ValueKind == JsonValueKind.Null || IsMissing(wanted) || got is null)
        {
            // No key of .NET's is null.
            Note((wanted.ValueKind == JsonValueKind.Null || IsMissing(wanted)) && got is null or DBNull, "null");
            return;
        }

        var (tag, content) = wanted.EnumerateObject().Select(static tag => (tag.Name, tag.Value)).First();
        switch (tag)
        {
            case "t":
                CompareTensors(content, (Tensor)got, at, found, storages);
                break;
            case "dict":
                var pairs = got is IReadOnlyDictionary<string, Tensor> tensors
                    ? tensors.Select(static pair => (Key: (object?)pair.Key, Value: (object?)pair.Value)).ToList()
                    : ((OrderedDictionary<object, object?>)got).Select(static pair => (Key: (object?)pair.Key, pair.Value)).ToList();
                var there = content.EnumerateArray().Where(static pair => !IsMissing(pair[1])).ToList();
                Note(pairs.Count == there.Count, $"{pairs.Count} pairs");
                foreach (var (pair, (key, value)) in there.Zip(pairs))
                {
                    Compare(pair[0], key, at + ".key", found, storages);
                    Compare(pair[1], value, $"{at}[{key}]", found, storages);
                }

                break;
            case "list" or "tuple":
                Note((tag == "tuple") == got is object?[], got.GetType().Name);
                var items = ((IEnumerable)got).Cast<object?>().ToList();
                Note(items.Count == content.GetArrayLength(), $"{items.Count} items");
                foreach (var (item, value) in content.EnumerateArray().Zip(items))
                {
                    Compare(item, value, at + "[]", found, storages);
                }

                break;
            case "set":
                Note(content.GetArrayLength() == ((ISet<object>)got).Count, "a set");
                break;
            default:
                Note(Text(tag, content) == Text(got), $"{got} ({got.GetType().Name})");
                break;
        }

        void Note(bool holds, string what)
        {
            if (!holds)
            {
                found.Add($"{at}: {what} instead of {wanted}");
            }
        }
    }

    // What TorchLite does not have, and leaves out when it is asked to.
    private static bool IsMissing(JsonElement wanted) =>
        wanted.ValueKind == JsonValueKind.Object && wanted.TryGetProperty("missing", out _);

    private static void CompareTensors(JsonElement wanted, Tensor got, string at, List<string> found, Dictionary<int, nint> storages)
    {
        Same("dtype", wanted.GetProperty("dtype").GetString()!, got.DType.Name);
        Same("shape", wanted.GetProperty("shape").ToString(), $"[{got.Shape.Join()}]");
        Same("meta", wanted.TryGetProperty("meta", out _).ToString(), got.IsMeta.ToString());
        if (!got.IsMeta)
        {
            Same("data", wanted.GetProperty("data").GetString()!, Convert.ToBase64String(TensorData.Bytes(got)));
        }

        Same("requires_grad", wanted.TryGetProperty("requires_grad", out _).ToString(), got.RequiresGrad.ToString());
        Same("leaf", "True", got.IsLeaf.ToString());
        Same("conj", wanted.TryGetProperty("conj", out _).ToString(), got.IsConj().ToString());
        if (got.Numel() > 0)
        {
            Same("stride", wanted.GetProperty("stride").ToString(), $"[{string.Join(", ", got.Stride())}]");
        }

        if (wanted.TryGetProperty("storage", out var storage))
        {
            var address = got.DataPtr() - (nint)(got.StorageOffset() * got.Itemsize);
            if (storages.TryAdd(storage.GetInt32(), address))
            {
                Same("storage", "of its own", storages.Values.Count(other => other == address) == 1 ? "of its own" : "shared");
            }
            else
            {
                Same(
                    "storage", storages[storage.GetInt32()].ToString(CultureInfo.InvariantCulture),
                    address.ToString(CultureInfo.InvariantCulture));
            }
        }

        void Same(string what, string right, string actual)
        {
            if (right.Replace(" ", "", StringComparison.Ordinal) != actual.Replace(" ", "", StringComparison.Ordinal))
            {
                found.Add($"{at}: {what} is {actual} instead of {right}");
            }
        }
    }

    // A value with its type, from both sides.
    private static string Text(string tag, JsonElement content) => tag switch
    {
        "c" => $"c {Float(content[0].GetString()!)} {Float(content[1].GetString()!)}",
        "f" => "f " + Float(content.GetString()!).ToString("R", CultureInfo.InvariantCulture),
        "size" => "size torch.Size("
            + content.ToString().Replace(",", ", ", StringComparison.Ordinal).Replace(",  ", ", ", StringComparison.Ordinal) + ")",
        "dtype" => "dtype torch." + content,
        "layout" => "layout " + Naming.Words(content.GetString()!["torch.".Length..]),
        _ => $"{tag} {content}",
    };

    private static string Text(object? value) => value switch
    {
        bool b => $"b {b}",
        long i => "i " + i.ToString(CultureInfo.InvariantCulture),
        BigInteger i => "i " + i.ToString(CultureInfo.InvariantCulture),
        double f => "f " + f.ToString("R", CultureInfo.InvariantCulture),
        Complex c => $"c {c.Real} {c.Imaginary}",
        byte[] bytes => "bytes " + Convert.ToBase64String(bytes),
        string s when HasHalf(s) => "utf16 " + Utf16(s),
        string s => "s " + s,
        Shape size => "size " + size,
        DType dtype => "dtype " + dtype,
        Device device => "device " + device,
        Layout layout => "layout " + layout,
        _ => value?.GetType().Name ?? "null",
    };

    /// <summary>Whether a text has half of a surrogate pair, which no JSON text should hold.</summary>
    internal static bool HasHalf(string text) => text.EnumerateRunes().Any(static rune => rune == Rune.ReplacementChar);

    /// <summary>The text in base 64, half of a pair or not.</summary>
    internal static string Utf16(string text) => Convert.ToBase64String(MemoryMarshal.AsBytes(text.AsSpan()));

    private static double Float(string text) => text switch
    {
        "nan" => double.NaN,
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
