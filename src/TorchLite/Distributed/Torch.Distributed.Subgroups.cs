using TorchLite.Distributed;

namespace TorchLite;

/// <content>Groups that share out the ranks.</content>
public static partial class Torch
{
    /// <content>Groups that share out the ranks.</content>
    public static partial class Distributed
    {
        /// <summary>
        /// Shares out all ranks among groups of one size, in their order: PyTorch's <c>torch.distributed.new_subgroups(group_size, group,
        /// timeout, backend, pg_options, group_desc)</c>. All ranks call it.
        /// </summary>
        /// <param name="groupSize">How many ranks each has; null: as many as there are GPUs.</param>
        /// <param name="group">Of no effect, as in PyTorch.</param>
        /// <param name="timeout">How long a collective may take; null: 30 minutes.</param>
        /// <param name="backend"><c>gloo</c>; null is the same.</param>
        /// <param name="groupDesc">What the groups are for.</param>
        /// <returns>The group of this rank, and all of them; <see cref="GroupMember.NonGroupMember"/> for those of others.</returns>
        /// <exception cref="TorchValueException">
        /// There is no default group; the size is not positive, or the ranks can not be shared out so.
        /// </exception>
        /// <exception cref="DistributedException">The ranks do not find each other.</exception>
        /// <exception cref="TorchException">There is no such backend.</exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// var (own, all) = Torch.Distributed.NewSubgroups(1);
        /// var text = $"{own!.Rank()} of {own.Size()}, {all.Count} in all";
        /// Torch.Distributed.DestroyProcessGroup();
        /// text   // 0 of 1, 1 in all
        /// </code></example>
        public static (ProcessGroup? CurSubgroup, IReadOnlyList<ProcessGroup> Subgroups) NewSubgroups(
            int? groupSize = null, ProcessGroup? group = null, TimeSpan? timeout = null, string? backend = null, string? groupDesc = null)
        {
            var size = groupSize ?? (Cuda.IsAvailable() ? Cuda.DeviceCount() : throw new TorchValueException(
                "Default group size only takes effect when CUDA is available.If your subgroup using a backend that does not depend on "
                + "CUDA,please pass in 'group_size' correctly."));
            if (size <= 0)
            {
                throw new TorchValueException($"The arg 'group_size' ({size}) must be positive");
            }

            var worldSize = GetWorldSize();
            if (worldSize < size)
            {
                throw new TorchValueException($"The arg 'group_size' ({size}) must not exceed the world size ({worldSize})");
            }

            return worldSize % size != 0
                ? throw new TorchValueException("The world size must be divisible by 'group_size'")
                : Subgroups(Enumerable.Range(0, worldSize).Chunk(size), timeout, backend, groupDesc);
        }

        /// <summary>
        /// Makes several groups, none of which has a rank of another: PyTorch's
        /// <c>torch.distributed.new_subgroups_by_enumeration(ranks_per_subgroup_list, timeout, backend, pg_options, group_desc)</c>. All
        /// ranks call it.
        /// </summary>
        /// <param name="ranksPerSubgroupList">Of each group its ranks in the default group.</param>
        /// <param name="timeout">How long a collective may take; null: 30 minutes.</param>
        /// <param name="backend"><c>gloo</c>; null is the same.</param>
        /// <param name="groupDesc">What the groups are for.</param>
        /// <returns>
        /// The group of this rank, null where it is in none, and all of them; <see cref="GroupMember.NonGroupMember"/> for those of others.
        /// </returns>
        /// <exception cref="TorchValueException">
        /// There is no default group, there are no groups, or a rank is in two of them or is none; nothing is made then.
        /// </exception>
        /// <exception cref="DistributedException">The ranks do not find each other.</exception>
        /// <exception cref="TorchException">There is no such backend.</exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// var (own, all) = Torch.Distributed.NewSubgroupsByEnumeration([[0]]);
        /// var isOwn = ReferenceEquals(own, all[0]);
        /// Torch.Distributed.DestroyProcessGroup();
        /// isOwn   // True
        /// </code></example>
        public static (ProcessGroup? CurSubgroup, IReadOnlyList<ProcessGroup> Subgroups) NewSubgroupsByEnumeration(
            IReadOnlyList<IReadOnlyList<int>> ranksPerSubgroupList, TimeSpan? timeout = null, string? backend = null,
            string? groupDesc = null)
        {
            if (ranksPerSubgroupList is null or [])
            {
                throw new TorchValueException("The arg 'ranks_per_subgroup_list' cannot be empty");
            }

            var size = DistributedWorld.Required.Size();
            var groupOf = new Dictionary<int, IReadOnlyList<int>>();
            foreach (var ranks in ranksPerSubgroupList)
            {
                CheckRanks([.. ranks.Order()], size);
                foreach (var rank in ranks)
                {
                    if (!groupOf.TryAdd(rank, ranks))
                    {
                        throw new TorchValueException(
                            $"Rank {rank} has appeared in both subgroup [{string.Join(", ", groupOf[rank])}] and [{string.Join(", ", ranks)}]");
                    }
                }
            }

            return Subgroups(ranksPerSubgroupList, timeout, backend, groupDesc);
        }

        private static (ProcessGroup? Own, IReadOnlyList<ProcessGroup> All) Subgroups(
            IEnumerable<IReadOnlyList<int>> ranks, TimeSpan? timeout, string? backend, string? description)
        {
            ProcessGroup[] groups = [.. ranks.Select(some => NewGroup(some, timeout, backend, groupDesc: description))];
            return (Array.Find(groups, static group => group.IsMember), groups);
        }
    }
}
