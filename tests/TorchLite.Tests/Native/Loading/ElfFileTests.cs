using TorchLite.Native.Loading;

namespace TorchLite.Tests.Native;

[Platform("Linux", Reason = "ELF files come with the Linux packages only.")]
public class ElfFileTests
{
    private string _path = "";

    [SetUp]
    public void MakeFile() => _path = Path.GetTempFileName();

    [TearDown]
    public void DeleteFile() => File.Delete(_path);

    [Test]
    public void A_whole_library_misses_nothing_and_names_what_it_needs()
    {
        var elf = ElfFile.Read(ProbeFolder.BuiltFile("libtorch_cpu.so"))!;

        elf.MissingEnd.Should().BeNull();
        elf.Needed.Should().Contain(["libc10.so", "libgomp-98b21ff3.so.1", "libstdc++.so.6"]);
    }

    [TestCase(64, Description = "after the header, before the table it speaks of")]
    [TestCase(400, Description = "in the table")]
    [TestCase(4000)]
    public void A_library_cut_off_in_its_loaded_part_says_where_it_should_end(int length)
    {
        File.WriteAllBytes(_path, File.ReadAllBytes(ProbeFolder.BuiltFile("libtorch.so"))[..length]);

        ElfFile.Read(_path)!.MissingEnd.Should().BeGreaterThan(length);
    }

    [Test]
    public void What_is_no_ELF_file_is_left_to_the_system()
    {
        ElfFile.Read(_path).Should().BeNull();
        ElfFile.Read(_path + ".none").Should().BeNull();
    }

    [Test]
    public void Noise_in_the_headers_is_read_without_an_exception()
    {
        var original = File.ReadAllBytes(ProbeFolder.BuiltFile("libtorch.so"));
        var random = new Random(1);
        for (var i = 0; i < 300; i++)
        {
            var image = (byte[])original.Clone();
            for (var n = 0; n < 8; n++)
            {
                // Behind the magic: the header, the program headers, and the dynamic section.
                image[random.Next(6, i % 2 == 0 ? 600 : image.Length)] = (byte)random.Next(256);
            }

            File.WriteAllBytes(_path, image);
            var read = () => ElfFile.Read(_path);

            read.Should().NotThrow();
        }
    }
}
