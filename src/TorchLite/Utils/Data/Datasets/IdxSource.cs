namespace TorchLite.Utils.Data;

/// <summary>Where the files of a dataset come from.</summary>
/// <param name="Name">The folder of the dataset: torchvision's name of its class.</param>
/// <param name="Mirrors">The addresses to which the name of a file is appended.</param>
/// <param name="Files">The files to download, and the MD5 of each.</param>
/// <param name="Train">What the files of the training set begin with.</param>
/// <param name="Test">What those of the test set begin with.</param>
/// <param name="Classes">The names of the classes.</param>
internal sealed record IdxSource(
    string Name, IReadOnlyList<string> Mirrors, IReadOnlyList<(string Name, string Md5)> Files, string Train, string Test,
    IReadOnlyList<string> Classes)
{
    /// <summary>A dataset of four files, which have the names of those of MNIST.</summary>
    internal static IdxSource OfFour(
        string name, IReadOnlyList<string> mirrors, IReadOnlyList<string> md5, IReadOnlyList<string> classes)
    {
        string[] files =
            ["train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"];
        return new(name, mirrors, [.. files.Zip(md5)], "train", "t10k", classes);
    }
}
