namespace TorchLite.Tests.Serialization;

/// <summary>A folder for the files of one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("torchlite-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string[] Names =>
        [.. Directory.GetFileSystemEntries(Path).Select(path => System.IO.Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
