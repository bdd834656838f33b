namespace TorchLite.Cuda;

/// <summary>What a GPU is: what PyTorch's <c>torch.cuda.get_device_properties</c> gives.</summary>
/// <param name="Name">The name that NVIDIA gave it.</param>
/// <param name="Major">The first number of its compute capability.</param>
/// <param name="Minor">The second number of its compute capability.</param>
/// <param name="TotalMemory">Its memory in bytes.</param>
/// <param name="MultiProcessorCount">How many multiprocessors it has.</param>
/// <param name="WarpSize">How many threads run together.</param>
/// <param name="MaxThreadsPerMultiProcessor">How many threads one multiprocessor holds.</param>
/// <example><code>
/// if (Torch.Cuda.IsAvailable()) { Console.WriteLine(Torch.Cuda.GetDeviceProperties().TotalMemory); }
/// </code></example>
public sealed record CudaDeviceProperties(
    string Name, int Major, int Minor, long TotalMemory, int MultiProcessorCount, int WarpSize, int MaxThreadsPerMultiProcessor);
