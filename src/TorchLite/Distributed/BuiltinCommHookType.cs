namespace TorchLite.Distributed;

/// <summary>
/// How DistributedDataParallel sums up gradients otherwise than by itself: PyTorch's <c>torch.distributed.BuiltinCommHookType</c>.
/// </summary>
/// <example><code>
/// BuiltinCommHookType.Fp16Compress   // Fp16Compress
/// </code></example>
public enum BuiltinCommHookType
{
    /// <summary>Summed up as they are and divided by the number of processes: what it does by itself.</summary>
    Allreduce = 1,

    /// <summary>Sent in half precision, so half as many bytes: PyTorch's <c>fp16_compress_hook</c>.</summary>
    Fp16Compress = 2,
}
