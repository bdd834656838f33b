namespace TorchLite.Tests.Serialization;

/// <summary>Files that end too early.</summary>
[NonParallelizable]
public sealed class CutOffTests
{
    private static readonly Dictionary<string, Action<Stream>> Readers = new()
    {
        [".npy"] = static stream => Npy.Load(stream),
        [".npz"] = static stream => Npy.LoadNpz(stream).ToList(),
        [".safetensors"] = static stream => SafeTensors.LoadFile(stream),
        [".pt"] = static stream => Torch.Load(stream),
        [".pth"] = static stream => Torch.Load(stream),
    };

    [TestCase(".npy")]
    [TestCase(".npz")]
    [TestCase(".safetensors")]
    [TestCase(".pt")]
    [TestCase(".pth")]
    public void A_file_that_is_cut_off_anywhere_is_refused(string ending)
    {
        var cuts = 0;
        foreach (var file in RecordedFile.All.Where(file => Path.GetExtension(file.Name) == ending && file.Error is null))
        {
            var bytes = File.ReadAllBytes(file.Location);

            // An empty array has no data to miss, and bytes behind the end of an .npy file are nobody's.
            for (var length = 0; length < bytes.Length; length += 5, cuts++)
            {
                var read = () => Readers[ending](new MemoryStream(bytes, 0, length, writable: false));
                read.Should().Throw<TorchException>("{0} is cut at {1}", file, length);
            }
        }

        cuts.Should().BeGreaterThan(100);
    }

    [Test]
    public void What_is_written_forward_only_is_the_same()
    {
        var x = Torch.Arange(1000);
        foreach (var write in new Action<Stream>[]
                 {
                     stream => Npy.Save(stream, x), stream => Torch.Save(x, stream), stream => Csv.Save(stream, x),
                     stream => Npy.SavezCompressed(stream, new Dictionary<string, Tensor> { ["x"] = x }),
                     stream => SafeTensors.SaveFile(new Dictionary<string, Tensor> { ["x"] = x }, stream),
                 })
        {
            using var usual = new MemoryStream();
            using var forward = new Forward();
            write(usual);
            write(forward);
            forward.ToArray().Should().Equal(usual.ToArray());
        }
    }

    private sealed class Forward : MemoryStream
    {
        public override bool CanSeek => false;
    }
}
