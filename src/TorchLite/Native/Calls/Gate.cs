using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace TorchLite.Native;

/// <summary>
/// The only way into TorchSharp. It opens the tensors, keeps them until the native call has returned (TorchSharp passes raw pointers, so a
/// collection during the call would free the operands), makes the native scalars, and translates the errors.
/// </summary>
/// <remarks>
/// Run: a new tensor. InPlace: the receiver. Pair, Many: several tensors. Read: anything else. Create: from no tensor.
/// The operations are static lambdas, which cost nothing; the attribute of the class does not reach them, so each has its own.
/// </remarks>
[StackTraceHidden]
internal static partial class Gate
{
    internal static Tensor Run(Func<Raw, Raw> op, Tensor a, [CallerArgumentExpression(nameof(a))] string? name = null)
    {
        using var x = new Use(a, name);
        return Tensor.Own(Call(op, x.Raw), a);
    }

    internal static Tensor Run<TArgs>(
        Func<Raw, TArgs, Raw> op, Tensor a, TArgs args, [CallerArgumentExpression(nameof(a))] string? name = null)
    {
        using var x = new Use(a, name);
        return Tensor.Own(Call([StackTraceHidden] static (call) => call.op(call.Raw, call.args), (op, x.Raw, args)), a);
    }

    internal static Tensor Run(
        Func<Raw, Raw, Raw> op, Tensor a, Tensor b,
        [CallerArgumentExpression(nameof(a))] string? nameA = null, [CallerArgumentExpression(nameof(b))] string? nameB = null) =>
        Run([StackTraceHidden] static (x, y, call) => call(x, y), a, b, op, nameA, nameB);

    internal static Tensor Run<TArgs>(
        Func<Raw, Raw, TArgs, Raw> op, Tensor a, Tensor b, TArgs args,
        [CallerArgumentExpression(nameof(a))] string? nameA = null, [CallerArgumentExpression(nameof(b))] string? nameB = null)
    {
        using var x = new Use(a, nameA);
        using var y = new Use(b, nameB);
        return Tensor.Own(
            Call([StackTraceHidden] static (call) => call.op(call.x, call.y, call.args), (op, x: x.Raw, y: y.Raw, args)), a, b);
    }

    internal static Tensor Run<TArgs>(
        Func<Raw, Raw, Raw, TArgs, Raw> op, Tensor a, Tensor b, Tensor c, TArgs args,
        [CallerArgumentExpression(nameof(a))] string? nameA = null, [CallerArgumentExpression(nameof(b))] string? nameB = null,
        [CallerArgumentExpression(nameof(c))] string? nameC = null)
    {
        using var x = new Use(a, nameA);
        using var y = new Use(b, nameB);
        using var z = new Use(c, nameC);
        var raws = (op, x: x.Raw, y: y.Raw, z: z.Raw, args);
        return Tensor.Own(Call([StackTraceHidden] static (call) => call.op(call.x, call.y, call.z, call.args), raws), a, b, c);
    }

    internal static Tensor Run(
        Func<Raw, Raw, Raw, Raw> op, Tensor a, Tensor b, Tensor c,
        [CallerArgumentExpression(nameof(a))] string? nameA = null, [CallerArgumentExpression(nameof(b))] string? nameB = null,
        [CallerArgumentExpression(nameof(c))] string? nameC = null) =>
        Run([StackTraceHidden] static (x, y, z, call) => call(x, y, z), a, b, c, op, nameA, nameB, nameC);

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
        return Run([StackTraceHidden] static (x, call) => call.op(x, call.Value, call.args), a, (op, scalar.Value, args), name);
    }

    internal static Tensor Run(
        Func<Raw, RawScalar, RawScalar, Raw> op, Tensor a, Scalar s, Scalar t, [CallerArgumentExpression(nameof(a))] string? name = null)
    {
        using var first = new ScalarLease(s);
        using var second = new ScalarLease(t);
        return Run(
            [StackTraceHidden] static (x, call) => call.op(x, call.First, call.Second),
            a, (op, First: first.Value, Second: second.Value), name);
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
        Func<Raw[], TArgs, Raw> op, ReadOnlySpan<Tensor> tensors, TArgs args,
        [CallerArgumentExpression(nameof(tensors))] string? name = null)
    {
        NativeLoader.EnsureLoaded();
        using var all = new Uses(tensors, name);
        return Tensor.Own(Call([StackTraceHidden] static (call) => call.op(call.Raws, call.args), (op, all.Raws, args)), tensors);
    }

    /// <summary>A new tensor from no other.</summary>
    internal static Tensor Create<TArgs>(Func<TArgs, Raw> op, TArgs args) => Tensor.Own(Read(op, args));

    /// <summary>A call without a tensor.</summary>
    internal static TResult Read<TArgs, TResult>(Func<TArgs, TResult> op, TArgs args)
    {
        NativeLoader.EnsureLoaded();
        return Call(op, args);
    }

    /// <summary>A result that is no tensor.</summary>
    internal static TResult Read<TArgs, TResult>(
        Func<Raw, TArgs, TResult> op, Tensor a, TArgs args, [CallerArgumentExpression(nameof(a))] string? name = null)
    {
        using var x = new Use(a, name);
        return Call([StackTraceHidden] static (call) => call.op(call.Raw, call.args), (op, x.Raw, args));
    }

    /// <summary>A result that is no tensor.</summary>
    internal static TResult Read<TResult>(Func<Raw, TResult> op, Tensor a, [CallerArgumentExpression(nameof(a))] string? name = null) =>
        Read([StackTraceHidden] static (x, call) => call(x), a, op, name);

    /// <summary>A result of two tensors that is no tensor.</summary>
    internal static TResult Read<TResult>(
        Func<nint, nint, TResult> op, Tensor a, Tensor b,
        [CallerArgumentExpression(nameof(a))] string? nameA = null, [CallerArgumentExpression(nameof(b))] string? nameB = null)
    {
        using var x = new Use(a, nameA);
        using var y = new Use(b, nameB);
        return Call([StackTraceHidden] static (call) => call.op(call.x, call.y), (op, x: x.Handle, y: y.Handle));
    }

    /// <summary>Two results.</summary>
    internal static (Tensor First, Tensor Second) Pair<TArgs>(
        Func<Raw, TArgs, (Raw, Raw)> op, Tensor a, TArgs args, [CallerArgumentExpression(nameof(a))] string? name = null)
    {
        using var x = new Use(a, name);
        var (first, second) = Read(op, a, args, name);
        return (Tensor.Own(first, a), Tensor.Own(second, a));
    }

    /// <summary>Any number of results.</summary>
    internal static Tensor[] Many<TArgs>(
        Func<Raw, TArgs, IEnumerable<Raw>> op, Tensor a, TArgs args, [CallerArgumentExpression(nameof(a))] string? name = null)
    {
        using var x = new Use(a, name);
        return Array.ConvertAll(
            Read([StackTraceHidden] static (x, call) => call.op(x, call.args).ToArray(), a, (op, args), name), raw => Tensor.Own(raw, a));
    }

    /// <summary>Any number of results of a list of tensors.</summary>
    internal static Tensor[] Many<TArgs>(
        Func<Raw[], TArgs, IEnumerable<Raw>> op, ReadOnlySpan<Tensor> tensors, TArgs args,
        [CallerArgumentExpression(nameof(tensors))] string? name = null)
    {
        using var all = new Uses(tensors, name);
        var given = tensors.ToArray();
        return Array.ConvertAll(
            Read([StackTraceHidden] static (call) => call.op(call.Raws, call.args).ToArray(), (op, all.Raws, args)),
            raw => Tensor.Own(raw, given));
    }

    /// <summary>An operation that changes its receiver, and returns it.</summary>
    internal static Tensor InPlace(Func<Raw, Raw> op, Tensor a) => InPlace([StackTraceHidden] static (x, call) => call(x), a, op);

    /// <inheritdoc cref="InPlace(Func{Raw, Raw}, Tensor)"/>
    internal static Tensor InPlace<TArgs>(Func<Raw, TArgs, Raw> op, Tensor a, TArgs args)
    {
        using var x = new Use(a, "this");
        a.ForgetNumber();
        var result = Call([StackTraceHidden] static (call) => call.op(call.Raw, call.args), (op, x.Raw, args));

        // Most in-place calls of TorchSharp hand back the very object; some a second one, which nobody wants.
        if (!ReferenceEquals(result, x.Raw))
        {
            result.Dispose();
        }

        return a;
    }

    /// <inheritdoc cref="InPlace(Func{Raw, Raw}, Tensor)"/>
    internal static Tensor InPlace(
        Func<Raw, Raw, Raw> op, Tensor a, Tensor b, [CallerArgumentExpression(nameof(b))] string? nameB = null) =>
        InPlace([StackTraceHidden] static (x, y, call) => call(x, y), a, b, op, nameB);

    /// <inheritdoc cref="InPlace(Func{Raw, Raw}, Tensor)"/>
    internal static Tensor InPlace<TArgs>(
        Func<Raw, Raw, TArgs, Raw> op, Tensor a, Tensor b, TArgs args, [CallerArgumentExpression(nameof(b))] string? nameB = null)
    {
        using var y = new Use(b, nameB);
        return InPlace([StackTraceHidden] static (x, call) => call.op(x, call.Raw, call.args), a, (op, y.Raw, args));
    }

    /// <inheritdoc cref="InPlace(Func{Raw, Raw}, Tensor)"/>
    internal static Tensor InPlace<TArgs>(
        Func<Raw, Raw, Raw, TArgs, Raw> op, Tensor a, Tensor b, Tensor c, TArgs args,
        [CallerArgumentExpression(nameof(b))] string? nameB = null, [CallerArgumentExpression(nameof(c))] string? nameC = null)
    {
        using var z = new Use(c, nameC);
        return InPlace([StackTraceHidden] static (x, y, call) => call.op(x, y, call.Raw, call.args), a, b, (op, z.Raw, args), nameB);
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
        return InPlace(
            [StackTraceHidden] static (x, call) => call.op(x, call.First, call.Second), a, (op, First: first.Value, Second: second.Value));
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

    /// <summary>The call itself. Where memory ran out, what nobody refers to any more is given back, and the call made once more.</summary>
    private static TResult Call<TArgs, TResult>(Func<TArgs, TResult> op, TArgs args)
    {
        try
        {
            return Checked(op(args));
        }
        catch (Exception thrown) when (thrown is TorchOutOfMemoryException || Error.IsNative(thrown))
        {
            if (thrown is not TorchOutOfMemoryException && Error.From(thrown) is var error and not TorchOutOfMemoryException)
            {
                throw error;
            }
        }

        NativeMemory.CollectAll();
        try
        {
            return Checked(op(args));
        }
        catch (Exception thrown) when (Error.IsNative(thrown))
        {
            throw Error.From(thrown);
        }
    }

    // TorchSharp does not always ask how the call went.
    private static TResult Checked<TResult>(TResult result) => Exports.TakeError() is { } error ? throw error : result;
}
