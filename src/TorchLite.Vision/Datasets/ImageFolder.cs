using TorchLite.Nn;
using TorchLite.Utils.Data;
using TorchLite.Vision.IO;

namespace TorchLite.Vision.Datasets;

/// <summary>
/// Images of a folder that has a folder of each class, such as <c>root/cat/1.png</c> and <c>root/dog/x/2.png</c>: torchvision's
/// <c>torchvision.datasets.ImageFolder</c>.
/// </summary>
/// <remarks>
/// Classes are numbered in the order of their names, images ordered by their paths, as in Python. Each image is read when it is asked for,
/// as a tensor of bytes of 3 channels, height and width. Links to folders are followed, each folder once in a class, so that a link may
/// lead to a folder above it (Python goes around until the system ends it, and has images many times then).
/// </remarks>
/// <example><code>
/// var root = Path.Combine(Path.GetTempPath(), "pets");
/// foreach (var name in new[] { "cat", "dog" })
/// {
///     Directory.CreateDirectory(Path.Combine(root, name));
///     TorchVision.IO.WritePng(Torch.Full([3, 4, 4], 200, dtype: DType.Uint8), Path.Combine(root, name, "1.png"));
/// }
/// var pets = new ImageFolder(root, transform: new ToDtype(DType.Float32, scale: true));
/// string.Join(", ", pets.Classes)   // cat, dog
/// pets[1].Image.Shape               // torch.Size([3, 4, 4])
/// pets[1].Target                    // 1
/// </code></example>
public class ImageFolder : Dataset<(Tensor Image, long Target)>
{
    private static readonly string[] Extensions = [".jpg", ".jpeg", ".png", ".ppm", ".bmp", ".pgm", ".tif", ".tiff", ".webp"];

    private readonly Module<Tensor, Tensor>? transform;
    private readonly Func<long, long>? targetTransform;
    private readonly Func<string, Tensor> loader;

    /// <summary>Looks for the images of a folder.</summary>
    /// <param name="root">The folder that has a folder of each class.</param>
    /// <param name="transform">What becomes of each image, such as a <see cref="Transforms.Compose"/>; null: nothing.</param>
    /// <param name="targetTransform">What becomes of each number of a class; null: nothing.</param>
    /// <param name="loader">What reads an image; null: <see cref="TorchVision.IO.ReadImage"/> with 3 channels.</param>
    /// <param name="isValidFile">Which files are images; null: those with the extensions of images.</param>
    /// <param name="allowEmpty">Whether a class may have no image.</param>
    /// <exception cref="FileNotFoundException">There is no class, or one without images.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public ImageFolder(
        string root, Module<Tensor, Tensor>? transform = null, Func<long, long>? targetTransform = null,
        Func<string, Tensor>? loader = null, Func<string, bool>? isValidFile = null, bool allowEmpty = false)
    {
        ArgumentNullException.ThrowIfNull(root);
        Root = root;
        (this.transform, this.targetTransform) = (transform, targetTransform);
        this.loader = loader ?? (static path => TorchVision.IO.ReadImage(path, ImageReadMode.Rgb));
        Classes = [.. Directory.EnumerateDirectories(root).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        if (Classes.Count == 0)
        {
            throw new FileNotFoundException($"Couldn't find any class folder in {root}.");
        }

        ClassToIdx = Classes.Index().ToDictionary(static one => one.Item, static one => (long)one.Index);
        var isValid = isValidFile ?? (static path => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase));
        Samples = [.. Classes.SelectMany(name => Files(Path.Combine(root, name)).Where(isValid).Select(path => (path, ClassToIdx[name])))];
        string[] empty = allowEmpty ? [] : [.. Classes.Except(Samples.Select(one => Classes[(int)one.Target]))];
        if (empty.Length > 0)
        {
            throw new FileNotFoundException(
                $"Found no valid file for the classes {string.Join(", ", empty)}. "
                + (isValidFile is null ? $"Supported extensions are: {string.Join(", ", Extensions)}" : ""));
        }
    }

    /// <summary>The folder.</summary>
    public string Root { get; }

    /// <summary>The names of the classes, in their order.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The number of each class.</summary>
    /// <example><code>
    /// var root = Directory.CreateTempSubdirectory().FullName;
    /// Directory.CreateDirectory(Path.Combine(root, "cat"));
    /// new ImageFolder(root, allowEmpty: true).ClassToIdx["cat"]   // 0
    /// </code></example>
    public IReadOnlyDictionary<string, long> ClassToIdx { get; }

    /// <summary>The path of each image and the number of its class.</summary>
    /// <example><code>
    /// var root = Directory.CreateTempSubdirectory().FullName;
    /// Directory.CreateDirectory(Path.Combine(root, "cat"));
    /// new ImageFolder(root, allowEmpty: true).Samples.Count   // 0
    /// </code></example>
    public IReadOnlyList<(string Path, long Target)> Samples { get; }

    /// <summary>The number of the class of each image.</summary>
    /// <example><code>
    /// var root = Directory.CreateTempSubdirectory().FullName;
    /// Directory.CreateDirectory(Path.Combine(root, "cat"));
    /// new ImageFolder(root, allowEmpty: true).Targets.Count()   // 0
    /// </code></example>
    public IEnumerable<long> Targets => Samples.Select(static one => one.Target);

    /// <inheritdoc/>
    public override int Count => Samples.Count;

    /// <summary>An image and the number of its class.</summary>
    /// <param name="index">Its number; a negative one counts from the end.</param>
    /// <exception cref="TorchIndexException">There is no such image.</exception>
    public override (Tensor Image, long Target) this[int index]
    {
        get
        {
            var (path, target) = index >= -Count && index < Count ? Samples[index < 0 ? index + Count : index]
                : throw new TorchIndexException("list index out of range");
            var image = loader(path);
            return (transform is null ? image : transform.Call(image), targetTransform?.Invoke(target) ?? target);
        }
    }

    // The files of a folder, then those of the folders in it, all by their names; each folder once, whatever links lead to it.
    private static IEnumerable<string> Files(string folder)
    {
        var folders = new List<(string Path, string Real)> { (folder, Real(folder)) };
        var seen = new HashSet<string>(StringComparer.Ordinal) { folders[0].Real };
        for (var i = 0; i < folders.Count; i++)
        {
            var (path, real) = folders[i];
            foreach (var inner in new DirectoryInfo(path).EnumerateDirectories().OrderBy(static one => one.Name, StringComparer.Ordinal))
            {
                var place = inner.LinkTarget is null ? Path.Combine(real, inner.Name) : Real(inner.FullName);
                if (seen.Add(place))
                {
                    folders.Add((Path.Combine(path, inner.Name), place));
                }
            }
        }

        return folders.Select(static one => one.Path).Order(StringComparer.Ordinal)
            .SelectMany(static one => Directory.EnumerateFiles(one).Order(StringComparer.Ordinal));
    }

    // The path without links in it. The root is none, and Windows throws where it is asked.
    private static string Real(string folder)
    {
        var here = new DirectoryInfo(Path.GetFullPath(folder));
        return here.Parent is not { } parent ? here.FullName
            : here.ResolveLinkTarget(returnFinalTarget: true) is { } target ? Real(target.FullName)
            : Path.Combine(Real(parent.FullName), here.Name);
    }
}
