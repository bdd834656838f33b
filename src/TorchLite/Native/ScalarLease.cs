using System.Numerics;
using TorchSharp;

namespace TorchLite.Native;

/// <summary>A native scalar for the length of a call: a cached one for the common numbers, else one of our own that is freed after.</summary>
internal readonly ref struct ScalarLease
{
    private const int Smallest = -16;

    private static readonly RawScalar?[] Integers = new RawScalar?[144];
    private static readonly RawScalar?[] Booleans = new RawScalar?[2];

    private readonly bool owned;

    internal ScalarLease(Scalar scalar)
    {
        NativeLoader.EnsureLoaded();
        switch (scalar.Kind)
        {
            case ScalarKind.Integer:
                var integer = (long)scalar;
                var slot = integer - Smallest;
                owned = (ulong)slot >= (ulong)Integers.Length;
                Value = owned ? integer.ToScalar() : Integers[slot] ?? Cache(ref Integers[slot], integer.ToScalar());
                break;
            case ScalarKind.Boolean:
                ref var cached = ref Booleans[(bool)scalar ? 1 : 0];
                Value = cached ?? Cache(ref cached, ((bool)scalar).ToScalar());
                break;
            case ScalarKind.Real:
                owned = true;
                var real = (double)scalar;

                // C#'s own nan has the sign bit set, and prints as -nan in libtorch's messages.
                Value = (double.IsNaN(real) ? double.Abs(real) : real).ToScalar();
                break;
            default:
                owned = true;
                Value = ((Complex)scalar).ToScalar();
                break;
        }
    }

    internal RawScalar Value { get; }

    // Of two threads that make the same number, both use the one that the cache keeps: the other may be finalized at any time.
    private static RawScalar Cache(ref RawScalar? slot, RawScalar made) => Interlocked.CompareExchange(ref slot, made, null) ?? made;

    public void Dispose()
    {
        if (owned)
        {
            Value.Dispose();
        }
    }
}
