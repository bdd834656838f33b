using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// A node of libtorch's graph whose backward step is C#'s: what is behind <see cref="Torch.Autograd.Function{TIn, TOut}"/>.
/// </summary>
internal sealed unsafe partial class CustomNode
{
    /// <summary>The C++ class of these nodes, as libtorch's messages name it.</summary>
    internal const string NativeName = "CSharpNode";

    private static readonly ConcurrentDictionary<nint, CustomNode> Alive = new();

    // What the last callback on this thread returned: libtorch copies it after the callback.
    [ThreadStatic]
    private static (nint Array, Tensor?[]? Tensors) returned;

    [ThreadStatic]
    private static Queue<nint>? dying;

    private readonly string name;
    private readonly FunctionContext context;
    private readonly Func<Tensor?[], Tensor?[]> backward;
    private readonly bool[] isTensor;
    private readonly ApplyCallback apply;
    private readonly DeleteCallback delete;
    private readonly NodePointers pointers;
    private readonly nint address;
    private (Shape Shape, DType DType, Device Device)[] outputs = [];
    private nint[] saved = [];
    private bool isReleased;

    private CustomNode(string name, FunctionContext context, Func<Tensor?[], Tensor?[]> backward, bool[] isTensor)
    {
        (this.name, this.context, this.backward, this.isTensor) = (name, context, backward, isTensor);
        (apply, delete) = (Apply, Delete);
        pointers = THSAutograd_CSharpNode_ctor(
            Marshal.GetFunctionPointerForDelegate(apply), Marshal.GetFunctionPointerForDelegate(delete));
        Check();
        address = *(nint*)pointers.Shared;
        Alive[address] = this;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate Handles ApplyCallback(nint* gradients, int count);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate void DeleteCallback();

    /// <summary>The name of the node that ran last on this thread.</summary>
    [field: ThreadStatic]
    internal static string? LastName { get; private set; }

    /// <summary>The name of the node at an address, where it is one of these.</summary>
    internal static string? NameOf(nint address) => Alive.TryGetValue(address, out var node) ? node.name : null;

    /// <summary>Runs a function of C#'s, and records it.</summary>
    internal static Tensor[] Run(
        string name, FunctionContext context, object?[] arguments, Func<Tensor[]> forward, Func<Tensor?[], Tensor?[]> backward)
    {
        NativeLoader.EnsureLoaded();
        var inputs = arguments.OfType<Tensor>().ToArray();
        context.Needed = Array.ConvertAll(arguments, static argument => argument is Tensor { RequiresGrad: true });
        var isRecorded = Torch.IsGradEnabled() && context.Needed.Contains(true);
        Tensor[] results;
        using (Torch.NoGrad())
        {
            results = forward();
        }

        if (results.Contains(null))
        {
            throw new InvalidOperationException($"{name}: Forward gave null in the place of a tensor");
        }

        if (!isRecorded)
        {
            // Through libtorch all the same: an input that is returned becomes a view, one that was changed counts as such.
            return Wrap(default, inputs, context, results);
        }

        var node = new CustomNode(name, context, backward, Array.ConvertAll(arguments, static argument => argument is Tensor));
        try
        {
            using var uses = new Uses(inputs);
            fixed (nint* first = inputs.Length == 0 ? [0] : Array.ConvertAll(uses.Raws, static raw => raw.Handle))
            {
                THSAutograd_CSharpNode_setNextEdges(node.pointers, new() { First = first, Count = inputs.Length }, 1);
                Check();
                THSAutograd_CSharpNode_clearInputMetadata(node.pointers);
                Check();
            }

            var wrapped = Wrap(node.pointers, inputs, context, results);
            node.outputs = Array.ConvertAll(wrapped, static output => (output.Shape, output.DType, output.Device));
            node.saved = Array.ConvertAll(context.Saving, node.Save);
            context.Recorded(node);
            return wrapped;
        }
        finally
        {
            // The results hold the node from here on.
            THSAutograd_CSharpNode_disposeSharedPtr(node.pointers);
        }
    }

    /// <summary>Lets go of what the last callback returned.</summary>
    internal static void Forget()
    {
        Marshal.FreeHGlobal(returned.Array);
        returned = default;
    }

    /// <summary>What was saved for the backward step, as it was.</summary>
    internal Tensor?[] Unpack()
    {
        if (isReleased)
        {
            throw new TorchException(
                "Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). "
                + "Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify "
                + "retain_graph=True if you need to backward through the graph a second time or if you need to access saved tensors after "
                + "calling backward.");
        }

        return Array.ConvertAll(saved, variable => variable == 0 ? null : Gate.Read(
            static a => THSAutograd_SavedVariable_unpack(a.variable, a.pointers) is not 0 and var handle
                ? Tensor.Own(handle)
                : throw Exports.LastError(),
            (variable, pointers)));
    }

    private static Tensor[] Wrap(NodePointers node, Tensor[] inputs, FunctionContext context, Tensor[] results)
    {
        using var inputUses = new Uses(inputs);
        using var fixedUses = new Uses(context.NonDifferentiable);
        using var dirtyUses = new Uses(context.Dirty);
        using var resultUses = new Uses(results);
        var handles = Gate.Read(
            static a =>
            {
                wrapped = null;
                fixed (nint* inputs = Pinnable(a.Inputs), constants = Pinnable(a.Fixed), dirty = Pinnable(a.Dirty),
                    results = Pinnable(a.Results))
                {
                    THSAutograd_Function_wrapOutputs(
                        new() { First = inputs, Count = a.Inputs.Length }, new() { First = constants, Count = a.Fixed.Length },
                        new() { First = dirty, Count = a.Dirty.Length }, new() { First = results, Count = a.Results.Length },
                        a.node, &Allocate);
                }

                try
                {
                    Check();
                    return new Span<nint>((void*)wrapped!.Value, a.Results.Length).ToArray();
                }
                finally
                {
                    Marshal.FreeHGlobal(wrapped ?? 0);
                    wrapped = null;
                }
            },
            (Inputs: inputUses.Raws, Fixed: fixedUses.Raws, Dirty: dirtyUses.Raws, Results: resultUses.Raws, node));
        return Array.ConvertAll(handles, handle => Tensor.Own(handle, results));
    }

    [ThreadStatic]
    private static nint? wrapped;

    [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvCdecl)])]
    private static nint Allocate(nuint count) => (wrapped = Marshal.AllocHGlobal(Math.Max((int)count, 1) * sizeof(nint))).Value;

    private static nint[] Pinnable(Raw[] raws) => raws.Length == 0 ? [0] : Array.ConvertAll(raws, static raw => raw.Handle);

    private static void Check()
    {
        if (Exports.TakeError() is { } error)
        {
            throw error;
        }
    }

    private nint Save(Tensor? tensor)
    {
        if (tensor is null)
        {
            return 0;
        }

        using var use = new Use(tensor);
        var variable = THSAutograd_SavedVariable_ctor(use.Handle, pointers, 0);
        Check();
        return variable;
    }

    private Handles Apply(nint* gradients, int count)
    {
        Forget();
        LastName = name;
        Tensor?[] results;
        try
        {
            var given = new Tensor?[count];
            for (var i = 0; i < count; i++)
            {
                given[i] = gradients[i] != 0 ? Tensor.Own(gradients[i])
                    : context.MaterializesGrads ? Torch.Zeros(outputs[i].Shape, outputs[i].DType, outputs[i].Device) : null;
            }

            results = Checked(backward(given));
            if (!Engine.KeepsGraph)
            {
                Release();
            }
        }
        catch (Exception exception)
        {
            // One gradient too many: the engine refuses that, and so stops.
            Engine.Keep(exception);
            results = new Tensor?[isTensor.Length + 1];
        }

        returned = (Marshal.AllocHGlobal(Math.Max(results.Length, 1) * sizeof(nint)), results);
        var array = (nint*)returned.Array;
        for (var i = 0; i < results.Length; i++)
        {
            array[i] = results[i]?.Raw.Handle ?? 0;
        }

        return new() { First = array, Count = results.Length };
    }

    // Those of the tensors among the arguments, in PyTorch's words where they are not what they must be.
    private Tensor?[] Checked(Tensor?[] found)
    {
        ArgumentNullException.ThrowIfNull(found, "the result of Backward");
        var count = isTensor.Length;
        if (found.Length != count && !(found.Length > count && Array.TrueForAll(found[count..], static extra => extra is null)))
        {
            throw new TorchException($"function {name} returned an incorrect number of gradients (expected {count}, got {found.Length})");
        }

        var gradients = new List<Tensor?>();
        for (var i = 0; i < count; i++)
        {
            if (isTensor[i])
            {
                // A tensor of our own: the one returned may be disposed before libtorch copies it.
                gradients.Add(found[i] is { } gradient ? gradient.Alias() : null);
            }
            else if (found[i] is not null)
            {
                throw new TorchException(
                    $"function {name} returned a gradient different than None at position {i + 1}, but the corresponding forward input "
                    + "was not a Variable");
            }
        }

        return [.. gradients];
    }

    private void Release()
    {
        isReleased = true;
        Delete(Interlocked.Exchange(ref saved, []));
    }

    // libtorch lets go of the node, on whatever thread.
    private void Delete()
    {
        try
        {
            Alive.TryRemove(address, out _);
            THSAutograd_CSharpNode_disposeWeakPtr(pointers);
            Delete(Interlocked.Exchange(ref saved, []));
        }
        catch (Exception exception)
        {
            // It must not cross libtorch's frames; what is not given back is lost.
            System.Diagnostics.Debug.Fail(exception.Message);
        }
    }

    // What was saved may hold other such nodes, which die with it: one after the other, however many there are.
    private static void Delete(nint[] variables)
    {
        if (dying is { } queue)
        {
            Array.ForEach(variables, queue.Enqueue);
            return;
        }

        dying = new(variables);
        while (dying.TryDequeue(out var variable))
        {
            if (variable != 0)
            {
                THSAutograd_SavedVariable_dispose(variable);
            }
        }

        dying = null;
    }

    /// <summary>LibTorchSharp's TensorArray.</summary>
    internal struct Handles
    {
        internal nint* First;
        internal long Count;
    }

    /// <summary>LibTorchSharp's CSharpNodePtr.</summary>
    internal struct NodePointers
    {
        internal nint Shared;
        internal nint Weak;
    }

    [LibraryImport("LibTorchSharp")]
    private static partial NodePointers THSAutograd_CSharpNode_ctor(nint apply, nint delete);

    [LibraryImport("LibTorchSharp")]
    private static partial void THSAutograd_CSharpNode_disposeSharedPtr(NodePointers node);

    [LibraryImport("LibTorchSharp")]
    private static partial void THSAutograd_CSharpNode_disposeWeakPtr(NodePointers node);

    [LibraryImport("LibTorchSharp")]
    private static partial void THSAutograd_CSharpNode_setNextEdges(NodePointers node, Handles inputs, byte isRecorded);

    [LibraryImport("LibTorchSharp")]
    private static partial void THSAutograd_CSharpNode_clearInputMetadata(NodePointers node);

    [LibraryImport("LibTorchSharp")]
    private static partial void THSAutograd_Function_wrapOutputs(
        Handles inputs, Handles nonDifferentiable, Handles dirty, Handles outputs, NodePointers node,
        delegate* unmanaged[Cdecl]<nuint, nint> allocate);

    [LibraryImport("LibTorchSharp")]
    private static partial nint THSAutograd_SavedVariable_ctor(nint tensor, NodePointers node, byte isInPlaceOnView);

    [LibraryImport("LibTorchSharp")]
    private static partial void THSAutograd_SavedVariable_dispose(nint variable);

    [LibraryImport("LibTorchSharp")]
    private static partial nint THSAutograd_SavedVariable_unpack(nint variable, NodePointers node);
}
