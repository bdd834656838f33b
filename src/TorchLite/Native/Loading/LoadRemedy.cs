using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace TorchLite.Native.Loading;

/// <summary>What to do about a library that the system's loader has refused.</summary>
internal static class LoadRemedy
{
    internal const string NewerCppLibrary =
        "Install the C++ library of GCC 13 or newer (on Debian and Ubuntu: libstdc++6), or use a newer system.";

    /// <summary>What brings back a file that is damaged.</summary>
    internal static string Reinstall(string path) =>
        LibraryFolders.Override is not null && Path.GetFileName(path) != LibraryFolders.FileName("LibTorchSharp")
            ? $"Reinstall the PyTorch that {LibraryFolders.OverrideVariable} names."
            : "Restore the file: delete the package's folder from the NuGet cache and bin/, then build again.";

    /// <summary>The remedy that fits the file and the loader's words, which may be translated, but for the names in them.</summary>
    internal static string For(string path, string words)
    {
        if (ForeignMachine(path) is { } machine)
        {
            return $"The file is built for {machine}, this process is {LoadFailure.Platform}.\n"
                + $"Use the libtorch of this platform: the package libtorch-cpu-{LoadFailure.Platform}.";
        }

        if (MissingDependency(path, words) is { } missing)
        {
            return IsLibTorchsOwn(missing) ? $"{missing} belongs beside it. {Reinstall(path)}"
                : IsVisualCpp(missing) ? VisualCpp(missing)
                : OperatingSystem.IsWindows() ? $"{missing} is missing, which it needs: install what has it. {Reinstall(path)}"
                : $"Install the system's package that has {missing}{AptCommand(missing)}.";
        }

        if (words.Contains("GLIBC_", StringComparison.Ordinal))
        {
            return "The system is older than this libtorch: use a newer one (glibc 2.34 or later, as in Debian 12 or Ubuntu 22.04).";
        }

        return VersionNeed.MissingFrom(words) is null ? Reinstall(path) : NewerCppLibrary;
    }

    /// <summary>What to do where Microsoft's C++ library is missing, as it often is on a new Windows.</summary>
    internal static string VisualCpp(string missing)
    {
        var processor = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        return $"{missing} is missing: install the Visual C++ 2015-2022 redistributable for {processor}\n"
            + $"(winget install Microsoft.VCRedist.2015+.{processor}).";
    }

    /// <summary>Whether a library is one of Microsoft's C++ runtime.</summary>
    internal static bool IsVisualCpp(string library) =>
        Array.Exists(
            (string[])["vcruntime140", "msvcp140", "concrt140", "vcomp140", "vcamp140"],
            name => library.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The first library that a Windows library needs, or one beside it that it needs, and that cannot be had; null where there is none.
    /// </summary>
    /// <param name="path">The library.</param>
    /// <param name="isThere">Whether the system finds a library by its name.</param>
    internal static string? MissingOnWindows(string path, Func<string, bool> isThere) => MissingOnWindows(path, isThere, []);

    private static string? MissingOnWindows(string path, Func<string, bool> isThere, HashSet<string> seen)
    {
        foreach (var name in PeFile.Read(path)?.Needed ?? [])
        {
            if (!seen.Add(name.ToLowerInvariant()))
            {
                continue;
            }

            var beside = Path.Combine(Path.GetDirectoryName(path)!, name);
            if (File.Exists(beside) ? MissingOnWindows(beside, isThere, seen) is { } missing : (missing = isThere(name) ? null : name) is not null)
            {
                return missing;
            }
        }

        return null;
    }

    // glibc's form is "NAME: cannot open shared object file".
    private static string? MissingDependency(string path, string words)
    {
        // Windows only says that one is, by a number that is not translated.
        const string NotFound = "0x8007007E";
        if (OperatingSystem.IsWindows())
        {
            return words.Contains(NotFound, StringComparison.Ordinal) && File.Exists(path)
                ? MissingOnWindows(path, static name => NativeLibrary.TryLoad(name, out _))
                : null;
        }

        var colon = words.IndexOf(": ", StringComparison.Ordinal);
        if (!OperatingSystem.IsLinux() || colon <= 0)
        {
            return null;
        }

        var name = words[..colon];
        return name.Contains('/') || name == Path.GetFileName(path) || !name.Contains(".so", StringComparison.Ordinal) ? null : name;
    }

    /// <summary>What carries a hash in its name (libgomp-98b21ff3.so.1) was packed with libtorch as well.</summary>
    private static bool IsLibTorchsOwn(string library) =>
        library.Contains("torch", StringComparison.Ordinal) || library.Contains("c10", StringComparison.Ordinal) || library.Contains('-');

    private static string AptCommand(string library)
    {
        var package = library switch
        {
            "libgomp.so.1" => "libgomp1",
            "libstdc++.so.6" => "libstdc++6",
            "libgcc_s.so.1" => "libgcc-s1",
            _ => null,
        };
        return package is null ? "" : $" (on Debian and Ubuntu: apt-get install {package})";
    }

    private static Machine? MachineOfProcess =>
        RuntimeInformation.ProcessArchitecture switch { Architecture.X64 => Machine.Amd64, Architecture.Arm64 => Machine.Arm64, _ => null };

    private static string? ForeignMachine(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            var (found, needed) = (PeFile.Read(path)?.Machine, MachineOfProcess);
            return found is null || needed is null || found == needed ? null
                : found switch { Machine.Amd64 => "x64", Machine.Arm64 => "arm64", Machine.I386 => "x86", _ => found.ToString() };
        }

        var machine = OperatingSystem.IsLinux() ? ElfFile.Read(path)?.Machine : null;
        var own = RuntimeInformation.ProcessArchitecture switch { Architecture.X64 => 62, Architecture.Arm64 => 183, _ => (int?)null };
        if (machine is null || own is null || machine == own)
        {
            return null;
        }

        return machine switch { 62 => "x86-64", 183 => "AArch64", _ => $"ELF machine {machine}" };
    }
}
