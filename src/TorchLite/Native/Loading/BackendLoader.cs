using System.Diagnostics;

namespace TorchLite.Native.Loading;

/// <summary>Finds libtorch and LibTorchSharp, and loads them in the order in which they need each other.</summary>
internal static class BackendLoader
{
    /// <exception cref="TorchLoadException">Something is missing, truncated, foreign, or of another version.</exception>
    internal static LoadedBackend Load()
    {
        var started = Stopwatch.GetTimestamp();
        var application = LibraryFolders.Application().ToArray();
        var overridden = LibraryFolders.Override;
        string[] searched = [.. application.Concat(LibraryFolders.Assemblies()).Distinct(StringComparer.Ordinal)];
        string[] withOverride = overridden is null ? searched : [.. searched, overridden, Path.Combine(overridden, "lib")];
        var sharpFolder = LibraryFolders.FolderWith("LibTorchSharp", withOverride)
            ?? throw LoadFailure.NoLibTorchSharp(withOverride, LoadFailure.Platform);
        var folder = overridden is null ? FindLibTorch(searched) : FindOverride(overridden, application);

        HashSet<string> loaded = [];
        var torchCpu = LoadLibTorch(folder, loaded, out var c10, out var hasCuda);
        var version = LibTorchVersion.Of(torchCpu);
        if (version is null || !(LibTorchVersion.Fits(version) || LibTorchVersion.TakesAny))
        {
            throw LoadFailure.OtherVersion(Path.Combine(folder, LibraryFolders.FileName("torch_cpu")), version, overridden is not null);
        }

        var sharpPath = Path.Combine(sharpFolder, LibraryFolders.FileName("LibTorchSharp"));
        LoadFailure.ThrowIfTruncated(sharpPath, loaded);
        var sharp = LoadLibTorchSharp(sharpPath, folder, isOverride: overridden is not null, out var relaxed);
        return new LoadedBackend(torchCpu, c10, sharp, folder, sharpPath, relaxed, hasCuda, Stopwatch.GetElapsedTime(started));
    }

    private static string FindLibTorch(string[] searched) =>
        LibraryFolders.FolderWith("torch_cpu", searched) ?? throw LoadFailure.NoLibTorch(
            searched, LoadFailure.IsScript(System.Reflection.Assembly.GetEntryAssembly()?.GetName().Name));

    private static string FindOverride(string overridden, string[] application)
    {
        // torch/lib is what is asked for; its parent, or that of an unpacked libtorch archive, is what is easily given.
        var folder = LibraryFolders.FolderWith("torch_cpu", [overridden, Path.Combine(overridden, "lib")])
            ?? throw LoadFailure.NothingInOverride(overridden);

        // TorchSharp's static constructor loads these by name from the program's folders, whatever is loaded already; and two
        // libtorchs in one process corrupt each other.
        foreach (var library in (string[])["torch_cpu", "torch_cuda"])
        {
            if (LibraryFolders.FolderWith(library, application) is { } second && !LibraryFolders.IsSame(second, folder))
            {
                throw LoadFailure.SecondLibTorch(Path.Combine(second, LibraryFolders.FileName(library)));
            }
        }

        return folder;
    }

    private static nint LoadLibTorch(string folder, HashSet<string> loaded, out nint c10, out bool hasCuda)
    {
        c10 = LoadFile(folder, "c10", loaded);
        var torchCpu = LoadFile(folder, "torch_cpu", loaded);
        hasCuda = File.Exists(Path.Combine(folder, LibraryFolders.FileName("torch_cuda")));
        if (hasCuda)
        {
            PreloadCudaOnWindows(folder);
            LoadFile(folder, "c10_cuda", loaded);
            LoadFile(folder, "torch_cuda", loaded);
        }

        LoadFile(folder, "torch", loaded);
        return torchCpu;
    }

    private static nint LoadFile(string folder, string library, HashSet<string> loaded)
    {
        var path = Path.Combine(folder, LibraryFolders.FileName(library));
        LoadFailure.ThrowIfTruncated(path, loaded);
        return SystemLoader.TryLoad(path, out var words) ?? throw LoadFailure.Refused(path, words);
    }

    /// <summary>cuDNN and its kin load each other by bare names, which Windows finds only where they are in memory already.</summary>
    private static void PreloadCudaOnWindows(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            return;
        }

        string[] patterns = ["cudart64_*.dll", "cublas*.dll", "cufft*.dll", "cusparse*.dll", "cusolver*.dll", "nvrtc*.dll", "cudnn*.dll"];
        foreach (var path in patterns.SelectMany(pattern => Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal)))
        {
            SystemLoader.TryLoad(path, out _);
        }
    }

    /// <summary>
    /// Binds every function now: with a libtorch that lacks one, lazy binding would end the process at its first call. A program that takes
    /// any libtorch takes that.
    /// </summary>
    private static nint LoadLibTorchSharp(string path, string libTorchFolder, bool isOverride, out string? relaxed)
    {
        relaxed = null;
        var handle = Load(path, out var words);
        if (handle is { } shared && OperatingSystem.IsLinux() && !LoadContexts.TryClaim(shared))
        {
            handle = LoadCopy(path, "", static image => image, out words);
        }

        if (handle is null && OperatingSystem.IsLinux() && VersionNeed.MissingFrom(words) is { } version)
        {
            relaxed = version;
            handle = LoadCopy(path, words, image => VersionNeed.Relax(image, version), out words);
        }

        return handle ?? throw (isOverride || words.Contains("undefined symbol", StringComparison.Ordinal)
            ? LoadFailure.DoesNotFit(path, libTorchFolder, words, isOverride)
            : LoadFailure.Refused(path, words));
    }

    private static nint? Load(string path, out string words) =>
        LibTorchVersion.TakesAny ? SystemLoader.TryLoad(path, out words) : SystemLoader.TryLoadBound(path, out words);

    /// <summary>Loads a copy in memory, which passes for the file wherever that is loaded by its path.</summary>
    private static nint? LoadCopy(string path, string words, Func<byte[], byte[]> change, out string newWords)
    {
        try
        {
            var file = MemoryFile.Create(Path.GetFileName(path), change(File.ReadAllBytes(path)));
            var handle = Load(file, out newWords);
            if (handle is { } copy)
            {
                LoadContexts.TryClaim(copy);
                SystemLoader.Rename(copy, path);
            }

            return handle;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw LoadFailure.NotRelaxed(path, words, e.Message);
        }
    }
}
