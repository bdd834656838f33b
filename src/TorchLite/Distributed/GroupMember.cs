namespace TorchLite.Distributed;

/// <summary>The two groups that everybody knows: PyTorch's <c>torch.distributed.GroupMember</c>.</summary>
/// <example><code>
/// GroupMember.World is null   // True
/// </code></example>
public static class GroupMember
{
    /// <summary>The default group; null before <c>InitProcessGroup</c>: PyTorch's <c>GroupMember.WORLD</c>.</summary>
    /// <example><code>
    /// GroupMember.World is null   // True
    /// </code></example>
    public static ProcessGroup? World => DistributedWorld.Default;

    /// <summary>
    /// What <c>NewGroup</c> gives where this process is not in the new group; collectives of it do nothing but warn: PyTorch's
    /// <c>GroupMember.NON_GROUP_MEMBER</c>.
    /// </summary>
    /// <example><code>
    /// GroupMember.NonGroupMember.Rank()   // -1
    /// </code></example>
    public static ProcessGroup NonGroupMember { get; } = new();
}
