using System.Collections;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace TorchLite.Probe;

/// <summary>
/// Exported programs that are damaged, or that a stranger changed: cut off, with other bytes, with other numbers in the graph, with one
/// name in the place of another. Each is read and, where that goes, run.
/// </summary>
internal static partial class DamagedModels
{
    private static readonly string[] Numbers =
        ["0", "1", "-1", "2", "7", "64", "-9", "2147483648", "4611686018427387904", "-9223372036854775808", "1e30"];

    // Small ones, of many operators.
    private static readonly string[] Names =
    [
        "mlp.dynamic", "cnn.core", "lstm", "gru.core", "gpt.dynamic", "encoder", "detection", "indexing.core", "reducing.core",
        "arithmetic", "pooling", "pooling.core", "fourier.core", "spectrogram", "arguments", "condition", "nested_condition", "counting",
        "heads.core", "sizes.dynamic", "item", "losses.core", "solving.core", "norms.core", "gcn", "mixed", "changes", "convolutions",
        "activations.core", "types.core", "without_grad",
    ];

    internal static int Run(string path, int from, int count)
    {
        using var zip = ZipFile.OpenRead(path);
        var (loaded, ran) = (0, 0);
        for (var i = from; i < from + count; i++)
        {
            Console.WriteLine($"#{i}");
            Console.Out.Flush();
            var random = new Random(i);
            var name = Names[random.Next(Names.Length)];
            var bytes = Damaged(Bytes(zip.GetEntry(name + ".pt2")!), random);
            try
            {
                using var scope = Torch.Scope();
                var program = Torch.Export.Load(new MemoryStream(bytes));
                _ = (program.ToString(), program.ToMermaid(), program.ToGraphviz(), program.Operators());
                var module = program.Module();
                loaded++;
                module.NodeByNode = i % 2 == 0;
                var recorded = (IReadOnlyDictionary<object, object?>)Torch.Load(new MemoryStream(Bytes(zip.GetEntry(name + ".pt")!)))!;
                var named = ((IReadOnlyDictionary<object, object?>)recorded["kwargs"]!)
                    .ToDictionary(static one => (string)one.Key, static one => one.Value);
                var result = module.Call([.. ((IEnumerable)recorded["args"]!).Cast<object?>()], named);
                ran++;
                if (result is Tensor { RequiresGrad: true } tensor)
                {
                    tensor.Sum().Backward();
                }
            }
            catch (Exception e) when (e is TorchException or TorchFileException or ArgumentException or IOException)
            {
                // What a damaged file may be answered with.
            }
            catch (Exception e)
            {
                Console.WriteLine($"WRONG {i} {name}: {e}");
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count} files, {loaded} loaded, {ran} ran, {Environment.WorkingSet >> 20} MB"));
        return 0;
    }

    internal static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static byte[] Damaged(byte[] file, Random random)
    {
        if (random.Next(8) == 0)
        {
            return random.Next(2) == 0 ? file[..random.Next(file.Length)] : Changed(file, random);
        }

        using var zip = new ZipArchive(new MemoryStream(file));
        var result = new MemoryStream();
        var which = random.Next(zip.Entries.Count);
        var isGraph = random.Next(5) > 0;
        using (var copy = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < zip.Entries.Count; i++)
            {
                var bytes = Bytes(zip.Entries[i]);
                var name = zip.Entries[i].FullName;
                bytes = isGraph && (name.EndsWith("/model.json", StringComparison.Ordinal)
                    || name.EndsWith("_program.json", StringComparison.Ordinal))
                    ? Rewritten(bytes, random) : !isGraph && i == which ? Changed(bytes, random) : bytes;
                using var stream = copy.CreateEntry(name, CompressionLevel.NoCompression).Open();
                stream.Write(bytes);
            }
        }

        return result.ToArray();
    }

    internal static byte[] Changed(byte[] bytes, Random random)
    {
        for (var n = bytes.Length == 0 ? 0 : 1 + random.Next(4); n > 0; n--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }

    // Still JSON, of another program.
    private static byte[] Rewritten(byte[] bytes, Random random)
    {
        var text = Encoding.UTF8.GetString(bytes);
        for (var n = 1 + random.Next(3); n > 0; n--)
        {
            var tokens = (random.Next(3) == 0 ? Number() : Word()).Matches(text);
            if (tokens.Count == 0)
            {
                continue;
            }

            var token = tokens[random.Next(tokens.Count)];
            var other = char.IsAsciiDigit(token.Value[^1]) && token.Value[0] != '"'
                ? Numbers[random.Next(Numbers.Length)] : tokens[random.Next(tokens.Count)].Value;
            Console.WriteLine($"  {text.AsSpan(Math.Max(token.Index - 100, 0), Math.Min(token.Index, 100))}{token.Value} -> {other}");
            text = string.Concat(text.AsSpan(0, token.Index), other, text.AsSpan(token.Index + token.Length));
        }

        return Encoding.UTF8.GetBytes(text);
    }

    [GeneratedRegex(@"(?<=: |\[|, )-?\d+(\.\d+)?(?=[,}\]])")]
    private static partial Regex Number();

    // Names of values and targets; not the lines of source.
    [GeneratedRegex("\"[\\w.]{1,60}\"")]
    private static partial Regex Word();
}
