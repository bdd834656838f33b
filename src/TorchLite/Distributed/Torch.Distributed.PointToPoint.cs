using TorchLite.Distributed;

namespace TorchLite;

/// <content>Sending from one rank to another.</content>
public static partial class Torch
{
    /// <content>Sending from one rank to another.</content>
    public static partial class Distributed
    {
        /// <summary>
        /// Sends a tensor to a rank, and waits until it is on its way: PyTorch's <c>torch.distributed.send(tensor, dst, group, tag,
        /// group_dst)</c>.
        /// </summary>
        /// <param name="tensor">What is sent; the other rank receives one of its shape and dtype.</param>
        /// <param name="dst">The rank in the default group that gets it.</param>
        /// <param name="group">The group; null: the default one.</param>
        /// <param name="tag">What the other rank asks for too.</param>
        /// <param name="groupDst">The rank in the group that gets it, in place of <paramref name="dst"/>.</param>
        /// <exception cref="TorchValueException">
        /// There is no default group; or neither or both of the ranks are given, or it is this process itself.
        /// </exception>
        /// <exception cref="TorchException">Gloo has no such operation, or the tensors do not fit.</exception>
        /// <exception cref="DistributedBackendException">
        /// A peer died or did not come in time; or, where that is checked, called something else.
        /// </exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// var text = "";
        /// try { Torch.Distributed.Send(Torch.Ones(2), dst: 0); } catch (TorchValueException e) { text = e.Message; }
        /// Torch.Distributed.DestroyProcessGroup();
        /// text[..25]   // Invalid destination rank:
        /// </code></example>
        public static void Send(Tensor tensor, int? dst = null, ProcessGroup? group = null, int tag = 0, int? groupDst = null)
        {
            Guard.NotNull(tensor);
            Isend(tensor, dst, group, tag, groupDst)?.Wait();
        }

        /// <summary>
        /// Receives a tensor from a rank: PyTorch's <c>torch.distributed.recv(tensor, src, group, tag, group_src)</c>.
        /// </summary>
        /// <param name="tensor">What becomes it, of the shape and dtype that is sent.</param>
        /// <param name="src">The rank in the default group that sends; null, and no other given: any.</param>
        /// <param name="group">The group; null: the default one.</param>
        /// <param name="tag">What it was sent with.</param>
        /// <param name="groupSrc">The rank in the group that sends, in place of <paramref name="src"/>.</param>
        /// <returns>The rank in the default group that sent; -1 where this process is not in the group.</returns>
        /// <exception cref="TorchValueException">
        /// There is no default group; or both of the ranks are given, or it is this process itself.
        /// </exception>
        /// <exception cref="TorchException">Gloo has no such operation, or the tensors do not fit.</exception>
        /// <exception cref="DistributedBackendException">
        /// A peer died or did not come in time; or, where that is checked, called something else.
        /// </exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// var text = "";
        /// try { Torch.Distributed.Recv(Torch.Ones(2), src: 0); } catch (TorchException e) { text = "not from itself"; }
        /// Torch.Distributed.DestroyProcessGroup();
        /// text   // not from itself
        /// </code></example>
        public static int Recv(Tensor tensor, int? src = null, ProcessGroup? group = null, int tag = 0, int? groupSrc = null)
        {
            Guard.NotNull(tensor);
            if (Collective.IsOutside(group, "irecv"))
            {
                return -1;
            }

            var used = group ?? DistributedWorld.Required;
            var work = Irecv(tensor, src, group, tag, groupSrc)!;
            work.Wait();
            return src ?? GetGlobalRank(used, groupSrc ?? work.SourceRank());
        }

        /// <summary>
        /// Begins to send a tensor to a rank: PyTorch's <c>torch.distributed.isend(tensor, dst, group, tag, group_dst)</c>. The work is to
        /// be
        /// waited for.
        /// </summary>
        /// <param name="tensor">What is sent, not to be written before it was waited for.</param>
        /// <param name="dst">The rank in the default group that gets it.</param>
        /// <param name="group">The group; null: the default one.</param>
        /// <param name="tag">What the other rank asks for too.</param>
        /// <param name="groupDst">The rank in the group that gets it, in place of <paramref name="dst"/>.</param>
        /// <returns>The work; null where this process is not in the group.</returns>
        /// <exception cref="TorchValueException">There is no default group; or neither or both of the ranks are given.</exception>
        /// <exception cref="TorchException">Gloo has no such operation, or the tensors do not fit.</exception>
        /// <exception cref="DistributedBackendException">
        /// A peer died or did not come in time; or, where that is checked, called something else.
        /// </exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// var text = "";
        /// try { Torch.Distributed.Isend(Torch.Ones(2)); } catch (TorchValueException e) { text = e.Message; }
        /// Torch.Distributed.DestroyProcessGroup();
        /// text   // Must specify global_rank or group_rank
        /// </code></example>
        public static Work? Isend(Tensor tensor, int? dst = null, ProcessGroup? group = null, int tag = 0, int? groupDst = null)
        {
            Guard.NotNull(tensor);
            if (Collective.IsOutside(group, "isend"))
            {
                return null;
            }

            var used = group ?? DistributedWorld.Required;
            var peer = Collective.RankIn(used, dst, groupDst);
            CheckPeer(used, peer, "destination");
            var work = Collective.Begin("Send", used, [Collective.AsReal(tensor)], (backend, handles) =>
                NativeBackend.Send(backend, handles[0], peer, tag));
            used.Keep(work);
            return work;
        }

        /// <summary>
        /// Begins to receive a tensor from a rank: PyTorch's <c>torch.distributed.irecv(tensor, src, group, tag, group_src)</c>. The work
        /// is
        /// to be waited for.
        /// </summary>
        /// <param name="tensor">What becomes it, not to be read before it was waited for.</param>
        /// <param name="src">The rank in the default group that sends; null, and no other given: any.</param>
        /// <param name="group">The group; null: the default one.</param>
        /// <param name="tag">What it was sent with.</param>
        /// <param name="groupSrc">The rank in the group that sends, in place of <paramref name="src"/>.</param>
        /// <returns>The work; null where this process is not in the group.</returns>
        /// <exception cref="TorchValueException">There is no default group; or both of the ranks are given.</exception>
        /// <exception cref="TorchException">Gloo has no such operation, or the tensors do not fit.</exception>
        /// <exception cref="DistributedBackendException">
        /// A peer died or did not come in time; or, where that is checked, called something else.
        /// </exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// var text = "";
        /// try { Torch.Distributed.Irecv(Torch.Ones(2), src: 0, groupSrc: 0); } catch (TorchValueException e) { text = e.Message; }
        /// Torch.Distributed.DestroyProcessGroup();
        /// text   // Can't specify both group_rank and global_rank
        /// </code></example>
        public static Work? Irecv(Tensor tensor, int? src = null, ProcessGroup? group = null, int tag = 0, int? groupSrc = null)
        {
            Guard.NotNull(tensor);
            if (Collective.IsOutside(group, "irecv"))
            {
                return null;
            }

            var used = group ?? DistributedWorld.Required;
            int? peer = src is null && groupSrc is null ? null : Collective.RankIn(used, src, groupSrc);
            if (peer is { } asked)
            {
                CheckPeer(used, asked, "source");
            }

            var work = Collective.Begin("Recv", used, [Collective.AsReal(tensor)], (backend, handles) => peer is { } from
                ? NativeBackend.Recv(backend, handles[0], from, tag)
                : NativeBackend.RecvAnysource(backend, handles[0], tag));
            used.Keep(work);
            return work;
        }

        /// <summary>
        /// Begins to send and to receive several tensors: PyTorch's <c>torch.distributed.batch_isend_irecv(p2p_op_list)</c>. Each of the
        /// works is to be waited for.
        /// </summary>
        /// <param name="p2pOpList">What is sent and received, all in one group; the other ranks have what goes with it.</param>
        /// <returns>The works, in their order.</returns>
        /// <exception cref="TorchValueException">
        /// The list is empty or has a null, the groups differ, or one is to or from this process itself.
        /// </exception>
        /// <exception cref="TorchException">Gloo has no such operation, or the tensors do not fit.</exception>
        /// <exception cref="DistributedBackendException">
        /// A peer died or did not come in time; or, where that is checked, called something else.
        /// </exception>
        /// <example><code>
        /// // Each rank of a ring gives to the next; alone it would give to itself, which is refused.
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// var (rank, size, got) = (Torch.Distributed.GetRank(), Torch.Distributed.GetWorldSize(), Torch.Zeros(2));
        /// P2POp[] ring =
        /// [
        ///     new(Torch.Distributed.Isend, Torch.Ones(2), (rank + 1) % size),
        ///     new(Torch.Distributed.Irecv, got, (rank + size - 1) % size),
        /// ];
        /// var works = size > 1 ? Torch.Distributed.BatchIsendIrecv(ring) : [];
        /// foreach (var work in works) { work.Wait(); }
        /// Torch.Distributed.DestroyProcessGroup();
        /// ring[1]   // P2POp(irecv pg=0, group_src=0, group_dst=0,  torch.Size([2]), torch.float32)
        /// </code></example>
        public static IReadOnlyList<Work> BatchIsendIrecv(IReadOnlyList<P2POp> p2pOpList)
        {
            ArgumentNullException.ThrowIfNull(p2pOpList);
            if (p2pOpList.Count == 0 || p2pOpList.Contains(null!))
            {
                throw new TorchValueException(
                    "Invalid ``p2p_op_list``. Each op is expected to to be of type ``torch.distributed.P2POp``.");
            }

            if (p2pOpList.Any(op => op.Group != p2pOpList[0].Group))
            {
                throw new TorchValueException("All ops need to use the same group.");
            }

            return [.. p2pOpList.Select(static op => op.Begin()).OfType<Work>()];
        }

        // Gloo looks up the connection to a peer unseen, and would wait for itself.
        private static void CheckPeer(ProcessGroup group, int rank, string role)
        {
            if (group.Rank() == rank)
            {
                throw new TorchValueException(
                    $"Invalid {role} rank: {role} rank should not be the same as the rank of the current process.");
            }

            if (rank < 0 || rank >= group.Size())
            {
                throw new TorchValueException($"Invalid {role} rank: {rank} is not in the group, which has {group.Size()} ranks.");
            }
        }
    }
}
