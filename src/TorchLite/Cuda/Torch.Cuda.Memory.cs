namespace TorchLite;

/// <content>The memory of GPUs.</content>
public static partial class Torch
{
    /// <content>The memory of GPUs.</content>
    public static partial class Cuda
    {
        private static readonly string[] Kinds =
        [
            "allocation", "segment", "active", "inactive_split", "allocated_bytes", "reserved_bytes", "active_bytes",
            "inactive_split_bytes", "requested_bytes",
        ];

        private static readonly string[] Pools = ["all", "small_pool", "large_pool"];

        private static readonly string[] Numbers = ["current", "peak", "allocated", "freed"];

        /// <summary>The number of bytes that tensors hold on a GPU: PyTorch's <c>torch.cuda.memory_allocated</c>.</summary>
        /// <param name="device">The GPU; null: the current one.</param>
        /// <returns>The number; 0 where there is no GPU, or none has been used.</returns>
        /// <exception cref="TorchException">A GPU has been used, and this one does not exist.</exception>
        /// <exception cref="TorchValueException">A GPU has been used, and the device is not a GPU.</exception>
        /// <exception cref="TorchNotImplementedException">There are GPUs, and libtorch is not 2.10 for Linux x64.</exception>
        /// <example><code>
        /// Torch.Cuda.MemoryAllocated() >= 0   // True
        /// </code></example>
        public static long MemoryAllocated(Device? device = null) => Bytes(device, "allocated_bytes.all.current");

        /// <summary>
        /// The peak number of bytes that tensors held on a GPU, since the start or <see cref="ResetPeakMemoryStats"/>: PyTorch's
        /// <c>torch.cuda.max_memory_allocated</c>.
        /// </summary>
        /// <param name="device">The GPU; null: the current one.</param>
        /// <returns>The number; 0 where there is no GPU, or none has been used.</returns>
        /// <exception cref="TorchException">A GPU has been used, and this one does not exist.</exception>
        /// <exception cref="TorchValueException">A GPU has been used, and the device is not a GPU.</exception>
        /// <exception cref="TorchNotImplementedException">There are GPUs, and libtorch is not 2.10 for Linux x64.</exception>
        /// <example><code>
        /// Torch.Cuda.MaxMemoryAllocated() >= Torch.Cuda.MemoryAllocated()   // True
        /// </code></example>
        public static long MaxMemoryAllocated(Device? device = null) => Bytes(device, "allocated_bytes.all.peak");

        /// <summary>
        /// The number of bytes of a GPU that the allocator holds, in use or cached: PyTorch's <c>torch.cuda.memory_reserved</c>.
        /// </summary>
        /// <param name="device">The GPU; null: the current one.</param>
        /// <returns>The number; 0 where there is no GPU, or none has been used.</returns>
        /// <exception cref="TorchException">A GPU has been used, and this one does not exist.</exception>
        /// <exception cref="TorchValueException">A GPU has been used, and the device is not a GPU.</exception>
        /// <exception cref="TorchNotImplementedException">There are GPUs, and libtorch is not 2.10 for Linux x64.</exception>
        /// <example><code>
        /// Torch.Cuda.MemoryReserved() >= Torch.Cuda.MemoryAllocated()   // True
        /// </code></example>
        public static long MemoryReserved(Device? device = null) => Bytes(device, "reserved_bytes.all.current");

        /// <summary>
        /// The peak number of bytes of a GPU that the allocator held, since the start or <see cref="ResetPeakMemoryStats"/>: PyTorch's
        /// <c>torch.cuda.max_memory_reserved</c>.
        /// </summary>
        /// <param name="device">The GPU; null: the current one.</param>
        /// <returns>The number; 0 where there is no GPU, or none has been used.</returns>
        /// <exception cref="TorchException">A GPU has been used, and this one does not exist.</exception>
        /// <exception cref="TorchValueException">A GPU has been used, and the device is not a GPU.</exception>
        /// <exception cref="TorchNotImplementedException">There are GPUs, and libtorch is not 2.10 for Linux x64.</exception>
        /// <example><code>
        /// Torch.Cuda.MaxMemoryReserved() >= Torch.Cuda.MemoryReserved()   // True
        /// </code></example>
        public static long MaxMemoryReserved(Device? device = null) => Bytes(device, "reserved_bytes.all.peak");

        /// <summary>The statistics of a GPU's allocator: PyTorch's <c>torch.cuda.memory_stats</c>, whose keys these are.</summary>
        /// <param name="device">The GPU; null: the current one.</param>
        /// <returns>
        /// The numbers by name, such as <c>active_bytes.large_pool.peak</c>, in the order of the names; none where no GPU has been used.
        /// </returns>
        /// <exception cref="TorchException">A GPU has been used, and this one does not exist.</exception>
        /// <exception cref="TorchValueException">A GPU has been used, and the device is not a GPU.</exception>
        /// <exception cref="TorchNotImplementedException">There are GPUs, and libtorch is not 2.10 for Linux x64.</exception>
        /// <example><code>
        /// Torch.Cuda.MemoryStats().GetValueOrDefault("num_ooms")   // 0
        /// </code></example>
        public static IReadOnlyDictionary<string, long> MemoryStats(Device? device = null) =>
            CudaAllocator.IsReady
                ? Named(CudaAllocator.Statistics(CudaAllocator.Find(), CudaRuntime.Index(device)))
                : new SortedDictionary<string, long>();

        /// <summary>
        /// What the allocator of a GPU counts as a table for people: PyTorch's <c>torch.cuda.memory_summary</c>.
        /// </summary>
        /// <param name="device">The GPU; null: the current one.</param>
        /// <param name="abbreviated">Without the lines of the pools of large and small pieces.</param>
        /// <returns>The table, with a line feed at the end; of zeros where the GPU has not been used.</returns>
        /// <exception cref="TorchException">The GPU does not exist.</exception>
        /// <exception cref="TorchValueException">The device is not a GPU.</exception>
        /// <exception cref="TorchNotImplementedException">libtorch is not 2.10 for Linux x64.</exception>
        /// <example><code>
        /// if (Torch.Cuda.IsAvailable()) { Console.Write(Torch.Cuda.MemorySummary(abbreviated: true)); }
        /// </code></example>
        public static string MemorySummary(Device? device = null, bool abbreviated = false)
        {
            var index = CudaRuntime.Index(device);
            var numbers = CudaAllocator.IsReady ? CudaAllocator.Statistics(CudaAllocator.Find(), index) : new long[CudaAllocator.Count];
            return TorchLite.Cuda.MemoryTable.Of(Named(numbers), index, abbreviated);
        }

        /// <summary>
        /// Releases the allocator's cached memory to the GPUs; no effect if no GPU has been used: PyTorch's
        /// <c>torch.cuda.empty_cache</c>.
        /// </summary>
        /// <exception cref="TorchNotImplementedException">There are GPUs, and libtorch is not 2.10 for Linux x64.</exception>
        /// <example><code>
        /// Torch.Cuda.EmptyCache();
        /// </code></example>
        public static void EmptyCache()
        {
            if (CudaAllocator.IsReady)
            {
                CudaAllocator.EmptyCache(CudaAllocator.Find());
            }
        }

        /// <summary>
        /// Resets the peak counters of a GPU to the current values: PyTorch's <c>torch.cuda.reset_peak_memory_stats</c>.
        /// </summary>
        /// <param name="device">The GPU; null: the current one.</param>
        /// <exception cref="TorchException">The GPU does not exist, or has not been used.</exception>
        /// <exception cref="TorchValueException">The device is not a GPU.</exception>
        /// <exception cref="TorchNotImplementedException">libtorch is not 2.10 for Linux x64.</exception>
        /// <example><code>
        /// if (Torch.Cuda.MemoryAllocated() > 0) { Torch.Cuda.ResetPeakMemoryStats(); }
        /// </code></example>
        public static void ResetPeakMemoryStats(Device? device = null)
        {
            var index = CudaRuntime.Index(device);
            CudaAllocator.ResetPeaks(CudaAllocator.Find(), index);
        }

        /// <summary>
        /// Resets the accumulated counters of a GPU to 0: PyTorch's <c>torch.cuda.reset_accumulated_memory_stats</c>.
        /// </summary>
        /// <param name="device">The GPU; null: the current one.</param>
        /// <exception cref="TorchException">The GPU does not exist, or has not been used.</exception>
        /// <exception cref="TorchValueException">The device is not a GPU.</exception>
        /// <exception cref="TorchNotImplementedException">libtorch is not 2.10 for Linux x64.</exception>
        /// <example><code>
        /// if (Torch.Cuda.MemoryAllocated() > 0) { Torch.Cuda.ResetAccumulatedMemoryStats(); }
        /// </code></example>
        public static void ResetAccumulatedMemoryStats(Device? device = null)
        {
            var index = CudaRuntime.Index(device);
            CudaAllocator.ResetSums(CudaAllocator.Find(), index);
        }

        /// <summary>
        /// The free and the total memory of a GPU: PyTorch's <c>torch.cuda.mem_get_info</c>.
        /// </summary>
        /// <param name="device">The GPU; null: the current one.</param>
        /// <returns>Both in bytes.</returns>
        /// <exception cref="TorchException">The GPU does not exist.</exception>
        /// <exception cref="TorchValueException">The device is not a GPU.</exception>
        /// <example><code>
        /// if (Torch.Cuda.IsAvailable()) { var (free, total) = Torch.Cuda.MemGetInfo(); }
        /// </code></example>
        public static (long Free, long Total) MemGetInfo(Device? device = null) => CudaRuntime.Memory(CudaRuntime.Index(device));

        /// <summary>The numbers of libtorch's struct by PyTorch's names.</summary>
        internal static SortedDictionary<string, long> Named(long[] numbers)
        {
            var named = new SortedDictionary<string, long>(StringComparer.Ordinal);
            var next = 0;
            foreach (var kind in Kinds)
            {
                Array.ForEach(Pools, pool => AddAll($"{kind}.{pool}"));
            }

            Add("num_alloc_retries");
            Add("num_ooms");
            AddAll("oversize_allocations");
            AddAll("oversize_segments");
            Add("num_sync_all_streams");
            Add("num_device_alloc");
            Add("num_device_free");
            Add("max_split_size");
            return named;

            void AddAll(string name) => Array.ForEach(Numbers, number => Add($"{name}.{number}"));

            void Add(string name) => named[name] = numbers[next++];
        }

        private static long Bytes(Device? device, string name) => MemoryStats(device).GetValueOrDefault(name);
    }
}
