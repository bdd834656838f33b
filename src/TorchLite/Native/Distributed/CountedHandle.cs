using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// One of the owners of an object that c10::intrusive_ptr counts: a store, a backend, a work in progress. Behind the object's table of
/// virtual functions stands the number of its owners, in 32 bits, and then that of its weak ones.
/// </summary>
internal sealed unsafe class CountedHandle : SafeHandle
{
    private volatile bool isDisposed;

    /// <summary>Takes over what a function of C++'s has given, or <see cref="Make"/> has made.</summary>
    internal CountedHandle(nint owned)
        : base(0, ownsHandle: true) => SetHandle(owned);

    public override bool IsInvalid => handle == 0;

    /// <summary>Whether it was disposed, which .NET's own handle only says when the last use of it has ended.</summary>
    internal bool IsDisposed => isDisposed;

    /// <summary>Where the object is. To be used while the handle is held, by <see cref="Held"/>.</summary>
    internal nint At => handle;

    /// <summary>Lets a constructor make an object in memory of its size, as c10::make_intrusive does.</summary>
    /// <param name="bytes">The size of the class, which its deleting destructor knows.</param>
    /// <param name="construct">Calls the constructor, and checks whether it threw.</param>
    internal static CountedHandle Make(int bytes, Action<nint> construct)
    {
        var place = (nint)NativeMemory.AllocZeroed((nuint)bytes);
        try
        {
            construct(place);
        }
        catch
        {
            NativeMemory.Free((void*)place);
            throw;
        }

        // One owner, and the one weak one that all owners are together.
        *(ulong*)(place + 8) = 0x1_0000_0001;
        return new(place);
    }

    /// <summary>Another owner, to be given to a function that takes one over.</summary>
    internal static nint Retain(nint counted)
    {
        Interlocked.Increment(ref *(int*)(counted + 8));
        return counted;
    }

    /// <summary>Another handle of the same object.</summary>
    internal CountedHandle Share()
    {
        using var held = new Held(this);
        return new(Retain(held.At));
    }

    /// <summary>One owner less; the last one destroys the object.</summary>
    internal static void Release(nint counted)
    {
        if (counted == 0 || Interlocked.Decrement(ref *(int*)(counted + 8)) != 0)
        {
            return;
        }

        // In Itanium's ABI: the destructor, the deleting destructor, and c10's release_resources.
        var table = *(nint**)counted;
        ((delegate* unmanaged<nint, void>)CppGuard.Protect(table[2]))(counted);
        if (Interlocked.Decrement(ref *(int*)(counted + 12)) == 0)
        {
            ((delegate* unmanaged<nint, void>)CppGuard.Protect(table[1]))(counted);
        }

        // A destructor that throws has nobody to tell.
        _ = Exports.TakeError();
    }

    protected override void Dispose(bool disposing)
    {
        isDisposed = true;
        base.Dispose(disposing);
    }

    protected override bool ReleaseHandle()
    {
        Release(handle);
        return true;
    }
}

/// <summary>A use of a counted object: until it ends, nobody destroys it.</summary>
internal readonly ref struct Held
{
    private readonly CountedHandle handle;

    internal Held(CountedHandle handle)
    {
        if (handle.IsDisposed)
        {
            throw new ObjectDisposedException(null);
        }

        var isHeld = false;
        handle.DangerousAddRef(ref isHeld);
        this.handle = handle;
    }

    internal nint At => handle.At;

    public void Dispose() => handle.DangerousRelease();
}
