using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace TorchLite.Native;

/// <summary>libtorch's autograd engine. What a callback of C#'s throws comes out of here as it was thrown.</summary>
[StackTraceHidden]
internal static class Engine
{
    // Of a callback on a thread of the engine's own, as there are for GPUs.
    private static ExceptionDispatchInfo? thrownElsewhere;

    // Of a callback on this thread, within the run in progress.
    [ThreadStatic]
    private static ExceptionDispatchInfo? thrown;

    [ThreadStatic]
    private static int runs;

    // Whether the run in progress keeps what a second one needs.
    [ThreadStatic]
    private static bool keepsGraph;

    // Whether the run in progress has chosen inputs, whose gradients alone it finds.
    [ThreadStatic]
    private static bool hasInputs;

    // Runs within runs, of all threads: beyond 60 libtorch goes on with a thread of its own for each, which has another stack.
    private static int nested;

    // As deep as Python's own calls may be, and more.
    private const int MostNested = 1024;

    // Beyond 60 runs within each other libtorch goes on with a thread of its own, where only libtorch knows which run is in progress.
    private static readonly nint KeepsGraphFunction = CppSymbols.KeepsGraph.Address;

    private static readonly nint TaskFunction = CppSymbols.CurrentTask.Address;

    /// <summary>Whether the run that calls back now keeps what a second one needs.</summary>
    internal static unsafe bool KeepsGraph =>
        KeepsGraphFunction != 0 ? ((delegate* unmanaged<byte>)KeepsGraphFunction)() != 0 : keepsGraph;

    internal static bool HasInputs => hasInputs;

    /// <summary>Whether this thread is within a run.</summary>
    internal static unsafe bool IsNested => runs > 0 || (TaskFunction != 0 && ((delegate* unmanaged<int>)TaskFunction)() >= 0);

    // Through TorchScript: TorchSharp's own function lets no error be caught. Null is the gradient of what was not used.
    internal static Tensor?[] Grad(Tensor[] outputs, Tensor[] inputs, Tensor[] gradients, bool retainGraph, bool createGraph) =>
        Run(
            static a => Script.Optional(
                $"torch.autograd.grad({a.outputs}, {a.inputs}, {a.gradients:optional}, {a.retainGraph}, {a.createGraph}, True)"),
            (outputs, inputs, gradients, retainGraph, createGraph), retainGraph, isChosen: true);

    internal static void Backward(Tensor[] tensors, Tensor[] gradients, bool retainGraph, bool createGraph, Tensor[]? inputs)
    {
        if (inputs is { Length: 0 })
        {
            throw new TorchException("`inputs` argument to `backward()` cannot be empty.");
        }

        using var outputs = new Uses(tensors);
        using var given = new Uses(gradients);
        using var wanted = new Uses(inputs, nameof(inputs));
        Run(
            static a => Gate.Read(
                static a =>
                {
                    Exports.Backward(
                        a.Tensors, a.Tensors.Length, a.Gradients, a.Gradients.Length, a.Retain, a.Create, a.Inputs, a.Inputs.Length);
                    return 0;
                },
                a),
            (Tensors: outputs.Handles, Gradients: given.Handles, Retain: retainGraph, Create: createGraph, Inputs: wanted.Handles),
            retainGraph, isChosen: inputs is not null);
    }

    /// <summary>Runs the engine.</summary>
    internal static TResult Run<TArgs, TResult>(Func<TArgs, TResult> call, TArgs args, bool keepGraph = false, bool isChosen = false)
    {
        // A hook may run the engine, whose hooks may do the same, and so on.
        var isNested = IsNested;
        if (!System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack()
            || (isNested && Volatile.Read(ref nested) >= MostNested))
        {
            throw new TorchException("maximum recursion depth exceeded");
        }

        if (isNested)
        {
            Interlocked.Increment(ref nested);
        }

        var before = (keepsGraph, hasInputs);
        (keepsGraph, hasInputs) = (keepGraph, isChosen);
        runs++;
        try
        {
            return call(args);
        }
        catch (TorchException error)
        {
            Interlocked.Exchange(ref thrownElsewhere, null)?.Throw();
            (thrown, var own) = (null, thrown);
            own?.Throw();

            // The engine calls a hook by its number.
            throw error.Message.Split('\'', 3) is ["hook ", _, var rest] && GradHooks.Refused is { } hook
                ? new TorchException($"hook '{hook}'{rest}") { NativeTrace = error.NativeTrace }
                : Distributed.DistributedErrors.Of(error);
        }
        finally
        {
            (keepsGraph, hasInputs) = before;
            if (isNested)
            {
                Interlocked.Decrement(ref nested);
            }

            if (--runs == 0)
            {
                CustomNode.Forget();
                (thrown, var late) = (null, thrown);
                late?.Throw(); // of a hook, whose exception stops nothing
            }
        }
    }

    /// <summary>Keeps what a callback threw until the engine has come back: it must not cross libtorch's frames.</summary>
    internal static void Keep(Exception exception)
    {
        var info = ExceptionDispatchInfo.Capture(exception);
        if (runs > 0)
        {
            thrown ??= info;
        }
        else
        {
            Interlocked.CompareExchange(ref thrownElsewhere, info, null);
        }
    }

    /// <summary>Python's <c>tensor.data</c>: the same memory, without the count of changes that recorded values are checked by.</summary>
    internal static Tensor Data(Tensor tensor) => Script.Run($"{tensor}.data");
}
