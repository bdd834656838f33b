using System.Text;
using TorchLite.Serialization;

namespace TorchLite.Jit;

/// <summary>
/// A TorchScript archive: a zip file of sources, pickles and the records of the tensors. All of it that libtorch trusts is looked at here
/// first, and what libtorch reads then is written anew: no header of a stranger's zip file reaches it.
/// </summary>
internal sealed class ScriptArchive
{
    private const int LongestSource = 1 << 28;
    private const string AdapterModule = "__torch__.torchlite_adapter";

    private readonly ArchiveSource source;
    private readonly ZipReader zip;
    private readonly string prefix;
    private readonly byte[] data;
    private readonly int dataStart;
    private readonly List<(string Name, byte[] Bytes)> sources = [];

    private ScriptArchive(Stream stream)
    {
        source = new(stream);
        zip = new(stream);
        if (zip.Entries.GroupBy(static entry => entry.Name).FirstOrDefault(static group => group.Count() > 1) is { } twice)
        {
            throw new TorchFileException($"the zip file has two entries of the name '{twice.Key}'");
        }

        prefix = zip.Entries.Count > 0 ? zip.Entries[0].Name.Split('/')[0] + "/" : "";
        var constants = zip.Find(prefix + "constants.pkl");
        if (zip.Find(prefix + "data.pkl") is not { } entry || constants is null)
        {
            throw new TorchFileException(
                zip.Find(prefix + "data.pkl") is not null ? "this is a file of torch.save: Torch.Load reads it"
                : zip.Entries.Any(static one => one.Name is "serialized_exported_program.json"
                    || one.Name.Contains("/models/", StringComparison.Ordinal))
                    ? "this is an exported program: Torch.Export.Load reads it"
                : zip.Find(prefix + "model.json") is not null ? "this is a TorchScript archive of before PyTorch 1.4, which is not read"
                : "this is no TorchScript archive: it has no constants.pkl");
        }

        data = zip.ReadAll(entry, PtReader.LongestPickle);
        var pickle = new ScriptPickle(data, LengthIn("data"));
        Module = pickle.Load() as PickledObject ?? throw new TorchFileException("the TorchScript archive holds no module");
        dataStart = pickle.Start;
        Constants = new ScriptPickle(zip.ReadAll(constants, PtReader.LongestPickle), LengthIn("constants")).Load() as object?[]
            ?? throw new TorchFileException("the constants of the TorchScript archive are no tuple");
        ReadSources();
    }

    /// <summary>The module's pickle.</summary>
    internal PickledObject Module { get; }

    /// <summary>The constants to which the sources refer by number.</summary>
    internal object?[] Constants { get; }

    /// <summary>The classes by their names.</summary>
    internal Dictionary<string, ScriptClass> Classes { get; } = new(StringComparer.Ordinal);

    /// <summary>The functions by their names.</summary>
    internal Dictionary<string, ScriptSignature> Functions { get; } = new(StringComparer.Ordinal);

    /// <summary>What the adapter's class is called.</summary>
    internal string Adapter { get; private set; } = AdapterModule;

    /// <summary>All parts of the sources.</summary>
    internal List<IReadOnlyList<ScriptToken>> Tokens { get; } = [];

    /// <summary>Reads an archive.</summary>
    /// <exception cref="TorchFileException">It is none, is damaged, or asks for what is not allowed.</exception>
    internal static ScriptArchive Read(Stream stream)
    {
        if (!ZipReader.IsZip(stream))
        {
            throw new TorchFileException("this is no TorchScript archive: it is no zip file");
        }

        try
        {
            return new(stream);
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException or IndexOutOfRangeException)
        {
            throw new TorchFileException($"the TorchScript archive is damaged: {e.Message}", e);
        }
    }

    /// <summary>The files that were saved beside the model.</summary>
    internal Dictionary<string, byte[]> ExtraFiles()
    {
        var folder = prefix + "extra/";
        return zip.Entries.Where(entry => entry.Name.StartsWith(folder, StringComparison.Ordinal))
            .ToDictionary(entry => entry.Name[folder.Length..], entry => zip.ReadAll(entry, Array.MaxLength));
    }

    /// <summary>The archive as libtorch is to read it: within an object of another class, which has the adapters.</summary>
    internal ArchiveImage Image(string adapters)
    {
        const string Root = "archive/";
        var image = new ArchiveImage(source);
        var writer = new ZipWriter(image);
        var (folder, name) = (Adapter[..Adapter.LastIndexOf('.')], Adapter[(Adapter.LastIndexOf('.') + 1)..]);

        // An object of the class, whose attributes are False, as it does not train, and the object of the archive.
        var head = Encoding.Latin1.GetBytes(
            $"\u0080\u0002c{folder}\n{name}\n)\u0081}}(X\u0008\0\0\0training\u0089X\u0006\0\0\0module");
        writer.Add(Root + "data.pkl", [.. head, .. data.AsSpan(dataStart, data.Length - dataStart - 1), .. "ub."u8]);
        writer.Add(Root + $"code/{folder.Replace('.', '/')}.py", Encoding.UTF8.GetBytes(adapters));
        foreach (var (file, bytes) in sources)
        {
            writer.Add(Root + file, bytes);
            if (zip.Find($"{prefix}{file}.debug_pkl") is { } places && zip.ReadAll(places, LongestSource) is var pickle
                && DebugPickle.IsSound(pickle))
            {
                writer.Add($"{Root}{file}.debug_pkl", pickle);
            }
        }

        foreach (var entry in zip.Entries.Where(entry => entry.Name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var file = entry.Name[prefix.Length..];
            if (file is "data.pkl" || file.StartsWith("code/", StringComparison.Ordinal)
                || file.StartsWith("extra/", StringComparison.Ordinal))
            {
                continue;
            }

            if (entry.IsStored)
            {
                writer.Add(Root + file, entry.Length, entry.Checksum, () => image.Place(zip.DataOf(entry), entry.Length));
            }
            else
            {
                writer.Add(Root + file, zip.ReadAll(entry, Array.MaxLength));
            }
        }

        writer.Finish();
        return image;
    }

    private void ReadSources()
    {
        const string Suffix = ".py";
        var folder = prefix + "code/";
        foreach (var entry in zip.Entries)
        {
            if (!entry.Name.StartsWith(folder, StringComparison.Ordinal) || !entry.Name.EndsWith(Suffix, StringComparison.Ordinal))
            {
                continue;
            }

            var bytes = zip.ReadAll(entry, LongestSource);
            var name = entry.Name[folder.Length..^Suffix.Length].Replace('/', '.');
            var reader = ScriptReader.Read(Encoding.UTF8.GetString(bytes), name);
            Tokens.Add(reader.Tokens);
            foreach (var one in reader.Classes)
            {
                if (!Classes.TryAdd(one.Name, one))
                {
                    throw new TorchFileException($"the TorchScript archive has two classes of the name {one.Name}");
                }
            }

            foreach (var function in reader.Functions)
            {
                Functions[$"{name}.{function.Name}"] = function;
            }

            sources.Add((entry.Name[prefix.Length..], bytes));
        }

        for (var number = 0; Classes.Keys.Any(name => name.StartsWith(Adapter, StringComparison.Ordinal)); number++)
        {
            Adapter = AdapterModule + number;
        }

        Adapter += ".Adapter";
    }

    private Func<string, long?> LengthIn(string folder) => key => zip.Find($"{prefix}{folder}/{key}")?.Length;
}
