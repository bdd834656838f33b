using TorchLite.Nn;

namespace TorchLite.Utils.Data;

/// <summary>
/// Ten characters of old Japanese handwriting, which take the place of MNIST: torchvision's <c>torchvision.datasets.KMNIST</c>.
/// </summary>
/// <example><code>
/// // In place of the real files, those of one image.
/// var root = Directory.CreateTempSubdirectory().FullName;
/// Idx.Save(Path.Combine(root, "train-images-idx3-ubyte"), Torch.Zeros([1, 28, 28], dtype: DType.Uint8));
/// Idx.Save(Path.Combine(root, "train-labels-idx1-ubyte"), Torch.Tensor([1], dtype: DType.Uint8));
/// var dataset = new KMNIST(root);
/// dataset.Classes[(int)dataset[0].Target]   // ki
/// </code></example>
public sealed class KMNIST : MNIST
{
    private static readonly IdxSource Source = IdxSource.OfFour(
        "KMNIST",
        ["http://codh.rois.ac.jp/kmnist/dataset/kmnist/"],
        [
            "bdb82020997e1d708af4cf47b453dcf7", "e144d726b3acfaa3e44228e80efcd344", "5c965bf0a639b31b8f53240b1b52f4d7",
            "7320c461ea6c1c855c0b718fb2a4b134",
        ],
        ["o", "ki", "su", "tsu", "na", "ha", "ma", "ya", "re", "wo"]);

    /// <inheritdoc cref="MNIST(string, bool, Module{Tensor, Tensor}, Func{long, long}, bool, IReadOnlyList{string}, IProgress{long})"/>
    public KMNIST(
        string root, bool train = true, Module<Tensor, Tensor>? transform = null, Func<long, long>? targetTransform = null,
        bool download = false, IReadOnlyList<string>? mirrors = null, IProgress<long>? progress = null)
        : base(Source, root, train, transform, targetTransform, download, mirrors, progress)
    {
    }
}
