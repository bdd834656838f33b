using System.Text;
using TorchLite.Native.Loading;

namespace TorchLite.Tests.Native;

[Platform("Linux", Reason = "The folders are made of symbolic links, and the words are those of glibc.")]
public class LoadFailureTests
{
    private const string Reinstall = "delete the package's folder from the NuGet cache and bin/, then build again";

    [Test]
    public void Without_a_backend_the_package_is_named()
    {
        using var folder = new ProbeFolder(natives: false).Link("libLibTorchSharp.so");

        folder.Run("hello").ShouldBeLoadFailure(
            "libtorch_cpu.so", $"not found in {folder.App}", "dotnet add package libtorch-cpu-linux-x64 --version 2.10.0");
    }

    [Test]
    public void A_script_is_told_how_to_refer_to_the_package()
    {
        LoadFailure.IsScript("fsi").Should().BeTrue();
        LoadFailure.IsScript("probe").Should().BeFalse();
        LoadFailure.NoLibTorch(["/here"], isScript: true).Message.Should()
            .Contain($"what to do: Refer to libtorch: #r \"nuget: libtorch-cpu-{LoadFailure.Platform}, 2.10.0\"\n");
    }

    [Test]
    public void Without_LibTorchSharp_the_package_is_named()
    {
        using var folder = new ProbeFolder().Remove("libLibTorchSharp.so");

        folder.Run("hello").ShouldBeLoadFailure("libLibTorchSharp.so", $"not found in {folder.App}", "Add the package TorchSharp");
    }

    [TestCase("libLibTorchSharp.so", 1_000_000)]
    [TestCase("libtorch_cpu.so", 7_000_000)]
    [TestCase("libc10.so", 100)]
    [TestCase("libgomp-98b21ff3.so.1", 100_000)]
    public void A_truncated_library_is_refused_before_the_system_maps_it(string name, int length)
    {
        using var folder = new ProbeFolder().Truncate(name, length);

        folder.Run("hello").ShouldBeLoadFailure(
            name, FormattableString.Invariant($"the file is truncated: it has {length:N0} bytes"), Reinstall);
    }

    [Test]
    public void A_text_file_in_a_librarys_place_gets_the_systems_words()
    {
        using var folder = new ProbeFolder().Write("libc10.so", Encoding.UTF8.GetBytes(new string('x', 5000)));

        folder.Run("hello").ShouldBeLoadFailure("libc10.so", "invalid ELF header", Reinstall);
    }

    [Test]
    public void An_empty_file_in_a_librarys_place_gets_the_systems_words()
    {
        using var folder = new ProbeFolder().Write("libLibTorchSharp.so", []);

        folder.Run("hello").ShouldBeLoadFailure("libLibTorchSharp.so", "file too short", Reinstall);
    }

    [Test]
    public void A_library_for_another_processor_is_called_that()
    {
        // e_machine is at byte 18; 183 is AArch64.
        var bytes = File.ReadAllBytes(ProbeFolder.BuiltFile("libc10.so"));
        bytes[18] = bytes[18] == 183 ? (byte)62 : (byte)183;
        using var folder = new ProbeFolder().Write("libc10.so", bytes);

        folder.Run("hello").ShouldBeLoadFailure("libc10.so", "libc10.so", $"this process is {LoadFailure.Platform}");
    }

    [Test]
    public void A_missing_dependency_of_the_package_is_named()
    {
        using var folder = new ProbeFolder().Remove("libgomp-98b21ff3.so.1");

        folder.Run("hello").ShouldBeLoadFailure(
            "libtorch_cpu.so",
            "libgomp-98b21ff3.so.1: cannot open shared object file: No such file or directory",
            "libgomp-98b21ff3.so.1 belongs beside it.");
    }

    [Test]
    public void A_missing_dependency_of_the_system_is_named()
    {
        using var folder = new ProbeFolder().Patch("libc10.so", "\0libgcc_s.so.1\0"u8, "\0libmissg.so.1\0"u8);

        folder.Run("hello").ShouldBeLoadFailure(
            "libc10.so",
            "libmissg.so.1: cannot open shared object file: No such file or directory",
            "Install the system's package that has libmissg.so.1.");
    }

    [TestCase("/lib/libc.so.6: version `GLIBC_2.34' not found (required by /app/libtorch_cpu.so)", "glibc 2.34 or later")]
    [TestCase("/lib/libstdc++.so.6: version `GLIBCXX_3.4.22' not found (required by /app/libc10.so)", "C++ library of GCC 13 or newer")]
    public void A_system_that_is_too_old_is_told_what_is_new_enough(string words, string remedy)
    {
        LoadFailure.Refused("/app/libtorch_cpu.so", words).Message.Should().Contain(words).And.Contain(remedy);
    }

    [TestCase("libgomp.so.1", "libgomp1")]
    [TestCase("libstdc++.so.6", "libstdc++6")]
    public void A_well_known_dependency_is_named_with_the_command_that_installs_it(string library, string package)
    {
        LoadFailure.Refused("/app/libtorch_cpu.so", $"{library}: cannot open shared object file: No such file or directory").Message
            .Should().Contain($"Install the system's package that has {library} (on Debian and Ubuntu: apt-get install {package}).");
    }

    [Test]
    public void TORCHLITE_LIBTORCH_naming_no_folder_says_so()
    {
        using var folder = new ProbeFolder().Set("TORCHLITE_LIBTORCH", "/no/such/folder");

        folder.Run("hello").ShouldBeLoadFailure(
            "/no/such/folder/libtorch_cpu.so", "the folder does not exist", "TORCHLITE_LIBTORCH names this folder");
    }

    [Test]
    public void TORCHLITE_LIBTORCH_naming_an_empty_folder_says_so()
    {
        using var folder = new ProbeFolder();
        var empty = Directory.CreateDirectory(folder.PathOf("empty")).FullName;

        folder.Set("TORCHLITE_LIBTORCH", empty).Run("hello").ShouldBeLoadFailure(
            $"{empty}/libtorch_cpu.so", "the folder has no such file", "or unset it to use the libtorch of the program's packages");
    }

    [Test]
    public void A_damaged_libtorch_of_TORCHLITE_LIBTORCH_is_not_blamed_on_a_package()
    {
        using var libtorch = new ProbeFolder().Truncate("libc10.so", 1000);
        using var folder = new ProbeFolder(natives: false).Link("libLibTorchSharp.so").Set("TORCHLITE_LIBTORCH", libtorch.App);

        folder.Run("hello").ShouldBeLoadFailure(
            "libc10.so", "the file is truncated", "Reinstall the PyTorch that TORCHLITE_LIBTORCH names.");
    }

    [TestCase("libtorch_cpu.so")]
    [TestCase("libtorch_cuda.so")]
    public void TORCHLITE_LIBTORCH_beside_a_libtorch_of_the_programs_own_is_refused(string own)
    {
        // TorchSharp would load both, and the process would die of it sooner or later.
        using var libtorch = new ProbeFolder();
        using var folder = new ProbeFolder(natives: false).Link("libLibTorchSharp.so").Write(own, []);
        folder.Set("TORCHLITE_LIBTORCH", libtorch.App);

        folder.Run("hello").ShouldBeLoadFailure($"app/{own}", "a process can hold only one", "-p:TorchBackend=none");
    }

    [TestCase(false, "Use version 2.10.0 of the libtorch package.")]
    [TestCase(true, "or unset it to use the libtorch of the program's packages.")]
    public void A_libtorch_that_lacks_a_function_is_refused_before_the_first_call_ends_the_process(bool isOverride, string remedy)
    {
        using var libtorch = new ProbeFolder();
        using var folder = new ProbeFolder(natives: !isOverride)
            .Patch("libLibTorchSharp.so", "\0_ZN2at15get_num_threadsEv\0"u8, "\0_ZN2at15get_num_thraedsEv\0"u8)
            .Set("TORCHLITE_LIBTORCH", isOverride ? libtorch.App : null);

        folder.Run("hello").ShouldBeLoadFailure("libLibTorchSharp.so", "undefined symbol: _ZN2at15get_num_thraedsEv", remedy);
    }

    [Test]
    public void A_libtorch_of_another_version_is_refused()
    {
        // Easier than another libtorch: a TorchSharp that says it was built for another one.
        using var folder = new ProbeFolder()
            .Patch("TorchSharp.dll", Encoding.Unicode.GetBytes("2.10.0.0"), Encoding.Unicode.GetBytes("2.11.0.0"));

        folder.Run("hello").ShouldBeLoadFailure(
            "libtorch_cpu.so", "this is libtorch 2.10.0; TorchSharp 0.107.0 is built for 2.11", "Use version 2.11.0");
    }

    [Test]
    public void A_libtorch_too_old_to_tell_its_version_is_refused()
    {
        LoadFailure.OtherVersion("/torch/lib/libtorch_cpu.so", version: null, isOverride: true).Message.Should()
            .Contain("this is libtorch without aoti_torch_abi_version, an old one; TorchSharp 0.107.0 is built for 2.10")
            .And.Contain("PyTorch 2.10 (torch/lib)");
    }

    [Test]
    public void A_platform_without_TorchSharps_native_library_is_told_which_ones_have_it()
    {
        LoadFailure.NoLibTorchSharp(["/app"], "linux-arm64").Message.Should().Contain(
            "TorchSharp 0.107.0 has no native library for linux-arm64, only for linux-x64, osx-arm64, win-x64, win-arm64");
    }

    [Test]
    public void Diagnose_never_throws_and_ends_with_the_error()
    {
        using var folder = new ProbeFolder().Remove("libgomp-98b21ff3.so.1");

        var result = folder.Run("diagnose");

        result.ExitCode.Should().Be(0);
        result.Error.Should().BeEmpty();
        result.Output.Should().Contain("libtorch:           not loaded\n").And.Contain("CUDA:               unknown\n");
        result.Output.Should().Contain("\nerror:              TorchLite could not load libtorch.\n")
            .And.Contain("libgomp-98b21ff3.so.1: cannot open shared object file");
    }
}
