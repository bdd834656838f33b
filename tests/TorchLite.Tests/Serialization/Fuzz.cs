using System.Diagnostics;

namespace TorchLite.Tests.Serialization;

/// <summary>Feeds a reader with broken files: it must answer with a value or with a typed error, soon, and in little memory.</summary>
internal static class Fuzz
{
    private static readonly byte[][] Tokens =
    [
        [0xFF, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0x7F], [0, 0, 0, 0x80], [0, 0, 0, 0],
        "99999999999"u8.ToArray(), "-1"u8.ToArray(), "("u8.ToArray(),
    ];

    /// <summary>Reads mutations of the seeds, always the same ones.</summary>
    /// <param name="inputs">How many.</param>
    /// <param name="seeds">Good files.</param>
    /// <param name="read">The reader; it disposes what it read.</param>
    public static void Run(int inputs, IReadOnlyList<byte[]> seeds, Action<Stream> read)
    {
        var random = new Random(1);
        var before = Peak();
        var (good, watch) = (0, Stopwatch.StartNew());
        var slowest = TimeSpan.Zero;
        for (var i = 0; i < inputs; i++)
        {
            var bytes = Mutate(seeds[i % seeds.Count], seeds[random.Next(seeds.Count)], random);
            var start = watch.Elapsed;
            try
            {
                read(new MemoryStream(bytes, writable: false));
                good++;
            }
            catch (TorchException)
            {
            }
            catch (Exception thrown)
            {
                Assert.Fail($"Input {i} brought {thrown}\n{Convert.ToBase64String(bytes)}");
            }

            var time = watch.Elapsed - start;
            slowest = time > slowest ? time : slowest;
        }

        var took = watch.Elapsed;
        TestContext.Out.WriteLine(
            $"{inputs} inputs, {good} of them read, {took.TotalSeconds:F1} s, the slowest {slowest.TotalMilliseconds:F1} ms");
        (Peak() - before).Should().BeLessThan(1L << 30, "memory must not grow with what a file claims");
        slowest.Should().BeLessThan(TimeSpan.FromSeconds(2));
        took.Should().BeLessThan(TimeSpan.FromSeconds(60));
    }

    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    private static byte[] Mutate(byte[] seed, byte[] other, Random random)
    {
        var bytes = seed.ToList();
        for (var changes = random.Next(1, 4); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 9), bytes.Count - at);
            switch (random.Next(8))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 5:
                    var token = Tokens[random.Next(Tokens.Length)];
                    for (var i = 0; i < token.Length && at + i < bytes.Count; i++)
                    {
                        bytes[at + i] = token[i];
                    }

                    break;
                case 6:
                    bytes[at] = (byte)(bytes[at] + random.Next(-2, 3));
                    break;
                default:
                    var from = random.Next(other.Length);
                    var piece = other.AsSpan(from, Math.Min(random.Next(1, 33), other.Length - from));
                    for (var i = 0; i < piece.Length && at + i < bytes.Count; i++)
                    {
                        bytes[at + i] = piece[i];
                    }

                    break;
            }
        }

        return [.. bytes];
    }
}
