namespace TorchLite.Distributed;

/// <summary>
/// A store in a file that all ranks reach: PyTorch's <c>torch.distributed.FileStore</c>. The file must be new to each run; the last of
/// <c>worldSize</c> users to leave removes it.
/// </summary>
/// <example><code>
/// using var store = new FileStore(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), 1);
/// store.Add("count", 2)   // 2
/// </code></example>
public sealed class FileStore : Store
{
    /// <summary>Opens the file, or makes it: PyTorch's <c>FileStore(file_name, world_size)</c>.</summary>
    /// <param name="fileName">The file.</param>
    /// <param name="worldSize">How many use the store; -1: nobody knows, and the file stays.</param>
    /// <exception cref="TorchNotImplementedException">There are no process groups on this system.</exception>
    /// <exception cref="TorchException">The folder does not exist.</exception>
    /// <example><code>
    /// using var store = new FileStore(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), 1);
    /// store.NumKeys() >= 0   // True
    /// </code></example>
    public FileStore(string fileName, int worldSize = -1)
        : base(Make(fileName, worldSize)) => Path = fileName;

    /// <summary>The file: PyTorch's <c>FileStore.path</c>.</summary>
    /// <example><code>
    /// using var store = new FileStore("/tmp/" + Path.GetRandomFileName(), 1);
    /// store.Path[..5]   // /tmp/
    /// </code></example>
    public string Path { get; }

    private static CountedHandle Make(string fileName, int worldSize)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        C10d.Require();

        // libtorch waits five minutes for the folder to come.
        if (fileName.Length > 0
            && System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(fileName)) is { } folder && !Directory.Exists(folder))
        {
            throw new TorchException($"No such file or directory: {folder}");
        }

        return NativeStore.MakeFile(fileName, worldSize);
    }
}
