using System.Globalization;

namespace TorchLite.Profiler;

/// <summary>What one event of a profile, or all of one name together, took. Times are in microseconds.</summary>
/// <example><code>
/// using var profile = Torch.Profiler.Profile();
/// Torch.Ones(2, 2).Sum();
/// profile.Stop();
/// profile.KeyAverages().All(static average => average.CpuTimeTotal >= average.SelfCpuTimeTotal)   // True
/// </code></example>
public abstract class ProfilerEvent
{
    private protected ProfilerEvent()
    {
    }

    /// <summary>The name of the operation, or of the stretch: PyTorch's <c>key</c>.</summary>
    public abstract string Key { get; }

    /// <summary>How many there are: PyTorch's <c>count</c>.</summary>
    public abstract long Count { get; }

    /// <summary>The time from beginning to end, with what was called within: PyTorch's <c>cpu_time_total</c>.</summary>
    public abstract double CpuTimeTotal { get; }

    /// <summary>The time without what was called within: PyTorch's <c>self_cpu_time_total</c>.</summary>
    public abstract double SelfCpuTimeTotal { get; }

    /// <summary>The time of the kernels on the GPU, with those of what was called within: PyTorch's <c>device_time_total</c>.</summary>
    public abstract double DeviceTimeTotal { get; }

    /// <summary>The time of the kernels on the GPU: PyTorch's <c>self_device_time_total</c>.</summary>
    public abstract double SelfDeviceTimeTotal { get; }

    /// <summary>The bytes of memory that were taken, less those given back: PyTorch's <c>cpu_memory_usage</c>.</summary>
    public abstract long CpuMemoryUsage { get; }

    /// <summary>The same without what was called within: PyTorch's <c>self_cpu_memory_usage</c>.</summary>
    public abstract long SelfCpuMemoryUsage { get; }

    /// <summary>The bytes of the GPU's memory that were taken, less those given back: PyTorch's <c>device_memory_usage</c>.</summary>
    public abstract long DeviceMemoryUsage { get; }

    /// <summary>The same without what was called within: PyTorch's <c>self_device_memory_usage</c>.</summary>
    public abstract long SelfDeviceMemoryUsage { get; }

    /// <summary>
    /// The shapes of the arguments, one that is no tensor without sizes: PyTorch's <c>input_shapes</c>. Empty where they are not recorded,
    /// or not looked at.
    /// </summary>
    public abstract IReadOnlyList<Shape> InputShapes { get; }

    /// <summary>An estimate of the floating-point operations, of matrix products and convolutions: PyTorch's <c>flops</c>.</summary>
    public abstract long Flops { get; }

    /// <summary>The mean of <see cref="CpuTimeTotal"/>: PyTorch's <c>cpu_time</c>.</summary>
    public double CpuTime => Count == 0 ? 0 : CpuTimeTotal / Count;

    /// <summary>The mean of <see cref="DeviceTimeTotal"/>: PyTorch's <c>device_time</c>.</summary>
    public double DeviceTime => Count == 0 ? 0 : DeviceTimeTotal / Count;

    /// <summary>Whether it began on one thread and ended on another.</summary>
    public abstract bool IsAsync { get; }

    /// <summary>Where it ran: a kernel's is the GPU.</summary>
    public abstract Device DeviceType { get; }

    /// <summary>Whether the program gave it its name, with <see cref="Torch.Profiler.RecordFunction"/>.</summary>
    public abstract bool IsUserAnnotation { get; }

    /// <summary>Whether this lies within no other event.</summary>
    internal abstract bool IsTopLevel { get; }

    /// <summary>Python's text of the shapes.</summary>
    internal string ShapesText =>
        List(InputShapes.Select(static shape => List(shape.Select(static size => size.ToString(CultureInfo.InvariantCulture)))));

    private static string List(IEnumerable<string> parts) => $"[{string.Join(", ", parts)}]";

    /// <summary>PyTorch's name of a number, by which a table is sorted.</summary>
    internal double Named(string name) => name.Replace("cuda", "device", StringComparison.Ordinal) switch
    {
        "cpu_time" => CpuTime,
        "device_time" => DeviceTime,
        "cpu_time_total" => CpuTimeTotal,
        "device_time_total" => DeviceTimeTotal,
        "self_cpu_time_total" => SelfCpuTimeTotal,
        "self_device_time_total" => SelfDeviceTimeTotal,
        "cpu_memory_usage" => CpuMemoryUsage,
        "device_memory_usage" => DeviceMemoryUsage,
        "self_cpu_memory_usage" => SelfCpuMemoryUsage,
        "self_device_memory_usage" => SelfDeviceMemoryUsage,
        "count" => Count,
        "flops" => Flops,
        var other => throw new TorchException($"'{GetType().Name}' object has no attribute '{other}'"),
    };
}
