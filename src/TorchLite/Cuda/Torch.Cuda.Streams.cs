using CudaStream = TorchLite.Cuda.Stream;
using StreamScope = TorchLite.Cuda.StreamScope;

namespace TorchLite;

/// <content>The streams of this thread's work.</content>
public static partial class Torch
{
    /// <content>The streams of this thread's work.</content>
    public static partial class Cuda
    {
        /// <summary>The stream that this thread's work for a GPU goes to: PyTorch's <c>torch.cuda.current_stream</c>.</summary>
        /// <param name="device">The GPU; null: the current one.</param>
        /// <returns>The stream.</returns>
        /// <exception cref="TorchException">The GPU does not exist.</exception>
        /// <exception cref="TorchValueException">The device is not a GPU.</exception>
        /// <example><code>
        /// if (Torch.Cuda.IsAvailable()) { Torch.Cuda.CurrentStream().Synchronize(); }
        /// </code></example>
        public static CudaStream CurrentStream(Device? device = null)
        {
            CudaRuntime.Ask();
            var index = CudaRuntime.Index(device);
            return new(index, CudaRuntime.CurrentStream(index));
        }

        /// <summary>The default stream of a GPU: PyTorch's <c>torch.cuda.default_stream</c>.</summary>
        /// <param name="device">The GPU; null: the current one.</param>
        /// <returns>The stream.</returns>
        /// <exception cref="TorchException">The GPU does not exist.</exception>
        /// <exception cref="TorchValueException">The device is not a GPU.</exception>
        /// <example><code>
        /// if (Torch.Cuda.IsAvailable()) { Console.WriteLine(Torch.Cuda.CurrentStream().Equals(Torch.Cuda.DefaultStream())); }
        /// </code></example>
        public static CudaStream DefaultStream(Device? device = null)
        {
            CudaRuntime.Ask();
            return new(CudaRuntime.Index(device), 0);
        }

        /// <summary>
        /// Sends this thread's work for the stream's GPU to a stream, and makes it the current GPU, until the end of the <c>using</c>:
        /// PyTorch's <c>with torch.cuda.stream(stream):</c>.
        /// </summary>
        /// <remarks>
        /// As in PyTorch, nothing makes one stream wait for another: <see cref="CudaStream.WaitStream"/> does. A tensor must not be freed
        /// before a stream other than the one it was made on is done with it.
        /// </remarks>
        /// <param name="stream">The stream; null: no change.</param>
        /// <returns>The scope, for a <c>using</c>.</returns>
        /// <exception cref="TorchException">libtorch rejects the stream.</exception>
        /// <example><code>
        /// if (Torch.Cuda.IsAvailable())
        /// {
        ///     var side = new TorchLite.Cuda.Stream();
        ///     side.WaitStream(Torch.Cuda.CurrentStream());
        ///     using (Torch.Cuda.Stream(side)) { Torch.Ones([2], device: "cuda").Add_(1); }
        ///     Torch.Cuda.CurrentStream().WaitStream(side);
        /// }
        /// </code></example>
        public static StreamScope Stream(CudaStream? stream) => new(stream);
    }
}
