using System.IO.Compression;
using System.Numerics;
using System.Text;

namespace TorchLite.Tests.Serialization;

/// <summary>PyTorch's own files.</summary>
[NonParallelizable]
public sealed class PtTests
{
    // What PyTorch refuses, and what it reads but TorchLite has not: part of the message.
    private static readonly Dictionary<string, string> Refusals = new()
    {
        ["unknown.pt"] = "TorchFileException: Weights only load failed. WeightsUnpickler error: "
            + "Unsupported global: GLOBAL __main__.Unknown was not an allowed global by default. "
            + "It is Python's code, which is not run here: save there what it holds as tensors, such as net.state_dict() in the place of net.",
        ["evil.pt"] = "TorchFileException: Weights only load failed. WeightsUnpickler error: "
            + "Trying to load unsupported GLOBAL posix.system whose module posix is blocked.",
        ["sneaky.pt"] = "TorchFileException: Weights only load failed. WeightsUnpickler error: "
            + "Unsupported global: GLOBAL eval was not an allowed global by default.",
        ["numpy.pt"] = "TorchFileException: Weights only load failed. WeightsUnpickler error: "
            + "Unsupported global: GLOBAL numpy._core.multiarray._reconstruct was not an allowed global by default.",
        ["script.pt"] = "TorchFileException: Cannot use ``weights_only=True`` with TorchScript archives passed to ``torch.load``.",
        ["sparse.pt"] = "TorchTypeException: the file holds a sparse tensor (torch.sparse_coo), for which TorchLite has nothing",
        ["quantized.pt"] = "TorchTypeException: the file holds a quantized tensor (torch.qint8), for which TorchLite has nothing",
        ["missing.pt"] = "TorchTypeException: the file holds under 'coo' a sparse tensor (torch.sparse_coo), for which TorchLite has "
            + "nothing. Load with skip to have all the rest: it is told what is left out.",
        ["missing-state.pt"] = "TorchTypeException: the file holds under '1.weight' a quantized tensor (torch.quint8), for which TorchLite",
        ["legacy-missing.pt"] = "TorchTypeException: the file holds under 'coo' a sparse tensor (torch.sparse_coo), for which",
        ["legacy-evil.pt"] = "TorchFileException: Weights only load failed. WeightsUnpickler error: "
            + "Trying to load unsupported GLOBAL posix.system whose module posix is blocked.",
        ["legacy-wrong-size.pt"] = "TorchFileException: storage has wrong byte size: expected 6 got 5",
        ["legacy-cut-off.pt"] = "TorchFileException: the file is cut off: 3 bytes of its data are missing",
        ["legacy-no-such-storage.pt"] = "TorchFileException: storage key '6' not found in deserialized_objects",
        ["legacy-wrong-magic.pt"] = "TorchFileException: Invalid magic number; corrupt file?",
        ["legacy-wrong-version.pt"] = "TorchFileException: Invalid protocol version: 1002",
        ["tar.pt"] = "TorchFileException: Cannot use ``weights_only=True`` with files saved in the legacy .tar format.",
        ["bzip2.pt"] = "TorchFileException: the entry 'archive/byteorder' of the zip file is packed with bzip2, which can not be read "
            + "here. Write the file anew, plain or with deflate.",
    };

    // Written differently on purpose: every dictionary but a state dict becomes a dict, and a set has no order.
    private static readonly string[] NotTheSameBytes =
    [
        "values.pt", "parameter.pt", "deflated.pt", "attributes.pt", "sets.pt", "counter.pt", "keys.pt",
        "storage.pt", "storages.pt", "meta.pt", "two-dtypes.pt", "bytearray.pt", "at100.pt",
    ];

    private static IEnumerable<TestCaseData> Recorded() =>
        from folder in Directory.GetDirectories(RecordedFile.Folder).Order(StringComparer.Ordinal)
        from path in Directory.GetFiles(folder, "*.pt*").Order(StringComparer.Ordinal)
        select new TestCaseData(path).SetArgDisplayNames(Path.GetRelativePath(RecordedFile.Folder, path));

    private static IEnumerable<TestCaseData> WrittenBy214() =>
        Recorded().Where(static test => ((string)test.Arguments[0]!).Contains("torch-2.14", StringComparison.Ordinal)
            && Path.GetFileName((string)test.Arguments[0]!) is var name && !name.Contains("legacy", StringComparison.Ordinal)
            && !Refusals.Keys.Concat(NotTheSameBytes).Contains(name));

    [TestCaseSource(nameof(Recorded))]
    public void A_file_of_PyTorch_is_read_as_PyTorch_reads_it(string path)
    {
        if (Refusals.TryGetValue(Path.GetFileName(path), out var refusal))
        {
            Refused(() => Torch.Load(path)).Should().StartWith(refusal);
            if (!path.Contains("legacy", StringComparison.Ordinal))
            {
                Refused(() => Torch.Load(path, mmap: true)).Should().StartWith(refusal);
            }

            return;
        }

        var file = Expectation(path);
        var begin = Path.GetFileName(path).StartsWith("at100", StringComparison.Ordinal) ? 100 : 0;
        using (var stream = File.OpenRead(path))
        {
            stream.Position = begin;
            file.Differences(Torch.Load(stream)).Should().BeEmpty();
        }

        if (begin == 0)
        {
            file.Differences(Torch.Load(path)).Should().BeEmpty();
            if (!path.Contains("legacy", StringComparison.Ordinal))
            {
                file.Differences(Torch.Load(path, mmap: true)).Should().BeEmpty();
            }
        }

        using var again = File.OpenRead(path);
        again.Position = begin;
        using var bytes = new MemoryStream();
        Torch.Save(Torch.Load(again), bytes);
        bytes.Position = 0;
        file.Differences(Torch.Load(bytes)).Should().BeEmpty("it comes back from here too");
    }

    [TestCaseSource(nameof(WrittenBy214))]
    public void A_file_is_written_byte_for_byte_as_PyTorch_writes_it(string path)
    {
        using var folder = new TemporaryFolder();
        var name = Path.GetFileName(path);
        Torch.Save(Torch.Load(path), folder[name]);

        // The last record of PyTorch's is a hash that depends on the machine; TorchLite has none.
        var (wanted, written) = (File.ReadAllBytes(path), File.ReadAllBytes(folder[name]));
        var end = wanted.AsSpan().IndexOf(Encoding.ASCII.GetBytes("/.data/serialization_id")) - 30
            - Path.GetFileNameWithoutExtension(name).Length;
        written.AsSpan(0, end).ToArray().Should().Equal(wanted[..end]);

        // The directory too, but for that record.
        var theirs = wanted.AsSpan()[wanted.AsSpan().IndexOf("PK\x01\x02"u8)..wanted.AsSpan().LastIndexOf("PK\x01\x02"u8)].ToArray();
        written.AsSpan(end, theirs.Length).ToArray().Should().Equal(theirs);
        written.AsSpan(end + theirs.Length, 4).ToArray().Should().Equal("PK\x06\x06"u8.ToArray());
        folder.Names.Should().Equal(name);
    }

    [Test]
    public void The_state_dict_of_a_model_is_read_by_name()
    {
        var folder = Path.Combine(RecordedFile.Folder, "torch-2.14");
        var state = Torch.LoadStateDict(Path.Combine(folder, "state_dict.pth"));
        var inner = Torch.LoadStateDict(Path.Combine(folder, "checkpoint.pt"), key: "model", mmap: true);

        state.Keys.Should().Equal("0.weight", "0.bias", "1.weight", "1.bias", "1.running_mean", "1.running_var", "1.num_batches_tracked");
        inner.Keys.Should().Equal(state.Keys);
        Refused(() => Torch.LoadStateDict(Path.Combine(folder, "checkpoint.pt"))).Should()
            .Be("TorchTypeException: the file has under 'model' no tensor, but a value of type dict. "
                + "There are tensors under 'model': LoadStateDict(f, key: \"model\")");
        Refused(() => Torch.LoadStateDict(Path.Combine(folder, "checkpoint.pt"), key: "epoch")).Should()
            .Be("TorchTypeException: the file holds no dict of tensors");
        Refused(() => Torch.LoadStateDict(Path.Combine(folder, "checkpoint.pt"), key: "x")).Should()
            .Be("KeyNotFoundException: the file has no 'x'");
    }

    [Test]
    public void Everything_that_may_be_saved_comes_back()
    {
        var list = new List<object?> { 1, "a" };
        list.Add(list);
        var values = new object?[]
        {
            null, true, (byte)200, 300, -5, 1L << 40, ulong.MaxValue, BigInteger.Pow(7, 100), 0.5f, 0.1, double.NaN, "ä\U0001F600", "",
            new byte[] { 0, 255 }, Array.Empty<byte>(), new Complex(1, -2), new Shape(2, 3), new Shape(), DType.Bfloat16,
            new Device("cuda:1"), (1, "two", 3.0), new HashSet<object> { 1L, "x" },
            new Dictionary<object, object?> { [1L] = "one", ["n"] = null },
            new Dictionary<string, Tensor>().AsReadOnly(), new[] { 1.5, 2.5 }, (Scalar)7,
        };

        var back = (object?[])Roundtrip(values)!;
        back.Select(Text).Should().Equal(
            "null", "True", "200", "300", "-5", "1099511627776", "18446744073709551615", BigInteger.Pow(7, 100).ToString(), "0.5", "0.1",
            "NaN", "ä\U0001F600", "", "Byte[] 0 255", "Byte[]", "<1; -2>", "torch.Size([2, 3])", "torch.Size([])", "torch.bfloat16",
            "cuda:1", "Object[] 1 two 3", "HashSet`1 1 x", "OrderedDictionary`2 [1, one] [n, ]", "OrderedDictionary`2",
            "List`1 1.5 2.5", "7");
        var again = (List<object?>)Roundtrip(list)!;
        again[2].Should().BeSameAs(again);

        static string Text(object? value) => value switch
        {
            null => "null",
            string text => text,
            Shape shape => shape.ToString(),
            System.Collections.IEnumerable items => string.Join(
                " ",
                items.Cast<object>()
                    .Select(static item => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{item}"))
                    .Prepend(value.GetType().Name)),
            _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
        };
    }

    [Test]
    public void Tensors_that_share_memory_share_it_when_they_come_back()
    {
        var x = Torch.Arange(10);
        var back = (object?[])Roundtrip(new object?[] { x[2..5], x, x, x.View(2, 5).T })!;

        ((Tensor)back[1]!).Fill_(7);
        back[0]!.ToString().Should().Be("tensor([7, 7, 7])");
        back[2].Should().BeSameAs(back[1]);
        ((Tensor)back[3]!).Stride().Should().Equal(1, 5);
    }

    [Test]
    public void What_can_not_be_saved_is_refused_and_no_file_is_left()
    {
        using var folder = new TemporaryFolder();
        var z = Torch.Ones([1], dtype: DType.Complex64);
        Refused(() => Torch.Save(new Version(1, 0), folder["x"])).Should().StartWith("TorchTypeException: can't pickle System.Version");
        Refused(() => Torch.Save(new List<object> { z, z.ViewAsReal() }, folder["x"])).Should()
            .Be("TorchException: Cannot save multiple tensors or storages that view the same data as different types");
        object deep = 1;
        for (var i = 0; i < 100_000; i++)
        {
            deep = new List<object> { deep };
        }

        Refused(() => Torch.Save(deep, folder["x"])).Should()
            .Be("TorchException: maximum recursion depth exceeded while pickling an object");
        folder.Names.Should().BeEmpty();
    }

    [Test]
    public void A_tensor_of_a_GPU_asks_where_to_go()
    {
        using var bytes = new MemoryStream();
        Torch.Save(Torch.Arange(2), bytes);
        var elsewhere = Changed(bytes.ToArray(), "X\x03\0\0\0cpu"u8, "X\x04\0\0\0cuda"u8);
        if (!Torch.Cuda.IsAvailable())
        {
            Refused(() => Torch.Load(new MemoryStream(elsewhere))).Should()
                .StartWith("TorchException: Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is False.");
        }

        Torch.Load(new MemoryStream(elsewhere), mapLocation: "cpu")!.ToString().Should().Be("tensor([0, 1])");
        Torch.Load(new MemoryStream(elsewhere), mapLocation: "meta")!.ToString().Should().Contain("device='meta'");
    }

    [Test]
    public void A_pickle_can_not_reach_outside_its_storage()
    {
        using var bytes = new MemoryStream();
        Torch.Save(Torch.Arange(6.0), bytes);

        // The number of elements of the tensor, six, as seven; and its step as two.
        Refused(() => Torch.Load(new MemoryStream(Changed(bytes.ToArray(), "QK\0K\x06"u8, "QK\0K\x07"u8)))).Should()
            .Be("TorchFileException: a tensor of the file reaches outside its storage");
        Refused(() => Torch.Load(new MemoryStream(Changed(bytes.ToArray(), "QK\0K"u8, "QK\x01K"u8)))).Should()
            .Be("TorchFileException: a tensor of the file reaches outside its storage");
        Refused(() => Torch.Load(new MemoryStream(Changed(bytes.ToArray(), "K\x06tq"u8, "K\x07tq"u8)))).Should()
            .Contain("has 24 bytes, and should have 7 elements of torch.float32");
    }

    [Test]
    public void A_pickle_of_nothing_but_openings_or_a_loop_is_no_danger()
    {
        foreach (var (pickle, error) in new[]
                 {
                     (new string('(', 1 << 20), "malformed"), (new string(']', 1 << 20) + new string('a', 1 << 20), "malformed"),
                     ("\x80\x02]q\0h\0a.", null),
                     (
                         "\x80\x02" + string.Concat(Enumerable.Repeat("]q\0", 100_000))
                         + string.Concat(Enumerable.Repeat("a", 99_999)) + ".", null),
                     ("\x80\x04\x95", "Unsupported operand 149"), ("\x80\x02}]Ns.", "a key of the type list is not supported"),
                     ("X\x01\0\0\0\xff.", "a text in it is no UTF-8"),
                     (
                         "ctorch._tensor\n_rebuild_from_type_v2\n(ctorch._tensor\n_rebuild_from_type_v2\nctorch\nTensor\n)NtR.",
                         "arguments that it does not take"),
                     ("cos\nsystem\n(X\x02\0\0\0hitR.", "os.system whose module os is blocked"),
                     ("ctorch\nSize\n.", "by itself"), ("", "cut off"), ("X\xff\xff\xff\xff", "cut off"), ("h\x05.", "memo 5 is empty"),
                     ("ctorch._utils\n_rebuild_tensor_v2\n)R.", "arguments that it does not take"),
                 })
        {
            var read = () => Torch.Load(Zip(("a/data.pkl", Encoding.Latin1.GetBytes(pickle))));
            if (error is null)
            {
                read.Should().NotThrow();
            }
            else
            {
                Refused(() => read()).Should().MatchRegex("^Torch(File|Type)Exception").And.Contain(error);
            }
        }
    }

    [Test]
    public void A_zip_file_that_is_none_of_PyTorch_is_refused()
    {
        Refused(() => Torch.Load(new MemoryStream([1, 2, 3]))).Should()
            .Be("TorchFileException: this is no file of torch.save: it is no zip file, and no pickle");
        Refused(() => Torch.Load(Zip(("x", [])))).Should().Be("TorchFileException: this is no file of torch.save: it has no data.pkl");
        Refused(() => Torch.Load(new MemoryStream([.. "PK\x03\x04"u8, 0]))).Should().Contain("it has no directory at its end");
        Refused(() => Torch.Load(new NpyTests.OnlyForward([1]))).Should().StartWith("ArgumentException: ");

        // 100 MB of nothing, packed into 100 kB.
        Refused(() => Torch.Load(Zip(("a/data.pkl", new byte[100 << 20])))).Should().Contain("longer than it can be");
    }

    [Test]
    public void The_progress_is_told_until_the_end()
    {
        using var folder = new TemporaryFolder();
        var (written, read) = (new List<long>(), new List<long>());
        Torch.Save(Torch.Zeros(3 << 20), folder["x.pt"], new NpyTests.Progress(written.Add));
        Torch.Load(folder["x.pt"], progress: new NpyTests.Progress(read.Add));

        written.Should().Equal(4L << 20, 8L << 20, 12L << 20);
        read.Should().EndWith(12L << 20);
    }

    [Test]
    public void A_hundred_thousand_broken_files_do_no_harm() => Fuzz.Run(100_000, Seeds(), static stream => Dispose(Torch.Load(stream)));

    [Test]
    public void A_hundred_thousand_broken_pickles_do_no_harm()
    {
        // Read from the file, and put where no checksum is in the way: a good file with other bytes in its pickle.
        var pickles = Seeds().Where(static bytes => bytes.AsSpan().StartsWith("PK"u8)).Select(static bytes =>
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            using var pickle = new MemoryStream();
            using var entry = zip.Entries.First(static entry => entry.Name == "data.pkl").Open();
            entry.CopyTo(pickle);
            return pickle.ToArray();
        }).ToList();

        Fuzz.Run(100_000, pickles, static stream => Dispose(new TorchLite.Serialization.Unpickler(
            new(((MemoryStream)stream).ToArray()),
            static id => id is ["storage", TorchLite.Serialization.PickleStorageType type, string, string, long count]
                ? new TorchLite.Serialization.PtStorage(
                    type.DType, Math.Clamp(count, 0, 100), null, static (shape, dtype) => Torch.Zeros(shape, dtype))
                : throw new TorchFileException("no storage"), new(stream.Length)).Load()));
    }

    // PyTorch writes its newer dtypes to the old format, but does not read them from it: as the new format has them.
    private static RecordedFile Expectation(string path)
    {
        var file = RecordedFile.All.Single(file => file.Location == path);
        return file.Error is { } error && error.EndsWith("UntypedStorage' has no attribute 'dtype'", StringComparison.Ordinal)
            ? RecordedFile.All.Single(
                other => other.Version == file.Version && other.Name == file.Name["legacy-".Length..])
            : file;
    }

    private static object? Roundtrip(object? value)
    {
        using var bytes = new MemoryStream();
        Torch.Save(value, bytes);
        bytes.Position = 0;
        return Torch.Load(bytes);
    }

    private static List<byte[]> Seeds() =>
        [.. Recorded().Select(static test => (string)test.Arguments[0]!)
            .Where(static path => Path.GetFileName(path) is not ("script.pt" or "bzip2.pt"))
            .Select(File.ReadAllBytes)];

    private static void Dispose(object? value)
    {
        switch (value)
        {
            case Tensor tensor:
                tensor.Dispose();
                break;
            case List<object?> list:
                list.OfType<Tensor>().ToList().ForEach(static tensor => tensor.Dispose());
                break;
            case OrderedDictionary<object, object?> dict:
                dict.Values.OfType<Tensor>().ToList().ForEach(static tensor => tensor.Dispose());
                break;
        }
    }

    // The file with some bytes replaced, whose checksums are put right by writing it anew.
    private static byte[] Changed(byte[] file, ReadOnlySpan<byte> from, ReadOnlySpan<byte> to)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        var entries = new List<(string, byte[])>();
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            var content = bytes.ToArray();
            if (entry.Name == "data.pkl")
            {
                var at = content.AsSpan().IndexOf(from);
                at.Should().BePositive();
                content = [.. content[..at], .. to, .. content[(at + from.Length)..]];
            }

            entries.Add((entry.FullName, content));
        }

        return Zip([.. entries]).ToArray();
    }

    private static MemoryStream Zip(params (string Name, byte[] Bytes)[] entries)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        bytes.Position = 0;
        return bytes;
    }

    private static string Refused(Action action)
    {
        var thrown = action.Should().Throw<Exception>().Which;
        return $"{thrown.GetType().Name}: {thrown.Message}";
    }

    private static string Refused(Func<object?> action) => Refused(() => { action(); });
}
