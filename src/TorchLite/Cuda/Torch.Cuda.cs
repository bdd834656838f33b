namespace TorchLite;

/// <content>CUDA.</content>
public static partial class Torch
{
    /// <summary>NVIDIA GPUs: PyTorch's <c>torch.cuda</c>.</summary>
    /// <example><code>
    /// Torch.Cuda.DeviceCount() > 0 == Torch.Cuda.IsAvailable()   // True
    /// </code></example>
    public static partial class Cuda
    {
        // What is loaded does not change.
        private static readonly Lazy<int> Devices = new(NativeModes.Devices);

        /// <summary>Whether there is a GPU to use: PyTorch's <c>torch.cuda.is_available()</c>.</summary>
        /// <returns>Whether libtorch was built with CUDA, and finds a driver and a GPU.</returns>
        /// <example><code>
        /// var device = Torch.Cuda.IsAvailable() ? "cuda" : "cpu";
        /// Torch.Ones([2], device: device).Sum().Item()   // 2.0
        /// </code></example>
        public static bool IsAvailable() => Devices.Value > 0;

        /// <summary>The number of GPUs: PyTorch's <c>torch.cuda.device_count()</c>.</summary>
        /// <returns>The number; 0 where CUDA is not available.</returns>
        /// <example><code>
        /// Torch.Cuda.DeviceCount() >= 0   // True
        /// </code></example>
        public static int DeviceCount() => Devices.Value;
    }
}
