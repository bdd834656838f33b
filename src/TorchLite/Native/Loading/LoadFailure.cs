using System.Runtime.InteropServices;
using TorchSharp;
using static System.FormattableString;

namespace TorchLite.Native.Loading;

/// <summary>Each way in which loading fails, with the remedy for it.</summary>
internal static class LoadFailure
{
    private const string Reinstall = "Restore the file: delete the package's folder from the NuGet cache and bin/, then build again.";

    private static readonly string[] SupportedPlatforms = ["linux-x64", "osx-arm64", "win-x64", "win-arm64"];

    private static string TorchSharpVersion { get; } = typeof(torch).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>The runtime identifier as the packages spell it.</summary>
    internal static string Platform
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
            return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        }
    }

    private static string FittingVersion(bool isOverride) =>
        isOverride
            ? $"Either {OverrideAdvice},\nor unset it to use the libtorch of the program's packages."
            : $"Use version {LibTorchVersion.Expected} of the libtorch package.";

    private static string OverrideAdvice =>
        $"set {LibraryFolders.OverrideVariable} to the folder of an existing PyTorch {LibTorchVersion.Expected.ToString(2)} (torch/lib)";

    internal static TorchLoadException NoLibTorchSharp(IEnumerable<string> folders, string platform)
    {
        var file = LibraryFolders.FileName("LibTorchSharp");
        return SupportedPlatforms.Contains(platform)
            ? Make(file, $"not found in {Join(folders)}", "Add the package TorchSharp to the program's project, or publish the program again with its native files.")
            : Make(
                file,
                $"TorchSharp {TorchSharpVersion} has no native library for {platform}, only for {string.Join(", ", SupportedPlatforms)}",
                "Run the program on one of these; on arm64 macOS and Windows, with a .NET of that architecture.");
    }

    internal static TorchLoadException NoLibTorch(IEnumerable<string> folders) =>
        Make(
            LibraryFolders.FileName("torch_cpu"),
            $"not found in {Join(folders)}",
            $"Add libtorch to the program's project: dotnet add package libtorch-cpu-{Platform} --version {LibTorchVersion.Expected}\n"
            + (OperatingSystem.IsMacOS() ? "" : $"(with CUDA: TorchSharp-cuda-{(OperatingSystem.IsWindows() ? "windows" : "linux")} {TorchSharpVersion}), ")
            + $"or {OverrideAdvice}.");

    internal static TorchLoadException NothingInOverride(string folder) =>
        Make(
            Path.Combine(folder, LibraryFolders.FileName("torch_cpu")),
            Directory.Exists(folder) ? "the folder has no such file" : "the folder does not exist",
            $"{LibraryFolders.OverrideVariable} names this folder. Either {OverrideAdvice},\nor unset it to use the libtorch of the program's packages.");

    internal static TorchLoadException SecondLibTorch(string file) =>
        Make(
            file,
            $"the program has its own libtorch, {LibraryFolders.OverrideVariable} names another, and a process can hold only one",
            $"Unset {LibraryFolders.OverrideVariable}; or build the program without its libtorch package (here: -p:TorchBackend=none),\nor delete libtorch's files from the program's folder.");

    internal static TorchLoadException OtherVersion(string torchCpu, Version? version, bool isOverride) =>
        Make(
            torchCpu,
            $"this is libtorch {version?.ToString() ?? $"without {LibTorchVersion.Function}, an old one"}; TorchSharp {TorchSharpVersion} is built for {LibTorchVersion.Expected.ToString(2)}",
            FittingVersion(isOverride));

    internal static TorchLoadException DoesNotFit(string libTorchSharp, string folder, string words, bool isOverride) =>
        Make(libTorchSharp, words, $"It does not fit the libtorch in {folder}.\n{FittingVersion(isOverride)}");

    internal static TorchLoadException NotRelaxed(string libTorchSharp, string words, string hindrance) =>
        Make(libTorchSharp, $"{words}\n(no way around it: {hindrance})", "Install the C++ library of GCC 13 or newer (on Debian and Ubuntu: libstdc++6), or a newer system.");

    internal static TorchLoadException Refused(string path, string words) => Make(path, words, RemedyFor(path, words));

    /// <summary>
    /// Follows what a library needs through its own folder: the system's loader would map each of these files blindly.
    /// </summary>
    /// <param name="path">The library.</param>
    /// <param name="loaded">The files that are checked, or loaded, already; those that are checked now are added.</param>
    internal static void ThrowIfTruncated(string path, HashSet<string> loaded)
    {
        if (!OperatingSystem.IsLinux() || !File.Exists(path) || !loaded.Add(Path.GetFileName(path)))
        {
            return;
        }

        if (ElfFile.Read(path) is not { } elf)
        {
            return;
        }

        if (elf.MissingEnd is { } end)
        {
            throw Make(path, Invariant($"the file is truncated: it has {elf.Length:N0} bytes, and its headers speak of {end:N0}"), Reinstall);
        }

        foreach (var name in elf.Needed)
        {
            ThrowIfTruncated(Path.Combine(Path.GetDirectoryName(path)!, name), loaded);
        }
    }

    private static string RemedyFor(string path, string words)
    {
        if (ForeignMachine(path) is { } machine)
        {
            return $"The file is built for {machine}, this process is {Platform}.\nUse the libtorch package of this platform, libtorch-cpu-{Platform}.";
        }

        if (MissingDependency(path, words) is { } missing)
        {
            // What carries a hash in its name (libgomp-98b21ff3.so.1), or is libtorch's own, comes with the package.
            var own = missing.Contains("torch", StringComparison.Ordinal) || missing.Contains("c10", StringComparison.Ordinal) || missing.Contains('-');
            return own
                ? $"{missing} belongs beside it. {Reinstall}"
                : $"Install the system's package that has {missing}{AptCommand(missing)}.";
        }

        return words.Contains("version `GLIBC", StringComparison.Ordinal)
            ? "The system is older than this libtorch: use a newer one (glibc 2.34, as in Debian 12 or Ubuntu 22.04)."
            : Reinstall;
    }

    /// <summary>glibc's form is "NAME: cannot open shared object file"; the rest may be translated, the name comes first.</summary>
    private static string? MissingDependency(string path, string words)
    {
        var colon = words.IndexOf(": ", StringComparison.Ordinal);
        if (!OperatingSystem.IsLinux() || colon <= 0)
        {
            return null;
        }

        var name = words[..colon];
        return name.Contains('/') || name == Path.GetFileName(path) || !name.Contains(".so", StringComparison.Ordinal) ? null : name;
    }

    private static string AptCommand(string library)
    {
        var package = library switch { "libgomp.so.1" => "libgomp1", "libstdc++.so.6" => "libstdc++6", "libgcc_s.so.1" => "libgcc-s1", _ => null };
        return package is null ? "" : $" (on Debian and Ubuntu: apt-get install {package})";
    }

    private static string? ForeignMachine(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var machine = ElfFile.Read(path)?.Machine;
        var own = RuntimeInformation.ProcessArchitecture switch { Architecture.X64 => 62, Architecture.Arm64 => 183, _ => (int?)null };
        return machine is null || own is null || machine == own
            ? null
            : machine switch { 62 => "x86-64", 183 => "AArch64", 3 => "x86", 40 => "ARM", _ => $"ELF machine {machine}" };
    }

    private static string Join(IEnumerable<string> folders) => string.Join(", ", folders);

    private static TorchLoadException Make(string file, string words, string remedy) => new(LoadMessage.Compose(file, words, remedy));
}
