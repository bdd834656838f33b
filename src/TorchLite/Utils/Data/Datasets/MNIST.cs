using System.IO.Compression;
using TorchLite.Nn;
using TorchLite.Serialization;

namespace TorchLite.Utils.Data;

/// <summary>
/// The handwritten digits of MNIST, 60,000 to train with and 10,000 to test: torchvision's <c>torchvision.datasets.MNIST</c>.
/// </summary>
/// <remarks>
/// <para>
/// The files are IDX files, plain or packed, which lie in the folder <c>MNIST/raw</c> of the root, as torchvision has them, or in the root
/// itself. Nothing is downloaded unless it is asked for. What is downloaded lies in <c>MNIST/raw</c>, packed, under its name only when its
/// checksum is right; a download that was interrupted goes on where it stopped.
/// </para>
/// <para>
/// All images are in memory. An item has one as a uint8 tensor of 1 channel, 28 rows and 28 columns (torchvision: a picture of PIL's),
/// changed by the <c>transform</c>. Without one a loader takes a whole batch at once. What changes every image alike is fastest for all of
/// them: <c>new TensorDataset(transform.Call(mnist.Data.Unsqueeze(1)), mnist.Targets)</c>.
/// </para>
/// </remarks>
/// <example><code>
/// // In place of the real files, those of two images.
/// var root = Directory.CreateTempSubdirectory().FullName;
/// Idx.Save(Path.Combine(root, "t10k-images-idx3-ubyte.gz"), Torch.Randint(0, 256, [2, 28, 28], dtype: DType.Uint8));
/// Idx.Save(Path.Combine(root, "t10k-labels-idx1-ubyte.gz"), Torch.Tensor([7, 2], dtype: DType.Uint8));
///
/// var mnist = new MNIST(root, train: false);
/// mnist.Data.Shape       // torch.Size([2, 28, 28])
/// mnist[0].Image.Shape   // torch.Size([1, 28, 28])
/// mnist[0].Target        // 7
/// new DataLoader&lt;(Tensor Image, long Target), (Tensor X, Tensor Y)&gt;(mnist, batchSize: 2).First().Y   // tensor([7, 2])
/// </code></example>
public class MNIST : Dataset<(Tensor Image, long Target)>, IBatchDataset<(Tensor X, Tensor Y)>
{
    private static readonly IdxSource Source = IdxSource.OfFour(
        "MNIST",
        ["https://ossci-datasets.s3.amazonaws.com/mnist/", "http://yann.lecun.com/exdb/mnist/"],
        [
            "f68b3c2dcbeaaa9fbdd348bbdeb94873", "d53e105ee54ea40749a09fcbcd1e9432", "9fb629c4189551a2d022fa330f9573f3",
            "ec29112dd5afa0611ce80d1b7f02629c",
        ],
        [
            "0 - zero", "1 - one", "2 - two", "3 - three", "4 - four", "5 - five", "6 - six", "7 - seven", "8 - eight", "9 - nine",
        ]);

    private readonly Module<Tensor, Tensor>? transform;
    private readonly Func<long, long>? targetTransform;
    private readonly Tensor images;
    private readonly long[] targets;

    /// <summary>Reads the images and their classes.</summary>
    /// <param name="root">The folder that has the files, or the folder of the dataset.</param>
    /// <param name="train">Whether it is the training set, else the test set.</param>
    /// <param name="transform">What becomes of each image, such as transforms of TorchLite.Vision; null: nothing.</param>
    /// <param name="targetTransform">What becomes of each number of a class; null: nothing.</param>
    /// <param name="download">Whether files that are not there are downloaded.</param>
    /// <param name="mirrors">The addresses to download from, in the order in which they are tried; null: torchvision's.</param>
    /// <param name="progress">Receives the progress of a download: the number of bytes of the file that came so far.</param>
    /// <exception cref="ArgumentNullException"><paramref name="root"/> or a mirror is null.</exception>
    /// <exception cref="TorchException">The files are not there, or no mirror has them.</exception>
    /// <exception cref="TorchFileException">A file is malformed, or there are not as many images as classes.</exception>
    /// <exception cref="TorchTypeException">A file has elements of another type than bytes.</exception>
    /// <exception cref="TorchValueException">A file has another number of dimensions, or a mirror is no address.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public MNIST(
        string root, bool train = true, Module<Tensor, Tensor>? transform = null, Func<long, long>? targetTransform = null,
        bool download = false, IReadOnlyList<string>? mirrors = null, IProgress<long>? progress = null)
        : this(Source, root, train, transform, targetTransform, download, mirrors, progress)
    {
    }

    internal MNIST(
        IdxSource source, string root, bool train, Module<Tensor, Tensor>? transform, Func<long, long>? targetTransform, bool download,
        IReadOnlyList<string>? mirrors, IProgress<long>? progress)
    {
        ArgumentNullException.ThrowIfNull(root);
        foreach (var mirror in mirrors ?? [])
        {
            DownloadedFile.Address(mirror, "");
        }

        (Root, Train, this.transform, this.targetTransform, Classes) = (root, train, transform, targetTransform, source.Classes);
        RawFolder = Path.Combine(root, source.Name, "raw");
        var prefix = train ? source.Train : source.Test;
        string[] names = [$"{prefix}-images-idx3-ubyte", $"{prefix}-labels-idx1-ubyte"];
        if (download && Array.Exists(names, name => Find(name) is null))
        {
            Download(source, mirrors ?? source.Mirrors, progress);
        }

        if (Array.ConvertAll(names, Find) is not [{ } imageFile, { } targetFile])
        {
            throw new TorchException("Dataset not found. You can use download=True to download it");
        }

        Data = Load(imageFile, 3);
        Targets = Load(targetFile, 1).Long();
        if (Data.Size(0) != Targets.Size(0))
        {
            throw new TorchFileException($"there are {Data.Size(0)} images in the dataset, and {Targets.Size(0)} classes of them");
        }

        (images, targets) = (Data.Unsqueeze(1), Targets.ToArray<long>());
    }

    /// <summary>The folder that was given.</summary>
    public string Root { get; }

    /// <summary>Where files are downloaded to: torchvision's <c>raw_folder</c>.</summary>
    /// <example><code>
    /// var root = Directory.CreateTempSubdirectory().FullName;
    /// Idx.Save(Path.Combine(root, "t10k-images-idx3-ubyte"), Torch.Zeros([1, 28, 28], dtype: DType.Uint8));
    /// Idx.Save(Path.Combine(root, "t10k-labels-idx1-ubyte"), Torch.Zeros([1], dtype: DType.Uint8));
    /// Path.GetRelativePath(root, new MNIST(root, train: false).RawFolder).Replace('\\', '/')   // MNIST/raw
    /// </code></example>
    public string RawFolder { get; }

    /// <summary>Whether it is the training set, else the test set.</summary>
    public bool Train { get; }

    /// <summary>All images: a uint8 tensor of their number, rows and columns.</summary>
    /// <example><code>
    /// var root = Directory.CreateTempSubdirectory().FullName;
    /// Idx.Save(Path.Combine(root, "train-images-idx3-ubyte"), Torch.Full([1, 2, 2], 255, dtype: DType.Uint8));
    /// Idx.Save(Path.Combine(root, "train-labels-idx1-ubyte"), Torch.Zeros([1], dtype: DType.Uint8));
    /// new MNIST(root).Data
    /// // tensor([[[255, 255],
    /// //          [255, 255]]], dtype=torch.uint8)
    /// </code></example>
    public Tensor Data { get; }

    /// <summary>The number of the class of each image: an int64 tensor.</summary>
    /// <example><code>
    /// var root = Directory.CreateTempSubdirectory().FullName;
    /// Idx.Save(Path.Combine(root, "train-images-idx3-ubyte"), Torch.Zeros([2, 28, 28], dtype: DType.Uint8));
    /// Idx.Save(Path.Combine(root, "train-labels-idx1-ubyte"), Torch.Tensor([5, 0], dtype: DType.Uint8));
    /// new MNIST(root).Targets   // tensor([5, 0])
    /// </code></example>
    public Tensor Targets { get; }

    /// <summary>The names of the classes, in their order.</summary>
    /// <example><code>
    /// var root = Directory.CreateTempSubdirectory().FullName;
    /// Idx.Save(Path.Combine(root, "train-images-idx3-ubyte"), Torch.Zeros([1, 28, 28], dtype: DType.Uint8));
    /// Idx.Save(Path.Combine(root, "train-labels-idx1-ubyte"), Torch.Zeros([1], dtype: DType.Uint8));
    /// new MNIST(root).Classes[9]   // 9 - nine
    /// </code></example>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The number of each class.</summary>
    /// <example><code>
    /// var root = Directory.CreateTempSubdirectory().FullName;
    /// Idx.Save(Path.Combine(root, "train-images-idx3-ubyte"), Torch.Zeros([1, 28, 28], dtype: DType.Uint8));
    /// Idx.Save(Path.Combine(root, "train-labels-idx1-ubyte"), Torch.Zeros([1], dtype: DType.Uint8));
    /// new MNIST(root).ClassToIdx["2 - two"]   // 2
    /// </code></example>
    public IReadOnlyDictionary<string, long> ClassToIdx =>
        Classes.Index().ToDictionary(static one => one.Item, static one => (long)one.Index);

    /// <inheritdoc/>
    public override int Count => targets.Length;

    /// <summary>An image and its class.</summary>
    /// <param name="index">Its number; a negative one counts from the end.</param>
    /// <exception cref="TorchIndexException">There is no such image.</exception>
    public override (Tensor Image, long Target) this[int index]
    {
        get
        {
            var image = images[index];
            var target = targets[index < 0 ? index + targets.Length : index];
            return (transform is null ? image : transform.Call(image), targetTransform?.Invoke(target) ?? target);
        }
    }

    /// <summary>A batch of images and their classes.</summary>
    /// <param name="indices">The numbers of the images.</param>
    /// <returns>The images, stacked, and the classes as an int64 tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="indices"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such image.</exception>
    public (Tensor X, Tensor Y) GetBatch(IReadOnlyList<int> indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        if (transform is null && targetTransform is null)
        {
            using var rows = new BatchRows(indices, Count);
            return (rows.Of(images), rows.Of(Targets));
        }

        var (all, classes) = (new Tensor[indices.Count], new long[indices.Count]);
        for (var i = 0; i < all.Length; i++)
        {
            (all[i], classes[i]) = this[indices[i]];
        }

        return (Torch.Stack(all), Torch.FromArray(classes));
    }

    private static Tensor Load(string file, int dimensions)
    {
        var x = Idx.Load(file);
        return x.DType != DType.Uint8 ? throw new TorchTypeException($"x should be of dtype torch.uint8 instead of {x.DType}")
            : x.Dim() == dimensions ? x
            : throw new TorchValueException($"x should have {dimensions} dimension{(dimensions == 1 ? "" : "s")} instead of {x.Dim()}");
    }

    private string? Find(string name)
    {
        string[] places = [RawFolder, Root];
        return places.SelectMany(folder => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".gz") })
            .FirstOrDefault(File.Exists);
    }

    private void Download(IdxSource source, IReadOnlyList<string> mirrors, IProgress<long>? progress)
    {
        Directory.CreateDirectory(RawFolder);
        foreach (var (name, md5) in source.Files)
        {
            var file = Path.Combine(RawFolder, name);
            DownloadedFile.Get(file, md5, mirrors, progress);
            if (name.EndsWith(".zip", StringComparison.Ordinal))
            {
                Unpack(file);
                File.Delete(file);
            }
        }
    }

    private void Unpack(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        foreach (var entry in zip.Entries.Where(static entry => entry.Name.EndsWith(".gz", StringComparison.Ordinal)))
        {
            // The name alone, so that none can lead out of the folder.
            AtomicFile.Write(Path.Combine(RawFolder, entry.Name), stream =>
            {
                using var content = entry.Open();
                content.CopyTo(stream);
            });
        }
    }
}
