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

    /// <summary>Whether backward passes are looked at, and for NaN; of the whole process.</summary>
    internal static (bool Mode, bool CheckNan) Anomaly
    {
        get
        {
            NativeLoader.EnsureLoaded();
            return (THSAutograd_isAnomalyEnabled() != 0, THSAutograd_shouldCheckNaN() != 0);
        }

        set
        {
            NativeLoader.EnsureLoaded();
            THSAutograd_setAnomaly(value.Mode ? (byte)1 : (byte)0, value.CheckNan ? (byte)1 : (byte)0);
        }
    }

    /// <summary>Seeds every device's generator. TorchSharp's own call looks for a CUDA package on disk first, each time.</summary>
    internal static void Seed(long seed)
    {
        NativeLoader.EnsureLoaded();
        DisposeGenerator(ManualSeed(seed));
        SeedDevices(seed);
    }

    /// <summary>Seeds the generators of the GPUs, where there are any.</summary>
    internal static void SeedDevices(long seed)
    {
        if (Torch.Cuda.IsAvailable())
        {
            ManualSeedDevices(seed);
        }
    }

    /// <summary>Seeds the generator of the GPU in use, where there is one.</summary>
    internal static void SeedDevice(long seed)
    {
        if (Torch.Cuda.IsAvailable())
        {
            ManualSeedDevice(seed);
        }
    }

    /// <summary>Waits for a GPU; -1: the one in use.</summary>
    internal static void Synchronize(int device) => Gate.Read(
        static device =>
        {
            Ts.cuda.synchronize(new(TorchSharp.DeviceType.CUDA, device));
            return device;
        },
        device);

    /// <summary>Seeds one generator.</summary>
    internal static void Seed(nint generator, long seed) => ManualSeed(generator, seed);

    [LibraryImport("LibTorchSharp", EntryPoint = "THSGenerator_manual_seed")]
    private static partial nint ManualSeed(long seed);

    [LibraryImport("LibTorchSharp", EntryPoint = "THSGenerator_gen_manual_seed")]
    private static partial void ManualSeed(nint generator, long seed);

    [LibraryImport("LibTorchSharp", EntryPoint = "THSCuda_manual_seed_all")]
    private static partial void ManualSeedDevices(long seed);

    [LibraryImport("LibTorchSharp", EntryPoint = "THSCuda_manual_seed")]
    private static partial void ManualSeedDevice(long seed);

    [LibraryImport("LibTorchSharp", EntryPoint = "THSGenerator_dispose")]
    private static partial void DisposeGenerator(nint generator);

    [LibraryImport("LibTorchSharp")]
    private static partial byte THSAutograd_isAnomalyEnabled();

    [LibraryImport("LibTorchSharp")]
    private static partial byte THSAutograd_shouldCheckNaN();

    [LibraryImport("LibTorchSharp")]
    private static partial void THSAutograd_setAnomaly(byte mode, byte checkNan);
}
