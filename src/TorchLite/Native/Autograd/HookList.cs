namespace TorchLite.Native;

/// <summary>
/// The hooks of one tensor, which libtorch knows as one: what is removed here is gone, whereas libtorch keeps the place of each hook that
/// it ever had, and walks over all of them.
/// </summary>
internal sealed class HookList
{
    private readonly nint node;
    private Func<Tensor, Tensor?>[] hooks = [];

    internal HookList(nint node) => (this.node, Tie) = (node, new(this));

    /// <summary>What libtorch has of it.</summary>
    internal Tie Tie { get; }

    /// <summary>Whether libtorch has it for the results of this operation (0: for a leaf), and not for what the tensor was before.</summary>
    internal bool IsOf(nint current) => node == current && Tie.IsOwned;

    internal RemovableHandle Add(Func<Tensor, Tensor?> hook)
    {
        // As an object of its own: the same function may be there twice.
        Func<Tensor, Tensor?> own = hook.Invoke;
        lock (this)
        {
            hooks = [.. hooks, own];
        }

        return new(() =>
        {
            lock (this)
            {
                hooks = Array.FindAll(hooks, known => !ReferenceEquals(known, own));
            }
        });
    }

    /// <summary>Calls one after the other; what one gives takes the gradient's place for the next.</summary>
    internal Tensor? Run(Tensor gradient)
    {
        Tensor? replacement = null;
        foreach (var hook in Volatile.Read(ref hooks))
        {
            replacement = GradHooks.Run(hook, replacement ?? gradient, out var isRefused) ?? replacement;
            if (isRefused)
            {
                break;
            }
        }

        return replacement;
    }
}
