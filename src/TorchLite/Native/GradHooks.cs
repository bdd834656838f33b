using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// Hooks on gradients, through C++ functions that libtorch exports: a std::function of libstdc++'s and an object with a virtual table, both
/// made by hand. So only on Linux x64; elsewhere they are refused.
/// </summary>
internal static unsafe class GradHooks
{
    private static readonly nint RegisterFunction = CppSymbol.Function("_ZNK2at10TensorBase14_register_hookESt8functionIFS0_RKS0_EE");
    private static readonly nint AfterFunction = CppSymbol.Function(
        "_ZN5torch8autograd4impl23set_post_acc_grad_hooksERKN2at10TensorBaseESt10unique_ptr"
        + "INS0_22PostAccumulateGradHookESt14default_deleteIS7_EE");

    private static readonly nint ExistingFunction = CppSymbol.Function("_ZN5torch8autograd4impl19post_acc_grad_hooksERKN2at6TensorE");

    // c10::UndefinedTensorImpl's one object: what a tensor that is none points to.
    private static readonly nint Undefined = CppSymbol.Address("_ZN3c1019UndefinedTensorImpl10_singletonE");

    // A virtual table as Itanium's C++ ABI lays it out: offset, type, two destructors, operator(), compiled_args, apply_with_saved.
    private static readonly nint* AfterTable = MakeTable();

    /// <summary>What Python calls the hook that last gave another kind of tensor on this thread, which libtorch refuses.</summary>
    [field: ThreadStatic]
    internal static string? Refused { get; private set; }

    /// <summary>Calls a hook.</summary>
    internal static Tensor? Run(Func<Tensor, Tensor?> hook, Tensor gradient)
    {
        var (shape, dtype, device) = (gradient.Shape, gradient.DType, gradient.Device);
        var result = hook(gradient);
        if (result is not null && (result.Shape != shape || result.DType != dtype || result.Device != device))
        {
            Refused = NameOf(hook.Method.Name);
        }

        return result;
    }

    // The compiler calls a lambda <Method>b__0, and a local function <Method>g__Name|0.
    private static string NameOf(string method) =>
        !method.StartsWith('<') ? method
        : method.IndexOf(">g__", StringComparison.Ordinal) is > 0 and var local ? method[(local + 4)..method.IndexOf('|')]
        : "<lambda>";

    /// <summary>Calls a function with the tensor's gradient, each time there is one; what it gives, if anything, takes its place.</summary>
    internal static void Register(Tensor tensor, Func<Tensor, Tensor?> hook)
    {
        Supported(RegisterFunction);
        using var use = new Use(tensor);
        var function = new StdFunction { State = (nint)GCHandle.Alloc(hook), Manager = &Manage, Invoker = &Invoke };
        ((delegate* unmanaged<nint, StdFunction*, uint>)RegisterFunction)(use.Handle, &function);
        if (function.Manager != null)
        {
            // Copied and not moved, or refused: this one is ours to destroy.
            GCHandle.FromIntPtr(function.State).Free();
        }

        CppGuard.Check();
    }

    /// <summary>The functions that are called with a leaf after its gradient was added to; libtorch owns the list.</summary>
    internal static List<Action<Tensor>> After(Tensor tensor)
    {
        Supported(AfterFunction);
        using var use = new Use(tensor);
        var place = ((delegate* unmanaged<nint, AfterHook**>)ExistingFunction)(use.Handle);
        CppGuard.Check();
        var existing = *place;
        if (existing != null && existing->Table == AfterTable)
        {
            return (List<Action<Tensor>>)GCHandle.FromIntPtr(existing->State).Target!;
        }

        var list = new List<Action<Tensor>>();
        var hook = (AfterHook*)System.Runtime.InteropServices.NativeMemory.Alloc((nuint)sizeof(AfterHook));
        *hook = new() { Table = AfterTable, State = (nint)GCHandle.Alloc(list) };
        ((delegate* unmanaged<nint, AfterHook**, void>)AfterFunction)(use.Handle, &hook);
        CppGuard.Check();
        return list;
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
            var hook = (Func<Tensor, Tensor?>)GCHandle.FromIntPtr(function->State).Target!;
            if (hook(Tensor.Own(LibTorch.NewHandle((nint)gradient))) is { } replacement)
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
                *target = (nint)GCHandle.Alloc(GCHandle.FromIntPtr(*source).Target);
                break;
            case 3:
                GCHandle.FromIntPtr(*target).Free();
                break;
        }

        return 0;
    }

    private static nint* MakeTable()
    {
        var table = (nint*)System.Runtime.InteropServices.NativeMemory.AllocZeroed(7, (nuint)sizeof(nint));
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
        GCHandle.FromIntPtr(hook->State).Free();
        System.Runtime.InteropServices.NativeMemory.Free(hook);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Accumulated(AfterHook* hook, nint* tensor)
    {
        try
        {
            var list = (List<Action<Tensor>>)GCHandle.FromIntPtr(hook->State).Target!;
            Action<Tensor>[] hooks;
            lock (list)
            {
                hooks = [.. list];
            }

            var leaf = Tensor.Own(LibTorch.NewHandle((nint)tensor), bytes: 0);
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
