namespace TorchLite.Distributed.Algorithms;

/// <summary>What may train with inputs of which some processes have fewer: PyTorch's <c>Joinable</c>. See <see cref="Join"/>.</summary>
/// <remarks>
/// Before its own calls to the other processes in each step it says <see cref="Join.NotifyJoinContext"/>.
/// <code>
/// sealed class Counter : IJoinable
/// {
///     private readonly Tensor count = Torch.Zeros(1);
///
///     public Device JoinDevice => "cpu";
///     public ProcessGroup JoinProcessGroup => GroupMember.World!;
///     public JoinHook JoinHook(bool divideByInitialWorldSize) => new Hook();
///
///     public void Step()
///     {
///         Join.NotifyJoinContext(this);
///         Torch.Distributed.AllReduce(Torch.Ones(1));
///     }
///
///     private sealed class Hook : JoinHook
///     {
///         public override void MainHook() => Torch.Distributed.AllReduce(Torch.Zeros(1));
///     }
/// }
/// </code>
/// </remarks>
public interface IJoinable
{
    /// <summary>Where the tensors are by which the processes tell whether they have inputs: PyTorch's <c>join_device</c>.</summary>
    Device JoinDevice { get; }

    /// <summary>The processes: PyTorch's <c>join_process_group</c>.</summary>
    ProcessGroup JoinProcessGroup { get; }

    /// <summary>What is done where there are no more inputs: PyTorch's <c>join_hook</c>.</summary>
    /// <param name="divideByInitialWorldSize">
    /// Whether gradients are divided by the number of all processes; else by that of those who still have inputs.
    /// </param>
    /// <returns>What is called.</returns>
    JoinHook JoinHook(bool divideByInitialWorldSize);
}
