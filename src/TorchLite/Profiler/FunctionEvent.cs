namespace TorchLite.Profiler;

/// <summary>One event of a profile: PyTorch's <c>FunctionEvent</c>.</summary>
/// <example><code>
/// using var profile = Torch.Profiler.Profile(recordShapes: true);
/// Torch.Ones(2, 2).Mm(Torch.Ones(2, 3));
/// profile.Stop();
/// profile.Events().Single(static one => one.Name == "aten::mm").InputShapes[1]   // torch.Size([2, 3])
/// </code></example>
public sealed class FunctionEvent : ProfilerEvent
{
    private readonly List<FunctionEvent> children = [];
    private readonly bool usesDevice;

    internal FunctionEvent(KinetoEvent told, long traceStart, bool usesDevice)
    {
        (this.usesDevice, Id, TraceName, Start, End, Thread) =
            (usesDevice, told.Id, told.Name, (told.Start - traceStart) / 1000.0, (told.End - traceStart) / 1000.0, told.Thread);
        (ForwardThread, Sequence, Scope, IsAsync) =
            (told.ForwardThread, told.Sequence, told.Scope, told.IsAsync || told.Thread != told.EndThread);
        InputShapes = Array.ConvertAll(told.Shapes, static shape => new Shape(shape));
        (DeviceType, Flops) = (Device.FromNative(told.DeviceType, told.DeviceType == 0 ? -1 : told.DeviceIndex), told.Flops);
        IsUserAnnotation = told.Activity is 1 or 2; // libkineto's USER_ANNOTATION, GPU_USER_ANNOTATION
        Name = told.Name.StartsWith("ProfilerStep#", StringComparison.Ordinal) ? "ProfilerStep*" : told.Name;
    }

    /// <summary>The name; steps are all called <c>ProfilerStep*</c>.</summary>
    public string Name { get; }

    /// <summary>The name as the file has it: steps with their number.</summary>
    /// <example><code>
    /// using var profile = Torch.Profiler.Profile();
    /// Torch.Ones(2).Exp();
    /// profile.Stop();
    /// profile.Events()[0].TraceName   // aten::ones
    /// </code></example>
    public string TraceName { get; }

    /// <summary>When it began, in microseconds from the beginning of the profile.</summary>
    /// <example><code>
    /// using var profile = Torch.Profiler.Profile();
    /// Torch.Ones(2).Exp();
    /// profile.Stop();
    /// profile.Events()[0].Start >= 0   // True
    /// </code></example>
    public double Start { get; }

    /// <summary>When it ended.</summary>
    /// <example><code>
    /// using var profile = Torch.Profiler.Profile();
    /// Torch.Ones(2).Exp();
    /// profile.Stop();
    /// profile.Events()[0].End > profile.Events()[0].Start   // True
    /// </code></example>
    public double End { get; }

    /// <summary>A number that is the same for events of one thread.</summary>
    /// <example><code>
    /// using var profile = Torch.Profiler.Profile();
    /// Torch.Ones(2).Exp();
    /// profile.Stop();
    /// profile.Events().Select(static one => one.Thread).Distinct().Count()   // 1
    /// </code></example>
    public ulong Thread { get; internal set; }

    /// <summary>Of an event of the backward pass, the thread of the operation whose gradient it computes.</summary>
    /// <example><code>
    /// using var profile = Torch.Profiler.Profile();
    /// Torch.Ones([2], requiresGrad: true).Exp().Sum().Backward();
    /// profile.Stop();
    /// profile.Events().Single(static one => one.Name == "ExpBackward0").ForwardThread == profile.Events()[0].Thread   // True
    /// </code></example>
    public ulong ForwardThread { get; }

    /// <summary>A number that an operation and its gradient have in common; -1 where there is none.</summary>
    /// <example><code>
    /// using var profile = Torch.Profiler.Profile();
    /// Torch.Ones([2], requiresGrad: true).Exp().Sum().Backward();
    /// profile.Stop();
    /// long Of(string name) => profile.Events().Single(one => one.Name == name).Sequence;
    /// Of("ExpBackward0") == Of("aten::exp")   // True
    /// </code></example>
    public long Sequence { get; }

    /// <summary>The event within which this one lies; null where there is none.</summary>
    /// <example><code>
    /// using var profile = Torch.Profiler.Profile();
    /// Torch.Ones(2).Exp();
    /// profile.Stop();
    /// profile.Events().Single(static one => one.Name == "aten::fill_").CpuParent!.Name   // aten::ones
    /// </code></example>
    public FunctionEvent? CpuParent { get; internal set; }

    /// <summary>The events directly within this one.</summary>
    /// <example><code>
    /// using var profile = Torch.Profiler.Profile();
    /// Torch.Ones(2).Exp();
    /// profile.Stop();
    /// string.Join(", ", profile.Events()[0].CpuChildren.Select(static one => one.Name))   // aten::empty, aten::fill_
    /// </code></example>
    public IReadOnlyList<FunctionEvent> CpuChildren => children;

    /// <inheritdoc/>
    public override string Key => Name;

    /// <inheritdoc/>
    public override long Count => 1;

    /// <inheritdoc/>
    public override double CpuTimeTotal => IsOnCpu ? End - Start : 0;

    /// <inheritdoc/>
    public override double SelfCpuTimeTotal => IsAsync || !IsOnCpu ? 0 : CpuTimeTotal - Sum(static child => child.CpuTimeTotal);

    /// <inheritdoc/>
    public override double DeviceTimeTotal =>
        IsAsync || !usesDevice ? 0 : IsOnCpu ? KernelTime + Sum(static child => child.DeviceTimeTotal) : End - Start;

    /// <inheritdoc/>
    public override double SelfDeviceTimeTotal =>
        IsAsync || !usesDevice ? 0 : IsOnCpu ? DeviceTimeTotal - Sum(static child => child.DeviceTimeTotal) : DeviceTimeTotal;

    /// <inheritdoc/>
    public override long CpuMemoryUsage => Memory.Cpu;

    /// <inheritdoc/>
    public override long SelfCpuMemoryUsage =>
        IsAsync || !IsOnCpu ? 0 : CpuMemoryUsage - children.Sum(static child => child.CpuMemoryUsage);

    /// <inheritdoc/>
    public override long DeviceMemoryUsage => Memory.Device;

    /// <inheritdoc/>
    public override long SelfDeviceMemoryUsage =>
        IsAsync || !IsOnCpu ? 0 : DeviceMemoryUsage - children.Sum(static child => child.DeviceMemoryUsage);

    /// <inheritdoc/>
    public override IReadOnlyList<Shape> InputShapes { get; }

    /// <inheritdoc/>
    public override long Flops { get; }

    /// <inheritdoc/>
    public override bool IsAsync { get; }

    /// <inheritdoc/>
    public override Device DeviceType { get; }

    /// <inheritdoc/>
    public override bool IsUserAnnotation { get; }

    /// <summary>The number by which kernels name the operation that started them.</summary>
    internal long Id { get; }

    /// <summary>libtorch's at::RecordScope.</summary>
    internal byte Scope { get; }

    /// <summary>The time of the kernels that it started itself.</summary>
    internal double KernelTime { get; set; }

    internal (long Cpu, long Device) Memory { get; set; }

    internal bool IsOnCpu => DeviceType.Type == "cpu";

    internal override bool IsTopLevel => CpuParent is null;

    internal void Add(FunctionEvent child)
    {
        children.Add(child);
        child.CpuParent = this;
    }

    /// <summary>Takes the place of the only child, which is of the same name.</summary>
    internal void TakeOver(FunctionEvent child)
    {
        KernelTime = child.KernelTime;
        children.Clear();
        foreach (var one in child.children)
        {
            Add(one);
        }
    }

    // In their order, as Python adds them, and all at the end.
    private double Sum(Func<FunctionEvent, double> of) => children.Aggregate(0.0, (sum, child) => sum + of(child));
}
