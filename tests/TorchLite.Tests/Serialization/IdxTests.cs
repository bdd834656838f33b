using System.Buffers.Binary;
using System.IO.Compression;

namespace TorchLite.Tests.Serialization;

/// <summary>IDX files: every type, plain and packed; damaged and hostile ones.</summary>
[NonParallelizable]
public sealed class IdxTests
{
    private static readonly DType[] Types = [DType.Uint8, DType.Int8, DType.Int16, DType.Int32, DType.Float32, DType.Float64];

    [Test]
    public void Every_type_and_shape_comes_back_plain_and_packed_and_from_a_stream()
    {
        using var folder = new TemporaryFolder();
        foreach (var dtype in Types)
        {
            foreach (var shape in new long[][] { [], [0], [5], [2, 0, 3], [2, 3, 4], [1, 2, 1, 2, 1] })
            {
                var x = dtype.IsFloatingPoint ? Torch.Randn(shape).To(dtype) : Torch.Randint(-99, 99, shape).To(dtype);
                Idx.Save(folder["x"], x);
                Idx.Save(folder["x.gz"], x);
                using var stream = new MemoryStream();
                Idx.Save(stream, x);
                stream.WriteByte(7);
                stream.Position = 0;
                foreach (var back in new[] { Idx.Load(folder["x"]), Idx.Load(folder["x.gz"]), Idx.Load(stream) })
                {
                    (back.DType == dtype && back.Shape == x.Shape && back.Equal(x)).Should().BeTrue($"{dtype} {x.Shape}\n{back}");
                }

                stream.ReadByte().Should().Be(7, "a stream is read to the end of the array");
            }
        }

        folder.Names.Should().Equal("x", "x.gz");
    }

    [Test]
    public void Numbers_are_big_endian_as_the_format_has_them()
    {
        Bytes(Torch.Tensor([1, -2], dtype: DType.Int32)).Should().Be("00000C010000000200000001FFFFFFFE");
        Bytes(Torch.Tensor([[1.5]], dtype: DType.Float64)).Should().Be("00000E0200000001000000013FF8000000000000");
        Bytes(Torch.Arange(6, dtype: DType.Int16).View(2, 3).T).Should().Be("00000B020000000300000002000000030001000400020005");
        Bytes(Torch.Ones([1], requiresGrad: true)).Should().Be("00000D01000000013F800000");

        static string Bytes(Tensor tensor)
        {
            using var file = new MemoryStream();
            Idx.Save(file, tensor);
            return Convert.ToHexString(file.ToArray());
        }
    }

    [Test]
    public void Of_a_packed_stream_that_can_not_seek_the_caller_unpacks()
    {
        using var packed = new MemoryStream(Packed(File([3], [1, 2, 3])));
        Idx.Load(packed).ToArray<byte>().Should().Equal(1, 2, 3);
        packed.Position = 0;
        using var plain = new GZipStream(packed, CompressionMode.Decompress);
        Idx.Load(plain).ToArray<byte>().Should().Equal(1, 2, 3);
    }

    [Test]
    public void What_the_format_does_not_have_is_refused_and_no_file_is_left()
    {
        using var folder = new TemporaryFolder();
        Refused(() => Idx.Save(folder["x"], Torch.Arange(3))).Should().Be("TorchTypeException: an IDX file has no elements of torch.int64");
        Refused(() => Idx.Save(new MemoryStream(), Torch.Ones([2], dtype: DType.Bool))).Should().StartWith("TorchTypeException: ");
        Refused(() => Idx.Save(folder["x"], null!)).Should().StartWith("ArgumentNullException: ");
        folder.Names.Should().BeEmpty();
    }

    [Test]
    public void A_damaged_file_is_refused()
    {
        Load([]).Should().Be("TorchFileException: the file is cut off in its header");
        Load([0, 0, 8, 2, 0, 0, 0, 1]).Should().Be("TorchFileException: the file is cut off in its header");
        Load([0, 1, 8, 1, 0, 0, 0, 0]).Should().StartWith("TorchFileException: this is no IDX file");
        Load([0, 0, 10, 1, 0, 0, 0, 0]).Should().StartWith("TorchFileException: this is no IDX file");
        Load([0, 0, 0, 1, 0, 0, 0, 0]).Should().StartWith("TorchFileException: this is no IDX file");
        Load([0, 0, 8, 255, .. new byte[2000]])
            .Should().Be("TorchFileException: the file says that it has 255 dimensions; there are 64 at most");
        Load(File([4], [1, 2, 3])).Should().Be("TorchFileException: the file is cut off: 1 bytes of its data are missing");
        Load(Packed(File([4], [1, 2, 3]))).Should().Be("TorchFileException: the file is cut off: 1 bytes of its data are missing");
        Load(Packed(File([2], [1, 2, 3]))).Should().Be("TorchFileException: the file goes on behind the 2 elements that it says it has");
        using var folder = new TemporaryFolder();
        System.IO.File.WriteAllBytes(folder["x"], File([2], [1, 2, 3]));
        Refused(() => Idx.Load(folder["x"])).Should().Be("TorchFileException: the file goes on behind the 2 elements that it says it has");

        var packed = Packed(File([3000], new byte[3000]));
        packed[^6] ^= 1;
        Load(packed).Should().StartWith("TorchFileException: the packed file is damaged", "it has a checksum");
        Load(packed[..^9]).Should().StartWith("TorchFileException: ");
    }

    [Test]
    public void What_a_header_claims_takes_no_memory()
    {
        uint[][] claims =
            [[1 << 20, 1 << 20], [uint.MaxValue], [uint.MaxValue, uint.MaxValue, uint.MaxValue], [1u << 31, 0], [1 << 30, 1 << 10]];
        foreach (var sizes in claims)
        {
            var file = File(sizes, new byte[1000]);
            var before = System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64;
            Load(file).Should().StartWith(sizes[^1] == 0 ? "ok" : "TorchFileException: ");
            Load(Packed(file)).Should().StartWith("TorchFileException: ");
            (System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64 - before).Should().BeLessThan(300L << 20);
        }
    }

    [Test]
    public void A_bomb_brings_no_more_than_its_header_says()
    {
        // 1 GB of zeros in 1 MB, behind a header of 10 bytes.
        using var bomb = new MemoryStream();
        using (var zip = new GZipStream(bomb, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(File([10], []));
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 1024; i++)
            {
                zip.Write(zeros);
            }
        }

        var before = GC.GetTotalAllocatedBytes();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Load(bomb.ToArray()).Should().Be("TorchFileException: the file goes on behind the 10 elements that it says it has");
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(1));
        (GC.GetTotalAllocatedBytes() - before).Should().BeLessThan(20L << 20);
    }

    [Test]
    public void A_hundred_thousand_broken_files_do_no_harm()
    {
        byte[][] plain =
        [
            .. Types.Select(static dtype =>
            {
                using var file = new MemoryStream();
                Idx.Save(file, Torch.Arange(12).View(2, 3, 2).To(dtype));
                return file.ToArray();
            }),
        ];
        Fuzz.Run(100_000, [.. plain, .. plain.Select(Packed)], static stream => Idx.Load(stream).Dispose());
    }

    private static string Load(byte[] file)
    {
        try
        {
            return $"ok {Idx.Load(new MemoryStream(file)).Shape}";
        }
        catch (Exception thrown)
        {
            return $"{thrown.GetType().Name}: {thrown.Message}";
        }
    }

    private static byte[] File(uint[] sizes, byte[] elements)
    {
        var header = new byte[4 + (4 * sizes.Length)];
        (header[2], header[3]) = (8, (byte)sizes.Length);
        for (var i = 0; i < sizes.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4 + (4 * i)), sizes[i]);
        }

        return [.. header, .. elements];
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            zip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static string Refused(Action action)
    {
        var thrown = action.Should().Throw<Exception>().Which;
        return $"{thrown.GetType().Name}: {thrown.Message}";
    }
}
