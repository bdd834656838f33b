namespace TorchLite;

/// <content>Memory.</content>
public static partial class Torch
{
    /// <summary>
    /// The memory that tensors hold, and when garbage is collected: the memory functions of PyTorch's <c>torch.cuda</c>, for the CPU as
    /// well.
    /// </summary>
    /// <remarks>
    /// <para>
    /// A tensor that is no longer referenced is freed by the garbage collector, which cannot see how much that would free. So TorchLite
    /// asks it to look, more often where that is cheap, and at the latest when there may be as much garbage as <see cref="Budget"/> says,
    /// or half as much as is in use where that is more. A program that disposes is hardly ever asked.
    /// </para>
    /// <para>
    /// Who asks frees what died, right then, so that the next results come to lie in memory that is still in the processor's cache: on the
    /// CPU it asks when there are some megabytes of garbage. A program with much memory of its own, for which a collection takes long, is
    /// asked less often.
    /// </para>
    /// <para>
    /// A view holds no bytes of its own, and these numbers leave out what libtorch holds inside, such as what a gradient will need. With
    /// glibc that memory is looked at all the same, each millisecond at most, and counts as what may be garbage.
    /// </para>
    /// </remarks>
    /// <example><code>
    /// var before = Torch.Memory.LiveBytes();
    /// var x = Torch.Zeros(1000, 1000);
    /// Torch.Memory.LiveBytes() - before   // 4000000
    /// x.Dispose();
    /// Torch.Memory.LiveBytes() - before   // 0
    /// </code></example>
    public static class Memory
    {
        /// <summary>
        /// How many bytes of garbage there may be: 268435456 (256 MB), or a sixteenth of the memory of a machine or container that has
        /// less than 4 GB. The environment variable <c>TORCHLITE_MEMORY_BUDGET</c> sets another at the start: a number of bytes, or one
        /// with K, M or G behind it. PyTorch's nearest is <c>torch.cuda.set_per_process_memory_fraction</c>.
        /// </summary>
        /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
        /// <remarks>A larger budget costs memory and saves few collections; each GPU has the same budget of its own.</remarks>
        /// <example><code>
        /// var usual = Torch.Memory.Budget;
        /// Torch.Memory.Budget = 64 &lt;&lt; 20;
        /// Torch.Memory.Budget            // 67108864
        /// Torch.Memory.Budget = usual;
        /// </code></example>
        public static long Budget
        {
            get => Collector.Budget;
            set
            {
                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
                Collector.Budget = value;
            }
        }

        /// <summary>How often TorchLite asked the garbage collector to look, by generation.</summary>
        /// <remarks>Collections that .NET starts by itself are not counted: <see cref="GC.CollectionCount"/> counts both.</remarks>
        /// <example><code>
        /// var before = Torch.Memory.Collections;
        /// Torch.Memory.Collect();
        /// Torch.Memory.Collections.Gen2 > before.Gen2   // True
        /// </code></example>
        public static MemoryCollections Collections => new(Collector.Count(0), Collector.Count(1), Collector.Count(2));

        /// <summary>The number of tensors that were neither disposed nor collected: views and those of meta devices too.</summary>
        /// <param name="device">The device; null: the default device.</param>
        /// <returns>The number, including garbage that was not collected yet.</returns>
        /// <example><code>
        /// var before = Torch.Memory.LiveTensors();
        /// var rows = Torch.Zeros(3, 2).Unbind();
        /// Torch.Memory.LiveTensors() - before     // 4
        /// GC.KeepAlive(rows);
        /// </code></example>
        public static long LiveTensors(Device? device = null) => Of(device).Tensors;

        /// <summary>The number of bytes that tensors hold: PyTorch's <c>torch.cuda.memory_allocated(device)</c>.</summary>
        /// <param name="device">The device; null: the default device.</param>
        /// <returns>
        /// The bytes, including those of garbage that has not been collected yet. A view of less than a kilobyte counts as a tensor.
        /// </returns>
        /// <example><code>
        /// var before = Torch.Memory.LiveBytes();
        /// using var x = Torch.Zeros(1000);
        /// Torch.Memory.LiveBytes() - before   // 4000
        /// </code></example>
        public static long LiveBytes(Device? device = null) => Of(device).Bytes;

        /// <summary>
        /// The peak number of bytes that tensors held since the start or the last <see cref="ResetPeak"/>: PyTorch's
        /// <c>torch.cuda.max_memory_allocated(device)</c>.
        /// </summary>
        /// <param name="device">The device; null: the default device.</param>
        /// <returns>The bytes; on the CPU right to 64 KB for each thread that makes tensors.</returns>
        /// <example><code>
        /// Torch.Memory.ResetPeak();
        /// var before = Torch.Memory.LiveBytes();
        /// Torch.Zeros(1000, 1000).Dispose();
        /// Torch.Memory.PeakBytes() - before   // 4000000
        /// </code></example>
        public static long PeakBytes(Device? device = null) => Of(device).Peak;

        /// <summary>
        /// Resets <see cref="PeakBytes"/> to the number of bytes held now: PyTorch's <c>torch.cuda.reset_peak_memory_stats(device)</c>.
        /// </summary>
        /// <param name="device">The device; null: the default device.</param>
        /// <example><code>
        /// Torch.Memory.ResetPeak();
        /// Torch.Memory.PeakBytes() == Torch.Memory.LiveBytes()   // True
        /// </code></example>
        public static void ResetPeak(Device? device = null) => Of(device).ResetPeak();

        /// <summary>
        /// Collects all garbage now, and returns when the tensors among it are freed. Python's <c>gc.collect()</c>; never needed, but to
        /// see what is really in use.
        /// </summary>
        /// <example><code>
        /// Torch.Memory.Collect();
        /// Torch.Memory.LiveTensors() >= 0   // True
        /// </code></example>
        public static void Collect() => MemoryLedger.CollectAll();

        private static MemoryPool Of(Device? device) =>
            MemoryLedger.Of(device is { Type: "cuda", Index: null } ? new Device("cuda", 0) : device ?? default);
    }
}
