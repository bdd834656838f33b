using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>State of libtorch other than the tensors.</summary>
internal static partial class NativeModes
{
    /// <summary>Opens inference mode. The guard may only be closed on this thread, so its finalizer must never run.</summary>
    internal static IDisposable Inference(bool mode)
    {
        NativeLoader.EnsureLoaded();
        return new InferenceGuard(NewInferenceGuard(mode ? (byte)1 : (byte)0));
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
        Exports.DeleteGenerator(ManualSeed(seed));
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
            SynchronizeDevice(device);
            return Exports.TakeError() is { } error ? throw error : device;
        },
        device);

    /// <summary>Seeds one generator.</summary>
    internal static void Seed(nint generator, long seed) => ManualSeed(generator, seed);

    /// <summary>How many GPUs there are.</summary>
    internal static int Devices()
    {
        NativeLoader.EnsureLoaded();
        return NativeLoader.Loaded!.HasCuda && HasDevices() != 0 ? CountDevices() : 0;
    }

    /// <summary>Whether this thread computes in inference mode.</summary>
    internal static bool IsInference()
    {
        NativeLoader.EnsureLoaded();
        return IsInferenceEnabled() != 0;
    }

    [LibraryImport("LibTorchSharp", EntryPoint = "THSAutograd_getInferenceModeGuard")]
    private static partial nint NewInferenceGuard(byte mode);

    [LibraryImport("LibTorchSharp", EntryPoint = "THSAutograd_deleteInferenceModeGuard")]
    private static partial void DeleteInferenceGuard(nint guard);

    [LibraryImport("LibTorchSharp", EntryPoint = "THSAutograd_isInferenceModeEnabled")]
    private static partial byte IsInferenceEnabled();

    [LibraryImport("LibTorchSharp", EntryPoint = "THSTorchCuda_is_available")]
    private static partial byte HasDevices();

    [LibraryImport("LibTorchSharp", EntryPoint = "THSTorchCuda_device_count")]
    private static partial int CountDevices();

    [LibraryImport("LibTorchSharp", EntryPoint = "THSTorchCuda_synchronize")]
    private static partial void SynchronizeDevice(long device);

    [LibraryImport("LibTorchSharp", EntryPoint = "THSGenerator_manual_seed")]
    private static partial nint ManualSeed(long seed);

    [LibraryImport("LibTorchSharp", EntryPoint = "THSGenerator_gen_manual_seed")]
    private static partial void ManualSeed(nint generator, long seed);

    [LibraryImport("LibTorchSharp", EntryPoint = "THSCuda_manual_seed_all")]
    private static partial void ManualSeedDevices(long seed);

    [LibraryImport("LibTorchSharp", EntryPoint = "THSCuda_manual_seed")]
    private static partial void ManualSeedDevice(long seed);

    [LibraryImport("LibTorchSharp")]
    private static partial byte THSAutograd_isAnomalyEnabled();

    [LibraryImport("LibTorchSharp")]
    private static partial byte THSAutograd_shouldCheckNaN();

    [LibraryImport("LibTorchSharp")]
    private static partial void THSAutograd_setAnomaly(byte mode, byte checkNan);

    // Ends on the thread that began it, so there is no finalizer.
    private sealed class InferenceGuard(nint guard) : IDisposable
    {
        private nint guard = guard;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref guard, 0) is not 0 and var held)
            {
                DeleteInferenceGuard(held);
            }
        }
    }
}
