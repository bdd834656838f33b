using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace TorchLite.Native;

/// <summary>
/// LibTorchSharp's functions on the handles themselves. TorchSharp's object around each result, and what it counts, would be a third
/// of the time of an operation on few elements.
/// </summary>
internal static partial class Gate
{
    /// <summary>What the tensor's own fields say, which cannot fail.</summary>
    internal static T Ask<T>(Func<nint, T> read, Tensor a)
    {
        using var x = new Use(a);
        return read(x.Handle);
    }

    /// <summary>A new tensor from no other.</summary>
    internal static Tensor Create<TArgs>(Func<TArgs, nint> op, TArgs args)
    {
        NativeLoader.EnsureLoaded();
        var made = op(args);
        return Tensor.Wrap(made != 0 ? made : Again(op, args));
    }

    internal static Tensor Direct(Func<nint, nint> op, Tensor a)
    {
        using var x = new Use(a);
        var made = op(x.Handle);
        return Tensor.Wrap(made != 0 ? made : Again(op, x.Handle), a);
    }

    internal static Tensor Direct<TArgs>(Func<nint, TArgs, nint> op, Tensor a, TArgs args)
    {
        using var x = new Use(a);
        var made = op(x.Handle, args);
        return Tensor.Wrap(
            made != 0 ? made : Again([StackTraceHidden] static (call) => call.op(call.Handle, call.args), (op, x.Handle, args)), a);
    }

    internal static Tensor Direct(
        Func<nint, nint, nint> op, Tensor a, Tensor b,
        [CallerArgumentExpression(nameof(b))] string? nameB = null, [CallerArgumentExpression(nameof(a))] string? nameA = null)
    {
        using var x = new Use(a, nameA);
        using var y = new Use(b, nameB);
        var made = op(x.Handle, y.Handle);
        return Tensor.Wrap(
            made != 0 ? made : Again([StackTraceHidden] static (call) => call.op(call.x, call.y), (op, x: x.Handle, y: y.Handle)), a, b);
    }

    internal static Tensor Direct<TArgs>(
        Func<nint, nint, TArgs, nint> op, Tensor a, Tensor b, TArgs args,
        [CallerArgumentExpression(nameof(b))] string? nameB = null, [CallerArgumentExpression(nameof(a))] string? nameA = null)
    {
        using var x = new Use(a, nameA);
        using var y = new Use(b, nameB);
        var made = op(x.Handle, y.Handle, args);
        return Tensor.Wrap(
            made != 0
                ? made
                : Again([StackTraceHidden] static (call) => call.op(call.x, call.y, call.args), (op, x: x.Handle, y: y.Handle, args)),
            a, b);
    }

    internal static Tensor Direct(
        Func<nint, nint, nint, nint> op, Tensor a, Tensor b, Tensor c,
        [CallerArgumentExpression(nameof(a))] string? nameA = null, [CallerArgumentExpression(nameof(b))] string? nameB = null,
        [CallerArgumentExpression(nameof(c))] string? nameC = null) =>
        Direct([StackTraceHidden] static (x, y, z, call) => call(x, y, z), a, b, c, op, nameA, nameB, nameC);

    internal static Tensor Direct<TArgs>(
        Func<nint, nint, nint, TArgs, nint> op, Tensor a, Tensor b, Tensor c, TArgs args,
        [CallerArgumentExpression(nameof(a))] string? nameA = null, [CallerArgumentExpression(nameof(b))] string? nameB = null,
        [CallerArgumentExpression(nameof(c))] string? nameC = null)
    {
        using var x = new Use(a, nameA);
        using var y = new Use(b, nameB);
        using var z = new Use(c, nameC);
        var made = op(x.Handle, y.Handle, z.Handle, args);
        return Tensor.Wrap(
            made != 0
                ? made
                : Again(
                    [StackTraceHidden] static (call) => call.op(call.x, call.y, call.z, call.args),
                    (op, x: x.Handle, y: y.Handle, z: z.Handle, args)),
            a, b, c);
    }

    internal static Tensor Direct(
        Func<nint, nint, nint, nint, nint> op, Tensor a, Tensor b, Tensor c, Scalar s,
        [CallerArgumentExpression(nameof(b))] string? nameB = null, [CallerArgumentExpression(nameof(c))] string? nameC = null)
    {
        using var scalar = new ScalarLease(s);
        return Direct(op, a, b, c, scalar.Handle, nameof(a), nameB, nameC);
    }

    internal static Tensor Direct(
        Func<nint, nint, nint, nint> op, Tensor a, Tensor b, Scalar s, [CallerArgumentExpression(nameof(b))] string? nameB = null)
    {
        using var scalar = new ScalarLease(s);
        return Direct(op, a, b, scalar.Handle, nameB);
    }

    /// <summary>With a number, taken as a tensor where that comes to the same, else as a scalar.</summary>
    internal static Tensor Direct(Func<nint, nint, nint> op, Func<nint, nint, nint> withScalar, Tensor a, Scalar s)
    {
        using var x = new Use(a);
        using var number = NumberTensor.Beside(x.Handle, s);
        return number is null ? Direct(withScalar, a, s) : Direct(op, a, number.Handle);
    }

    internal static Tensor Direct(Func<nint, nint, nint> op, Tensor a, Scalar s)
    {
        using var scalar = new ScalarLease(s);
        return Direct(op, a, scalar.Handle);
    }

    internal static Tensor Direct<TArgs>(Func<nint, nint, TArgs, nint> op, Tensor a, Scalar s, TArgs args)
    {
        using var scalar = new ScalarLease(s);
        return Direct([StackTraceHidden] static (x, call) => call.op(x, call.Handle, call.args), a, (op, scalar.Handle, args));
    }

    internal static Tensor Direct(Func<nint, nint, nint, nint> op, Tensor a, Scalar s, Scalar t)
    {
        using var second = new ScalarLease(t);
        return Direct(op, a, s, second.Handle);
    }

    /// <summary>An operation on a list of tensors.</summary>
    internal static Tensor Direct<TArgs>(
        Func<nint[], TArgs, nint> op, ReadOnlySpan<Tensor> tensors, TArgs args,
        [CallerArgumentExpression(nameof(tensors))] string? name = null)
    {
        NativeLoader.EnsureLoaded();
        using var all = new Uses(tensors, name);
        var handles = all.Handles;
        var made = op(handles, args);
        return Tensor.Wrap(
            made != 0 ? made : Again([StackTraceHidden] static (call) => call.op(call.handles, call.args), (op, handles, args)), tensors);
    }

    /// <summary>Two results: the second is there where the first is.</summary>
    internal static (Tensor First, Tensor Second) DirectPair<TArgs>(Func<nint, TArgs, (nint First, nint Second)> op, Tensor a, TArgs args)
    {
        using var x = new Use(a);
        var (first, second) = Call([StackTraceHidden] static (call) => call.op(call.Handle, call.args), (op, x.Handle, args));
        return (Tensor.Wrap(first, a), Tensor.Wrap(second, a));
    }

    /// <summary>Two results, for which there is room at <see cref="HandleArray.Room"/>.</summary>
    internal static (Tensor First, Tensor Second) DirectPair<TArgs>(Action<nint, TArgs> op, Tensor a, TArgs args)
    {
        var pair = DirectMany(op, a, args);
        return (pair[0], pair[1]);
    }

    /// <summary>Any number of results, for which there is room at <see cref="HandleArray.Room"/>.</summary>
    internal static Tensor[] DirectMany<TArgs>(Action<nint, TArgs> op, Tensor a, TArgs args) =>
        DirectMany(
            [StackTraceHidden] static (x, call) =>
            {
                Exports.Checked(call.op, x, call.args);
                return HandleArray.Take();
            },
            a, (op, args));

    /// <summary>Any number of results.</summary>
    internal static Tensor[] DirectMany<TArgs>(Func<nint, TArgs, nint[]> op, Tensor a, TArgs args)
    {
        using var x = new Use(a);
        var made = Call([StackTraceHidden] static (call) => call.op(call.Handle, call.args), (op, x.Handle, args));
        return Array.ConvertAll(made, handle => Tensor.Wrap(handle, a));
    }

    /// <summary>Any number of results of a list of tensors.</summary>
    internal static Tensor[] DirectMany<TArgs>(
        Action<nint[], TArgs> op, ReadOnlySpan<Tensor> tensors, TArgs args, [CallerArgumentExpression(nameof(tensors))] string? name = null)
    {
        NativeLoader.EnsureLoaded();
        using var all = new Uses(tensors, name);
        var given = tensors.ToArray();
        var made = Call(
            [StackTraceHidden] static (call) =>
            {
                call.op(call.Handles, call.args);
                return Exports.TakeError() is { } error ? throw error : HandleArray.Take();
            },
            (op, all.Handles, args));
        return Array.ConvertAll(made, handle => Tensor.Wrap(handle, given));
    }

    /// <summary>An operation that changes its receiver, and returns it.</summary>
    internal static Tensor DirectInPlace(Action<nint> op, Tensor a) => DirectInPlace([StackTraceHidden] static (x, call) => call(x), a, op);

    /// <inheritdoc cref="DirectInPlace(Action{nint}, Tensor)"/>
    internal static Tensor DirectInPlace<TArgs>(Action<nint, TArgs> op, Tensor a, TArgs args)
    {
        using var x = new Use(a);
        a.ForgetNumber();
        Call([StackTraceHidden] static (call) => Exports.Checked(call.op, call.Handle, call.args), (op, x.Handle, args));
        return a;
    }

    /// <inheritdoc cref="DirectInPlace(Action{nint}, Tensor)"/>
    internal static Tensor DirectInPlace(
        Action<nint, nint> op, Tensor a, Tensor b, [CallerArgumentExpression(nameof(b))] string? nameB = null)
    {
        using var y = new Use(b, nameB);
        return DirectInPlace(op, a, y.Handle);
    }

    /// <inheritdoc cref="DirectInPlace(Action{nint}, Tensor)"/>
    internal static Tensor DirectInPlace<TArgs>(
        Action<nint, nint, TArgs> op, Tensor a, Tensor b, TArgs args, [CallerArgumentExpression(nameof(b))] string? nameB = null)
    {
        using var y = new Use(b, nameB);
        return DirectInPlace([StackTraceHidden] static (x, call) => call.op(x, call.Handle, call.args), a, (op, y.Handle, args));
    }

    /// <inheritdoc cref="DirectInPlace(Action{nint}, Tensor)"/>
    internal static Tensor DirectInPlace(
        Action<nint, nint, nint> op, Tensor a, Tensor b, Tensor c,
        [CallerArgumentExpression(nameof(b))] string? nameB = null, [CallerArgumentExpression(nameof(c))] string? nameC = null) =>
        DirectInPlace([StackTraceHidden] static (x, y, z, call) => call(x, y, z), a, b, c, op, nameB, nameC);

    /// <inheritdoc cref="DirectInPlace(Action{nint}, Tensor)"/>
    internal static Tensor DirectInPlace<TArgs>(
        Action<nint, nint, nint, TArgs> op, Tensor a, Tensor b, Tensor c, TArgs args,
        [CallerArgumentExpression(nameof(b))] string? nameB = null, [CallerArgumentExpression(nameof(c))] string? nameC = null)
    {
        using var y = new Use(b, nameB);
        using var z = new Use(c, nameC);
        return DirectInPlace(
            [StackTraceHidden] static (x, call) => call.op(x, call.y, call.z, call.args), a, (op, y: y.Handle, z: z.Handle, args));
    }

    /// <inheritdoc cref="DirectInPlace(Action{nint}, Tensor)"/>
    internal static Tensor DirectInPlace(
        Action<nint, nint, nint, nint> op, Tensor a, Tensor b, Tensor c, Scalar s,
        [CallerArgumentExpression(nameof(b))] string? nameB = null, [CallerArgumentExpression(nameof(c))] string? nameC = null)
    {
        using var scalar = new ScalarLease(s);
        return DirectInPlace(op, a, b, c, scalar.Handle, nameB, nameC);
    }

    /// <inheritdoc cref="DirectInPlace(Action{nint}, Tensor)"/>
    internal static Tensor DirectInPlace(
        Action<nint, nint, nint> op, Tensor a, Tensor b, Scalar s, [CallerArgumentExpression(nameof(b))] string? nameB = null)
    {
        using var scalar = new ScalarLease(s);
        return DirectInPlace(op, a, b, scalar.Handle, nameB);
    }

    /// <inheritdoc cref="Direct(Func{nint, nint, nint}, Func{nint, nint, nint}, Tensor, Scalar)"/>
    internal static Tensor DirectInPlace(Action<nint, nint> op, Action<nint, nint> withScalar, Tensor a, Scalar s)
    {
        using var x = new Use(a);
        using var number = NumberTensor.Beside(x.Handle, s);
        return number is null ? DirectInPlace(withScalar, a, s) : DirectInPlace(op, a, number.Handle);
    }

    /// <inheritdoc cref="DirectInPlace(Action{nint}, Tensor)"/>
    internal static Tensor DirectInPlace(Action<nint, nint> op, Tensor a, Scalar s)
    {
        using var scalar = new ScalarLease(s);
        return DirectInPlace(op, a, scalar.Handle);
    }

    /// <inheritdoc cref="DirectInPlace(Action{nint}, Tensor)"/>
    internal static Tensor DirectInPlace<TArgs>(Action<nint, nint, TArgs> op, Tensor a, Scalar s, TArgs args)
    {
        using var scalar = new ScalarLease(s);
        return DirectInPlace([StackTraceHidden] static (x, call) => call.op(x, call.Handle, call.args), a, (op, scalar.Handle, args));
    }

    /// <inheritdoc cref="DirectInPlace(Action{nint}, Tensor)"/>
    internal static Tensor DirectInPlace(Action<nint, nint, nint> op, Tensor a, Scalar s, Scalar t)
    {
        using var second = new ScalarLease(t);
        return DirectInPlace(op, a, s, second.Handle);
    }

    // The call gave no handle: it failed. Where memory ran out, it is made once more.
    private static nint Again<TArgs>(Func<TArgs, nint> op, TArgs args)
    {
        var error = Exports.LastError();
        if (error is TorchOutOfMemoryException)
        {
            MemoryLedger.CollectAll();
            return op(args) is not 0 and var made ? made : throw Exports.LastError();
        }

        throw error;
    }
}
