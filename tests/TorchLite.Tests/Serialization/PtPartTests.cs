using System.Text;

namespace TorchLite.Tests.Serialization;

/// <summary>What files of PyTorch's hold besides plain tensors, and where they begin and end.</summary>
public sealed class PtPartTests
{
    private static readonly string Folder = Path.Combine(RecordedFile.Folder, "torch-2.14");

    [TestCase("missing.pt")]
    [TestCase("legacy-missing.pt")]
    public void What_TorchLite_has_not_is_left_out_by_its_key_when_that_is_asked_for(string name)
    {
        var skipped = new List<string>();
        var loaded = Torch.Load(Path.Combine(Folder, name), skip: skipped.Add);

        RecordedFile.All.Single(file => file.Version == "torch-2.14" && file.Name == name).Differences(loaded).Should().BeEmpty();
        string[] missing =
        [
            "coo", "csr", "bsc", "nested", "scheme", "quantized", "channels", "parameter", "list.0", "tuple.1", "inner.coo", "inner.3.deep",
        ];
        skipped.Should().BeEquivalentTo(missing.Where(key => key != "nested" || name[0] == 'm'));
    }

    [Test]
    public void Nothing_is_left_of_a_file_that_is_but_one_thing_that_TorchLite_has_not() =>
        FluentActions.Invoking(static () => Torch.Load(Path.Combine(Folder, "sparse.pt"), skip: static _ => { })).Should()
            .Throw<TorchTypeException>().WithMessage("the file holds a sparse tensor (torch.sparse_coo), for which TorchLite has nothing");

    [Test]
    public void A_state_dict_is_had_without_what_TorchLite_has_not()
    {
        var skipped = new List<string>();
        var path = Path.Combine(Folder, "missing-state.pt");
        Torch.LoadStateDict(path, skip: skipped.Add).Keys.Should().Equal("0.weight", "2.weight");
        skipped.Should().Equal("1.weight");
        FluentActions.Invoking(() => Torch.LoadStateDict(path)).Should().Throw<TorchTypeException>()
            .WithMessage("the file holds under '1.weight' a quantized tensor (torch.quint8), for which TorchLite has nothing. *");
    }

    [Test]
    public void Objects_of_the_old_format_stand_one_after_the_other_in_a_stream()
    {
        byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));
        var stream = new MemoryStream([.. Bytes("legacy-rebuild.pt"), .. Bytes("legacy-shared.pt"), .. Bytes("legacy-values.pt")]);

        Torch.Load(stream)!.ToString().Should().Be("tensor([0., 1., 2., 3., 4., 5.])");
        Torch.LoadStateDict(stream)["every"].ToString().Should().Be("tensor([ 0.,  5., 10.])");
        Torch.Load(stream).Should().BeOfType<OrderedDictionary<object, object?>>();
        stream.Position.Should().Be(stream.Length);
    }

    [Test]
    public void The_old_format_can_not_be_mapped() =>
        FluentActions.Invoking(static () => Torch.Load(Path.Combine(Folder, "legacy-rebuild.pt"), mmap: true)).Should()
            .Throw<TorchException>().WithMessage(
                "mmap can only be used with files saved with `torch.save(_use_new_zipfile_serialization=True), please torch.save your checkpoint with this option in order to use mmap.");

    [Test]
    public void The_old_format_goes_to_another_place_and_tells_its_progress()
    {
        var read = new List<long>();
        var path = Path.Combine(Folder, "legacy-shared.pt");
        Torch.LoadStateDict(path, mapLocation: "meta", progress: new NpyTests.Progress(read.Add))["row"].Device.ToString().Should()
            .Be("meta");
        Torch.LoadStateDict(path, progress: new NpyTests.Progress(read.Add));
        read.Should().Equal(48);
    }

    [Test]
    public void A_storage_is_a_tensor_that_shares_its_memory()
    {
        var parts = (OrderedDictionary<object, object?>)Torch.Load(Path.Combine(Folder, "storages.pt"))!;
        ((Tensor)parts["typed"]!).Fill_(7);
        parts["tensor"]!.ToString().Should().Be("tensor([7., 7., 7., 7.])");

        var views = (List<object?>)Torch.Load(Path.Combine(Folder, "two-dtypes.pt"))!;
        ((Tensor)views[2]!).Fill_(1);
        views[0]!.ToString().Should().Be("tensor([257, 257, 257, 257], dtype=torch.uint16)");
        views[1]!.ToString().Should().Be("tensor([16843009], dtype=torch.uint32)");
    }

    [Test]
    public void A_tensor_of_the_meta_device_is_written_without_elements()
    {
        using var bytes = new MemoryStream();
        Torch.Save(Torch.Ones([1 << 20, 1 << 20], device: "meta").T, bytes);
        bytes.Length.Should().BeLessThan(2000);
        bytes.Position = 0;
        var back = (Tensor)Torch.Load(bytes)!;
        (back.Device.ToString(), back.Shape.ToString(), back.Stride()[0]).Should().Be(("meta", "torch.Size([1048576, 1048576])", 1));
    }

    [Test]
    public void A_file_may_begin_anywhere_in_a_stream()
    {
        foreach (var write in new Action<Stream>[]
                 {
                     static stream => Torch.Save(Torch.Arange(3), stream),
                     static stream => Npy.Savez(stream, new Dictionary<string, Tensor> { ["x"] = Torch.Arange(3) }),
                     static stream => SafeTensors.SaveFile(new Dictionary<string, Tensor> { ["x"] = Torch.Arange(3) }, stream),
                     static stream => Npy.Save(stream, Torch.Arange(3)),
                 })
        {
            using var stream = new MemoryStream();
            stream.Write(new byte[100]);
            write(stream);
            stream.Position = 100;
            var begin = Encoding.ASCII.GetString(stream.GetBuffer(), 100, 2);
            var back = begin == "PK" && Encoding.ASCII.GetString(stream.ToArray()).Contains("data.pkl", StringComparison.Ordinal)
                ? (Tensor)Torch.Load(stream)!
                : begin == "PK" ? Npy.LoadNpz(stream)["x"]
                : stream.GetBuffer()[100] == 0x93 ? Npy.Load(stream)
                : SafeTensors.LoadFile(stream)["x"];
            back.ToString().Should().Be("tensor([0, 1, 2])");
        }
    }

    [Test]
    public void Ten_thousand_broken_files_of_the_old_format_do_no_harm() =>
        Fuzz.Run(
            10_000,
            [
                .. Directory.GetFiles(Folder, "legacy*.pt").Where(static path => !path.EndsWith("legacy.pt", StringComparison.Ordinal))
                    .Select(File.ReadAllBytes),
            ],
            static stream => Torch.Load(stream, skip: static _ => { }));
}
