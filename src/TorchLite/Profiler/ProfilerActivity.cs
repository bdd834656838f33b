namespace TorchLite.Profiler;

/// <summary>What a profile records: PyTorch's <c>torch.profiler.ProfilerActivity</c>.</summary>
/// <example><code>
/// Torch.Profiler.SupportedActivities().Contains(ProfilerActivity.Cpu)   // True
/// </code></example>
public enum ProfilerActivity
{
    /// <summary>The operations, and the stretches that have names: PyTorch's <c>CPU</c>.</summary>
    Cpu,

    /// <summary>The kernels on GPUs of NVIDIA's: PyTorch's <c>CUDA</c>.</summary>
    Cuda,
}
