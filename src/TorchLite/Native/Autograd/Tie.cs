using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// What libtorch holds of something of .NET's that it calls back into: a hook, a custom function. It is tight while libtorch may call;
/// while only a .NET object owns the native tensor it belongs to, it is loose, and that object alone keeps what is tied: so a cycle from
/// tensor to hook to tensor, which leads through memory that the garbage collector does not see, is garbage to it like any other.
/// </summary>
/// <param name="target">What is tied, by a tight knot at first.</param>
internal sealed class Tie(object target)
{
    private readonly WeakReference loose = new(target);
    private object? tight = target;
    private int owners;

    /// <summary>Whether something of libtorch's has it.</summary>
    internal bool IsOwned => Volatile.Read(ref owners) > 0;

    /// <summary>What is tied; null once it is garbage, when nobody can ask any more.</summary>
    internal object? Target => tight ?? loose.Target;

    internal void Tighten(object tied) => Volatile.Write(ref tight, tied);

    internal void Loosen() => Volatile.Write(ref tight, null);

    /// <summary>A handle for something of libtorch's; see <see cref="Free"/>.</summary>
    internal nint Share()
    {
        Interlocked.Increment(ref owners);
        return (nint)GCHandle.Alloc(this);
    }

    /// <summary>The tie of a handle.</summary>
    internal static Tie Of(nint handle) => (Tie)GCHandle.FromIntPtr(handle).Target!;

    /// <summary>Gives a handle back.</summary>
    internal static void Free(nint handle)
    {
        Interlocked.Decrement(ref Of(handle).owners);
        GCHandle.FromIntPtr(handle).Free();
    }
}
