using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>State of libtorch beside the tensors.</summary>
internal static partial class NativeModes
{
    /// <summary>Opens inference mode. The guard may only be closed on this thread, so its finalizer must never run.</summary>
    internal static IDisposable Inference(bool mode)
    {
        NativeLoader.EnsureLoaded();
        var guard = Ts.inference_mode(mode);
        GC.SuppressFinalize(guard);
        return guard;
    }

    /// <summary>Seeds every device's generator. TorchSharp's own call looks for a CUDA package on disk first, each time.</summary>
    internal static void Seed(long seed)
    {
        NativeLoader.EnsureLoaded();
        DisposeGenerator(ManualSeed(seed));
    }

    [LibraryImport("LibTorchSharp", EntryPoint = "THSGenerator_manual_seed")]
    private static partial nint ManualSeed(long seed);

    [LibraryImport("LibTorchSharp", EntryPoint = "THSGenerator_dispose")]
    private static partial void DisposeGenerator(nint generator);
}
