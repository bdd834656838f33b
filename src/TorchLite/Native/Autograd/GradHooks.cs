using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// Hooks on gradients, through C++ functions that libtorch exports: a std::function of libstdc++'s and an object with a virtual table, both
/// made by hand. So only on Linux x64; elsewhere they are refused.
/// </summary>
internal static unsafe class GradHooks
{
    private static readonly nint RegisterFunction = CppSymbols.RegisterHook.Function;
    private static readonly nint AfterFunction = CppSymbols.SetPostAccumulateHooks.Function;
    private static readonly nint ExistingFunction = CppSymbols.PostAccumulateHooks.Function;

    // c10::UndefinedTensorImpl's one object: what a tensor that is none points to.
    private static readonly nint Undefined = CppSymbols.UndefinedTensor.Address;

    // A virtual table as Itanium's C++ ABI lays it out: offset, type, two destructors, operator(), compiled_args, apply_with_saved.
    private static readonly nint* AfterTable = MakeTable();

    private static readonly Lock Registering = new();

    /// <summary>What Python calls the hook that last gave another kind of tensor on this thread, which libtorch refuses.</summary>
    [field: ThreadStatic]
    internal static string? Refused { get; private set; }

    /// <summary>Calls a hook.</summary>
    internal static Tensor? Run(Func<Tensor, Tensor?> hook, Tensor gradient, out bool isRefused)
    {
        var (shape, dtype, device) = (gradient.Shape, gradient.DType, gradient.Device);
        var result = hook(gradient);
        isRefused = result is not null && (result.Shape != shape || result.DType != dtype || result.Device != device);
        if (isRefused)
        {
            Refused = NameOf(((hook.Target as Func<Tensor, Tensor?>) ?? hook).Method.Name);
        }

        return result;
    }

    // The compiler calls a lambda <Method>b__0, and a local function <Method>g__Name|0.
    private static string NameOf(string method) =>
        !method.StartsWith('<') ? method
        : method.IndexOf(">g__", StringComparison.Ordinal) is > 0 and var local ? method[(local + 4)..method.IndexOf('|')]
        : "<lambda>";

    /// <summary>The functions that are called with the tensor's gradient, each time there is one.</summary>
    /// <exception cref="TorchException">The tensor is a view whose history is lost.</exception>
    internal static HookList Of(Tensor tensor)
    {
        Supported(RegisterFunction);

        // libtorch's own lists may be changed by one thread at a time.
        lock (Registering)
        {
            using var node = GradFnReader.Node(tensor);
            var address = node?.Node ?? 0;
            if (tensor.Hooks is { } known && known.IsOf(address))
            {
                return known;
            }

            var list = new HookList(address);
            var function = new StdFunction { State = list.Tie.Share(), Manager = &Manage, Invoker = &Invoke };
            using (var use = new Use(tensor))
            {
                ((delegate* unmanaged<nint, StdFunction*, uint>)RegisterFunction)(use.Handle, &function);
            }

            if (function.Manager != null)
            {
                // Copied and not moved, or refused: this one is ours to destroy.
                Tie.Free(function.State);
            }

            CppGuard.Check();

            tensor.Keep(list.Tie, list);
            return tensor.Hooks = list;
        }
    }

    /// <summary>The functions that are called with a leaf after its gradient was added to; libtorch owns the list.</summary>
    internal static List<Action<Tensor>> After(Tensor tensor)
    {
        Supported(AfterFunction);
        lock (Registering)
        {
            using var use = new Use(tensor);
            var place = ((delegate* unmanaged<nint, AfterHook**>)ExistingFunction)(use.Handle);
            CppGuard.Check();
            var existing = *place;
            Tie tie;
            List<Action<Tensor>> list;
            if (existing != null && existing->Table == AfterTable)
            {
                tie = Tie.Of(existing->State);
                list = (List<Action<Tensor>>)tie.Target!;
            }
            else
            {
                list = [];
                tie = new Tie(list);
                var hook = (AfterHook*)NativeMemory.Alloc((nuint)sizeof(AfterHook));
                *hook = new() { Table = AfterTable, State = tie.Share() };
                ((delegate* unmanaged<nint, AfterHook**, void>)AfterFunction)(use.Handle, &hook);
                CppGuard.Check();
            }

            tensor.Keep(tie, list);
            return list;
        }
    }

    private static void Supported(nint function)
    {
        if (function == 0 || Undefined == 0)
        {
            throw new TorchNotImplementedException("hooks on gradients need libtorch's C++ functions of Linux x64, which are not here");
        }
    }

    // at::TensorBase hook(const at::TensorBase&), the result through a hidden first argument.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint* Invoke(nint* result, StdFunction* function, nint* gradient)
    {
        *result = Undefined;
        try
        {
            var list = (HookList)Tie.Of(function->State).Target!;
            if (list.Run(Tensor.Wrap(LibTorch.NewHandle((nint)gradient))) is { } replacement)
            {
                Move(replacement, result);
            }
        }
        catch (Exception exception)
        {
            Engine.Keep(exception);

            // Of another shape: libtorch refuses that, and so stops.
            using var stop = Torch.Empty([3, 1, 4, 1, 5, 9], device: default(Device));
            Move(stop, result);
        }

        return result;
    }

    // A reference of its own goes into the result, and what the new handle held until then is undefined.
    private static void Move(Tensor tensor, nint* result)
    {
        var handle = LibTorch.NewHandle(tensor);
        *result = *(nint*)handle;
        *(nint*)handle = Undefined;
        LibTorch.Delete(handle);
    }

    // libstdc++'s _Manager_operation: 2 clones the functor, 3 destroys it.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte Manage(nint* target, nint* source, int operation)
    {
        switch (operation)
        {
            case 1:
                *target = (nint)source;
                break;
            case 2:
                *target = Tie.Of(*source).Share();
                break;
            case 3:
                Tie.Free(*target);
                break;
        }

        return 0;
    }

    private static nint* MakeTable()
    {
        var table = (nint*)NativeMemory.AllocZeroed(7, (nuint)sizeof(nint));
        table[2] = (nint)(delegate* unmanaged[Cdecl]<AfterHook*, void>)&Nothing;
        table[3] = (nint)(delegate* unmanaged[Cdecl]<AfterHook*, void>)&Delete;
        table[4] = (nint)(delegate* unmanaged[Cdecl]<AfterHook*, nint*, void>)&Accumulated;
        table[5] = table[6] = table[2];
        return table + 2;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Nothing(AfterHook* hook)
    {
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Delete(AfterHook* hook)
    {
        Tie.Free(hook->State);
        NativeMemory.Free(hook);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Accumulated(AfterHook* hook, nint* tensor)
    {
        try
        {
            var list = (List<Action<Tensor>>)Tie.Of(hook->State).Target!;
            Action<Tensor>[] hooks;
            lock (list)
            {
                hooks = [.. list];
            }

            var leaf = Tensor.Wrap(LibTorch.NewHandle((nint)tensor), bytes: 0);
            Array.ForEach(hooks, one => one(leaf));
        }
        catch (Exception exception)
        {
            Engine.Keep(exception);
        }
    }

    /// <summary>libstdc++'s std::function.</summary>
    private struct StdFunction
    {
        internal nint State;
        internal nint More;
        internal delegate* unmanaged[Cdecl]<nint*, nint*, int, byte> Manager;
        internal delegate* unmanaged[Cdecl]<nint*, StdFunction*, nint*, nint*> Invoker;
    }

    /// <summary>A PostAccumulateGradHook.</summary>
    private struct AfterHook
    {
        internal nint* Table;
        internal nint State;
    }
}
