using System.Runtime.CompilerServices;

namespace TorchLite.Native;

/// <summary>
/// The gate's short way, for the operations that are called most: LibTorchSharp's functions on the handles themselves. TorchSharp's object
/// around each result, and what it keeps books of, is a third of the time of an operation on few elements.
/// </summary>
internal static partial class Gate
{
    internal static Tensor Direct(Func<nint, nint> op, Tensor a) => Made(op(a.Handle), a, a);

    internal static Tensor Direct(
        Func<nint, nint, nint> op, Tensor a, Tensor b, [CallerArgumentExpression(nameof(b))] string? nameB = null) =>
        Made(op(a.Handle, HandleOf(b, nameB)), a, b);

    internal static Tensor Direct(
        Func<nint, nint, nint, nint> op, Tensor a, Tensor b, Scalar s, [CallerArgumentExpression(nameof(b))] string? nameB = null)
    {
        using var scalar = new ScalarLease(s);
        return Made(op(a.Handle, HandleOf(b, nameB), scalar.Handle), a, b);
    }

    internal static Tensor Direct(Func<nint, nint, nint> op, Tensor a, Scalar s)
    {
        using var scalar = new ScalarLease(s);
        return Made(op(a.Handle, scalar.Handle), a, a);
    }

    internal static Tensor Direct(Func<nint, nint, nint, nint> op, Tensor a, Scalar s, Scalar t)
    {
        using var first = new ScalarLease(s);
        using var second = new ScalarLease(t);
        return Made(op(a.Handle, first.Handle, second.Handle), a, a);
    }

    private static nint HandleOf(Tensor? tensor, string? name) => tensor is null ? throw new ArgumentNullException(name) : tensor.Handle;

    private static Tensor Made(nint result, Tensor a, Tensor b)
    {
        var made = result != 0 ? Tensor.Own(result, a, b) : throw Error.From(Exports.LastError());
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        return made;
    }
}
