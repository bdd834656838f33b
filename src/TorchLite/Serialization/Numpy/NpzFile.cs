using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchLite.Serialization;

namespace TorchLite;

/// <summary>The arrays of an .npz file by name, each read when it is asked for: NumPy's <c>NpzFile</c>.</summary>
/// <remarks>The tensors remain valid after the file is closed. Only one thread at a time may read.</remarks>
/// <example><code>
/// var path = Path.Combine(Path.GetTempPath(), "both.npz");
/// Npy.Savez(path, Torch.Ones(2), Torch.Arange(3));
/// using var npz = Npy.LoadNpz(path);
/// string.Join(", ", npz.Files)   // arr_0, arr_1
/// npz["arr_1"]                   // tensor([0, 1, 2])
/// </code></example>
public sealed class NpzFile : IReadOnlyDictionary<string, Tensor>, IDisposable
{
    private const string Ending = ".npy";

    private readonly Stream stream;
    private readonly bool leaveOpen;
    private readonly Transfer transfer;
    private readonly ZipReader zip;
    private readonly Dictionary<string, ZipEntry> entries = new(StringComparer.Ordinal);
    private readonly List<string> files = [];

    internal NpzFile(Stream stream, bool leaveOpen, IProgress<long>? progress)
    {
        this.stream = stream;
        this.leaveOpen = leaveOpen;
        transfer = new(progress);
        zip = new(stream);
        foreach (var entry in zip.Entries)
        {
            var name = entry.Name.EndsWith(Ending, StringComparison.Ordinal) ? entry.Name[..^Ending.Length] : entry.Name;
            if (!entries.ContainsKey(name))
            {
                files.Add(name);
            }

            // As to NumPy: of two of one name the last counts, and before it one that is named so without the ending.
            entries[name] = zip.Find(name) ?? entry;
        }
    }

    /// <summary>The names of the arrays, in the order of the file.</summary>
    public IReadOnlyList<string> Files => files;

    /// <summary>The number of arrays.</summary>
    public int Count => files.Count;

    /// <summary>The names of the arrays, in the order of the file.</summary>
    public IEnumerable<string> Keys => files;

    /// <summary>The arrays, read one after the other.</summary>
    public IEnumerable<Tensor> Values => files.Select(name => this[name]);

    /// <summary>Reads an array: each time a new tensor.</summary>
    /// <param name="key">Its name, with or without <c>.npy</c>.</param>
    /// <exception cref="KeyNotFoundException">The array does not exist.</exception>
    /// <exception cref="TorchFileException">
    /// The array is malformed, damaged or truncated, or compressed with a method other than deflate.
    /// </exception>
    /// <exception cref="TorchTypeException">No dtype holds the array's elements.</exception>
    public Tensor this[string key] =>
        TryGetValue(key, out var tensor) ? tensor : throw new KeyNotFoundException($"{key} is not a file in the archive");

    /// <summary>Whether there is an array of this name.</summary>
    /// <param name="key">The name.</param>
    /// <returns>Whether there is.</returns>
    public bool ContainsKey(string key) => Find(key) is not null;

    /// <summary>Reads an array if there is one of this name.</summary>
    /// <param name="key">The name.</param>
    /// <param name="value">The array.</param>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="TorchFileException">The array is malformed, damaged or truncated.</exception>
    /// <exception cref="TorchTypeException">No dtype holds the array's elements.</exception>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Tensor value)
    {
        value = null;
        if (Find(key) is { } entry)
        {
            using var bytes = zip.Open(entry);
            value = Npy.Read(bytes, transfer);
        }

        return value is not null;
    }

    /// <summary>Reads all arrays, one after the other.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<KeyValuePair<string, Tensor>> GetEnumerator()
    {
        foreach (var name in files)
        {
            yield return new(name, this[name]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        if (!leaveOpen)
        {
            stream.Dispose();
        }
    }

    private ZipEntry? Find(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return entries.GetValueOrDefault(key) ?? zip.Find(key);
    }
}
