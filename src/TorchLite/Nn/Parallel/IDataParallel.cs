using TorchLite.Distributed;
using TorchLite.Distributed.Algorithms;

namespace TorchLite.Nn.Parallel;

/// <summary>What wrapped modules of all numbers of inputs have to do with <see cref="Join"/>.</summary>
internal interface IDataParallel : IJoinable
{
    /// <summary>What is done around the calls of the module.</summary>
    DataParallel Replica { get; }

    /// <inheritdoc/>
    Device IJoinable.JoinDevice => Replica.Device;

    /// <inheritdoc/>
    ProcessGroup IJoinable.JoinProcessGroup => Replica.Group;

    /// <inheritdoc/>
    JoinHook IJoinable.JoinHook(bool divideByInitialWorldSize)
    {
        Replica.DividesByInitialWorldSize = divideByInitialWorldSize;
        return new DataParallelJoinHook(Replica);
    }
}
