using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace TorchLite.Native;

/// <summary>
/// The only way into libtorch. It opens the tensors, keeps them until the native call has returned (raw pointers are passed, so a collection
/// during the call would free the operands), makes the native scalars, and translates the errors.
/// </summary>
/// <remarks>
/// Direct: LibTorchSharp's functions on handles, which nearly all operations are. Run, InPlace: TorchSharp's methods, which those still are
/// that draw random numbers with a generator. Read: what gives no tensor. Create: from no tensor.
/// The operations are static lambdas, which cost nothing; the attribute of the class does not reach them, so each has its own.
/// </remarks>
[StackTraceHidden]
internal static partial class Gate
{
    internal static Tensor Run<TArgs>(
        Func<Raw, TArgs, Raw> op, Tensor a, TArgs args, [CallerArgumentExpression(nameof(a))] string? name = null)
    {
        using var x = new Use(a, name);
        return Tensor.Wrap(Call([StackTraceHidden] static (call) => call.op(call.Raw, call.args), (op, x.Raw, args)), a);
    }

    /// <summary>A new tensor from no other.</summary>
    internal static Tensor Create<TArgs>(Func<TArgs, Raw> op, TArgs args) => Tensor.Wrap(Read(op, args));

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

    /// <summary>A result of two tensors that is no tensor.</summary>
    internal static TResult Read<TResult>(
        Func<nint, nint, TResult> op, Tensor a, Tensor b,
        [CallerArgumentExpression(nameof(a))] string? nameA = null, [CallerArgumentExpression(nameof(b))] string? nameB = null)
    {
        using var x = new Use(a, nameA);
        using var y = new Use(b, nameB);
        return Call([StackTraceHidden] static (call) => call.op(call.x, call.y), (op, x: x.Handle, y: y.Handle));
    }

    /// <summary>An operation that changes its receiver, and returns it.</summary>
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

    /// <summary>The call itself. Where memory ran out, what nobody refers to any more is given back, and the call made once more.</summary>
    private static TResult Call<TArgs, TResult>(Func<TArgs, TResult> op, TArgs args)
    {
        try
        {
            return Checked(op(args));
        }
        catch (Exception thrown) when (thrown is TorchOutOfMemoryException || ErrorTranslator.IsNative(thrown))
        {
            if (thrown is not TorchOutOfMemoryException && ErrorTranslator.From(thrown) is var error and not TorchOutOfMemoryException)
            {
                throw error;
            }
        }

        MemoryLedger.CollectAll();
        try
        {
            return Checked(op(args));
        }
        catch (Exception thrown) when (ErrorTranslator.IsNative(thrown))
        {
            throw ErrorTranslator.From(thrown);
        }
    }

    // TorchSharp does not always ask how the call went.
    private static TResult Checked<TResult>(TResult result) => Exports.TakeError() is { } error ? throw error : result;
}
