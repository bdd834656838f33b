using System.Runtime.CompilerServices;

namespace TorchLite.Native;

/// <summary>
/// The only way into TorchSharp. It opens the tensors, keeps them alive until the native call has returned (TorchSharp passes raw
/// pointers, so a collection during the call would free the operands), makes the native scalars, and translates the errors.
/// </summary>
/// <remarks>
/// Run: a new tensor. InPlace: the receiver. Pair, Many: several tensors. Read: anything else. Create: from no tensor.
/// The operations are static lambdas, which cost nothing.
/// </remarks>
internal static partial class Gate
{
    internal static Tensor Run(Func<Raw, Raw> op, Tensor a, [CallerArgumentExpression(nameof(a))] string? name = null)
    {
        try
        {
            var result = Tensor.Own(op(Open(a, name)), a);
            GC.KeepAlive(a);
            return result;
        }
        catch (Exception thrown) when (Error.IsNative(thrown))
        {
            throw Error.From(thrown);
        }
    }

    internal static Tensor Run<TArgs>(Func<Raw, TArgs, Raw> op, Tensor a, TArgs args, [CallerArgumentExpression(nameof(a))] string? name = null)
    {
        try
        {
            var result = Tensor.Own(op(Open(a, name), args), a);
            GC.KeepAlive(a);
            return result;
        }
        catch (Exception thrown) when (Error.IsNative(thrown))
        {
            throw Error.From(thrown);
        }
    }

    internal static Tensor Run(
        Func<Raw, Raw, Raw> op, Tensor a, Tensor b,
        [CallerArgumentExpression(nameof(a))] string? nameA = null, [CallerArgumentExpression(nameof(b))] string? nameB = null)
    {
        try
        {
            var result = Tensor.Own(op(Open(a, nameA), Open(b, nameB)), a, b);
            GC.KeepAlive(a);
            GC.KeepAlive(b);
            return result;
        }
        catch (Exception thrown) when (Error.IsNative(thrown))
        {
            throw Error.From(thrown);
        }
    }

    internal static Tensor Run<TArgs>(
        Func<Raw, Raw, TArgs, Raw> op, Tensor a, Tensor b, TArgs args,
        [CallerArgumentExpression(nameof(a))] string? nameA = null, [CallerArgumentExpression(nameof(b))] string? nameB = null)
    {
        try
        {
            var result = Tensor.Own(op(Open(a, nameA), Open(b, nameB), args), a, b);
            GC.KeepAlive(a);
            GC.KeepAlive(b);
            return result;
        }
        catch (Exception thrown) when (Error.IsNative(thrown))
        {
            throw Error.From(thrown);
        }
    }

    internal static Tensor Run<TArgs>(
        Func<Raw, Raw, Raw, TArgs, Raw> op, Tensor a, Tensor b, Tensor c, TArgs args,
        [CallerArgumentExpression(nameof(a))] string? nameA = null, [CallerArgumentExpression(nameof(b))] string? nameB = null,
        [CallerArgumentExpression(nameof(c))] string? nameC = null)
    {
        try
        {
            var result = Tensor.Own(op(Open(a, nameA), Open(b, nameB), Open(c, nameC), args), a, b);
            GC.KeepAlive(a);
            GC.KeepAlive(b);
            GC.KeepAlive(c);
            return result;
        }
        catch (Exception thrown) when (Error.IsNative(thrown))
        {
            throw Error.From(thrown);
        }
    }

    internal static Tensor Run(
        Func<Raw, Raw, Raw, Raw> op, Tensor a, Tensor b, Tensor c,
        [CallerArgumentExpression(nameof(a))] string? nameA = null, [CallerArgumentExpression(nameof(b))] string? nameB = null,
        [CallerArgumentExpression(nameof(c))] string? nameC = null) =>
        Run(static (x, y, z, call) => call(x, y, z), a, b, c, op, nameA, nameB, nameC);

    // With numbers. The native scalar is ours: TorchSharp's hidden ones are freed by the finalizer thread in the middle of a call.

    internal static Tensor Run(Func<Raw, RawScalar, Raw> op, Tensor a, Scalar s, [CallerArgumentExpression(nameof(a))] string? name = null)
    {
        using var scalar = new ScalarLease(s);
        return Run(op, a, scalar.Value, name);
    }

    internal static Tensor Run<TArgs>(
        Func<Raw, RawScalar, TArgs, Raw> op, Tensor a, Scalar s, TArgs args, [CallerArgumentExpression(nameof(a))] string? name = null)
    {
        using var scalar = new ScalarLease(s);
        return Run(static (x, call) => call.op(x, call.Value, call.args), a, (op, scalar.Value, args), name);
    }

    internal static Tensor Run(
        Func<Raw, RawScalar, RawScalar, Raw> op, Tensor a, Scalar s, Scalar t, [CallerArgumentExpression(nameof(a))] string? name = null)
    {
        using var first = new ScalarLease(s);
        using var second = new ScalarLease(t);
        return Run(static (x, call) => call.op(x, call.First, call.Second), a, (op, First: first.Value, Second: second.Value), name);
    }

    internal static Tensor Run(
        Func<Raw, Raw, RawScalar, Raw> op, Tensor a, Tensor b, Scalar s,
        [CallerArgumentExpression(nameof(a))] string? nameA = null, [CallerArgumentExpression(nameof(b))] string? nameB = null)
    {
        using var scalar = new ScalarLease(s);
        return Run(op, a, b, scalar.Value, nameA, nameB);
    }

    internal static Tensor Run(
        Func<Raw, Raw, Raw, RawScalar, Raw> op, Tensor a, Tensor b, Tensor c, Scalar s,
        [CallerArgumentExpression(nameof(a))] string? nameA = null, [CallerArgumentExpression(nameof(b))] string? nameB = null,
        [CallerArgumentExpression(nameof(c))] string? nameC = null)
    {
        using var scalar = new ScalarLease(s);
        return Run(op, a, b, c, scalar.Value, nameA, nameB, nameC);
    }

    /// <summary>An operation on a list of tensors.</summary>
    internal static Tensor Run<TArgs>(
        Func<Raw[], TArgs, Raw> op, ReadOnlySpan<Tensor> tensors, TArgs args, [CallerArgumentExpression(nameof(tensors))] string? name = null)
    {
        NativeLoader.EnsureLoaded();
        var kept = tensors.ToArray();
        var raws = Array.ConvertAll(kept, tensor => Open(tensor, name));
        try
        {
            var result = Tensor.Own(op(raws, args), kept);
            GC.KeepAlive(kept);
            return result;
        }
        catch (Exception thrown) when (Error.IsNative(thrown))
        {
            throw Error.From(thrown);
        }
    }

    /// <summary>A new tensor from no other.</summary>
    internal static Tensor Create<TArgs>(Func<TArgs, Raw> op, TArgs args) => Tensor.Own(Read(op, args));

    /// <summary>A call without a tensor.</summary>
    internal static TResult Read<TArgs, TResult>(Func<TArgs, TResult> op, TArgs args)
    {
        NativeLoader.EnsureLoaded();
        try
        {
            return op(args);
        }
        catch (Exception thrown) when (Error.IsNative(thrown))
        {
            throw Error.From(thrown);
        }
    }

    private static TResult Read<TArgs, TResult>(Func<Raw[], TArgs, TResult> op, Raw[] tensors, TArgs args) =>
        Read(static call => call.op(call.tensors, call.args), (op, tensors, args));

    /// <summary>A result that is no tensor.</summary>
    internal static TResult Read<TArgs, TResult>(
        Func<Raw, TArgs, TResult> op, Tensor a, TArgs args, [CallerArgumentExpression(nameof(a))] string? name = null)
    {
        try
        {
            var result = op(Open(a, name), args);
            GC.KeepAlive(a);
            return result;
        }
        catch (Exception thrown) when (Error.IsNative(thrown))
        {
            throw Error.From(thrown);
        }
    }

    /// <summary>A result that is no tensor.</summary>
    internal static TResult Read<TResult>(Func<Raw, TResult> op, Tensor a, [CallerArgumentExpression(nameof(a))] string? name = null) =>
        Read(static (x, call) => call(x), a, op, name);

    /// <summary>A result of two tensors that is no tensor.</summary>
    internal static TResult Read<TResult>(
        Func<Raw, Raw, TResult> op, Tensor a, Tensor b,
        [CallerArgumentExpression(nameof(a))] string? nameA = null, [CallerArgumentExpression(nameof(b))] string? nameB = null)
    {
        var result = Read(static (x, call) => call.op(x, call.b), a, (op, b: Open(b, nameB)), nameA);
        GC.KeepAlive(b);
        return result;
    }

    /// <summary>Two results.</summary>
    internal static (Tensor First, Tensor Second) Pair<TArgs>(
        Func<Raw, TArgs, (Raw, Raw)> op, Tensor a, TArgs args, [CallerArgumentExpression(nameof(a))] string? name = null)
    {
        var (first, second) = Read(op, a, args, name);
        return (Tensor.Own(first, a), Tensor.Own(second, a));
    }

    /// <summary>Any number of results.</summary>
    internal static Tensor[] Many<TArgs>(
        Func<Raw, TArgs, IEnumerable<Raw>> op, Tensor a, TArgs args, [CallerArgumentExpression(nameof(a))] string? name = null) =>
        [.. Read(op, a, args, name).Select(result => Tensor.Own(result, a))];

    /// <summary>Any number of results of a list of tensors.</summary>
    internal static Tensor[] Many<TArgs>(
        Func<Raw[], TArgs, IEnumerable<Raw>> op, ReadOnlySpan<Tensor> tensors, TArgs args,
        [CallerArgumentExpression(nameof(tensors))] string? name = null)
    {
        var kept = tensors.ToArray();
        var raws = Array.ConvertAll(kept, tensor => Open(tensor, name));
        Raw[] results = [.. Read(op, raws, args)];
        GC.KeepAlive(kept);
        return Array.ConvertAll(results, result => Tensor.Own(result, kept));
    }

    /// <summary>An operation that changes its receiver, and returns it.</summary>
    internal static Tensor InPlace(Func<Raw, Raw> op, Tensor a) => Changed(a, Read(op, a));

    /// <inheritdoc cref="InPlace(Func{Raw, Raw}, Tensor)"/>
    internal static Tensor InPlace<TArgs>(Func<Raw, TArgs, Raw> op, Tensor a, TArgs args) => Changed(a, Read(op, a, args));

    /// <inheritdoc cref="InPlace(Func{Raw, Raw}, Tensor)"/>
    internal static Tensor InPlace(
        Func<Raw, Raw, Raw> op, Tensor a, Tensor b, [CallerArgumentExpression(nameof(b))] string? nameB = null) =>
        Changed(a, Read(op, a, b, "this", nameB));

    /// <inheritdoc cref="InPlace(Func{Raw, Raw}, Tensor)"/>
    internal static Tensor InPlace<TArgs>(
        Func<Raw, Raw, TArgs, Raw> op, Tensor a, Tensor b, TArgs args, [CallerArgumentExpression(nameof(b))] string? nameB = null)
    {
        var changed = Changed(a, Read(static (x, call) => call.op(x, call.b, call.args), a, (op, b: Open(b, nameB), args)));
        GC.KeepAlive(b);
        return changed;
    }

    /// <inheritdoc cref="InPlace(Func{Raw, Raw}, Tensor)"/>
    internal static Tensor InPlace<TArgs>(
        Func<Raw, Raw, Raw, TArgs, Raw> op, Tensor a, Tensor b, Tensor c, TArgs args,
        [CallerArgumentExpression(nameof(b))] string? nameB = null, [CallerArgumentExpression(nameof(c))] string? nameC = null)
    {
        var raws = (op, b: Open(b, nameB), c: Open(c, nameC), args);
        var changed = Changed(a, Read(static (x, call) => call.op(x, call.b, call.c, call.args), a, raws));
        GC.KeepAlive(b);
        GC.KeepAlive(c);
        return changed;
    }

    /// <inheritdoc cref="InPlace(Func{Raw, Raw}, Tensor)"/>
    internal static Tensor InPlace(Func<Raw, RawScalar, Raw> op, Tensor a, Scalar s)
    {
        using var scalar = new ScalarLease(s);
        return InPlace(op, a, scalar.Value);
    }

    /// <inheritdoc cref="InPlace(Func{Raw, Raw}, Tensor)"/>
    internal static Tensor InPlace(Func<Raw, RawScalar, RawScalar, Raw> op, Tensor a, Scalar s, Scalar t)
    {
        using var first = new ScalarLease(s);
        using var second = new ScalarLease(t);
        return InPlace(static (x, call) => call.op(x, call.First, call.Second), a, (op, First: first.Value, Second: second.Value));
    }

    /// <inheritdoc cref="InPlace(Func{Raw, Raw}, Tensor)"/>
    internal static Tensor InPlace(
        Func<Raw, Raw, RawScalar, Raw> op, Tensor a, Tensor b, Scalar s, [CallerArgumentExpression(nameof(b))] string? nameB = null)
    {
        using var scalar = new ScalarLease(s);
        return InPlace(op, a, b, scalar.Value, nameB);
    }

    /// <inheritdoc cref="InPlace(Func{Raw, Raw}, Tensor)"/>
    internal static Tensor InPlace(
        Func<Raw, Raw, Raw, RawScalar, Raw> op, Tensor a, Tensor b, Tensor c, Scalar s,
        [CallerArgumentExpression(nameof(b))] string? nameB = null, [CallerArgumentExpression(nameof(c))] string? nameC = null)
    {
        using var scalar = new ScalarLease(s);
        return InPlace(op, a, b, c, scalar.Value, nameB, nameC);
    }

    // Most in-place calls of TorchSharp hand back the very object; some a second wrapper, which nobody wants.
    private static Tensor Changed(Tensor a, Raw result)
    {
        if (!ReferenceEquals(result, a.Raw))
        {
            result.Dispose();
        }

        return a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Raw Open(Tensor? tensor, string? name) => tensor is null ? throw new ArgumentNullException(name) : tensor.Raw;
}
