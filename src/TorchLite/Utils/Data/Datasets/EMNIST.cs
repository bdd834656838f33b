using TorchLite.Nn;

namespace TorchLite.Utils.Data;

/// <summary>Handwritten letters and digits: torchvision's <c>torchvision.datasets.EMNIST</c>.</summary>
/// <remarks>
/// Images lie on their side, as in the files and in torchvision: <c>image.MT</c> is upright. A download is one file of 0.6 GB with the
/// files of all splits.
/// </remarks>
/// <example><code>
/// // In place of the real files, those of one image.
/// var root = Directory.CreateTempSubdirectory().FullName;
/// Idx.Save(Path.Combine(root, "emnist-letters-train-images-idx3-ubyte"), Torch.Zeros([1, 28, 28], dtype: DType.Uint8));
/// Idx.Save(Path.Combine(root, "emnist-letters-train-labels-idx1-ubyte"), Torch.Tensor([3], dtype: DType.Uint8));
/// var letters = new EMNIST(root, "letters");
/// letters.Classes[(int)letters[0].Target]   // c
/// </code></example>
public sealed class EMNIST : MNIST
{
    private const string Digits = "0123456789", Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", Lower = "abcdefghijklmnopqrstuvwxyz";

    // Small letters that look like their capitals are in one class with them.
    private static readonly Dictionary<string, IReadOnlyList<string>> ClassesOfSplits = new()
    {
        ["byclass"] = Letters(Digits + Upper + Lower),
        ["bymerge"] = Letters(Digits + Upper + "abdefghnqrt"),
        ["balanced"] = Letters(Digits + Upper + "abdefghnqrt"),
        ["letters"] = ["N/A", .. Letters(Lower)],
        ["digits"] = Letters(Digits),
        ["mnist"] = Letters(Digits),
    };

    /// <summary>Reads the images of a split and their classes.</summary>
    /// <param name="root">The folder that has the files, or the folder of the dataset.</param>
    /// <param name="split">Which part: byclass, bymerge, balanced, letters, digits or mnist.</param>
    /// <param name="train">Whether it is the training set, else the test set.</param>
    /// <param name="transform">What becomes of each image, such as transforms of TorchLite.Vision; null: nothing.</param>
    /// <param name="targetTransform">What becomes of each number of a class; null: nothing.</param>
    /// <param name="download">Whether files that are not there are downloaded.</param>
    /// <param name="mirrors">The addresses to download from, in the order in which they are tried; null: torchvision's.</param>
    /// <param name="progress">Receives the progress of a download: the number of bytes of the file that came so far.</param>
    /// <exception cref="ArgumentNullException"><paramref name="root"/> or <paramref name="split"/> is null.</exception>
    /// <exception cref="TorchValueException">There is no such split.</exception>
    /// <exception cref="TorchException">The files are not there, or no mirror has them.</exception>
    /// <exception cref="TorchFileException">A file is malformed, or there are not as many images as classes.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public EMNIST(
        string root, string split, bool train = true, Module<Tensor, Tensor>? transform = null, Func<long, long>? targetTransform = null,
        bool download = false, IReadOnlyList<string>? mirrors = null, IProgress<long>? progress = null)
        : base(SourceOf(split), root, train, transform, targetTransform, download, mirrors, progress) => Split = split;

    /// <summary>Which part it is.</summary>
    public string Split { get; }

    private static IdxSource SourceOf(string split)
    {
        ArgumentNullException.ThrowIfNull(split);
        return ClassesOfSplits.TryGetValue(split, out var classes)
            ? new(
                "EMNIST", ["https://biometrics.nist.gov/cs_links/EMNIST/"], [("gzip.zip", "58c8d27c78d21e728a6bc7b3cc06412e")],
                $"emnist-{split}-train", $"emnist-{split}-test", classes)
            : throw new TorchValueException(
                $"Unknown value '{split}' for argument split. Valid values are {{'{string.Join("', '", ClassesOfSplits.Keys)}'}}.");
    }

    private static string[] Letters(string all) => [.. all.Select(static letter => letter.ToString())];
}
