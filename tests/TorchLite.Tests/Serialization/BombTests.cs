using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace TorchLite.Tests.Serialization;

/// <summary>Small files that would fill the memory, or keep the processor busy: refused, or read in a time that fits their size.</summary>
[NonParallelizable]
public sealed class BombTests
{
    private static IEnumerable<TestCaseData> Pickles() => new (string Name, string Pickle, bool IsPacked)[]
    {
        ("lists", "](" + Repeat("]", 16_000_000) + "e", true),
        ("dicts", "](" + Repeat("}", 1_100_000) + "e", false),
        ("a long key", "}X\x20\xa1\x07\0" + Repeat("k", 500_000) + "q\x01K\x01s" + Repeat("h\x01Ns", 150_000), false),
        ("a tuple as key", "}(" + Repeat("K\x01", 250_000) + "tq\x01K\x01s" + Repeat("h\x01Ns", 150_000), false),
        ("sizes", "](ctorch\nSize\nq\x03(" + Repeat("K\x01", 100_000) + "t\x85q\x02R" + Repeat("h\x03h\x02R", 100_000) + "e", false),
        ("bytes", "](c_codecs\nencode\nq\x03X\x20\xa1\x07\0" + Repeat("k", 500_000) + "X\x06\0\0\0latin1\x86q\x02R"
            + Repeat("h\x03h\x02R", 100_000) + "e", false),
        ("tensors", "](ctorch._utils\n_rebuild_tensor_v2\nq\x01((X\x07\0\0\0storagectorch\nFloatStorage\nX\x01\0\0\0" + "0X\x03\0\0\0cpuKdtQ"
            + "K\0K\x01\x85K\x01\x85\x89" + "ccollections\nOrderedDict\n)Rtq\x02R" + Repeat("h\x01h\x02R", 200_000) + "e", false),
    }.Select(static bomb => new TestCaseData(bomb.Pickle, bomb.IsPacked).SetArgDisplayNames(bomb.Name));

    [TestCaseSource(nameof(Pickles))]
    public void A_pickle_makes_no_more_than_fits_its_size(string pickle, bool isPacked)
    {
        var file = File("\x80\x02" + pickle + ".", isPacked);
        var before = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();
        FluentActions.Invoking(() => Torch.Load(new MemoryStream(file)))
            .Should().Throw<TorchFileException>().WithMessage("*would make far more than a file of its size holds");
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10));
        (GC.GetTotalAllocatedBytes() - before).Should().BeLessThan(400L << 20);
    }

    [Test]
    public void What_a_large_pickle_really_holds_is_read()
    {
        var list = (List<object?>)Torch.Load(new MemoryStream(File("\x80\x02](" + Repeat("}q\x01", 100_000) + Repeat("K\x01", 400_000) + "e.", false)))!;
        list.Should().HaveCount(500_000);
    }

    [Test]
    public void A_row_of_a_million_columns_is_read_at_once()
    {
        Encoding[] encodings = [Encoding.ASCII, new UTF32Encoding(false, true)];
        foreach (var encoding in encodings)
        {
            var bytes = encoding.GetPreamble().Concat(encoding.GetBytes(Repeat("1,", 999_999) + "1\n")).ToArray();
            var watch = Stopwatch.StartNew();
            Csv.Load(new MemoryStream(bytes)).Shape.Should().Equal(1, 1_000_000);
            watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10));
        }
    }

    [Test]
    public void A_row_may_end_anywhere_in_what_is_read_at_a_time()
    {
        for (var first = 1; first <= 3; first++)
        {
            var text = new string('1', first) + "\r\n" + Repeat("1\r\n", 12_000) + "1\r";
            Csv.Load(new MemoryStream(Encoding.ASCII.GetBytes(text))).Shape.Should().Equal(12_002, 1);
        }
    }

    private static byte[] File(string pickle, bool isPacked)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put("x/data.pkl", Encoding.Latin1.GetBytes(pickle));
            Put("x/data/0", new byte[400]);

            void Put(string name, byte[] content)
            {
                using var entry = zip.CreateEntry(name, isPacked ? CompressionLevel.SmallestSize : CompressionLevel.NoCompression).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
