namespace TorchLite.Native;

/// <summary>
/// The allocator of GPU memory, which libtorch only has as virtual functions: those of c10::DeviceAllocator. Their order, and the struct of
/// the statistics, are those that the code of libtorch 2.10 itself uses; what follows may have others, so that it is refused.
/// </summary>
internal static unsafe class CudaAllocator
{
    /// <summary>How many numbers of 64 bits c10::CachingDeviceAllocator::DeviceStats is: 9 kinds of 3 pools of 4, and 14 more.</summary>
    internal const int Count = 122;

    // Places in the table of virtual functions; before them are c10::Allocator's.
    private const int Initialized = 6, EmptyCacheSlot = 7, DeviceStats = 9, ResetAccumulated = 10, ResetPeak = 11;

    // The functions that the abstract class has a body for, behind its destructors.
    private static readonly int[] WithBody = [3, 4, 12];

    private static readonly Version Known = new(2, 10);

    /// <summary>Whether a GPU has been used. Before that the allocator knows of none.</summary>
    internal static bool IsReady => Torch.Cuda.IsAvailable() && IsInitialized(Find());

    /// <summary>The allocator.</summary>
    /// <exception cref="TorchNotImplementedException">This libtorch's is not known.</exception>
    /// <exception cref="TorchException">There is none: libtorch has no CUDA.</exception>
    internal static nint Find()
    {
        var getAllocator = CppSymbols.GetAllocator.Required("the memory of GPUs");
        var version = LibTorchVersion.Of(NativeLoader.Loaded!.TorchCpu);
        if (!IsKnown(version, CppSymbols.DeviceAllocator.FirstVirtual))
        {
            throw new TorchNotImplementedException(
                $"the memory of GPUs is known of libtorch {Known}, this is {version} on {LoadFailure.Platform}");
        }

        var type = (byte)new Device("cuda").Code;
        var allocator = ((delegate* unmanaged<byte*, nint>)getAllocator)(&type);
        CppGuard.Check();
        return allocator != 0 ? allocator : throw new TorchException("Allocator for cuda is not set.");
    }

    /// <summary>Whether the version is one that was looked at, and the class's table of virtual functions has bodies where that one's has.</summary>
    internal static bool IsKnown(Version? version, nint firstVirtual)
    {
        if ((version?.Major, version?.Minor) != (Known.Major, Known.Minor) || firstVirtual == 0)
        {
            return false;
        }

        // Where there is none, all have the same address.
        var table = new ReadOnlySpan<nint>((void*)firstVirtual, WithBody[^1] + 1);
        for (var slot = 2; slot < table.Length; slot++)
        {
            if ((table[slot] != table[Initialized]) != WithBody.Contains(slot))
            {
                return false;
            }
        }

        return true;
    }

    internal static bool IsInitialized(nint allocator)
    {
        var isInitialized = ((delegate* unmanaged<nint, byte>)Slot(allocator, Initialized))(allocator);
        CppGuard.Check();
        return isInitialized != 0;
    }

    internal static void EmptyCache(nint allocator)
    {
        // Of the pool (0, 0), which is all that belongs to none.
        ((delegate* unmanaged<nint, ulong, ulong, void>)Slot(allocator, EmptyCacheSlot))(allocator, 0, 0);
        CppGuard.Check();
    }

    /// <summary>The numbers of a GPU, in the order of the struct.</summary>
    internal static long[] Statistics(nint allocator, int device)
    {
        var numbers = new long[Count];
        fixed (long* place = numbers)
        {
            ((delegate* unmanaged<long*, nint, sbyte, long*>)Slot(allocator, DeviceStats))(place, allocator, checked((sbyte)device));
        }

        CppGuard.Check();
        return numbers;
    }

    internal static void ResetPeaks(nint allocator, int device) => Reset(allocator, ResetPeak, device);

    internal static void ResetSums(nint allocator, int device) => Reset(allocator, ResetAccumulated, device);

    private static void Reset(nint allocator, int slot, int device)
    {
        ((delegate* unmanaged<nint, sbyte, void>)Slot(allocator, slot))(allocator, checked((sbyte)device));
        CppGuard.Check();
    }

    private static nint Slot(nint allocator, int slot) => CppGuard.Protect((*(nint**)allocator)[slot]);
}
