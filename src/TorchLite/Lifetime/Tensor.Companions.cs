namespace TorchLite;

public partial class Tensor
{
    // While the ties are loose the count of uses begins here instead of at 0, so that the next use tightens them first.
    private const int Loose = -(1 << 28);

    // Above are the loose counts, below those of disposed tensors.
    private const int DisposedUses = -(1 << 29);

    private Companions? companions;

    /// <summary>The hooks on its gradient.</summary>
    internal HookList? Hooks { get; set; }

    /// <summary>Keeps something that libtorch calls back into as long as this object, or longer where libtorch needs it.</summary>
    internal void Keep(Tie tie, object target)
    {
        var mine = companions ?? Interlocked.CompareExchange(ref companions, new(), null) ?? companions;
        mine.Add(this, tie, target);
    }

    /// <summary>Loosens the ties if the tensor is not in use, and only this object owns it.</summary>
    internal void TryLoosen()
    {
        if (companions is not { } mine || Interlocked.CompareExchange(ref uses, Loose + 1, 0) != 0)
        {
            return;
        }

        // Whoever begins to use it from here on tightens them.
        mine.Loosen();
        if (!Companions.IsAlone(handle) || !IsLoose(Volatile.Read(ref uses)))
        {
            Tighten();
        }

        Leave();
        GC.KeepAlive(this);
    }

    /// <summary>Whether there is a native tensor; a parameter or buffer of a lazy module gets its own later.</summary>
    private protected virtual bool IsMaterialized => true;

    /// <summary>Says that there is no native tensor yet, so that the next use looks.</summary>
    private protected void Await() => Volatile.Write(ref uses, Loose);

    /// <summary>Says that there is one now.</summary>
    private protected void Arrive() => Tighten();

    private static bool IsLoose(int count) => count is < 0 and > DisposedUses;

    // The mark of what is disposed is in the loose counts already: they have none.
    private bool RetireLoose()
    {
        for (; ;)
        {
            Tighten();
            if (Interlocked.CompareExchange(ref uses, Dead, 0) == 0)
            {
                return true;
            }

            if (Interlocked.Or(ref uses, int.MinValue) is var count && !IsLoose(count))
            {
                return count == 0 && IsLast();
            }
        }
    }

    private void Tighten()
    {
        companions?.Tighten();
        for (var count = Volatile.Read(ref uses); IsLoose(count); count = Volatile.Read(ref uses))
        {
            Interlocked.CompareExchange(ref uses, count - Loose, count);
        }
    }

    // A use that found the count below 0, and has counted itself.
    private nint EnterLooseOrFail()
    {
        if (!IsLoose(Volatile.Read(ref uses)))
        {
            // Another thread may have tightened them just now.
            if (Volatile.Read(ref uses) > 0)
            {
                return handle;
            }

            Leave();
            throw Disposed();
        }

        if (!IsMaterialized)
        {
            Leave();
            throw new TorchValueException(
                "Attempted to use an uninitialized parameter. This error happens when you are using a `LazyModule` or explicitly manipulating "
                + "`torch.nn.parameter.UninitializedParameter` objects. When using LazyModules Call `forward` with a dummy batch to initialize "
                + "the parameters before calling torch functions");
        }

        Tighten();
        return handle;
    }
}
