namespace TorchLite.Tests.Native;

/// <summary>A program that knows nothing of TorchLite, and plug-ins that bring it, each in an AssemblyLoadContext of its own.</summary>
[Platform("Linux", Reason = "The folders are made of symbolic links.")]
public class PluginTests
{
    private const string Worked = "tensor([ 6., 24.]) tensor(6.) mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)\n";

    // The context asks for LibTorchSharp by its path, where an older C++ library refuses what TorchLite has loaded in another way.
    [TestCase("documented")]
    [TestCase("plain")]
    public void Two_plug_ins_compute_side_by_side(string kind)
    {
        using var plugin = new ProbeFolder();
        using var host = new ProbeFolder(natives: false);

        host.Run("plugins", plugin.PathOf("probe.dll"), kind).Should().Be(new ProbeResult(0, Worked + Worked, ""));
    }

    // libtorch knows functions of it: it would end the process to unload them, so the context is kept, and a new one beside it computes.
    [Test]
    public void A_context_that_is_unloaded_stays_and_another_works()
    {
        using var plugin = new ProbeFolder();
        using var host = new ProbeFolder(natives: false);

        host.Run("plugins", plugin.PathOf("probe.dll"), "unloaded").Should().Be(
            new ProbeResult(0, $"{Worked}kept\n{Worked}kept\n", ""));
    }

    [Test]
    public void A_context_that_refuses_the_library_is_told_what_to_do()
    {
        using var plugin = new ProbeFolder();
        using var host = new ProbeFolder(natives: false);

        host.Run("plugins", plugin.PathOf("probe.dll"), "refusing").Output.Should().StartWith(
            "TorchLite.TorchLoadException: TorchLite could not load libtorch.\n")
            .And.Contain("its AssemblyLoadContext refuses it: no LibTorchSharp here").And.Contain("return 0 for LibTorchSharp");
    }
}
