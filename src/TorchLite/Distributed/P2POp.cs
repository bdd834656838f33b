namespace TorchLite.Distributed;

/// <summary>
/// One of the tensors that <c>Torch.Distributed.BatchIsendIrecv</c> sends and receives: PyTorch's <c>torch.distributed.P2POp</c>.
/// </summary>
/// <example><code>
/// using var store = new HashStore();
/// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
/// var op = new P2POp(Torch.Distributed.Isend, Torch.Ones(2), peer: 0, tag: 3);
/// var text = $"{op} {op.Peer} {op.Tag}";
/// Torch.Distributed.DestroyProcessGroup();
/// text   // P2POp(isend pg=0, group_src=0, group_dst=0,  torch.Size([2]), torch.float32) 0 3
/// </code></example>
public sealed class P2POp
{
    private static readonly Func<Tensor, int?, ProcessGroup?, int, int?, Work?> Send = Torch.Distributed.Isend, Receive = Torch.Distributed.Irecv;
    private readonly bool isSend;

    /// <summary>Says what is sent or received: PyTorch's <c>P2POp(op, tensor, peer, group, tag, group_peer)</c>.</summary>
    /// <param name="op"><c>Torch.Distributed.Isend</c> or <c>Torch.Distributed.Irecv</c>.</param>
    /// <param name="tensor">What is sent, or what becomes of it.</param>
    /// <param name="peer">The other rank, in the default group.</param>
    /// <param name="group">The group; null: the default one.</param>
    /// <param name="tag">What both ranks call it.</param>
    /// <param name="groupPeer">The other rank in the group, in place of <paramref name="peer"/>.</param>
    /// <exception cref="TorchValueException">
    /// It is another function, there is no default group, the rank is not in the group, or neither or both of the ranks are given.
    /// </exception>
    /// <example><code>
    /// var text = "";
    /// try { _ = new P2POp(Torch.Distributed.Isend, Torch.Ones(2), peer: 0); } catch (TorchValueException e) { text = e.Message; }
    /// text[..45]   // Default process group has not been initialize
    /// </code></example>
    public P2POp(
        Func<Tensor, int?, ProcessGroup?, int, int?, Work?> op, Tensor tensor, int? peer = null, ProcessGroup? group = null, int tag = 0,
        int? groupPeer = null)
    {
        ArgumentNullException.ThrowIfNull(op);
        Guard.NotNull(tensor);
        isSend = op == Send;
        if (!isSend && op != Receive)
        {
            throw new TorchValueException(
                "Invalid ``op``. Expected ``op`` to be of type ``torch.distributed.isend`` or ``torch.distributed.irecv``.");
        }

        (Op, Tensor, Tag, Group) = (op, tensor, tag, group ?? DistributedWorld.Required);
        GroupPeer = Collective.RankIn(Group, peer, groupPeer);
        Peer = peer ?? Torch.Distributed.GetGlobalRank(Group, GroupPeer);
    }

    /// <summary>The function: PyTorch's <c>op</c>.</summary>
    public Func<Tensor, int?, ProcessGroup?, int, int?, Work?> Op { get; }

    /// <summary>What is sent, or what becomes of it: PyTorch's <c>tensor</c>.</summary>
    public Tensor Tensor { get; }

    /// <summary>The group: PyTorch's <c>group</c>.</summary>
    public ProcessGroup Group { get; }

    /// <summary>The other rank, in the default group: PyTorch's <c>peer</c>.</summary>
    public int Peer { get; }

    /// <summary>The other rank, in the group: PyTorch's <c>group_peer</c>.</summary>
    public int GroupPeer { get; }

    /// <summary>What both ranks call it: PyTorch's <c>tag</c>.</summary>
    public int Tag { get; }

    /// <summary>What Python shows of it.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        var (name, from, to) = isSend ? ("isend", Group.Rank(), GroupPeer) : ("irecv", GroupPeer, Group.Rank());
        return FormattableString.Invariant(
            $"P2POp({name} pg={Group.GroupName}, group_src={from}, group_dst={to},  {Tensor.Shape}, {Tensor.DType})");
    }

    /// <summary>Begins it.</summary>
    internal Work? Begin() => Op(Tensor, null, Group, Tag, GroupPeer);
}
