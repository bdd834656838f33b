using System.Buffers.Binary;
using System.Text;

namespace TorchLite.Tests.Serialization;

/// <summary>Hugging Face's files.</summary>
[NonParallelizable]
public sealed class SafeTensorsTests
{
    private static IEnumerable<TestCaseData> Recorded() => RecordedFile.With(".safetensors");

    [TestCaseSource(nameof(Recorded))]
    public void A_file_of_Python_is_read_as_Python_reads_it_and_written_byte_for_byte(RecordedFile file)
    {
        file.Differences(SafeTensors.LoadFile(file.Location)).Should().BeEmpty();
        file.Differences(SafeTensors.LoadFile(file.Location, mmap: true)).Should().BeEmpty();
        file.Differences(SafeTensors.LoadFile(new NpyTests.OnlyForward(File.ReadAllBytes(file.Location)))).Should().BeEmpty();

        using var folder = new TemporaryFolder();
        using var open = SafeTensors.SafeOpen(file.Location);
        SafeTensors.SaveFile(SafeTensors.LoadFile(file.Location), folder["x"], open.Metadata());
        File.ReadAllBytes(folder["x"]).Should().Equal(File.ReadAllBytes(file.Location));
        folder.Names.Should().Equal("x");
    }

    [Test]
    public void Of_a_file_with_a_type_that_is_not_known_the_others_can_be_read()
    {
        using var folder = new TemporaryFolder();
        var header = "{\"w\":{\"dtype\":\"F4\",\"shape\":[2],\"data_offsets\":[8,9]},"
            + "\"v\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
        File.WriteAllBytes(folder["x"], [(byte)header.Length, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(header), .. new byte[9]]);
        using var file = SafeTensors.SafeOpen(folder["x"]);

        file.Keys().Should().BeEquivalentTo("v", "w");
        file.GetTensor("v").ToString().Should().Be("tensor([0., 0.])");
        Refused(() => file.GetTensor("w")).Should().Be(
            "TorchTypeException: the tensor 'w' is of the type F4, for which TorchLite has no dtype");
        Refused(() => file.GetTensor("u")).Should().Be("KeyNotFoundException: File does not contain tensor u");
    }

    [TestCase(false)]
    [TestCase(true)]
    public void A_model_in_several_files_is_read_through_its_index(bool mmap)
    {
        var folder = Path.GetDirectoryName(RecordedFile.All.First(static file => file.Name == "dtypes.safetensors").Location)!;
        var index = Path.Combine(folder, "model.safetensors.index.json");

        using var file = SafeTensors.SafeOpen(index, mmap: mmap);
        file.Keys().Should().Equal("a", "b", "c");
        file.Metadata()!.Single().Should().Be(KeyValuePair.Create("format", "pt"));
        SafeTensors.LoadFile(index, mmap: mmap)["b"].ToString().Should().Be("tensor([-2,  0])");
    }

    [Test]
    public void A_model_is_written_in_several_files_with_the_index_of_Python()
    {
        var recorded = Path.GetDirectoryName(RecordedFile.All.First(static file => file.Name == "dtypes.safetensors").Location)!;
        using var folder = new TemporaryFolder();
        var model = SafeTensors.LoadFile(Path.Combine(recorded, "model.safetensors.index.json"));

        // The widest type is first here, so that the parts are not those of the recorded index.
        var path = SafeTensors.SaveSharded(model, folder.Path, maxShardSize: 24);
        folder.Names.Should().Equal(
            "model-00001-of-00003.safetensors", "model-00002-of-00003.safetensors", "model-00003-of-00003.safetensors",
            "model.safetensors.index.json");
        SafeTensors.LoadFile(path).ToDictionary(static pair => pair.Key, static pair => pair.Value.ToString())
            .Should().Equal(model.ToDictionary(static pair => pair.Key, static pair => pair.Value.ToString()));
        var wanted = File.ReadAllText(Path.Combine(recorded, "model.safetensors.index.json"))
            .Replace("00001-of-00002", "00002-of-00003", StringComparison.Ordinal)
            .Replace("\"b\": \"model-00002-of-00002", "\"b\": \"model-00001-of-00003", StringComparison.Ordinal)
            .Replace("\"c\": \"model-00002-of-00002", "\"c\": \"model-00003-of-00003", StringComparison.Ordinal);
        File.ReadAllText(path).Should().Be(wanted);

        SafeTensors.SaveSharded(model, folder.Path).Should().Be(folder["model.safetensors"]);
        SafeTensors.LoadFile(folder["model.safetensors"]).Should().HaveCount(3);
    }

    [TestCase("../evil.safetensors")]
    [TestCase("/etc/passwd")]
    [TestCase("..")]
    [TestCase("C:x")]
    [TestCase("a\\b")]
    [TestCase("")]
    public void An_index_can_not_name_a_file_elsewhere(string name)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["index.json"], "{\"weight_map\": {\"a\": " + System.Text.Json.JsonSerializer.Serialize(name) + "}}");
        Refused(() => SafeTensors.LoadFile(folder["index.json"])).Should()
            .Be($"TorchFileException: the index names '{name}', which is not the name of a file beside it");
    }

    [Test]
    public void An_index_that_is_wrong_is_refused()
    {
        using var folder = new TemporaryFolder();
        SafeTensors.SaveFile(new Dictionary<string, Tensor> { ["a"] = Torch.Ones(1) }, folder["x.safetensors"]);
        foreach (var (index, error) in new[]
                 {
                     ("{}", "has no weight_map"), ("[", "no JSON of the right form"),
                     ("{\"weight_map\": {\"a\": 1}}", "no JSON of the right form"),
                     ("{\"weight_map\": {\"b\": \"x.safetensors\"}}", "tensors that are not in their file: b"),
                     ("{\"weight_map\": {\"b\": \"y.safetensors\"}}", "FileNotFoundException"),
                 })
        {
            File.WriteAllText(folder["index.json"], index);
            Refused(() => SafeTensors.LoadFile(folder["index.json"])).Should().Contain(error);
        }
    }

    [Test]
    public void What_the_format_can_not_hold_is_refused_and_no_file_is_left()
    {
        using var folder = new TemporaryFolder();
        var x = Torch.Ones(2, 3);
        Save(Torch.Ones([1], dtype: DType.Complex128)).Should()
            .Be("TorchTypeException: the tensor 'x' is of torch.complex128, which the safetensors format does not have");
        Save(x.T).Should().StartWith("TorchValueException: You are trying to save a non contiguous tensor: `x` which is not allowed.");
        Save(x, x[0]).Should().StartWith("TorchException: Some tensors share memory, this will lead to duplicate memory on disk");
        Save(Torch.Ones([1], device: "meta")).Should().Be("TorchNotImplementedException: Cannot copy out of meta tensor; no data!");
        Save(x, null!).Should().StartWith("ArgumentNullException: ");
        folder.Names.Should().BeEmpty();

        SafeTensors.Save(new Dictionary<string, Tensor> { ["a"] = x[0], ["b"] = x[1] })
            .Should().HaveCount(144, "parts of one storage that do not overlap may be saved");

        string Save(params Tensor[] tensors) => Refused(() => SafeTensors.SaveFile(
            tensors.Select(static (tensor, i) => KeyValuePair.Create(i == 0 ? "x" : "y", tensor)), folder["x"]));
    }

    [Test]
    public void A_conjugate_view_and_a_tensor_with_a_gradient_are_written_as_their_values()
    {
        var z = Torch.Tensor([new System.Numerics.Complex(1, 2)]);
        var bytes = SafeTensors.Save(new Dictionary<string, Tensor> { ["z"] = z.Conj(), ["g"] = Torch.Ones([1], requiresGrad: true) });
        SafeTensors.Load(bytes)["z"].ToString().Should().Be("tensor([1.-2.j])");
        SafeTensors.Load(bytes)["g"].ToString().Should().Be("tensor([1.])");
    }

    [Test]
    public void A_mapped_tensor_survives_its_file_and_keeps_what_is_written_for_itself()
    {
        using var folder = new TemporaryFolder();
        SafeTensors.SaveFile(new Dictionary<string, Tensor> { ["x"] = Torch.Arange(1000), ["b"] = Torch.Tensor(true) }, folder["x"]);
        var tensors = SafeTensors.LoadFile(folder["x"], mmap: true);
        tensors["x"].Add_(1);
        File.Delete(folder["x"]);

        tensors["x"].Sum().Item<long>().Should().Be(500_500);
        tensors["b"].Item<bool>().Should().BeTrue();
    }

    [Test]
    public void Data_at_an_odd_place_are_aligned_by_a_copy()
    {
        using var folder = new TemporaryFolder();
        const string Header =
            """{"b":{"dtype":"BOOL","shape":[1],"data_offsets":[0,1]},"f":{"dtype":"F32","shape":[1],"data_offsets":[1,5]}}""";
        File.WriteAllBytes(folder["x"], Bytes(Header, [1, 0, 0, 128, 63]));

        var tensors = SafeTensors.LoadFile(folder["x"], mmap: true);
        (tensors["f"].DataPtr() % 4).Should().Be(0);
        tensors["f"].ToString().Should().Be("tensor([1.])");
    }

    [Test]
    public void The_progress_is_told_until_the_end()
    {
        using var folder = new TemporaryFolder();
        var (written, read) = (new List<long>(), new List<long>());
        var tensors = new Dictionary<string, Tensor> { ["x"] = Torch.Zeros(1 << 20), ["y"] = Torch.Zeros(2 << 20) };
        SafeTensors.SaveFile(tensors, folder["x"], progress: new NpyTests.Progress(written.Add));
        SafeTensors.LoadFile(folder["x"], progress: new NpyTests.Progress(read.Add));

        written.Should().Equal(4L << 20, 8L << 20, 12L << 20);
        read.Should().EndWith(12L << 20);
    }

    // What Python answers, in its own words where they are of one kind.
    [TestCase("", 0, "header too small")]
    [TestCase("{}", 1L << 40, "header too large")]
    [TestCase("{}", -1, "header too large")]
    [TestCase("{}", 100, "invalid header length")]
    [TestCase("{", 1, "invalid JSON in header")]
    [TestCase("[]", 2, "invalid JSON in header")]
    [TestCase("{}12", 2, "incomplete metadata, file not fully covered")]
    [TestCase("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 0, "incomplete metadata, file not fully covered")]
    [TestCase("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", 0, "invalid shape, data type, or offset for tensor `a`")]
    [TestCase("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 0, "invalid offset for tensor `a`")]
    [TestCase("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", 0, "invalid offset for tensor `a`")]
    [TestCase("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}}""", 0,
        "invalid offset for tensor `b`")]
    [TestCase("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 0,
        "two tensors have the name `a`")]
    [TestCase("""{"a":{"dtype":"F99","shape":[1],"data_offsets":[0,4]}}""", 0, "unknown variant `F99`")]
    [TestCase("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", 0, "no integer of 0 or more")]
    [TestCase("""{"a":{"dtype":"F32","shape":[4611686018427387904,4611686018427387904],"data_offsets":[0,4]}}""", 0,
        "can not have the shape")]
    [TestCase("""{"a":{"dtype":"F32","data_offsets":[0,4]}}""", 0, "does not have a dtype, a shape and two offsets")]
    [TestCase("""{"__metadata__":{"a":1}}""", 0, "invalid JSON in header")]
    public void A_hostile_file_is_refused(string content, long length, string error)
    {
        var json = Encoding.UTF8.GetBytes(content);
        var size = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(size, length == 0 ? json.Length : length);
        var refused = Refused(() => SafeTensors.Load(content.Length == 0 ? [1, 2, 3] : [.. size, .. json]));
        refused.Should().StartWith("TorchFileException: ").And.Contain(error);
    }

    [Test]
    public void A_hundred_thousand_broken_files_do_no_harm() =>
        Fuzz.Run(100_000, Seeds(".safetensors"), static stream => Dispose(SafeTensors.LoadFile(stream)));

    [Test]
    public void A_hundred_thousand_broken_headers_do_no_harm() =>
        Fuzz.Run(
            100_000,
            [.. Seeds(".safetensors").Select(static bytes => bytes[8..(8 + (int)BinaryPrimitives.ReadInt64LittleEndian(bytes))])],
            static stream =>
            {
                // A length that fits, and more data than are needed, so that the JSON itself is what is tried.
                var json = ((MemoryStream)stream).ToArray();
                Dispose(SafeTensors.LoadFile(new NpyTests.OnlyForward(
                    [.. BitConverter.GetBytes((long)json.Length), .. json, .. new byte[400]])));
            });

    [Test]
    public void A_hundred_thousand_broken_indices_do_no_harm()
    {
        byte[][] seeds = [.. RecordedFile.All
            .Select(static file => Path.Combine(RecordedFile.Folder, file.Version, "model.safetensors.index.json"))
            .Distinct().Where(File.Exists).Select(File.ReadAllBytes)];
        Fuzz.Run(100_000, seeds, static stream => TorchLite.Serialization.SafeTensorsIndex.Read(stream));
    }

    private static List<byte[]> Seeds(string ending) =>
        [.. RecordedFile.All.Where(file => file.Name.EndsWith(ending, StringComparison.Ordinal))
            .Select(static file => File.ReadAllBytes(file.Location))];

    private static byte[] Bytes(string header, byte[] data) =>
        [.. BitConverter.GetBytes((long)header.Length), .. Encoding.UTF8.GetBytes(header), .. data];

    private static void Dispose(OrderedDictionary<string, Tensor> tensors)
    {
        foreach (var (_, tensor) in tensors)
        {
            tensor.Dispose();
        }
    }

    private static string Refused(Action action)
    {
        var thrown = action.Should().Throw<Exception>().Which;
        return $"{thrown.GetType().Name}: {thrown.Message}";
    }

    private static string Refused(Func<object> action) => Refused(() => { action(); });
}
