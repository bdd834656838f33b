using System.Runtime.InteropServices;
using TorchSharp;
using static System.FormattableString;
using static TorchLite.Native.Loading.LibraryFolders;

namespace TorchLite.Native.Loading;

/// <summary>Each way in which loading fails, with the remedy for it.</summary>
internal static class LoadFailure
{
    private static readonly string[] SupportedPlatforms = ["linux-x64", "osx-arm64", "win-x64", "win-arm64"];

    private static readonly string TorchSharpVersion = typeof(torch).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>The runtime identifier as the packages spell it.</summary>
    internal static string Platform
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
            return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        }
    }

    private static string OverrideAdvice =>
        $"set {OverrideVariable} to the folder of an existing PyTorch {LibTorchVersion.Expected.ToString(2)} (torch/lib)";

    private static string OtherOverrideAdvice =>
        $"Either {OverrideAdvice},\nor unset it to use the libtorch of the program's packages.";

    internal static TorchLoadException NoLibTorchSharp(IEnumerable<string> folders, string platform)
    {
        var file = FileName("LibTorchSharp");
        return SupportedPlatforms.Contains(platform)
            ? Make(
                file,
                $"not found in {string.Join(", ", folders)}",
                "Add the package TorchSharp to the program's project, or publish the program again with its native files.")
            : Make(
                file,
                $"TorchSharp {TorchSharpVersion} has no native library for {platform}, only for {string.Join(", ", SupportedPlatforms)}",
                "Run the program on one of these; on arm64 macOS and Windows, with a .NET of that architecture.");
    }

    /// <summary>Whether the program is one that runs scripts or notebooks, which have no project to add a package to.</summary>
    internal static bool IsScript(string? program) =>
        program is "fsi" or "csi" or "dotnet-interactive" or "Microsoft.DotNet.Interactive.App";

    internal static TorchLoadException NoLibTorch(IEnumerable<string> folders, bool isScript)
    {
        var cuda = OperatingSystem.IsWindows() ? "TorchSharp-cuda-windows" : OperatingSystem.IsLinux() ? "TorchSharp-cuda-linux" : null;
        return Make(
            FileName("torch_cpu"),
            $"not found in {string.Join(", ", folders)}",
            (isScript
                ? $"Refer to libtorch: #r \"nuget: libtorch-cpu-{Platform}, {LibTorchVersion.Expected}\"\n"
                : "Add libtorch to the program's project: "
                    + $"dotnet add package libtorch-cpu-{Platform} --version {LibTorchVersion.Expected}\n")
            + (cuda is null ? "" : $"(with CUDA: {cuda} {TorchSharpVersion}), ")
            + $"or {OverrideAdvice}.");
    }

    internal static TorchLoadException NothingInOverride(string folder) =>
        Make(
            Path.Combine(folder, FileName("torch_cpu")),
            Directory.Exists(folder) ? "the folder has no such file" : "the folder does not exist",
            $"{OverrideVariable} names this folder. {OtherOverrideAdvice}");

    internal static TorchLoadException SecondLibTorch(string file) =>
        Make(
            file,
            $"the program has its own libtorch, {OverrideVariable} names another, and a process can hold only one",
            $"Unset {OverrideVariable}; or build the program without its libtorch package (here: -p:TorchBackend=none),\n"
            + "or delete libtorch's files from the program's folder.");

    internal static TorchLoadException OtherVersion(string torchCpu, Version? version, bool isOverride)
    {
        var found = version?.ToString() ?? $"without {LibTorchVersion.Function}, an old one";
        return Make(
            torchCpu,
            $"this is libtorch {found}; TorchSharp {TorchSharpVersion} is built for {LibTorchVersion.Expected.ToString(2)}",
            FittingVersion(isOverride));
    }

    internal static TorchLoadException DoesNotFit(string libTorchSharp, string folder, string words, bool isOverride) =>
        Make(libTorchSharp, words, $"It does not fit the libtorch in {folder}.\n{FittingVersion(isOverride)}");

    internal static TorchLoadException NotRelaxed(string libTorchSharp, string words, string hindrance) =>
        Make(libTorchSharp, $"{words}\n(no way around it: {hindrance})", LoadRemedy.NewerCppLibrary);

    internal static TorchLoadException Refused(string path, string words) => Make(path, words, LoadRemedy.For(path, words));

    /// <summary>
    /// Follows what a library needs through its own folder: the system's loader would map each of these files blindly.
    /// </summary>
    /// <param name="path">The library.</param>
    /// <param name="loaded">The files that are checked, or loaded, already; those that are checked now are added.</param>
    internal static void ThrowIfTruncated(string path, HashSet<string> loaded)
    {
        if (!OperatingSystem.IsLinux() || !File.Exists(path) || !loaded.Add(Path.GetFileName(path)) || ElfFile.Read(path) is not { } elf)
        {
            return;
        }

        if (elf.MissingEnd is { } end)
        {
            throw Make(
                path,
                Invariant($"the file is truncated: it has {elf.Length:N0} bytes, and its headers speak of {end:N0}"),
                LoadRemedy.Reinstall(path));
        }

        foreach (var name in elf.Needed)
        {
            ThrowIfTruncated(Path.Combine(Path.GetDirectoryName(path)!, name), loaded);
        }
    }

    private static string FittingVersion(bool isOverride) =>
        isOverride ? OtherOverrideAdvice : $"Use version {LibTorchVersion.Expected} of the libtorch package.";

    private static TorchLoadException Make(string file, string words, string remedy) => new(LoadMessage.Compose(file, words, remedy));
}
