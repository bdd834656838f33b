using System.Numerics;

namespace TorchLite.Native;

/// <summary>
/// A native scalar for the length of a call: a cached one for the common numbers, else one of our own that is freed after.
/// </summary>
internal ref struct ScalarLease
{
    private const int Smallest = -16;

    private static readonly nint[] Integers = new nint[144];
    private static readonly nint[] Booleans = new nint[2];

    private readonly bool owned;

    internal ScalarLease(Scalar scalar)
    {
        NativeLoader.EnsureLoaded();
        if (scalar.Kind == ScalarKind.Integer && (ulong)((long)scalar - Smallest) < (ulong)Integers.Length)
        {
            Handle = Cached(ref Integers[(long)scalar - Smallest], (long)scalar);
        }
        else if (scalar.Kind == ScalarKind.Boolean)
        {
            Handle = Cached(ref Booleans[(bool)scalar ? 1 : 0], (bool)scalar);
        }
        else
        {
            owned = true;
            Handle = New(scalar);
        }
    }

    /// <summary>A native scalar that whoever asks has to free.</summary>
    internal static nint New(Scalar scalar)
    {
        switch (scalar.Kind)
        {
            case ScalarKind.Integer:
                return Exports.ScalarOf((long)scalar);
            case ScalarKind.Boolean:
                return Exports.ScalarOf((bool)scalar);
            case ScalarKind.Unsigned:
                return LibTorch.ScalarOf((ulong)scalar);
            case ScalarKind.Real:
                // C#'s own nan has the sign bit set, and prints as -nan in libtorch's messages.
                var real = (double)scalar;
                return Exports.ScalarOf(double.IsNaN(real) ? double.Abs(real) : real);
            default:
                var complex = (Complex)scalar;
                return Exports.ScalarOf(complex.Real, complex.Imaginary);
        }
    }

    /// <summary>The number 1, which is never freed.</summary>
    internal static nint One => Cached(ref Integers[1 - Smallest], 1);

    /// <summary>libtorch's scalar (a C++ at::Scalar*), valid until the lease ends.</summary>
    internal nint Handle { get; }

    public readonly void Dispose()
    {
        if (owned)
        {
            Exports.DeleteScalar(Handle);
        }
    }

    private static nint Cached(ref nint slot, long number)
    {
        if (Volatile.Read(ref slot) is not 0 and var cached)
        {
            return cached;
        }

        // Of two threads that make the same number, one loses a few bytes for good.
        Volatile.Write(ref slot, Exports.ScalarOf(number));
        return slot;
    }

    private static nint Cached(ref nint slot, bool truth)
    {
        if (Volatile.Read(ref slot) == 0)
        {
            Volatile.Write(ref slot, Exports.ScalarOf(truth));
        }

        return slot;
    }
}
