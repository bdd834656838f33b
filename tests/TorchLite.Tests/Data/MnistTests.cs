using System.IO.Compression;
using System.Security.Cryptography;
using TorchLite.Nn;
using TorchLite.Tests.Serialization;
using TorchLite.Utils.Data;
using TorchLite.Vision.Transforms;

namespace TorchLite.Tests.Data;

/// <summary>MNIST and its kin: found, downloaded, refused where they are damaged.</summary>
[NonParallelizable]
public sealed class MnistTests
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 300_000).Select(static i => (byte)(i * i >> 7))];
    private static readonly string Md5 = Sum(Content);

    private TimeSpan usual;

    [SetUp]
    public void WaitLess() => (usual, DownloadedFile.Patience) = (DownloadedFile.Patience, TimeSpan.FromSeconds(1));

    [TearDown]
    public void WaitAsUsual() => DownloadedFile.Patience = usual;

    [TestCase("MNIST/raw", "")]
    [TestCase("MNIST/raw", ".gz")]
    [TestCase("", "")]
    [TestCase("", ".gz")]
    public void Files_are_found_plain_and_packed_where_torchvision_has_them_and_in_the_root(string place, string ending)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder[place]);
        var (images, targets) = Put(Path.Combine(folder[place], "train"), 5, ending);

        var mnist = new MNIST(folder.Path);
        mnist.Data.Equal(images).Should().BeTrue();
        mnist.Targets.Equal(targets).Should().BeTrue();
        mnist.Count.Should().Be(5);
        mnist[3].Image.Equal(images[3].Unsqueeze(0)).Should().BeTrue();
        mnist[3].Target.Should().Be((long)targets[3]);
        mnist.Select(static one => one.Target).Should().Equal(targets.ToArray<long>());
        Refused(() => new MNIST(folder.Path, train: false))
            .Should().Be("TorchException: Dataset not found. You can use download=True to download it");
    }

    [Test]
    public void A_batch_taken_at_once_is_that_of_the_items()
    {
        using var folder = new TemporaryFolder();
        Put(folder["t10k"], 7, ".gz");
        foreach (var transform in new Module<Tensor, Tensor>?[] { null, new ToDtype(DType.Float32, scale: true) })
        {
            foreach (var target in new Func<long, long>?[] { null, static number => 10 * number })
            {
                var mnist = new MNIST(folder.Path, train: false, transform, target);
                foreach (var workers in new[] { 0, 2 })
                {
                    var loader = new DataLoader<(Tensor Image, long Target), (Tensor X, Tensor Y)>(
                        mnist, batchSize: 3, numWorkers: workers);
                    var batches = loader.ToList();
                    batches.Should().HaveCount(3);
                    Torch.Cat([.. batches.Select(static batch => batch.X)])
                        .Equal(Torch.Stack([.. mnist.Select(static one => one.Image)])).Should().BeTrue();
                    Torch.Cat([.. batches.Select(static batch => batch.Y)]).ToArray<long>()
                        .Should().Equal(mnist.Select(static one => one.Target));
                }
            }
        }

        var plain = new MNIST(folder.Path, train: false);
        plain[-1].Image.Equal(plain[6].Image).Should().BeTrue();
        plain[-1].Target.Should().Be(plain[6].Target);
        Refused(() => plain[7]).Should().Be("TorchIndexException: index 7 is out of bounds for dimension 0 with size 7");
        Refused(() => plain[-8]).Should().Be("TorchIndexException: index -8 is out of bounds for dimension 0 with size 7");
        Refused(() => plain.GetBatch([0, 7])).Should().Be("TorchIndexException: index 7 is out of bounds for dimension 0 with size 7");
    }

    [Test]
    public void Kin_have_their_own_folders_and_classes()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "FashionMNIST", "KMNIST", "EMNIST" })
        {
            Directory.CreateDirectory(folder[$"{name}/raw"]);
            Put(folder[$"{name}/raw/train"], 2, "");
        }

        string[] splits = ["byclass", "bymerge", "balanced", "letters", "digits", "mnist"];
        Array.ForEach(splits, split => Put(folder[$"EMNIST/raw/emnist-{split}-test"], 2, ".gz"));
        new FashionMNIST(folder.Path).Classes[7].Should().Be("Sneaker");
        new KMNIST(folder.Path).ClassToIdx["wo"].Should().Be(9);
        splits.Select(split => new EMNIST(folder.Path, split, train: false)).Select(static one => one.Classes.Count)
            .Should().Equal(62, 47, 47, 27, 10, 10);
        new EMNIST(folder.Path, "balanced", train: false).Classes[^1].Should().Be("t");
        Refused(() => new EMNIST(folder.Path, "all")).Should().Be(
            "TorchValueException: Unknown value 'all' for argument split. Valid values are "
            + "{'byclass', 'bymerge', 'balanced', 'letters', 'digits', 'mnist'}.");
    }

    [Test]
    public void Files_that_are_no_images_and_classes_are_refused()
    {
        using var folder = new TemporaryFolder();
        Idx.Save(folder["train-images-idx3-ubyte"], Torch.Zeros([2, 3, 3], dtype: DType.Uint8));
        Idx.Save(folder["train-labels-idx1-ubyte"], Torch.Zeros([3], dtype: DType.Uint8));
        Refused(() => new MNIST(folder.Path)).Should().Be("TorchFileException: there are 2 images in the dataset, and 3 classes of them");
        Idx.Save(folder["train-labels-idx1-ubyte"], Torch.Zeros([2, 1], dtype: DType.Uint8));
        Refused(() => new MNIST(folder.Path)).Should().Be("TorchValueException: x should have 1 dimension instead of 2");
        Idx.Save(folder["train-labels-idx1-ubyte"], Torch.Zeros([2], dtype: DType.Int16));
        Refused(() => new MNIST(folder.Path)).Should().Be("TorchTypeException: x should be of dtype torch.uint8 instead of torch.int16");
        Idx.Save(folder["train-images-idx3-ubyte"], Torch.Zeros([2, 3], dtype: DType.Uint8));
        Refused(() => new MNIST(folder.Path)).Should().Be("TorchValueException: x should have 3 dimensions instead of 2");
    }

    [Test]
    public void A_dataset_is_downloaded_once_and_only_when_it_is_asked_for()
    {
        using var folder = new TemporaryFolder();
        using var made = new TemporaryFolder();
        string[] names =
            ["train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"];
        var (images, _) = Put(made["train"], 4, ".gz");
        Put(made["t10k"], 3, ".gz");
        var files = names.ToDictionary(static name => name, name => File.ReadAllBytes(made[name]));
        using var server = new FileServer(files);
        var source = IdxSource.OfFour("Small", [server.Address], [.. names.Select(name => Sum(files[name]))], ["zero"]);

        Refused(() => Open(download: false)).Should().StartWith("TorchException: Dataset not found");
        server.Requests.Should().BeEmpty();
        Open(download: true).Data.Equal(images).Should().BeTrue();
        server.Requests.Should().Equal(names.Select(static name => $"{name} 0"));
        Directory.GetFiles(folder["Small/raw"]).Select(Path.GetFileName).Should().BeEquivalentTo(names);
        Open(download: true).Count.Should().Be(4);
        server.Requests.Should().HaveCount(4);

        MNIST Open(bool download) => new(source, folder.Path, true, null, null, download, null, null);
    }

    [Test]
    public void Of_a_zip_the_packed_files_are_taken_out_wherever_they_say_they_go()
    {
        using var folder = new TemporaryFolder();
        using var made = new TemporaryFolder();
        Put(made["emnist-digits-train"], 4, ".gz");
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntryFromFile(made["emnist-digits-train-images-idx3-ubyte.gz"], "gzip/emnist-digits-train-images-idx3-ubyte.gz");
            archive.CreateEntryFromFile(made["emnist-digits-train-labels-idx1-ubyte.gz"], "../../emnist-digits-train-labels-idx1-ubyte.gz");
            archive.CreateEntry("gzip/mapping.txt");
        }

        using var server = new FileServer(new() { ["gzip.zip"] = zip.ToArray() });
        var source = new IdxSource("EMNIST", [server.Address], [("gzip.zip", Sum(zip.ToArray()))], "emnist-digits-train", "", ["0"]);
        new MNIST(source, folder.Path, true, null, null, download: true, null, null).Count.Should().Be(4);
        folder.Names.Should().Equal("EMNIST");
        Directory.GetFiles(folder["EMNIST/raw"]).Should().HaveCount(2);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_file_comes_whole(bool tellsLength)
    {
        using var server = new FileServer(new() { ["x"] = Content }) { TellsLength = tellsLength };
        var seen = new List<long>();
        Downloaded(new NpyTests.Progress(seen.Add), server.Address.TrimEnd('/')).Should().Be("x: True");
        server.Requests.Should().Equal("x 0");
        seen.Should().BeInAscendingOrder().And.EndWith(Content.Length);
    }

    [Test]
    public void A_connection_that_is_lost_again_and_again_goes_on_where_it_was()
    {
        using var server = new FileServer(new() { ["x"] = Content }) { HangsUpAfter = 120_000 };
        Downloaded(null, server.Address).Should().Be("x: True");
        server.Requests.Should().HaveCountGreaterThan(1).And.StartWith("x 0");
    }

    [Test]
    public void A_server_that_sends_a_byte_at_a_time_and_hangs_up_is_left()
    {
        using var drop = new FileServer(new() { ["x"] = Content }) { HangsUpAfter = 1 };
        using var server = new FileServer(new() { ["x"] = Content });
        Downloaded(null, drop.Address, server.Address).Should().Be("x: True");
        drop.Requests.Should().HaveCountLessThan(200);
    }

    [Test]
    public void A_server_that_leads_elsewhere_is_left()
    {
        using var odd = new FileServer(new() { ["x"] = Content }) { Location = "file:///x" };
        using var server = new FileServer(new() { ["x"] = Content });
        Downloaded(null, odd.Address, server.Address).Should().Be("x: True");
    }

    [Test]
    public void A_server_that_falls_asleep_is_not_waited_for()
    {
        using var sleeper = new FileServer(new() { ["x"] = Content }) { HangsUpAfter = 0, Sleeps = true };
        using var server = new FileServer(new() { ["x"] = Content });
        Downloaded(null, sleeper.Address, server.Address).Should().Be("x: True");
    }

    [Test]
    [CancelAfter(30_000)]
    public void A_server_that_drips_is_not_listened_to_for_ever()
    {
        using var drop = new FileServer(new() { ["x"] = Content }) { Drips = TimeSpan.FromMilliseconds(50) };
        using var server = new FileServer(new() { ["x"] = Content });
        Downloaded(null, drop.Address, server.Address).Should().Be("x: True");
        drop.Requests.Should().Equal("x 0");
        Refused(() => { Downloaded(null, drop.Address); }).Should().MatchRegex(
            "^TorchException: Error downloading x:\nTried http://.*, got:\n"
            + "The server sent \\d+ bytes in \\d+ seconds, which is too slow.\n$");
    }

    [Test]
    public void A_mirror_that_is_none_is_told_before_anything_is_made()
    {
        using var folder = new TemporaryFolder();
        Refused(() => new MNIST(folder.Path, download: true, mirrors: [null!])).Should().StartWith("ArgumentNullException: ")
            .And.Contain("mirrors");
        Refused(() => new EMNIST(folder.Path, "digits", mirrors: ["http://127.0.0.1/", null!]))
            .Should().StartWith("ArgumentNullException: ");
        Refused(() => new KMNIST(folder.Path, download: true, mirrors: ["here"]))
            .Should().StartWith("TorchValueException: 'here' is no address");
        folder.Names.Should().BeEmpty();
    }

    [TestCase(100_000, true, "x 100000")]
    [TestCase(100_000, false, "x 100000")]
    [TestCase(300_000, true, "x 300000")]
    [TestCase(400_000, true, "x 400000, x 0")]
    public void What_came_in_a_run_before_is_used(int length, bool hasRanges, string requests)
    {
        using var server = new FileServer(new() { ["x"] = Content }) { HasRanges = hasRanges };
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["x.part"], [.. Content.Concat(Content).Take(length)]);
        DownloadedFile.Get(folder["x"], Md5, [server.Address], null);
        Names(folder).Should().Be("x: True");
        string.Join(", ", server.Requests).Should().Be(requests);
    }

    [Test]
    public void What_came_in_a_run_before_and_is_wrong_is_downloaded_anew()
    {
        using var server = new FileServer(new() { ["x"] = Content });
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["x.part"], new byte[1000]);
        DownloadedFile.Get(folder["x"], Md5, [server.Address], null);
        Names(folder).Should().Be("x: True");
        server.Requests.Should().Equal("x 1000", "x 0");
    }

    [Test]
    public void A_server_that_sends_another_part_than_asked_is_left()
    {
        using var odd = new FileServer(new() { ["x"] = Content }) { Skips = 10 };
        using var server = new FileServer(new() { ["x"] = Content });
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["x.part"], Content[..5000]);
        DownloadedFile.Get(folder["x"], Md5, [odd.Address, server.Address], null);
        Names(folder).Should().Be("x: True");
        server.Requests.Should().Equal("x 5000");
    }

    [Test]
    public void The_next_mirror_is_tried_where_one_is_dead_has_no_such_file_or_another_one()
    {
        using var dead = new FileServer([]);
        dead.Dispose();
        using var empty = new FileServer([]);
        using var wrong = new FileServer(new() { ["x"] = Content[..^1] });
        using var cut = new FileServer(new() { ["x"] = Content[..1000] }) { TellsLength = false };
        using var good = new FileServer(new() { ["x"] = Content });
        var address = dead.Address;
        Downloaded(null, address, empty.Address, wrong.Address, cut.Address, good.Address).Should().Be("x: True");
        good.Requests.Should().Equal("x 0");
        Refused(() => { Downloaded(null, address, empty.Address, wrong.Address); })
            .Should().StartWith($"TorchException: Error downloading x:\nTried {address}x, got:\n")
            .And.Contain($"\nTried {empty.Address}x, got:\n").And.Contain("404")
            .And.EndWith($"Tried {wrong.Address}x, got:\nthe file is damaged: it has not the checksum that it should have\n");
        Refused(() => { Downloaded(null, "ftp://example.org/"); }).Should().Be(
            "TorchValueException: 'ftp://example.org/' is no address to download from: it must begin with http:// or https://");
    }

    [Test]
    public void Nobody_else_writes_to_the_file_meanwhile()
    {
        using var server = new FileServer(new() { ["x"] = Content });
        using var folder = new TemporaryFolder();
        using (new FileStream(folder["x.part"], FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            Refused(() => DownloadedFile.Get(folder["x"], Md5, [server.Address], null)).Should().StartWith("IOException: ");
        }

        server.Requests.Should().BeEmpty();
    }

    private static string Downloaded(IProgress<long>? progress, params string[] mirrors)
    {
        using var folder = new TemporaryFolder();
        DownloadedFile.Get(folder["x"], Md5, mirrors, progress);
        return Names(folder);
    }

    // The files that there are, and whether they are the right one.
    private static string Names(TemporaryFolder folder) =>
        string.Join(", ", folder.Names.Select(name => $"{name}: {File.ReadAllBytes(folder[name]).AsSpan().SequenceEqual(Content)}"));

    private static (Tensor Images, Tensor Targets) Put(string prefix, int count, string ending)
    {
        var images = Torch.Randint(256, [count, 28, 28], dtype: DType.Uint8);
        var targets = Torch.Randint(10, [count]);
        Idx.Save($"{prefix}-images-idx3-ubyte{ending}", images);
        Idx.Save($"{prefix}-labels-idx1-ubyte{ending}", targets.To(DType.Uint8));
        return (images, targets);
    }

    private static string Sum(byte[] bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));

    private static string Refused(Action action)
    {
        var thrown = action.Should().Throw<Exception>().Which;
        return $"{thrown.GetType().Name}: {thrown.Message}";
    }

    private static string Refused(Func<object> action) => Refused(() => { action(); });
}
