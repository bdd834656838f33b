using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using TorchLite.Tests.Reference;

namespace TorchLite.Tests.Serialization;

/// <summary>NumPy's files.</summary>
[NonParallelizable]
public sealed class NpyTests
{
    private static IEnumerable<TestCaseData> Recorded() => RecordedFile.With(".npy", ".npz");

    // What np.save wrote, and only it can have written: not by hand, not another order of bytes or version than its own.
    private static IEnumerable<TestCaseData> Written() =>
        RecordedFile.With(".npy").Where(static test =>
            test.Arguments[0] is RecordedFile { Error: null } file && !file.Name.StartsWith("big", StringComparison.Ordinal)
                && !file.Name.StartsWith("version", StringComparison.Ordinal) && file.Name is not ("python2.npy" or "at100.npy"));

    [TestCaseSource(nameof(Recorded))]
    public void A_file_of_NumPy_is_read_as_NumPy_reads_it(RecordedFile file)
    {
        if (file.Name.StartsWith("at100", StringComparison.Ordinal))
        {
            using var stream = File.OpenRead(file.Location);
            stream.Position = 100;
            file.Differences(file.Name == "at100.npy" ? Npy.Load(stream) : Npy.LoadNpz(stream)).Should().BeEmpty();
        }
        else if (file.Name is "bzip2.npz" or "lzma.npz")
        {
            using var npz = Npy.LoadNpz(file.Location);
            npz["y"].ToString().Should().Be("tensor([1., 1.], dtype=torch.float64)");
            Refused(() => npz["x"]).Should().Be(
                $"TorchFileException: the entry 'x.npy' of the zip file is packed with {(file.Name[0] == 'b' ? "bzip2" : "LZMA")}, "
                + "which can not be read here. Write the file anew, plain or with deflate.");
        }
        else if (file.Error is not null)
        {
            Refused(() => Npy.Load(file.Location)).Should().StartWith("Torch");
        }
        else if (file.Name.EndsWith(".npz", StringComparison.Ordinal))
        {
            using var npz = Npy.LoadNpz(file.Location);
            file.Differences(npz).Should().BeEmpty();
        }
        else
        {
            file.Differences(Npy.Load(file.Location)).Should().BeEmpty();
            file.Differences(Npy.Load(file.Location, mmap: true)).Should().BeEmpty();
            file.Differences(Npy.Load(new OnlyForward(File.ReadAllBytes(file.Location)))).Should().BeEmpty();
        }
    }

    [TestCaseSource(nameof(Written))]
    public void A_file_is_written_byte_for_byte_as_NumPy_writes_it(RecordedFile file)
    {
        using var folder = new TemporaryFolder();
        Npy.Save(folder["x"], Npy.Load(file.Location));

        folder.Names.Should().Equal("x.npy");
        File.ReadAllBytes(folder["x.npy"]).Should().Equal(File.ReadAllBytes(file.Location));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Several_arrays_come_back_by_name_and_each_entry_is_what_NumPy_writes(bool compress)
    {
        using var folder = new TemporaryFolder();
        var arrays = new Dictionary<string, Tensor>
        {
            ["x"] = Torch.Arange(12).View(3, 4).T, ["empty"] = Torch.Zeros(0), ["one"] = Torch.Tensor(true),
        };
        (compress ? (Action<string, IEnumerable<KeyValuePair<string, Tensor>>, IProgress<long>?>)Npy.SavezCompressed : Npy.Savez)(
            folder["all"], arrays, null);

        using var npz = Npy.LoadNpz(folder["all.npz"]);
        npz.Keys.Should().Equal("x", "empty", "one");
        npz.Select(static pair => pair.Value.ToString()).Should().Equal(arrays.Values.Select(static x => x.ToString()));
        npz["one.npy"].ToString().Should().Be("tensor(True)");
        npz.TryGetValue("two", out _).Should().BeFalse();
        npz.Invoking(static npz => npz["two"]).Should().Throw<KeyNotFoundException>().WithMessage("two is not a file in the archive");

        // Somebody else's reader, and the bytes in it.
        using var zip = ZipFile.OpenRead(folder["all.npz"]);
        zip.Entries.Select(static entry => entry.FullName).Should().Equal("x.npy", "empty.npy", "one.npy");
        foreach (var entry in zip.Entries)
        {
            using var wanted = new MemoryStream();
            Npy.Save(wanted, arrays[entry.Name[..^4]]);
            using var bytes = new MemoryStream();
            using var content = entry.Open();
            content.CopyTo(bytes);
            bytes.ToArray().Should().Equal(wanted.ToArray());
        }
    }

    [Test]
    public void A_mapped_file_lives_as_long_as_its_tensors_and_is_not_changed_by_them()
    {
        using var folder = new TemporaryFolder();
        Npy.Save(folder["x.npy"], Torch.Arange(1000));
        var first = Npy.Load(folder["x.npy"], mmap: true);
        var view = first[10..];
        first.Fill_(7);
        first.Dispose();
        var save = () => Npy.Save(folder["x.npy"], Torch.Zeros(1000));
        if (OperatingSystem.IsWindows())
        {
            // There a file that is mapped can not be replaced.
            save.Should().Throw<IOException>().WithMessage("*x.npy' cannot be replaced, and stays as it was:*");
            view.Sum().Item<long>().Should().Be(990 * 7);
            return;
        }

        save();
        view.Sum().Item<long>().Should().Be(990 * 7);
        Npy.Load(folder["x.npy"]).Sum().Item<double>().Should().Be(0);
    }

    [Test]
    public void What_is_written_in_column_major_order_or_in_part_comes_back()
    {
        var x = Torch.Arange(24).View(2, 3, 4);
        foreach (var (tensor, isFortran) in new[] { (x.T, true), (x[.., 1..], false), (x.Permute(1, 0, 2), false), (x["::2"], false) })
        {
            using var bytes = new MemoryStream();
            Npy.Save(bytes, tensor);
            Encoding.Latin1.GetString(bytes.ToArray()).Contains("'fortran_order': True", StringComparison.Ordinal).Should().Be(isFortran);
            bytes.Position = 0;
            Npy.Load(bytes).ToString().Should().Be(tensor.ToString());
        }
    }

    [Test]
    public void What_NumPy_can_not_hold_is_refused_and_no_file_is_left()
    {
        using var folder = new TemporaryFolder();
        Refused(() => Npy.Save(folder["x"], Torch.Ones([1], requiresGrad: true))).Should()
            .Be("TorchException: Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.");
        Refused(() => Npy.Save(folder["x"], Torch.Ones([1], dtype: DType.Bfloat16))).Should()
            .Be("TorchTypeException: Got unsupported ScalarType BFloat16");
        Refused(() => Npy.Savez(folder["x"], Torch.Ones(1), Torch.Ones([1], device: "meta"))).Should().StartWith("TorchTypeException: ");
        Refused(() => Npy.Save(folder["x"], null!)).Should().StartWith("ArgumentNullException: ");
        Refused(() => Npy.Load(folder["x"])).Should().StartWith("FileNotFoundException: ");
        folder.Names.Should().BeEmpty();
    }

    [Test]
    public void A_write_that_fails_leaves_the_old_file_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        Npy.Save(folder["x.npy"], Torch.Ones(2));
        var failing = new Progress(_ =>
        {
            Npy.Load(folder["x.npy"]).ToString().Should().Be("tensor([1., 1.])", "while the new one is written");
            throw new IOException("no space left");
        });

        Refused(() => Npy.Save(folder["x.npy"], Torch.Zeros(1 << 20), failing)).Should().Be("IOException: no space left");
        Npy.Load(folder["x.npy"]).ToString().Should().Be("tensor([1., 1.])");
        folder.Names.Should().Equal("x.npy");
    }

    [Test]
    public void The_progress_is_told_until_the_end()
    {
        using var folder = new TemporaryFolder();
        var (written, read) = (new List<long>(), new List<long>());
        Npy.Save(folder["x.npy"], Torch.Zeros(3 << 20), new Progress(written.Add));
        Npy.Load(folder["x.npy"], progress: new Progress(read.Add));

        written.Should().Equal(4L << 20, 8L << 20, 12L << 20);
        read.Should().BeInAscendingOrder().And.EndWith(12L << 20);
    }

    [TestCase("{'descr': '<f4', 'fortran_order': False, 'shape': (9000000000000000000, 9), }", "can not have the shape")]
    [TestCase("{'descr': '<f4', 'fortran_order': False, 'shape': (1000000000000, ), }", "is cut off: 4000000000000 bytes")]
    [TestCase("{'descr': '<f4', 'fortran_order': False, 'shape': (-1, ), }", "can not have the shape (-1)")]
    [TestCase("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999, ), }", "Cannot parse header")]
    [TestCase("{'descr': '<f4', 'fortran_order': False, 'shape': 3, }", "shape is not valid")]
    [TestCase("{'descr': '<f4', 'fortran_order': 0, 'shape': (), }", "fortran_order is not a valid bool")]
    [TestCase("{'descr': '<f4', 'fortran_order': False}", "Header does not contain the correct keys: ['descr', 'fortran_order']")]
    [TestCase("{'descr': '|O', 'fortran_order': False, 'shape': (), }", "Object arrays cannot be loaded when allow_pickle=False")]
    [TestCase("__import__('os').system('echo executed')", "Cannot parse header")]
    [TestCase("[", "Cannot parse header")]
    public void A_hostile_header_is_refused(string header, string error) =>
        Refused(() => Npy.Load(Npy1(header, []))).Should().StartWith("TorchFileException: ").And.Contain(error);

    [Test]
    public void A_header_or_nesting_without_end_is_refused()
    {
        Refused(() => Npy.Load(Npy1(new string('(', 9_000), []))).Should().Contain("Cannot parse header");
        Refused(() => Npy.Load(Npy1(new string(' ', 20_000), []))).Should().Contain("Header info length (20000) is large");
        Refused(() => Npy.Load(new MemoryStream([0x93, .. "NUMPY"u8, 9, 0, 0, 0]))).Should().Contain("not (9, 0)");
    }

    [Test]
    public void A_stream_that_claims_much_and_holds_little_takes_little_memory()
    {
        var claim = Npy1("{'descr': '<f4', 'fortran_order': False, 'shape': (100000000000, ), }", new byte[1000]);
        Refused(() => Npy.Load(new OnlyForward(claim.ToArray()))).Should().StartWith("TorchFileException: the file is cut off");
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Links and modes are those of Unix.")]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void A_link_stays_a_link_and_a_mode_stays()
    {
        using var folder = new TemporaryFolder();
        Npy.Save(folder["real.npy"], Torch.Ones(1));
        File.SetUnixFileMode(folder["real.npy"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(folder["link.npy"], "real.npy");
        Npy.Save(folder["link.npy"], Torch.Zeros(1));

        new FileInfo(folder["link.npy"]).LinkTarget.Should().Be("real.npy");
        File.GetUnixFileMode(folder["real.npy"]).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Npy.Load(folder["real.npy"]).ToString().Should().Be("tensor([0.])");
        folder.Names.Should().Equal("link.npy", "real.npy");
    }

    [Test]
    public void A_stream_that_can_not_seek_may_be_long()
    {
        using var bytes = new MemoryStream();
        var x = Torch.Arange(40 << 20, dtype: DType.Int32);
        Npy.Save(bytes, x);
        Npy.Load(new OnlyForward(bytes.ToArray())).Equal(x).Should().BeTrue();
    }

    [Test]
    public void A_zip_bomb_is_refused_before_it_is_unpacked()
    {
        using var bytes = new MemoryStream();
        Npy.SavezCompressed(bytes, new Dictionary<string, Tensor> { ["x"] = Torch.Zeros(1000, 1000) });
        var bomb = bytes.ToArray();
        var directory = bomb.AsSpan().LastIndexOf("PK\x01\x02"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(bomb.AsSpan(directory + 24), 4_000_000_000);
        Refused(() => Npy.LoadNpz(new MemoryStream(bomb))).Should().Contain("can not have the size that it claims: 4000000000 bytes");

        // Two names for the same bytes.
        var twice = bytes.ToArray();
        using var pair = new MemoryStream();
        Npy.Savez(pair, new Dictionary<string, Tensor> { ["a"] = Torch.Zeros(9), ["b"] = Torch.Zeros(9) });
        var overlapping = pair.ToArray();
        directory = overlapping.AsSpan().LastIndexOf("PK\x01\x02"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(overlapping.AsSpan(directory + 42), 0);
        Refused(() => Npy.LoadNpz(new MemoryStream(overlapping))).Should().Contain("over another part of it");
    }

    [Test]
    public void Damage_is_found_by_the_checksum_and_a_name_is_no_path()
    {
        using var bytes = new MemoryStream();
        Npy.Savez(bytes, new Dictionary<string, Tensor> { ["../../evil"] = Torch.Zeros(9) });
        using (var npz = Npy.LoadNpz(bytes))
        {
            npz["../../evil"].Numel().Should().Be(9);
        }

        var damaged = bytes.ToArray();
        damaged[damaged.AsSpan().LastIndexOf("PK\x07\x08"u8) - 1] ^= 1;
        using var broken = Npy.LoadNpz(new MemoryStream(damaged));
        Refused(() => broken["../../evil"])
            .Should().Be("TorchFileException: the entry '../../evil.npy' is damaged: its checksum (CRC-32) is wrong");
    }

    [Test]
    public void Bools_of_a_file_are_0_or_1()
    {
        var flags = Npy.Load(Npy1("{'descr': '|b1', 'fortran_order': False, 'shape': (3,), }", [0, 2, 255]));
        TensorData.Bytes(flags).Should().Equal(0, 1, 1);
    }

    [Test]
    public void A_hundred_thousand_broken_npy_files_do_no_harm() =>
        Fuzz.Run(100_000, Seeds(".npy"), static stream => Npy.Load(stream).Dispose());

    [Test]
    public void A_hundred_thousand_broken_npz_files_do_no_harm() =>
        Fuzz.Run(100_000, Seeds(".npz"), static stream =>
        {
            using var npz = Npy.LoadNpz(stream);
            foreach (var (_, tensor) in npz)
            {
                tensor.Dispose();
            }
        });

    private static List<byte[]> Seeds(string ending) =>
        [.. RecordedFile.All.Where(file => file.Name.EndsWith(ending, StringComparison.Ordinal))
            .Select(static file => File.ReadAllBytes(file.Location))];

    private static MemoryStream Npy1(string header, byte[] data)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(length, (ushort)header.Length);
        return new MemoryStream([0x93, .. "NUMPY"u8, 1, 0, .. length, .. Encoding.Latin1.GetBytes(header), .. data]);
    }

    private static string Refused(Action action)
    {
        var thrown = action.Should().Throw<Exception>().Which;
        return $"{thrown.GetType().Name}: {thrown.Message}";
    }

    private static string Refused(Func<object> action) => Refused(() => { action(); });

    /// <summary>Told on the thread that reports, unlike .NET's own.</summary>
    internal sealed class Progress(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }

    /// <summary>A stream as a network has it.</summary>
    internal sealed class OnlyForward(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
