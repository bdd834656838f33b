namespace TorchLite.Tests.Native;

[Platform("Linux", Reason = "The folders are made of symbolic links, and the traps are those of ELF and glibc.")]
public class LoadingTests
{
    private const string Ones = "[[1, 1, 1]\n [1, 1, 1]]\n";

    [Test]
    public void A_program_runs_and_writes_nothing_to_disk()
    {
        using var folder = new ProbeFolder();
        var before = folder.Listing();

        var result = folder.Run("hello");

        result.Should().Be(new ProbeResult(0, Ones, ""));
        folder.Listing().Should().Equal(before);
    }

    [Test]
    public void TorchSharp_alone_fails_where_libstdcxx_is_older_and_TorchLite_does_not()
    {
        using var folder = new ProbeFolder();
        if (!folder.Run("diagnose").Output.Contains("GLIBCXX_3.4.32 relaxed", StringComparison.Ordinal))
        {
            Assert.Ignore("This system's libstdc++ has GLIBCXX_3.4.32: TorchSharp loads by itself.");
        }

        // Without a package cache TorchSharp has nothing to copy its half gigabyte from.
        var alone = folder.Set("NUGET_PACKAGES", folder.PathOf("none")).Run("torchsharp");

        alone.ExitCode.Should().NotBe(0);
        alone.Output.Should().Contain("doesn't contain a reference to libtorch-cpu-linux-x64");
        folder.Run("hello").Output.Should().Be(Ones);
    }

    [TestCase("")]
    [TestCase("..")]
    public void TORCHLITE_LIBTORCH_names_the_folder_of_libtorch_or_its_parent(string below)
    {
        using var libtorch = new ProbeFolder();
        using var program = new ProbeFolder(natives: false);
        Directory.CreateSymbolicLink(program.PathOf("lib"), libtorch.App);
        program.Link("libLibTorchSharp.so").Set("TORCHLITE_LIBTORCH", Path.Combine(program.PathOf("lib"), below));

        program.Run("hello").Should().Be(new ProbeResult(0, Ones, ""));
        program.Run("diagnose").Output.Should().MatchRegex(@"backend folder:     \S+/lib\n");
    }

    [Test]
    public void TORCHLITE_LIBTORCH_may_name_a_folder_with_LibTorchSharp_too()
    {
        using var both = new ProbeFolder();
        using var program = new ProbeFolder(natives: false);

        program.Set("TORCHLITE_LIBTORCH", both.App).Run("hello").Should().Be(new ProbeResult(0, Ones, ""));
    }

    [Test]
    public void The_first_failure_is_thrown_again_in_the_same_words_on_every_thread()
    {
        using var folder = new ProbeFolder(natives: false);

        var result = folder.Run("twice");

        result.ExitCode.Should().Be(0);
        result.Output.Should().StartWith("TorchLite.TorchLoadException: ").And.EndWith("(inner: none)\n").And.NotContain("---");
    }

    // The runtime may look for the libraries when it compiles a method, before the method's first line could load them.
    [TestCase("arange", "tensor([0, 1, 2])")]
    [TestCase("literal", "tensor([1.5000, 2.0000])")]
    [TestCase("number", "tensor(2.5000)")]
    [TestCase("full", "tensor([1000.5000, 1000.5000])")]
    [TestCase("inference", "False")]
    [TestCase("grad", "True")]
    [TestCase("seed", "done")]
    [TestCase("dtype", "tensor([1.])")]
    [TestCase("memory", "0")]
    [TestCase("scope", "tensor([[1., 0.],\n        [0., 1.]])")]
    public void Any_use_may_be_the_first(string use, string output)
    {
        using var folder = new ProbeFolder();
        using var empty = new ProbeFolder(natives: false);

        folder.Run("first", use).Should().Be(new ProbeResult(0, output + "\n", ""));
        if (use != "memory")
        {
            empty.Run("first", use).Error.Should().Contain("TorchLite.TorchLoadException: ").And.NotContain("DllNotFoundException");
        }
    }
}
