namespace TorchLite.Distributed.Algorithms;

/// <summary>
/// What a process does that has no more inputs, in place of what the others still do: PyTorch's <c>JoinHook</c>. See <see cref="Join"/>.
/// </summary>
public abstract class JoinHook
{
    /// <summary>Called once for each step of the others: PyTorch's <c>main_hook</c>. By itself it does nothing.</summary>
    public virtual void MainHook()
    {
    }

    /// <summary>Called when no process has inputs any more: PyTorch's <c>post_hook</c>. By itself it does nothing.</summary>
    /// <param name="isLastJoiner">Whether this process is one of those that came last.</param>
    public virtual void PostHook(bool isLastJoiner)
    {
    }
}
