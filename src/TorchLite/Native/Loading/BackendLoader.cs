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
        var sharpFolder = LibraryFolders.FolderWith("LibTorchSharp", application) 
            ?? throw LoadFailure.NoLibTorchSharp(application, LoadFailure.Platform);
        var overridden = LibraryFolders.Override;
        var folder = overridden is null ? FindLibTorch(application) : FindOverride(overridden, application);

        var torchCpu = LoadLibTorch(folder, out var hasCuda);
        if (LibTorchVersion.Of(torchCpu) is { } version && !LibTorchVersion.Fits(version))
        {
            throw LoadFailure.OtherVersion(Path.Combine(folder, LibraryFolders.FileName("torch_cpu")), version, overridden is not null);
        }

        var sharpPath = Path.Combine(sharpFolder, LibraryFolders.FileName("LibTorchSharp"));
        var sharp = LoadLibTorchSharp(sharpPath, folder, isForeign: overridden is not null, out var relaxed);
        return new LoadedBackend(torchCpu, sharp, folder, sharpPath, relaxed, hasCuda, Stopwatch.GetElapsedTime(started));
    }

    private static string FindLibTorch(string[] application) =>
        LibraryFolders.FolderWith("torch_cpu", application) ?? throw LoadFailure.NoLibTorch(application);

    private static string FindOverride(string overridden, string[] application)
    {
        // torch/lib is what is asked for; its parent, or that of an unpacked libtorch archive, is what is easily given.
        var folder = LibraryFolders.FolderWith("torch_cpu", [overridden, Path.Combine(overridden, "lib")])
            ?? throw LoadFailure.NothingInOverride(overridden);

        // TorchSharp's static constructor loads libtorch_cuda from the application's folders, whatever is loaded already.
        var cuda = LibraryFolders.FolderWith("torch_cuda", application);
        return cuda is null || cuda == folder ? folder : throw LoadFailure.TwoCudaLibraries(Path.Combine(cuda, LibraryFolders.FileName("torch_cuda")));
    }

    private static nint LoadLibTorch(string folder, out bool hasCuda)
    {
        LoadFile(folder, "c10");
        var torchCpu = LoadFile(folder, "torch_cpu");
        hasCuda = File.Exists(Path.Combine(folder, LibraryFolders.FileName("torch_cuda")));
        if (hasCuda)
        {
            PreloadCudaOnWindows(folder);
            LoadFile(folder, "c10_cuda");
            LoadFile(folder, "torch_cuda");
        }

        LoadFile(folder, "torch");
        return torchCpu;
    }

    private static nint LoadFile(string folder, string library)
    {
        var path = Path.Combine(folder, LibraryFolders.FileName(library));
        LoadFailure.ThrowIfTruncated(path);
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

    private static nint LoadLibTorchSharp(string path, string libTorchFolder, bool isForeign, out string? relaxed)
    {
        relaxed = null;
        LoadFailure.ThrowIfTruncated(path);
        var handle = Load(path, out var words);
        if (handle is null && OperatingSystem.IsLinux() && VersionNeed.MissingFrom(words) is { } version)
        {
            relaxed = version;
            handle = LoadRelaxed(path, version, words, out words);
        }

        return handle ?? throw (isForeign ? LoadFailure.DoesNotFit(path, libTorchFolder, words) : LoadFailure.Refused(path, words));

        nint? Load(string file, out string reason) =>
            isForeign ? SystemLoader.TryLoadBound(file, out reason) : SystemLoader.TryLoad(file, out reason);

        nint? LoadRelaxed(string file, string need, string firstWords, out string reason)
        {
            byte[] image;
            try
            {
                image = VersionNeed.Relax(File.ReadAllBytes(file), need);
            }
            catch (InvalidDataException e)
            {
                throw LoadFailure.NotRelaxed(file, firstWords, e.Message);
            }

            try
            {
                return Load(MemoryFile.Create(LibraryFolders.FileName("LibTorchSharp"), image), out reason);
            }
            catch (IOException e)
            {
                throw LoadFailure.NotRelaxed(file, firstWords, e.Message);
            }
        }
    }
}
