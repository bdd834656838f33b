using System.IO.Compression;
using System.Security.Cryptography;

namespace TorchLite.Tests.Serialization;

/// <summary>Python read these files: build/check-files.sh wrote down the checksums of those that it read rightly.</summary>
[NonParallelizable]
public sealed class WrittenFileTests
{
    // One of the two Pythons need not have safetensors, and has not yet the last of the dtypes.
    private static bool IsEverywhere(string name) =>
        !name.EndsWith(".safetensors", StringComparison.Ordinal) && name != "float8_e8m0fnu.pt";

    private static IEnumerable<string> Versions() =>
        Directory.GetFiles(Path.Combine(Repository.Root, "tests", "reference", "checked"), "*.txt")
            .Select(static path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Versions))]
    public void Each_file_is_byte_for_byte_one_that_Python_read(string version)
    {
        using var temporary = new TemporaryFolder();
        var folder = Environment.GetEnvironmentVariable("TORCHLITE_WRITTEN_FILES") ?? temporary.Path;
        var files = new WrittenFiles(folder);
        files.Write();
        var read = Read(version);
        var wanted = files.Names.Where(name => IsEverywhere(name) || read.ContainsKey(name)).ToList();
        wanted.Should().HaveCountGreaterThan(200);
        wanted.Where(name => read.GetValueOrDefault(name) != Digest(Path.Combine(folder, name)))
            .Should().BeEmpty("Python must have read each of them");
        read.Keys.Except(wanted).Should().BeEmpty();
    }

    [Test]
    public void Some_Python_read_what_not_every_Python_can()
    {
        using var temporary = new TemporaryFolder();
        var files = new WrittenFiles(temporary.Path);
        files.Write();
        files.Names.Except(Versions().SelectMany(static version => Read(version).Keys)).Should().BeEmpty();
    }

    private static Dictionary<string, string> Read(string version) =>
        File.ReadLines(Path.Combine(Repository.Root, "tests", "reference", "checked", version)).Skip(1)
            .Select(static line => line.Split("  ")).ToDictionary(static line => line[1], static line => line[0]);

    private static string Digest(string path)
    {
        if (!path.EndsWith(".npz", StringComparison.Ordinal))
        {
            return Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        }

        // How well deflate does is the machine's business.
        using var zip = ZipFile.OpenRead(path);
        using var content = new MemoryStream();
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            stream.CopyTo(content);
        }

        return Convert.ToHexStringLower(SHA256.HashData(content.ToArray()));
    }
}
