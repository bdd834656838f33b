using TorchLite.Distributed;

namespace TorchLite;

/// <content>What there is, and how this process was started.</content>
public static partial class Torch
{
    /// <content>What there is, and how this process was started.</content>
    public static partial class Distributed
    {
        private static readonly Dictionary<string, string> BackendsOfDevices =
            new(StringComparer.Ordinal) { ["cpu"] = "gloo", ["cuda"] = "nccl", ["xpu"] = "xccl", ["mps"] = "gloo" };

        /// <summary>Whether Gloo is there: PyTorch's <c>torch.distributed.is_gloo_available()</c>.</summary>
        /// <returns>Whether it is, as <see cref="IsAvailable"/> says.</returns>
        /// <example><code>
        /// Torch.Distributed.IsGlooAvailable() == Torch.Distributed.IsAvailable()   // True
        /// </code></example>
        public static bool IsGlooAvailable() => IsAvailable();

        /// <summary>Whether NCCL is there: PyTorch's <c>torch.distributed.is_nccl_available()</c>.</summary>
        /// <returns>False: TorchLite does not reach it yet.</returns>
        /// <example><code>
        /// Torch.Distributed.IsNcclAvailable()   // False
        /// </code></example>
        public static bool IsNcclAvailable() => false;

        /// <summary>Whether MPI is there: PyTorch's <c>torch.distributed.is_mpi_available()</c>.</summary>
        /// <returns>False: libtorch is built without it.</returns>
        /// <example><code>
        /// Torch.Distributed.IsMpiAvailable()   // False
        /// </code></example>
        public static bool IsMpiAvailable() => false;

        /// <summary>Whether UCC is there: PyTorch's <c>torch.distributed.is_ucc_available()</c>.</summary>
        /// <returns>False: libtorch is built without it.</returns>
        /// <example><code>
        /// Torch.Distributed.IsUccAvailable()   // False
        /// </code></example>
        public static bool IsUccAvailable() => false;

        /// <summary>Whether XCCL is there: PyTorch's <c>torch.distributed.is_xccl_available()</c>.</summary>
        /// <returns>False: libtorch is built without it.</returns>
        /// <example><code>
        /// Torch.Distributed.IsXcclAvailable()   // False
        /// </code></example>
        public static bool IsXcclAvailable() => false;

        /// <summary>Whether a backend is there: PyTorch's <c>torch.distributed.is_backend_available(backend)</c>.</summary>
        /// <param name="backend">Its name, in letters of any size.</param>
        /// <returns>Whether it is; also of a name that is none.</returns>
        /// <example><code>
        /// Torch.Distributed.IsBackendAvailable("NCCL")   // False
        /// </code></example>
        public static bool IsBackendAvailable(string backend)
        {
            ArgumentNullException.ThrowIfNull(backend);
            return backend.Equals("gloo", StringComparison.OrdinalIgnoreCase) && IsGlooAvailable();
        }

        /// <summary>
        /// The backend that PyTorch takes for a device: its <c>torch.distributed.get_default_backend_for_device(device)</c>. Whether it is
        /// there, <see cref="IsBackendAvailable"/> says.
        /// </summary>
        /// <param name="device">The device.</param>
        /// <returns>The name of the backend.</returns>
        /// <exception cref="TorchValueException">There is none for such a device.</exception>
        /// <example><code>
        /// Torch.Distributed.GetDefaultBackendForDevice("cpu")   // gloo
        /// </code></example>
        public static string GetDefaultBackendForDevice(Device device) => BackendsOfDevices.GetValueOrDefault(device.Type)
            ?? throw new TorchValueException($"Default backend not registered for device : {device}");

        /// <summary>
        /// Whether <c>torchrun</c> started this process, or what sets TORCHELASTIC_RUN_ID as it does: PyTorch's
        /// <c>torch.distributed.is_torchelastic_launched()</c>.
        /// </summary>
        /// <returns>Whether it did.</returns>
        /// <example><code>
        /// Torch.Distributed.IsTorchelasticLaunched()   // False
        /// </code></example>
        public static bool IsTorchelasticLaunched() => Environment.GetEnvironmentVariable("TORCHELASTIC_RUN_ID") is not null;

        /// <summary>
        /// Which of the processes on its machine this one is, as its launcher says in LOCAL_RANK: PyTorch's
        /// <c>torch.distributed.get_node_local_rank(fallback_rank)</c>.
        /// </summary>
        /// <param name="fallbackRank">The answer where no launcher says so.</param>
        /// <returns>The rank.</returns>
        /// <exception cref="TorchException">No launcher says so, and there is no other answer.</exception>
        /// <exception cref="TorchValueException">LOCAL_RANK is no number.</exception>
        /// <example><code>
        /// Torch.Distributed.GetNodeLocalRank(fallbackRank: 0)   // 0
        /// </code></example>
        public static int GetNodeLocalRank(int? fallbackRank = null) => Environment.GetEnvironmentVariable("LOCAL_RANK") is { } text
            ? Rendezvous.Number(text)
            : fallbackRank ?? throw new TorchException(
                "LOCAL_RANK is not in the environment. Consider passing fallback_rank to allow `get_node_local_rank` to work, assuming you "
                + "are not running in a multi-device context and want the code to run locally instead.");

        /// <summary>How many groups were made since the default one: PyTorch's <c>torch.distributed.get_pg_count()</c>.</summary>
        /// <returns>Their number, with the default group; 0 where there is none.</returns>
        /// <example><code>
        /// Torch.Distributed.GetPgCount()   // 0
        /// </code></example>
        public static int GetPgCount() => DistributedWorld.Made;

        /// <summary>
        /// Whether complex numbers can be reduced so: PyTorch's <c>torch.distributed.supports_complex(reduceOp)</c>.
        /// </summary>
        /// <param name="reduceOp">How values are joined.</param>
        /// <returns>Whether they can.</returns>
        /// <example><code>
        /// Torch.Distributed.SupportsComplex(ReduceOp.Max)   // False
        /// </code></example>
        public static bool SupportsComplex(ReduceOp reduceOp) => reduceOp is ReduceOp.Sum or ReduceOp.Avg;
    }
}
