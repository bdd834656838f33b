using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace TorchLite.Native;

/// <summary>
/// The only way into libtorch. It opens the tensors, keeps them until the native call has returned (raw pointers are passed, so a collection
/// during the call would free the operands), makes the native scalars, and translates the errors.
/// </summary>
/// <remarks>
/// Direct: LibTorchSharp's functions on handles. Read: what gives no tensor. Create: from no tensor.
/// The operations are static lambdas, which cost nothing; the attribute of the class does not reach them, so each has its own.
/// </remarks>
[StackTraceHidden]
internal static partial class Gate
{
    /// <summary>A call without a tensor.</summary>
    internal static TResult Read<TArgs, TResult>(Func<TArgs, TResult> op, TArgs args)
    {
        NativeLoader.EnsureLoaded();
        return Call(op, args);
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

    // Not every function says how it went.
    private static TResult Checked<TResult>(TResult result) => Exports.TakeError() is { } error ? throw error : result;
}
