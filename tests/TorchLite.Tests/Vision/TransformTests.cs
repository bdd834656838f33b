using System.Text.Json;
using TorchLite.Tests.Reference;
using TorchLite.Vision.Transforms;

namespace TorchLite.Tests.Vision;

/// <summary>torchvision's transforms on small images, against what torchvision made of them.</summary>
[NonParallelizable]
public class TransformTests
{
    private static readonly Lazy<ILookup<string, JsonElement>> Recorded =
        new(static () => Corpus.Read("vision.jsonl").ToLookup(static one => one.GetProperty("py").GetString()!));

    private static IEnumerable<string> Names => RecordedTransforms.All.Keys;

    [TestCaseSource(nameof(Names))]
    public void Does_as_torchvision(string name)
    {
        using var scope = Torch.Scope();
        var differences = new List<string>();
        foreach (var one in Recorded.Value[name])
        {
            var given = one.GetProperty("image").GetString()!;
            Torch.ManualSeed(3);
            var image = Torch.Zeros(3, 3, 3);
            try
            {
                var transform = RecordedTransforms.All[name]();
                if (one.TryGetProperty("repr", out var repr))
                {
                    $"{transform}".Should().Be(repr.GetString());
                }

                image = given.Length == 0 ? Torch.Zeros(3, 3, 3) : Image(given);
                if (!one.TryGetProperty("outputs", out var outputs))
                {
                    transform.Call(image);
                    differences.Add($"{given}: expected {one.GetProperty("error")}");
                    continue;
                }

                foreach (var output in outputs.EnumerateArray())
                {
                    new Comparison("close", [], differences).Value(given, output, transform.Call(image));
                }
            }
            catch (Exception e) when (one.TryGetProperty("error", out var error) && e is not AssertionException)
            {
                var (type, message) = Expected(error, image);
                if (e.Message != message || !IsLike(e, type))
                {
                    differences.Add($"{given}: {e.GetType().Name} {e.Message}\n  instead of {error}");
                }
            }
        }

        Recorded.Value[name].Should().NotBeEmpty();
        differences.Should().BeEmpty();
    }

    [Test]
    public void Bytes_are_normalized_at_once_as_they_are_step_by_step()
    {
        double[][] means = [[0.1307], [0.485, 0.456, 0.406]], stds = [[0.3081], [0.229, 0.224, 0.225]];
        var images = Torch.Arange(256, dtype: DType.Uint8).Repeat(3, 9).View(3, 48, 48);
        foreach (var (mean, std) in means.SelectMany(_ => stds, static (mean, std) => (mean, std)))
        {
            foreach (var inplace in new[] { false, true })
            {
                var (convert, normalize) = (new ToDtype(DType.Float32, scale: true), new Normalize(mean, std, inplace));
                var all = new Compose(convert, normalize);
                foreach (var image in new[]
                         {
                             images, images[..1], images.Unsqueeze(0).Repeat(4, 1, 1, 1), images.MT, images[.., ..0], images.Float() / 255,
                             images.To(DType.Int16), images[..0],
                         })
                {
                    Compare(all, image, x => normalize.Call(convert.Call(x)));
                }

                var seen = 0;
                using (convert.RegisterForwardHook((_, _, _) => { seen++; }))
                {
                    all.Call(images);
                }

                seen.Should().Be(1, "a hook sees what comes out of its transform");
            }
        }

        var (whole, zero) = (new ToDtype(DType.Float32, scale: true), new Normalize([0.5], [0]));
        Compare(new Compose(whole, zero), images, x => zero.Call(whole.Call(x)));
        Compare(new Compose(whole, new Normalize([0.5], [0.5])), images[0], x => new Normalize([0.5], [0.5]).Call(whole.Call(x)));

        static void Compare(Compose all, Tensor image, Func<Tensor, Tensor> steps)
        {
            // Clones, as what changes its input in place changes a float image.
            Result(() => all.Call(image.Clone())).Should().Be(Result(() => steps(image.Clone())));

            static string Result(Func<Tensor> make)
            {
                try
                {
                    var made = make();
                    return $"{made.DType} {made.Shape} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(
                        System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(made.ToArray<float>())))}";
                }
                catch (TorchException thrown)
                {
                    return $"{thrown.GetType().Name}: {thrown.Message}";
                }
            }
        }
    }

    [Test]
    public void A_border_wider_than_the_image_cannot_be_mirrored_and_no_piece_has_a_negative_size()
    {
        var image = Torch.Zeros(3, 12, 10);
        image.Invoking(static one => new Pad(20, paddingMode: ImagePaddingMode.Symmetric).Call(one)).Should().Throw<TorchIndexException>();
        image.Invoking(static one => TorchVision.Transforms.Functional.Crop(one, 2, 3, -4, 5)).Should().Throw<TorchException>();
    }

    [Test]
    public void All_that_is_recorded_is_made_here() =>
        Recorded.Value.Select(static one => one.Key).Should().BeSubsetOf(RecordedTransforms.All.Keys);

    // Of an image with too few dimensions Python says that a tuple is too short, where torchvision does not look itself; TorchLite says
    // everywhere what torchvision says where it looks.
    private static (string Type, string Message) Expected(JsonElement error, Tensor image)
    {
        var (type, message) = (error.GetProperty("type").GetString()!, error.GetProperty("message").GetString()!);
        var isOfATuple = message.StartsWith("not enough values to unpack", StringComparison.Ordinal)
            || message == "tuple index out of range";
        return image.Dim() < 3 && isOfATuple
            ? ("ValueError", $"Expected tensor to be a tensor image of size (..., C, H, W). Got {image.Shape}.") : (type, message);
    }

    private static bool IsLike(Exception exception, string type) => type switch
    {
        "ValueError" => exception is TorchValueException,
        "TypeError" => exception is TorchTypeException,
        "IndexError" => exception is TorchIndexException,
        "ZeroDivisionError" => exception is DivideByZeroException,
        _ => exception is TorchException,
    };

    private static Tensor Image(string name) => name switch
    {
        "bytes" => Numbers(3, 12, 10).To(DType.Uint8),
        "gray" => Numbers(1, 10, 13).To(DType.Uint8),
        "floats" => Numbers(3, 12, 10).Float() / 255,
        "doubles" => Numbers(2, 3, 9, 11).Double() / 255,
        "shorts" => Numbers(3, 12, 10).Mul(7).To(DType.Int16),
        "two channels" => Numbers(2, 12, 10).Float() / 255,
        "batch" => Numbers(2, 3, 12, 10).To(DType.Uint8),
        "plane" => Numbers(12, 10).Float() / 255,
        "plane of bytes" => Numbers(12, 10).To(DType.Uint8),
        "line" => Numbers(12).Float() / 255,
        "number" => Torch.Tensor(0.5),
        "no rows" => Torch.Zeros(3, 0, 10),
        "no channels" => Torch.Zeros(0, 12, 10),
        "bools" => Numbers(3, 12, 10) > 100,
        "five dimensions" => Numbers(2, 1, 3, 6, 5).Float() / 255,
        _ => Torch.Zeros(0, 3, 12, 10),
    };

    private static Tensor Numbers(params long[] shape) =>
        Torch.Arange(shape.Aggregate(static (a, b) => a * b)).Mul(37).Add(11).Remainder(256).Reshape(shape);
}
