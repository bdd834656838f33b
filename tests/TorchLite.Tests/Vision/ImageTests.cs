using System.Text.Json;
using TorchLite.Tests.Reference;
using TorchLite.Tests.Serialization;
using TorchLite.Utils.Data;
using TorchLite.Vision.Datasets;
using TorchLite.Vision.IO;
using TorchLite.Vision.Transforms;

namespace TorchLite.Tests.Vision;

/// <summary>Files of images, as Pillow wrote them and reads them; and folders of them.</summary>
[NonParallelizable]
public class ImageTests
{
    // What torchvision does not read, reads in more channels than wanted, or leaves as it is in the file: indices of a palette, cyan.
    private static readonly string[] OtherwiseThanTorchvision =
        ["rgb.bmp", "rgb.ppm", "gray.pgm", "rgb.webp", "rgb.gif", "palette.png", "bits.png", "gray alpha.png", "cmyk.jpg"];

    private static readonly Dictionary<string, JsonElement> Recorded =
        Corpus.Read("images.jsonl").ToDictionary(static one => one.GetProperty("file").GetString()!);

    private TemporaryFolder folder = null!;

    private static IEnumerable<string> Files => Recorded.Keys;

    private static IEnumerable<string> OfTorchvision => Files.Except(OtherwiseThanTorchvision);

    [SetUp]
    public void MakeFolder() => folder = new();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [TestCaseSource(nameof(Files))]
    public void An_image_has_Pillows_colors(string file)
    {
        using var scope = Torch.Scope();

        Check(file, "pillow", "RGB", ImageReadMode.Rgb);
        Check(file, "pillow", "L", ImageReadMode.Gray);
    }

    [TestCaseSource(nameof(OfTorchvision))]
    public void An_image_has_the_channels_that_torchvision_gives_it(string file)
    {
        using var scope = Torch.Scope();

        Check(file, "torchvision", "UNCHANGED", ImageReadMode.Unchanged);
        Check(file, "torchvision", "RGB", ImageReadMode.Rgb);
        if (Path.GetExtension(file) == ".png")
        {
            Check(file, "torchvision", "RGB_ALPHA", ImageReadMode.RgbAlpha);
        }
    }

    [Test]
    public void What_is_written_is_read_again()
    {
        using var scope = Torch.Scope();
        var (color, gray) = (Torch.Arange(3 * 5 * 7).Reshape(3, 5, 7).To(DType.Uint8), Torch.Arange(35).Reshape(1, 5, 7).To(DType.Uint8));
        var path = Path.Combine(folder.Path, "x.png");
        foreach (var image in new[] { color, gray, color.Transpose(1, 2) })
        {
            TorchVision.IO.WritePng(image, path, compressionLevel: 9);
            Torch.Equal(TorchVision.IO.ReadImage(path), image).Should().BeTrue();
        }

        TorchVision.IO.WriteJpeg(color, path, quality: 100);
        ((double)(TorchVision.IO.ReadImage(path).Float() - color.Float()).Abs().Max()).Should().BeLessThan(20);
    }

    [Test]
    public void What_is_no_image_is_said_to_be_none()
    {
        var png = Bytes("rgb.png");
        byte[][] wrong =
        [
            [], [1, 2, 3], png[..40], "P6 3 3 255\n123"u8.ToArray(), "P5 9999999999 9999999999 255 "u8.ToArray(), "P6"u8.ToArray(),
        ];
        foreach (var bytes in wrong)
        {
            bytes.Invoking(static given => TorchVision.IO.DecodeImage(given)).Should().Throw<TorchFileException>();
        }

        var large = (byte[])[.. png];
        large[18] = large[22] = 0xFF; // 65,000 by 65,000 pixels
        large.Invoking(static given => TorchVision.IO.DecodeImage(given)).Should().Throw<TorchFileException>();
    }

    [Test]
    public void No_change_of_a_file_does_more_than_an_exception()
    {
        var random = new Random(5);
        foreach (var file in Files)
        {
            for (var trial = 0; trial < 40; trial++)
            {
                var bytes = Bytes(file);
                for (var change = random.Next(1, 6); change > 0; change--)
                {
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                }

                using var scope = Torch.Scope();
                try
                {
                    TorchVision.IO.DecodeImage(bytes.AsSpan(0, random.Next(2) == 0 ? bytes.Length : random.Next(bytes.Length)));
                }
                catch (TorchFileException)
                {
                }
            }
        }
    }

    [Test]
    public void What_cannot_be_written_is_refused_in_torchvisions_words()
    {
        static string Message(Tensor image) =>
            image.Invoking(static given => TorchVision.IO.EncodePng(given)).Should().Throw<TorchException>().Which.Message;

        Message(Torch.Zeros(3, 2, 2)).Should().Be("Input tensor dtype should be uint8");
        Message(Torch.Zeros([2, 2], dtype: DType.Uint8)).Should().Be("Input data should be a 3-dimensional tensor");
        Message(Torch.Zeros([2, 2, 2], dtype: DType.Uint8)).Should().Be("The number of channels should be 1 or 3, got: 2");
    }

    [Test]
    public void A_folder_of_images_is_a_dataset()
    {
        using var scope = Torch.Scope();
        foreach (var (path, file) in ((string, string)[])
            [("b/2.jpg", "smooth.jpg"), ("b/10.png", "full.jpg"), ("a/x/1.JPG", "full.jpg"), ("a/9.jpeg", "smooth.jpg")])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.Path, path))!);
            File.WriteAllBytes(Path.Combine(folder.Path, path), Bytes(file));
        }

        File.WriteAllText(Path.Combine(folder.Path, "a", "readme.txt"), "");
        var images = new ImageFolder(folder.Path, new ToDtype(DType.Float32, scale: true), static target => target + 10);

        images.Classes.Should().Equal("a", "b");
        images.ClassToIdx["b"].Should().Be(1);
        images.Targets.Should().Equal(0, 0, 1, 1);
        images[-1].Image.Equal(images[3].Image).Should().BeTrue();
        images.Invoking(static one => one[4]).Should().Throw<TorchIndexException>().WithMessage("list index out of range");
        images.Samples.Select(one => Path.GetRelativePath(folder.Path, one.Path).Replace('\\', '/'))
            .Should().Equal("a/9.jpeg", "a/x/1.JPG", "b/10.png", "b/2.jpg");
        var batches = new DataLoader<(Tensor Image, long Target), (Tensor Images, Tensor Targets)>(images, batchSize: 3).ToList();
        batches[0].Images.Shape.Should().Equal(3, 3, 24, 32);
        batches[0].Targets.ToArray<long>().Should().Equal(10, 10, 11);
        batches.Should().HaveCount(2);
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "links need a right that users do not have there")]
    [CancelAfter(30_000)]
    public void Links_are_followed_each_folder_once()
    {
        foreach (var path in (string[])["root/a/x", "root/b", "other/y"])
        {
            Directory.CreateDirectory(Path.Combine(folder.Path, path));
            File.WriteAllText(Path.Combine(folder.Path, path, "1.png"), "");
        }

        Link("root/a/up", "..");
        Link("root/a/x/self", ".");
        Link("root/a/x/top", Path.Combine(folder.Path, "root"));
        Link("root/a/z", Path.Combine(folder.Path, "other", "y"));
        Link("root/a/zz", Path.Combine(folder.Path, "other"));
        Link("root/b/gone", "nowhere");
        Link("root/b/round", "round");
        Link("root/c", "a");
        Link("link", "root");
        foreach (var root in (string[])["root", "link"])
        {
            var images = new ImageFolder(Path.Combine(folder.Path, root));
            images.Classes.Should().Equal("a", "b", "c");
            images.Samples.Select(one => $"{one.Target} {Path.GetRelativePath(Path.Combine(folder.Path, root), one.Path)}")
                .Should().Equal(
                    "0 a/up/b/1.png", "0 a/x/1.png", "0 a/z/1.png", "1 b/1.png", "2 c/up/b/1.png", "2 c/x/1.png", "2 c/z/1.png");
        }

        void Link(string path, string target) => Directory.CreateSymbolicLink(Path.Combine(folder.Path, path), target);
    }

    [Test]
    public void A_class_without_images_is_said()
    {
        var path = folder.Path;
        path.Invoking(static root => new ImageFolder(root)).Should().Throw<FileNotFoundException>()
            .WithMessage($"Couldn't find any class folder in {path}.");
        Directory.CreateDirectory(Path.Combine(path, "a"));
        path.Invoking(static root => new ImageFolder(root)).Should().Throw<FileNotFoundException>().WithMessage(
            "Found no valid file for the classes a. Supported extensions are: .jpg, .jpeg, .png, .ppm, .bmp, .pgm, .tif, .tiff, .webp");
        new ImageFolder(path, allowEmpty: true).Should().BeEmpty();
    }

    private static byte[] Bytes(string file) => Convert.FromBase64String(Recorded[file].GetProperty("bytes").GetString()!);

    private static void Check(string file, string by, string how, ImageReadMode mode)
    {
        var differences = new List<string>();
        new Comparison("exact", [], differences).Value(
            $"{file} {how}", Recorded[file].GetProperty(by).GetProperty(how), TorchVision.IO.DecodeImage(Bytes(file), mode));
        differences.Should().BeEmpty();
    }
}
