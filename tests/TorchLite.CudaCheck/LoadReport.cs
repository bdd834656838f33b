using TorchLite.Native;
using TorchLite.Native.Loading;
using TorchLite.Tests.Native;

namespace TorchLite.CudaCheck;

/// <summary>What loads of a libtorch, and what it lacks of what is called.</summary>
internal static class LoadReport
{
    internal static int Write(string device)
    {
        var isLoaded = true;
        try
        {
            NativeLoader.EnsureLoaded();
        }
        catch (TorchLoadException)
        {
            isLoaded = false; // the diagnosis tells why
        }

        WriteMissing();
        Console.WriteLine(Torch.Diagnose().TrimEnd());
        if (!isLoaded)
        {
            Console.WriteLine("FAILED: nothing loads");
            return 1;
        }

        Console.WriteLine($"exceptions of C++    {(CppGuard.IsSupported ? "caught" : "not caught")}");
        var missing = CppSymbols.All.Where(static symbol => symbol.Name is not null && symbol.Address == 0).Select(static symbol => symbol.Name).ToArray();
        Console.WriteLine($"names of C++         {CppSymbols.All.Count()}, missing: {(missing.Length == 0 ? "none" : string.Join(", ", missing))}");
        var version = LibTorchVersion.Of(NativeLoader.Loaded!.TorchCpu);
        Console.WriteLine(
            "memory of GPUs       " + (CudaAllocator.IsKnown(version, CppSymbols.DeviceAllocator.FirstVirtual) ? "known" : $"not known of {version}"));
        if (device != "cpu" && !Torch.Cuda.IsAvailable())
        {
            Console.WriteLine("FAILED: there is no GPU to use; --device cpu does what needs none");
        }

        return 0;
    }

    // A call of one of them ends the process.
    private static void WriteMissing()
    {
        var searched = LibraryFolders.Application().ToArray();
        if (!OperatingSystem.IsLinux() || LibraryFolders.Override is not { } folder
            || LibraryFolders.FolderWith("LibTorchSharp", searched) is not { } sharp)
        {
            return;
        }

        string[] libraries = ["torch_cpu", "c10", "torch_cuda", "c10_cuda"];
        HashSet<string> there =
        [
            .. libraries.Select(library => Path.Combine(folder, LibraryFolders.FileName(library))).Where(File.Exists)
                .SelectMany(NativeExports.Of),
        ];
        var lacking = NativeExports.NeededBy(Path.Combine(sharp, LibraryFolders.FileName("LibTorchSharp")))
            .Where(name => (name.Contains("c10", StringComparison.Ordinal) || name.Contains("2at", StringComparison.Ordinal)
                || name.Contains("5torch", StringComparison.Ordinal)) && !there.Contains(name)).ToArray();
        Console.WriteLine($"LibTorchSharp needs {lacking.Length} functions that this libtorch has not{(lacking.Length == 0 ? "" : ":")}");
        foreach (var name in lacking.Take(20))
        {
            Console.WriteLine($"  {name}");
        }
    }
}
