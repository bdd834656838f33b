using System.Security.Cryptography;
using System.Text;
using TorchLite.Distributed;

namespace TorchLite;

/// <content>Process groups.</content>
public static partial class Torch
{
    /// <summary>
    /// Processes that compute together, on one machine or several: PyTorch's <c>torch.distributed</c>, by libtorch's own c10d with Gloo. C#
    /// and Python can be ranks of one group, and <c>torchrun --no-python</c> starts C# programs.
    /// </summary>
    /// <remarks>
    /// On Linux x64 with the libtorch that TorchLite comes with; elsewhere <see cref="IsAvailable"/> is false, and the rest says what is
    /// missing. Between machines, the master's port and the ports that the system gives Gloo must be open; nothing is encrypted.
    /// </remarks>
    /// <example><code>
    /// using var store = new HashStore();
    /// Torch.Distributed.InitProcessGroup("gloo", store: store, rank: 0, worldSize: 1);
    /// var x = Torch.Ones(2);
    /// Torch.Distributed.AllReduce(x);
    /// Torch.Distributed.DestroyProcessGroup();
    /// x   // tensor([1., 1.])
    /// </code></example>
    public static partial class Distributed
    {
        private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(30);
        private static DebugLevel? debugLevel;

        /// <summary>Whether there are process groups on this system: PyTorch's <c>torch.distributed.is_available()</c>.</summary>
        /// <returns>Whether there are.</returns>
        /// <example><code>
        /// if (!Torch.Distributed.IsAvailable()) { Console.WriteLine("one process is all there is"); }
        /// </code></example>
        public static bool IsAvailable() => C10d.IsHere;

        /// <summary>Whether the default group is there: PyTorch's <c>torch.distributed.is_initialized()</c>.</summary>
        /// <returns>Whether it is.</returns>
        /// <example><code>
        /// Torch.Distributed.IsInitialized()   // False
        /// </code></example>
        public static bool IsInitialized() => DistributedWorld.Default is not null;

        /// <summary>
        /// Makes the default group, which all ranks do together: PyTorch's <c>torch.distributed.init_process_group(backend, init_method,
        /// timeout, world_size, rank, store, group_name)</c>.
        /// </summary>
        /// <remarks>
        /// Without a store the ranks meet at <paramref name="initMethod"/>: <c>env://</c>, whose RANK, WORLD_SIZE, MASTER_ADDR and
        /// MASTER_PORT stand in the environment, where <c>torchrun</c> puts them; <c>tcp://host:port</c>, where rank 0 listens; or
        /// <c>file:///path</c>, a file that all reach and that is not there yet. Gloo connects over the interface of GLOO_SOCKET_IFNAME,
        /// else over that which the machine's name stands for. With TORCH_DISTRIBUTED_DEBUG=DETAIL, or <see cref="SetDebugLevel"/>,
        /// collectives are compared between the ranks.
        /// </remarks>
        /// <param name="backend"><c>gloo</c>; null is the same.</param>
        /// <param name="initMethod">Where the ranks meet; null: <c>env://</c>, unless there is a store.</param>
        /// <param name="timeout">
        /// How long a collective may take, finding the others, and connecting with them; null: 30 minutes; zero is no limit, as in PyTorch.
        /// </param>
        /// <param name="worldSize">How many ranks there are; -1: as the place of meeting says.</param>
        /// <param name="rank">Which of them this process is; -1: as the place of meeting says.</param>
        /// <param name="store">A store in place of a place of meeting; rank and worldSize must be given then.</param>
        /// <param name="groupName">Of no effect, as in PyTorch.</param>
        /// <exception cref="TorchValueException">
        /// There is a default group; something is missing at the place of meeting; or there is no such rank.
        /// </exception>
        /// <exception cref="DistributedNetworkException">The master does not answer, or its port is in use.</exception>
        /// <exception cref="DistributedStoreException">Not all ranks come in time.</exception>
        /// <exception cref="DistributedBackendException">Gloo can not connect them.</exception>
        /// <exception cref="TorchException">There is no such backend, or no such place of meeting.</exception>
        /// <exception cref="TorchNotImplementedException">There are no process groups on this system.</exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup("gloo", store: store, rank: 0, worldSize: 1);
        /// var size = Torch.Distributed.GetWorldSize();
        /// Torch.Distributed.DestroyProcessGroup();
        /// size   // 1
        /// </code></example>
        public static void InitProcessGroup(
            string? backend = null, string? initMethod = null, TimeSpan? timeout = null, int worldSize = -1, int rank = -1,
            Store? store = null, string groupName = "")
        {
            C10d.Require();
            DistributedWorld.Start(name =>
            {
                if (store is not null && initMethod is not null)
                {
                    throw new TorchValueException("Cannot specify both init_method and store.");
                }

                CheckBackend(backend);
                var limit = timeout ?? DefaultTimeout;
                if (store is not null)
                {
                    if (worldSize <= 0)
                    {
                        throw new TorchValueException("world_size must be positive if using store");
                    }

                    return rank < 0
                        ? throw new TorchValueException("rank must be non-negative if using store")
                        : Make(store.Native.Share(), rank, worldSize, name, limit);
                }

                using var met = new Meeting(Rendezvous.Meet(initMethod ?? "env://", rank, worldSize, limit));
                met.Store.SetTimeout(limit);
                return Make(NativeStore.MakePrefix("default_pg", met.Store.Native), met.Rank, met.WorldSize, name, limit);
            });
        }

        /// <summary>
        /// Makes a group of some of the ranks: PyTorch's <c>torch.distributed.new_group(ranks, timeout, backend, pg_options,
        /// use_local_synchronization, group_desc)</c>. All ranks of the default group call it, in the same order, members or not.
        /// </summary>
        /// <param name="ranks">The ranks in the default group, which are sorted; null: all.</param>
        /// <param name="timeout">How long a collective may take; null: 30 minutes.</param>
        /// <param name="backend"><c>gloo</c>; null is the same.</param>
        /// <param name="useLocalSynchronization">Whether only the members call it.</param>
        /// <param name="groupDesc">What the group is for.</param>
        /// <returns>The group; <see cref="GroupMember.NonGroupMember"/> where this process is not in it.</returns>
        /// <exception cref="TorchValueException">There is no default group; or a rank is given twice, or is not one.</exception>
        /// <exception cref="DistributedException">The ranks do not find each other.</exception>
        /// <exception cref="TorchException">There is no such backend.</exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// var group = Torch.Distributed.NewGroup([0]);
        /// var size = Torch.Distributed.GetWorldSize(group);
        /// Torch.Distributed.DestroyProcessGroup();
        /// size   // 1
        /// </code></example>
        public static ProcessGroup NewGroup(
            IReadOnlyList<int>? ranks = null, TimeSpan? timeout = null, string? backend = null, bool useLocalSynchronization = false,
            string? groupDesc = null)
        {
            var world = DistributedWorld.Required;
            CheckBackend(backend);
            if (useLocalSynchronization && ranks is not null && !ranks.Contains(world.Rank()))
            {
                return GroupMember.NonGroupMember;
            }

            int[] sorted = ranks is null ? [.. Enumerable.Range(0, world.Size())] : [.. ranks.Order()];
            CheckRanks(sorted, world.Size());
            var name = DistributedWorld.NextName();
            if (useLocalSynchronization)
            {
                var text = string.Join('_', sorted.Append(DistributedWorld.Existing));
                name = Convert.ToHexStringLower(Hash(text));
            }

            if (!sorted.Contains(world.Rank()))
            {
                return GroupMember.NonGroupMember;
            }

            var group = new ProcessGroup(
                DistributedWorld.RootStore, Array.IndexOf(sorted, world.Rank()), sorted, name, groupDesc ?? "undefined",
                timeout ?? DefaultTimeout);
            DistributedWorld.Add(group);
            return group;
        }

        /// <summary>
        /// Leaves a group, or all of them: PyTorch's <c>torch.distributed.destroy_process_group(group)</c>. Collectives in progress end
        /// first. Another default group can be made then.
        /// </summary>
        /// <param name="group">The group; null, or the default one: all groups.</param>
        /// <exception cref="TorchValueException">There is no such group.</exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// Torch.Distributed.DestroyProcessGroup();
        /// Torch.Distributed.IsInitialized()   // False
        /// </code></example>
        public static void DestroyProcessGroup(ProcessGroup? group = null)
        {
            if (group != GroupMember.NonGroupMember)
            {
                DistributedWorld.Destroy(
                    group ?? DistributedWorld.Default ?? throw new TorchValueException("Process group cannot be None"));
            }
        }

        /// <summary>The rank of this process: PyTorch's <c>torch.distributed.get_rank(group)</c>.</summary>
        /// <param name="group">The group; null: the default one.</param>
        /// <returns>The rank in the group; -1 where this process is not in it.</returns>
        /// <exception cref="TorchValueException">There is no default group.</exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// var rank = Torch.Distributed.GetRank();
        /// Torch.Distributed.DestroyProcessGroup();
        /// rank   // 0
        /// </code></example>
        public static int GetRank(ProcessGroup? group = null) => (group ?? DistributedWorld.Required).Rank();

        /// <summary>How many ranks there are: PyTorch's <c>torch.distributed.get_world_size(group)</c>.</summary>
        /// <param name="group">The group; null: the default one.</param>
        /// <returns>Their number; -1 where this process is not in the group.</returns>
        /// <exception cref="TorchValueException">There is no default group.</exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// var size = Torch.Distributed.GetWorldSize();
        /// Torch.Distributed.DestroyProcessGroup();
        /// size   // 1
        /// </code></example>
        public static int GetWorldSize(ProcessGroup? group = null)
        {
            var asked = group ?? DistributedWorld.Required;
            return asked.IsMember ? asked.Size() : -1;
        }

        /// <summary>The backend of a group: PyTorch's <c>torch.distributed.get_backend(group)</c>.</summary>
        /// <param name="group">The group; null: the default one.</param>
        /// <returns><c>gloo</c>.</returns>
        /// <exception cref="TorchValueException">There is no default group, or this process is not in the group.</exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// var backend = Torch.Distributed.GetBackend();
        /// Torch.Distributed.DestroyProcessGroup();
        /// backend   // gloo
        /// </code></example>
        public static string GetBackend(ProcessGroup? group = null) =>
            (group ?? DistributedWorld.Required).IsMember ? "gloo" : throw new TorchValueException("Invalid process group specified");

        /// <summary>
        /// The rank in a group of one in the default group: PyTorch's <c>torch.distributed.get_group_rank(group, global_rank)</c>.
        /// </summary>
        /// <param name="group">The group.</param>
        /// <param name="globalRank">The rank in the default group.</param>
        /// <returns>The rank in the group.</returns>
        /// <exception cref="TorchValueException">The rank is not in the group.</exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// var rank = Torch.Distributed.GetGroupRank(Torch.Distributed.NewGroup([0]), 0);
        /// Torch.Distributed.DestroyProcessGroup();
        /// rank   // 0
        /// </code></example>
        public static int GetGroupRank(ProcessGroup group, int globalRank)
        {
            ArgumentNullException.ThrowIfNull(group);
            if (group == DistributedWorld.Default)
            {
                return globalRank;
            }

            return Array.IndexOf(group.Ranks, globalRank) is >= 0 and var rank ? rank
                : throw new TorchValueException($"Global rank {globalRank} is not part of group {group.GroupName}");
        }

        /// <summary>
        /// The rank in the default group of one in a group: PyTorch's <c>torch.distributed.get_global_rank(group, group_rank)</c>.
        /// </summary>
        /// <param name="group">The group.</param>
        /// <param name="groupRank">The rank in the group.</param>
        /// <returns>The rank in the default group.</returns>
        /// <exception cref="TorchValueException">The group has no such rank.</exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// var rank = Torch.Distributed.GetGlobalRank(Torch.Distributed.NewGroup([0]), 0);
        /// Torch.Distributed.DestroyProcessGroup();
        /// rank   // 0
        /// </code></example>
        public static int GetGlobalRank(ProcessGroup group, int groupRank)
        {
            ArgumentNullException.ThrowIfNull(group);
            if (group == DistributedWorld.Default)
            {
                return groupRank;
            }

            return groupRank >= 0 && groupRank < group.Ranks.Length ? group.Ranks[groupRank]
                : throw new TorchValueException($"Group rank {groupRank} is not part of group {group.GroupName}");
        }

        /// <summary>
        /// The ranks of a group in the default group: PyTorch's <c>torch.distributed.get_process_group_ranks(group)</c>.
        /// </summary>
        /// <param name="group">The group; null: the default one.</param>
        /// <returns>The ranks, by those in the group.</returns>
        /// <exception cref="TorchValueException">There is no default group.</exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// var ranks = Torch.Distributed.GetProcessGroupRanks();
        /// Torch.Distributed.DestroyProcessGroup();
        /// ranks.Count   // 1
        /// </code></example>
        public static IReadOnlyList<int> GetProcessGroupRanks(ProcessGroup? group = null) =>
            [.. (group ?? DistributedWorld.Required).Ranks];

        /// <summary>
        /// How much groups check that are made from now on: PyTorch's <c>torch.distributed.get_debug_level()</c>. It begins as
        /// TORCH_DISTRIBUTED_DEBUG says, which is OFF, INFO or DETAIL.
        /// </summary>
        /// <returns>The level.</returns>
        /// <exception cref="TorchException">The environment variable says something else.</exception>
        /// <example><code>
        /// Torch.Distributed.GetDebugLevel()   // Off
        /// </code></example>
        public static DebugLevel GetDebugLevel() => debugLevel ??=
            Environment.GetEnvironmentVariable("TORCH_DISTRIBUTED_DEBUG")?.ToUpperInvariant() switch
            {
                null or "OFF" => DebugLevel.Off,
                "INFO" => DebugLevel.Info,
                "DETAIL" => DebugLevel.Detail,
                _ => throw new TorchException("The value of TORCH_DISTRIBUTED_DEBUG must be OFF, INFO, or DETAIL."),
            };

        /// <summary>
        /// Says how much groups check that are made from now on: PyTorch's <c>torch.distributed.set_debug_level(level)</c>.
        /// </summary>
        /// <param name="level">The level, the same on all ranks.</param>
        /// <exception cref="TorchNotImplementedException">There are no process groups on this system.</exception>
        /// <example><code>
        /// Torch.Distributed.SetDebugLevel(DebugLevel.Off);
        /// Torch.Distributed.GetDebugLevel()   // Off
        /// </code></example>
        public static void SetDebugLevel(DebugLevel level)
        {
            C10d.Require();
            NativeBackend.SetDebugLevel((int)level);
            debugLevel = level;
        }

        /// <summary>
        /// Lets TORCH_DISTRIBUTED_DEBUG say again how much groups check that are made from now on: PyTorch's
        /// <c>torch.distributed.set_debug_level_from_env()</c>.
        /// </summary>
        /// <exception cref="TorchException">The environment variable says something else.</exception>
        /// <exception cref="TorchNotImplementedException">There are no process groups on this system.</exception>
        /// <example><code>
        /// Torch.Distributed.SetDebugLevel(DebugLevel.Detail);
        /// Torch.Distributed.SetDebugLevelFromEnv();
        /// Torch.Distributed.GetDebugLevel()   // Off
        /// </code></example>
        public static void SetDebugLevelFromEnv()
        {
            C10d.Require();
            debugLevel = null;
            NativeBackend.SetDebugLevel((int)GetDebugLevel());
        }

        private static (CountedHandle Store, ProcessGroup Group) Make(
            CountedHandle store, int rank, int worldSize, string name, TimeSpan timeout)
        {
            try
            {
                Rendezvous.CheckRank(rank, worldSize);
                NativeBackend.SetDebugLevel((int)GetDebugLevel());
                C10d.ShareVariable("GLOO_SOCKET_IFNAME");
                C10d.ShareVariable("TORCH_GLOO_LAZY_INIT");
                return (store, new(store, rank, [.. Enumerable.Range(0, worldSize)], name, "default_pg", timeout));
            }
            catch
            {
                store.Dispose();
                throw;
            }
        }

        private static void CheckBackend(string? backend)
        {
            switch (backend?.ToLowerInvariant())
            {
                case null or "gloo" or "cpu:gloo" or "undefined":
                    return;
                case "nccl" or "mpi" or "ucc" or "xccl":
                    throw new TorchException($"Distributed package doesn't have {backend.ToUpperInvariant()} built in");
                default:
                    throw new TorchException($"Unknown c10d backend type {backend.ToUpperInvariant()}");
            }
        }

        private static void CheckRanks(int[] ranks, int worldSize)
        {
            if (ranks.Distinct().Count() != ranks.Length)
            {
                throw new TorchValueException($"ranks list must not contain duplicate entries, got [{string.Join(", ", ranks)}]");
            }

            if (ranks.Length > worldSize)
            {
                throw new TorchValueException(
                    "the new group's world size should be less or equal to the world size set by init_process_group");
            }

            foreach (var rank in ranks)
            {
                Rendezvous.CheckRank(rank, worldSize);
            }
        }

        // The name of a group is no secret; PyTorch makes it so.
        private static byte[] Hash(string text)
        {
#pragma warning disable CA5350 // the algorithm is PyTorch's
            return SHA1.HashData(Encoding.UTF8.GetBytes(text));
#pragma warning restore CA5350
        }

        private sealed class Meeting((Store Store, int Rank, int WorldSize) place) : IDisposable
        {
            internal Store Store => place.Store;

            internal int Rank => place.Rank;

            internal int WorldSize => place.WorldSize;

            public void Dispose() => Store.Dispose();
        }
    }
}
