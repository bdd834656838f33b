namespace TorchLite.Profiler;

/// <summary>The events of one name together: PyTorch's <c>FunctionEventAvg</c>.</summary>
/// <example><code>
/// using var profile = Torch.Profiler.Profile();
/// var x = Torch.Ones(2);
/// for (var i = 0; i &lt; 5; i++) { x.Exp(); }
/// profile.Stop();
/// profile.KeyAverages().Single(static average => average.Key == "aten::exp").Count   // 5
/// </code></example>
public sealed class FunctionEventAvg : ProfilerEvent
{
    private readonly FunctionEvent? first;
    private double cpu, selfCpu, device, selfDevice;
    private long count, flops;
    private (long Cpu, long SelfCpu, long Device, long SelfDevice) memory;

    internal FunctionEventAvg(string key, FunctionEvent? first, bool hasShapes)
    {
        (Key, this.first) = (key, first);
        InputShapes = hasShapes && first is not null ? first.InputShapes : [];
    }

    /// <inheritdoc/>
    public override string Key { get; }

    /// <inheritdoc/>
    public override long Count => count;

    /// <inheritdoc/>
    public override double CpuTimeTotal => cpu;

    /// <inheritdoc/>
    public override double SelfCpuTimeTotal => selfCpu;

    /// <inheritdoc/>
    public override double DeviceTimeTotal => device;

    /// <inheritdoc/>
    public override double SelfDeviceTimeTotal => selfDevice;

    /// <inheritdoc/>
    public override long CpuMemoryUsage => memory.Cpu;

    /// <inheritdoc/>
    public override long SelfCpuMemoryUsage => memory.SelfCpu;

    /// <inheritdoc/>
    public override long DeviceMemoryUsage => memory.Device;

    /// <inheritdoc/>
    public override long SelfDeviceMemoryUsage => memory.SelfDevice;

    /// <inheritdoc/>
    public override IReadOnlyList<Shape> InputShapes { get; }

    /// <inheritdoc/>
    public override long Flops => flops;

    /// <inheritdoc/>
    public override bool IsAsync => first is { IsAsync: true };

    /// <inheritdoc/>
    public override Device DeviceType => first?.DeviceType ?? default;

    /// <inheritdoc/>
    public override bool IsUserAnnotation => first is { IsUserAnnotation: true };

    internal override bool IsTopLevel => first?.CpuParent is null;

    internal void Add(FunctionEvent one)
    {
        (cpu, selfCpu) = (cpu + one.CpuTimeTotal, selfCpu + one.SelfCpuTimeTotal);
        (device, selfDevice) = (device + one.DeviceTimeTotal, selfDevice + one.SelfDeviceTimeTotal);
        memory = (memory.Cpu + one.CpuMemoryUsage, memory.SelfCpu + one.SelfCpuMemoryUsage,
            memory.Device + one.DeviceMemoryUsage, memory.SelfDevice + one.SelfDeviceMemoryUsage);
        (count, flops) = (count + 1, flops + one.Flops);
    }
}
