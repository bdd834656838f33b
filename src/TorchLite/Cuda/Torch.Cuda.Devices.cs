namespace TorchLite;

/// <content>The available GPUs.</content>
public static partial class Torch
{
    /// <content>The available GPUs.</content>
    public static partial class Cuda
    {
        /// <summary>The index of the current GPU on this thread: PyTorch's <c>torch.cuda.current_device</c>.</summary>
        /// <returns>The number.</returns>
        /// <exception cref="TorchException">There is no GPU.</exception>
        /// <example><code>
        /// if (Torch.Cuda.IsAvailable()) { Console.WriteLine(Torch.Cuda.CurrentDevice()); }
        /// </code></example>
        public static int CurrentDevice() => CudaRuntime.Index(null);

        /// <summary>Sets the current GPU, which <c>"cuda"</c> means on this thread: PyTorch's <c>torch.cuda.set_device</c>.</summary>
        /// <param name="device">The GPU, with its index.</param>
        /// <exception cref="TorchException">The GPU does not exist.</exception>
        /// <exception cref="TorchValueException">The device is not a GPU, or has no index.</exception>
        /// <example><code>
        /// if (Torch.Cuda.IsAvailable()) { Torch.Cuda.SetDevice("cuda:0"); }
        /// </code></example>
        public static void SetDevice(Device device)
        {
            CudaRuntime.ThrowIfOther(device);
            if (device.Index is not { } index)
            {
                throw new TorchValueException($"Expected a torch.device with a specified index or an integer, but got:{device}");
            }

            CudaRuntime.Ask();
            CudaRuntime.Current = index;
        }

        /// <summary>What a GPU is: PyTorch's <c>torch.cuda.get_device_properties</c>.</summary>
        /// <param name="device">The GPU; null: the current one.</param>
        /// <returns>Its name, memory and abilities.</returns>
        /// <exception cref="TorchException">The GPU does not exist.</exception>
        /// <exception cref="TorchValueException">The device is not a GPU.</exception>
        /// <example><code>
        /// if (Torch.Cuda.IsAvailable()) { Console.WriteLine(Torch.Cuda.GetDeviceProperties("cuda:0").Name); }
        /// </code></example>
        public static TorchLite.Cuda.CudaDeviceProperties GetDeviceProperties(Device? device = null)
        {
            CudaRuntime.Ask();
            return CudaRuntime.Properties(CudaRuntime.Index(device));
        }

        /// <summary>The name of a GPU: PyTorch's <c>torch.cuda.get_device_name</c>.</summary>
        /// <param name="device">The GPU; null: the current one.</param>
        /// <returns>NVIDIA's name.</returns>
        /// <exception cref="TorchException">The GPU does not exist.</exception>
        /// <exception cref="TorchValueException">The device is not a GPU.</exception>
        /// <example><code>
        /// if (Torch.Cuda.IsAvailable()) { Console.WriteLine(Torch.Cuda.GetDeviceName()); }
        /// </code></example>
        public static string GetDeviceName(Device? device = null) => GetDeviceProperties(device).Name;

        /// <summary>The compute capability of a GPU: PyTorch's <c>torch.cuda.get_device_capability</c>.</summary>
        /// <param name="device">The GPU; null: the current one.</param>
        /// <returns>Its two numbers.</returns>
        /// <exception cref="TorchException">The GPU does not exist.</exception>
        /// <exception cref="TorchValueException">The device is not a GPU.</exception>
        /// <example><code>
        /// if (Torch.Cuda.IsAvailable()) { Console.WriteLine(Torch.Cuda.GetDeviceCapability()); }
        /// </code></example>
        public static (int Major, int Minor) GetDeviceCapability(Device? device = null)
        {
            var properties = GetDeviceProperties(device);
            return (properties.Major, properties.Minor);
        }

        /// <summary>Waits until a GPU has done what it was told: PyTorch's <c>torch.cuda.synchronize</c>.</summary>
        /// <param name="device">The GPU; null: the current one.</param>
        /// <exception cref="TorchException">The GPU does not exist.</exception>
        /// <exception cref="TorchValueException">The device is not a GPU.</exception>
        /// <example><code>
        /// if (Torch.Cuda.IsAvailable()) { Torch.Cuda.Synchronize(); }
        /// </code></example>
        public static void Synchronize(Device? device = null)
        {
            CudaRuntime.Ask();
            CudaRuntime.ThrowIfOther(device);
            NativeModes.Synchronize(device?.Index ?? -1);
        }
    }
}
