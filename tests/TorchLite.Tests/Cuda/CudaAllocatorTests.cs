using System.Runtime.InteropServices;
using TorchLite.Native;
using TorchLite.Native.Loading;

namespace TorchLite.Tests.Cuda;

/// <summary>The allocator of GPU memory is called by places in a table: those of the libtorch that is there, or not at all.</summary>
public unsafe class CudaAllocatorTests
{
    private const int Slots = 13;

    private static readonly List<(string Function, nint Self, int Device)> Called = [];

    [Test]
    public void The_table_is_known_of_this_libtorch()
    {
        var table = Table();
        CudaAllocator.IsKnown(new(2, 10, 0), table).Should().BeTrue();
        CudaAllocator.IsKnown(new(2, 11, 0), table).Should().BeFalse("its struct has more in it");
        CudaAllocator.IsKnown(null, table).Should().BeFalse();
    }

    [Test]
    public void A_table_with_a_function_more_or_less_is_not_known()
    {
        var table = new ReadOnlySpan<nint>((void*)Table(), Slots).ToArray();
        foreach (var slot in Enumerable.Range(2, Slots - 2))
        {
            var other = (nint[])table.Clone();
            other[slot] = table[slot] == table[6] ? table[3] : table[6];
            fixed (nint* first = other)
            {
                CudaAllocator.IsKnown(new(2, 10, 0), (nint)first).Should().BeFalse($"place {slot} is another kind of function");
            }
        }
    }

    [Test]
    public void Where_libtorch_has_no_CUDA_it_says_that_there_is_no_allocator()
    {
        Table();
        if (Torch.Cuda.IsAvailable())
        {
            Assert.Ignore("This machine has a GPU.");
        }

        FluentActions.Invoking(() => CudaAllocator.Find()).Should().Throw<TorchException>().WithMessage("Allocator for cuda is not set.");
    }

    [Test]
    public void Each_call_reaches_its_place_with_its_arguments()
    {
        Table();
        var functions = stackalloc nint[Slots];
        functions[6] = (nint)(delegate* unmanaged<nint, byte>)&Initialized;
        functions[7] = (nint)(delegate* unmanaged<nint, ulong, ulong, void>)&EmptyCache;
        functions[9] = (nint)(delegate* unmanaged<long*, nint, sbyte, long*>)&Statistics;
        functions[10] = (nint)(delegate* unmanaged<nint, sbyte, void>)&ResetSums;
        functions[11] = (nint)(delegate* unmanaged<nint, sbyte, void>)&ResetPeaks;
        var self = (nint)(&functions);
        Called.Clear();

        CudaAllocator.IsInitialized(self).Should().BeTrue();
        CudaAllocator.EmptyCache(self);
        CudaAllocator.Statistics(self, 3).Should().Equal(Enumerable.Range(0, CudaAllocator.Count).Select(static i => (long)i));
        CudaAllocator.ResetSums(self, 4);
        CudaAllocator.ResetPeaks(self, 5);

        Called.Should().Equal(
            ("initialized", self, -1), ("empty", self, 0), ("statistics", self, 3), ("sums", self, 4), ("peaks", self, 5));
    }

    // The table that libc10 exports.
    private static nint Table()
    {
        NativeLoader.EnsureLoaded();
        if (CppSymbols.DeviceAllocator.FirstVirtual is not 0 and var table)
        {
            return table;
        }

        Assert.Ignore("The allocator is called on Linux x64 only.");
        return 0;
    }

    [UnmanagedCallersOnly]
    private static byte Initialized(nint self) => Note("initialized", self, -1);

    [UnmanagedCallersOnly]
    private static void EmptyCache(nint self, ulong first, ulong second) => Note("empty", self, (int)(first | second));

    [UnmanagedCallersOnly]
    private static long* Statistics(long* result, nint self, sbyte device)
    {
        for (var i = 0; i < CudaAllocator.Count; i++)
        {
            result[i] = i;
        }

        Note("statistics", self, device);
        return result;
    }

    [UnmanagedCallersOnly]
    private static void ResetSums(nint self, sbyte device) => Note("sums", self, device);

    [UnmanagedCallersOnly]
    private static void ResetPeaks(nint self, sbyte device) => Note("peaks", self, device);

    private static byte Note(string function, nint self, int device)
    {
        Called.Add((function, self, device));
        return 1;
    }
}
