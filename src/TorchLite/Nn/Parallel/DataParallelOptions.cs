using TorchLite.Distributed;

namespace TorchLite.Nn.Parallel;

/// <summary>What the constructors of <see cref="DistributedDataParallel{T, TResult}"/> and its kin are given beside the module.</summary>
internal sealed record DataParallelOptions(
    bool BroadcastBuffers, bool InitSync, ProcessGroup? ProcessGroup, double? BucketCapMb, bool FindUnusedParameters,
    bool GradientAsBucketView, bool StaticGraph, bool SkipAllReduceUnusedParams);
