using System.Reflection.PortableExecutable;
using TorchLite.Native.Loading;
using TorchSharp;

namespace TorchLite.Tests.Native;

/// <summary>What is said where Windows refuses a library, found out from a Windows library that is in TorchSharp's package everywhere.</summary>
public class WindowsRemedyTests
{
    private static readonly string Library = Path.Combine(
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
        "torchsharp", typeof(torch).Assembly.GetName().Version!.ToString(3), "runtimes", "win-x64", "native", "LibTorchSharp.dll");

    [SetUp]
    public void NeedsThePackage()
    {
        if (TestContext.CurrentContext.Test.Arguments.Length == 0 && !File.Exists(Library))
        {
            Assert.Ignore($"TorchSharp's package is not in the NuGet cache: {Library}");
        }
    }

    [Test]
    public void A_library_tells_its_processor_and_what_it_needs()
    {
        var file = PeFile.Read(Library)!;

        file.Machine.Should().Be(Machine.Amd64);
        file.Needed.Should().StartWith(["c10.dll", "torch_cpu.dll"]).And.Contain("KERNEL32.dll");
        PeFile.Read(typeof(WindowsRemedyTests).Assembly.Location.Replace(".dll", ".deps.json", StringComparison.Ordinal)).Should().BeNull();
        PeFile.Read(Library + ".none").Should().BeNull();
    }

    [Test]
    public void The_first_library_that_is_missing_is_found()
    {
        LoadRemedy.MissingOnWindows(Library, static _ => true).Should().BeNull();
        LoadRemedy.MissingOnWindows(Library, static name => name != "KERNEL32.dll").Should().Be("KERNEL32.dll");
    }

    [Test]
    public void Of_the_neighbours_those_are_asked_that_are_there()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            // As torch_cpu.dll, which needs a library that is not there.
            var first = Path.Combine(folder.FullName, "LibTorchSharp.dll");
            File.Copy(Library, first);
            File.WriteAllBytes(Path.Combine(folder.FullName, "c10.dll"), Renamed("KERNEL32.dll", "MSVCP140.dll"));
            LoadRemedy.MissingOnWindows(first, static name => name != "MSVCP140.dll").Should().Be("MSVCP140.dll");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [TestCase("VCRUNTIME140_1.dll")]
    [TestCase("MSVCP140.dll")]
    public void Microsofts_library_comes_with_its_redistributable(string missing)
    {
        LoadRemedy.IsVisualCpp(missing).Should().BeTrue();
        LoadRemedy.VisualCpp(missing).Should().StartWith($"{missing} is missing: install the Visual C++ 2015-2022 redistributable for ");
        LoadRemedy.IsVisualCpp("KERNEL32.dll").Should().BeFalse();
    }

    private static byte[] Renamed(string from, string to)
    {
        var bytes = File.ReadAllBytes(Library);
        var (old, name) = (System.Text.Encoding.ASCII.GetBytes(from), System.Text.Encoding.ASCII.GetBytes(to));
        for (var at = bytes.AsSpan().IndexOf(old); at >= 0; at = bytes.AsSpan().IndexOf(old))
        {
            name.CopyTo(bytes, at);
        }

        return bytes;
    }
}
