using System.Collections;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace TorchLite.Probe;

/// <summary>
/// TorchScript archives that are damaged, or that a stranger changed: cut off, with other bytes, with other numbers or names in the
/// sources, with another pickle. Each is read and, where that goes and its source is as it was, run: another source is another program,
/// which may do anything.
/// </summary>
internal static partial class DamagedScripts
{
    private static readonly string[] Numbers = ["0", "1", "-1", "7", "2147483648", "-9223372036854775808", "1e30"];

    private static readonly string[] Files =
    [
        "mlp.script", "cnn.trace", "lstm.script", "gru.trace", "gpt.script", "detection.script", "indexing.trace", "typed.script",
        "arithmetic.script", "depthwise.trace", "tied.script", "counting.script", "sizes.script", "vae.script", "types.trace",
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
            var name = Files[random.Next(Files.Length)];
            var bytes = Damaged(DamagedModels.Bytes(zip.GetEntry(name + ".pt")!), random, out var isCode);
            try
            {
                using var scope = Torch.Scope();
                var module = Torch.Jit.Load(bytes);
                loaded++;
                _ = module.Graph + module + module.StateDict().Count;
                if (!isCode && name != "typed.script")
                {
                    var file = new MemoryStream(DamagedModels.Bytes(zip.GetEntry(name + ".out")!));
                    var recorded = (IReadOnlyDictionary<object, object?>)Torch.Load(file)!;
                    module.Call([.. ((IEnumerable)recorded["args"]!).Cast<object?>()]);
                    ran++;
                }
            }
            catch (Exception e) when (e is TorchException or ArgumentException or IOException)
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

    private static byte[] Damaged(byte[] file, Random random, out bool isCode)
    {
        isCode = false;
        if (random.Next(8) == 0)
        {
            return random.Next(2) == 0 ? file[..random.Next(file.Length)] : DamagedModels.Changed(file, random);
        }

        using var zip = new ZipArchive(new MemoryStream(file));
        var result = new MemoryStream();
        var kind = random.Next(5);
        var which = kind switch
        {
            0 or 1 => "data.pkl", 2 => ".py", 3 => ".debug_pkl", _ => zip.Entries[random.Next(zip.Entries.Count)].FullName,
        };
        var chosen = zip.Entries.Where(entry => entry.FullName.EndsWith(which, StringComparison.Ordinal)).ToArray();
        var changed = chosen.Length > 0 ? chosen[random.Next(chosen.Length)].FullName : "";
        isCode = changed.EndsWith(".py", StringComparison.Ordinal);
        using (var copy = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in zip.Entries)
            {
                var bytes = DamagedModels.Bytes(entry);
                bytes = entry.FullName != changed ? bytes : isCode && random.Next(4) > 0 ? Rewritten(bytes, random)
                    : DamagedModels.Changed(bytes, random);
                using var stream = copy.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
                stream.Write(bytes);
            }
        }

        return result.ToArray();
    }

    // Still a source, of another program.
    private static byte[] Rewritten(byte[] bytes, Random random)
    {
        var text = Encoding.UTF8.GetString(bytes);
        for (var n = 1 + random.Next(3); n > 0; n--)
        {
            var tokens = (random.Next(3) == 0 ? Number() : Word()).Matches(text);
            if (tokens.Count > 0)
            {
                var token = tokens[random.Next(tokens.Count)];
                var other = char.IsAsciiDigit(token.Value[0]) ? Numbers[random.Next(Numbers.Length)]
                    : tokens[random.Next(tokens.Count)].Value;
                text = string.Concat(text.AsSpan(0, token.Index), other, text.AsSpan(token.Index + token.Length));
            }
        }

        return Encoding.UTF8.GetBytes(text);
    }

    [GeneratedRegex(@"(?<![\w.])\d+(?![\w.])")]
    private static partial Regex Number();

    [GeneratedRegex(@"[A-Za-z_]\w*|[\[\](),:=]")]
    private static partial Regex Word();
}
