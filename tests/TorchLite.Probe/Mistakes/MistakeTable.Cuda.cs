using TorchLite.Cuda;

namespace TorchLite.Probe.Mistakes;

internal static partial class MistakeTable
{
    // What torch.cuda says where there is no CUDA.
    private static readonly Mistake[] Cuda =
    [
        new("torch.cuda.synchronize()", static () => Torch.Cuda.Synchronize()),
        new("torch.cuda.synchronize('cpu')", static () => Torch.Cuda.Synchronize("cpu")),
        new("torch.cuda.synchronize('cuda:0')", static () => Torch.Cuda.Synchronize("cuda:0")),
        new("torch.cuda.current_device()", static () => Torch.Cuda.CurrentDevice()),
        new("torch.cuda.set_device('cpu')", static () => Torch.Cuda.SetDevice("cpu")),
        new("torch.cuda.set_device('cuda')", static () => Torch.Cuda.SetDevice("cuda")),
        new("torch.cuda.set_device('cuda:0')", static () => Torch.Cuda.SetDevice("cuda:0")),
        new("torch.cuda.get_device_name()", static () => Torch.Cuda.GetDeviceName()),
        new("torch.cuda.get_device_name('cpu')", static () => Torch.Cuda.GetDeviceName("cpu")),
        new("torch.cuda.get_device_capability('cuda:0')", static () => Torch.Cuda.GetDeviceCapability("cuda:0")),
        new("torch.cuda.get_device_properties('cuda:0')", static () => Torch.Cuda.GetDeviceProperties("cuda:0")),
        new("torch.cuda.get_device_properties('cpu')", static () => Torch.Cuda.GetDeviceProperties("cpu")),
        new("torch.cuda.mem_get_info()", static () => Torch.Cuda.MemGetInfo()),
        new("torch.cuda.mem_get_info('cpu')", static () => Torch.Cuda.MemGetInfo("cpu")),
        new("torch.cuda.memory_summary()", static () => Torch.Cuda.MemorySummary()),
        new("torch.cuda.memory_summary('cpu')", static () => Torch.Cuda.MemorySummary("cpu")),
        new("torch.cuda.reset_peak_memory_stats()", static () => Torch.Cuda.ResetPeakMemoryStats()),
        new("torch.cuda.reset_peak_memory_stats('cpu')", static () => Torch.Cuda.ResetPeakMemoryStats("cpu")),
        new("torch.cuda.reset_accumulated_memory_stats('cuda:0')", static () => Torch.Cuda.ResetAccumulatedMemoryStats("cuda:0")),
        new("torch.cuda.Event(enable_timing=True)", static () => new Event(enableTiming: true)),
        new("torch.cuda.Stream()", static () => new TorchLite.Cuda.Stream()),
        new("torch.cuda.current_stream()", static () => Torch.Cuda.CurrentStream()),
        new("torch.cuda.current_stream('cpu')", static () => Torch.Cuda.CurrentStream("cpu")),
        new("torch.cuda.default_stream()", static () => Torch.Cuda.DefaultStream()),
    ];
}
