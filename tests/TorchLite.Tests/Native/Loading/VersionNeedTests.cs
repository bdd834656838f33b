using TorchLite.Native.Loading;

namespace TorchLite.Tests.Native;

[Platform("Linux", Reason = "ELF files come with the Linux packages only.")]
public class VersionNeedTests
{
    private const string Version = "GLIBCXX_3.4.32";

    private static byte[] LibTorchSharp() => File.ReadAllBytes(ProbeFolder.BuiltFile("libLibTorchSharp.so"));

    [Test]
    public void Relaxing_changes_the_flags_of_one_version_need_and_nothing_else()
    {
        var original = LibTorchSharp();

        var relaxed = VersionNeed.Relax(LibTorchSharp(), Version);

        var changed = Enumerable.Range(0, original.Length).Where(i => original[i] != relaxed[i]).ToArray();
        changed.Should().ContainSingle();
        original[changed[0]].Should().Be(0);
        relaxed[changed[0]].Should().Be(2);
    }

    [TestCase("GLIBCXX_3.4.30")]
    [TestCase("GLIBCXX_3.4.21")]
    public void A_version_whose_symbols_are_used_is_not_relaxed(string version)
    {
        var relax = () => VersionNeed.Relax(LibTorchSharp(), version);

        relax.Should().Throw<InvalidDataException>().WithMessage($"it uses _Z* of {version}");
    }

    [Test]
    public void A_version_that_is_not_needed_is_an_error()
    {
        var relax = () => VersionNeed.Relax(LibTorchSharp(), "GLIBCXX_9.9.9");

        relax.Should().Throw<InvalidDataException>().WithMessage("its need of GLIBCXX_9.9.9 was not found");
    }

    [Test]
    public void A_damaged_file_is_an_InvalidDataException_and_nothing_worse()
    {
        var original = LibTorchSharp();
        var random = new Random(1);
        for (var i = 0; i < 300; i++)
        {
            // Cut somewhere, or with noise in the tables that Relax reads: the header, the version needs, the section table.
            var image = i % 3 == 0 ? original[..random.Next(original.Length)] : (byte[])original.Clone();
            var start = (i % 3) switch { 0 => 0, 1 => 0x3f8f0, _ => image.Length - 2048 };
            for (var n = 0; n < (i % 3 == 0 ? 0 : 8); n++)
            {
                image[start + random.Next(Math.Min(512, image.Length - start))] = (byte)random.Next(256);
            }

            var relax = () => VersionNeed.Relax(image, Version);
            try
            {
                relax();
            }
            catch (InvalidDataException e)
            {
                e.Message.Should().NotBeEmpty();
            }
        }
    }

    [TestCase("/lib/libstdc++.so.6: version `GLIBCXX_3.4.32' not found (required by /app/libLibTorchSharp.so)", "GLIBCXX_3.4.32")]
    [TestCase("/lib/libstdc++.so.6: Version »GLIBCXX_3.4.32« nicht gefunden", "GLIBCXX_3.4.32")]
    [TestCase("/lib/libc.so.6: version `GLIBC_2.34' not found (required by /app/libLibTorchSharp.so)", null)]
    [TestCase("libtorch.so: cannot open shared object file", null)]
    public void Only_a_missing_version_of_libstdcxx_is_taken_for_one(string words, string? version)
    {
        VersionNeed.MissingFrom(words).Should().Be(version);
    }
}
