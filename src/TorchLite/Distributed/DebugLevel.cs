namespace TorchLite.Distributed;

/// <summary>How much process groups check: PyTorch's <c>torch.distributed.DebugLevel</c>.</summary>
/// <example><code>
/// (int)DebugLevel.Detail   // 2
/// </code></example>
public enum DebugLevel
{
    /// <summary>Nothing beyond the arguments.</summary>
    Off = 0,

    /// <summary>Nothing more; DistributedDataParallel says more of what it does.</summary>
    Info = 1,

    /// <summary>
    /// Before each collective the ranks compare what they call, its shapes and dtypes, so that a difference is an exception on all of them
    /// that names them. It costs a few more messages a collective.
    /// </summary>
    Detail = 2,
}
