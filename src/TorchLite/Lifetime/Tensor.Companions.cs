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

    /// <summary>Whether each use asks for the native tensor anew: there is none yet, or it is computed from others.</summary>
    private protected virtual bool IsAwaited => false;

    /// <summary>The tensor that such a one stands for now.</summary>
    private protected virtual Tensor Awaited => this;

    /// <summary>Whether the use that asks for it is the only one under way.</summary>
    private protected bool IsAloneInUse => Volatile.Read(ref uses) == Loose + 1;

    /// <summary>Says that each use is to ask.</summary>
    private protected void Await() => Volatile.Write(ref uses, Loose);

    /// <summary>Says that there is a native tensor, and no use needs to ask.</summary>
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

        if (IsAwaited)
        {
            return EnterAwaited();
        }

        Tighten();
        return handle;
    }

    private nint EnterAwaited()
    {
        try
        {
            if (Awaited.handle is var now && now != handle)
            {
                (handle, dtype, number) = (now, -1, null);
            }

            return handle;
        }
        catch
        {
            Leave();
            throw;
        }
    }
}
