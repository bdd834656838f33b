using TorchLite.Distributed.Algorithms;

namespace TorchLite.Nn.Parallel;

/// <summary>What a process without more inputs does in place of the steps of its wrapped module.</summary>
internal sealed class DataParallelJoinHook(DataParallel replica) : JoinHook
{
    /// <inheritdoc/>
    public override void MainHook() => replica.Shadow();

    /// <inheritdoc/>
    public override void PostHook(bool isLastJoiner) => replica.SyncFinal(isLastJoiner);
}
