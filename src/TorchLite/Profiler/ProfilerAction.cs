namespace TorchLite.Profiler;

/// <summary>What a profile does in a step: PyTorch's <c>torch.profiler.ProfilerAction</c>.</summary>
/// <example><code>
/// Torch.Profiler.Schedule(wait: 1, warmup: 1, active: 1)(0)   // None
/// </code></example>
public enum ProfilerAction
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Makes ready what is slow to make.</summary>
    Warmup,

    /// <summary>Records.</summary>
    Record,

    /// <summary>Records, and hands the profile over at the end of the step.</summary>
    RecordAndSave,
}
