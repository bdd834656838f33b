using TorchLite.Nn;

namespace TorchLite.Utils.Data;

/// <summary>
/// Pictures of clothes in ten classes, which take the place of MNIST: torchvision's <c>torchvision.datasets.FashionMNIST</c>.
/// </summary>
/// <example><code>
/// // In place of the real files, those of one image.
/// var root = Directory.CreateTempSubdirectory().FullName;
/// Idx.Save(Path.Combine(root, "train-images-idx3-ubyte"), Torch.Zeros([1, 28, 28], dtype: DType.Uint8));
/// Idx.Save(Path.Combine(root, "train-labels-idx1-ubyte"), Torch.Tensor([9], dtype: DType.Uint8));
/// var dataset = new FashionMNIST(root);
/// dataset.Classes[(int)dataset[0].Target]   // Ankle boot
/// </code></example>
public sealed class FashionMNIST : MNIST
{
    private static readonly IdxSource Source = IdxSource.OfFour(
        "FashionMNIST",
        ["http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"],
        [
            "8d4fb7e6c68d591d4c3dfef9ec88bf0d", "25c81989df183df01b3e8a0aad5dffbe", "bef4ecab320f06d8554ea6380940ec79",
            "bb300cfdad3c16e7a12a480ee83cd310",
        ],
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"]);

    /// <inheritdoc cref="MNIST(string, bool, Module{Tensor, Tensor}, Func{long, long}, bool, IReadOnlyList{string}, IProgress{long})"/>
    public FashionMNIST(
        string root, bool train = true, Module<Tensor, Tensor>? transform = null, Func<long, long>? targetTransform = null,
        bool download = false, IReadOnlyList<string>? mirrors = null, IProgress<long>? progress = null)
        : base(Source, root, train, transform, targetTransform, download, mirrors, progress)
    {
    }
}
