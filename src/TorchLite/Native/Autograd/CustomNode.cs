using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// A node of libtorch's graph whose backward step is C#'s: what is behind <see cref="Torch.Autograd.Function{TIn, TOut}"/>.
/// </summary>
internal sealed unsafe partial class CustomNode
{
    private static readonly ConcurrentDictionary<nint, CustomNode> Alive = new();

    // What the last callback on this thread returned, in memory that stays where it is: libtorch copies the tensors after the callback.
    [ThreadStatic]
    private static nint[]? returned;

    [ThreadStatic]
    private static int returnedCount;

    [ThreadStatic]
    private static Queue<nint>? dying;

    private readonly string name;
    private readonly Tie body;
    private readonly bool[] isTensor;
    private readonly NodeCallbacks callbacks;
    private readonly NodePointers pointers;
    private readonly nint address;
    private readonly Lock saving = new();
    private (Shape Shape, DType DType, Device Device)[] outputs = [];
    private nint[] saved = [];
    private bool isReleased;

    private CustomNode(string name, FunctionContext context, Func<Tensor?[], Tensor?[]> backward, bool[] isTensor)
    {
        (this.name, this.isTensor, body) = (name, isTensor, new(new Body(context, backward)));
        callbacks = NodeCallbacks.For(this);
        pointers = THSAutograd_CSharpNode_ctor(callbacks.Apply, callbacks.Delete);
        Check();
        address = *(nint*)pointers.Shared;
        Alive[address] = this;
        NodeNames.Give(address);
    }

    /// <summary>The name of the node at an address, where it is one of these.</summary>
    internal static string? NameOf(nint address) => Alive.TryGetValue(address, out var node) ? node.name : null;

    /// <summary>Runs a function of C#'s, and records it.</summary>
    internal static Tensor[] Run(
        string name, FunctionContext context, object?[] arguments, Func<Tensor[]> forward, Func<Tensor?[], Tensor?[]> backward)
    {
        NativeLoader.EnsureLoaded();
        var inputs = new List<Tensor>(arguments.Length);
        var (isTensor, needed) = (new bool[arguments.Length], new bool[arguments.Length]);
        var isRecorded = false;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is Tensor tensor)
            {
                inputs.Add(tensor);
                (isTensor[i], needed[i]) = (true, tensor.RequiresGrad);
                isRecorded |= needed[i];
            }
        }

        context.Needed = needed;
        isRecorded &= LibTorch.IsGradEnabled();
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
            return Wrap(default, CollectionsMarshal.AsSpan(inputs), context, results);
        }

        var node = new CustomNode(name, context, backward, isTensor);
        try
        {
            var given = CollectionsMarshal.AsSpan(inputs);
            using (var uses = new Uses(given))
            {
                fixed (nint* first = uses.Handles)
                {
                    THSAutograd_CSharpNode_setNextEdges(node.pointers, new() { First = first, Count = given.Length }, 1);
                    Check();
                }

                THSAutograd_CSharpNode_clearInputMetadata(node.pointers);
                Check();
            }

            var wrapped = Wrap(node.pointers, given, context, results);
            node.outputs = Array.ConvertAll(wrapped, static output => (output.Shape, output.DType, output.Device));
            node.saved = node.Save(context.Saving);
            context.Recorded(node);
            if (context.MayReferToResults && node.body.Target is { } body)
            {
                // What it refers to may be a result, whose graph leads back here.
                Array.ForEach(wrapped, output => output.Keep(node.body, body));
            }

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
        for (; returnedCount > 0; returnedCount--)
        {
            if (returned![returnedCount - 1] is not 0 and var handle)
            {
                LibTorch.Delete(handle);
            }
        }
    }

    /// <summary>What was saved for the backward step, as it was.</summary>
    internal Tensor?[] Unpack()
    {
        // Another thread's backward may release them meanwhile.
        lock (saving)
        {
            return isReleased ? throw Released() : Array.ConvertAll(saved, variable => variable == 0 ? null : Gate.Read(
                static a => THSAutograd_SavedVariable_unpack(a.variable, a.pointers) is not 0 and var handle
                    ? Tensor.Wrap(handle)
                    : throw Exports.LastError(),
                (variable, pointers)));
        }
    }

    private static TorchException Released() => new(
        "Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). "
        + "Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify retain_graph=True if you "
        + "need to backward through the graph a second time or if you need to access saved tensors after calling backward.");

    private static Tensor[] Wrap(NodePointers node, ReadOnlySpan<Tensor> inputs, FunctionContext context, Tensor[] results)
    {
        using var inputUses = new Uses(inputs);
        using var fixedUses = new Uses(context.NonDifferentiable);
        using var dirtyUses = new Uses(context.Dirty);
        using var resultUses = new Uses(results);
        var wrapped = Gate.Read(
            static a =>
            {
                fixed (nint* inputs = a.Inputs, constants = a.Fixed, dirty = a.Dirty, results = a.Results)
                {
                    THSAutograd_Function_wrapOutputs(
                        new() { First = inputs, Count = a.Inputs.Length }, new() { First = constants, Count = a.Fixed.Length },
                        new() { First = dirty, Count = a.Dirty.Length }, new() { First = results, Count = a.Results.Length },
                        a.node, HandleArray.Room);
                }

                Check();
                return HandleArray.Take();
            },
            (Inputs: inputUses.Handles, Fixed: fixedUses.Handles, Dirty: dirtyUses.Handles, Results: resultUses.Handles, node));
        var outputs = new Tensor[results.Length];
        for (var i = 0; i < outputs.Length; i++)
        {
            // Mostly the very tensor that Forward gave, which now has a history; of an input that it returned, a view.
            if (LibTorch.IsSame(wrapped[i], results[i].Handle))
            {
                LibTorch.Delete(wrapped[i]);
                outputs[i] = results[i];
            }
            else
            {
                outputs[i] = Tensor.Wrap(wrapped[i], results);
            }
        }

        return outputs;
    }

    private static void Check()
    {
        if (Exports.TakeError() is { } error)
        {
            // C++'s words for it are another's.
            throw error.Message.StartsWith("jvp is not implemented", StringComparison.Ordinal)
                ? new TorchNotImplementedException(
                    "You must implement the jvp function for custom autograd.Function to use it with forward mode AD.")
                : ErrorTranslator.From(error);
        }
    }

    // All, or none: what was kept before one failed is given back.
    private nint[] Save(Tensor?[] tensors)
    {
        var kept = new nint[tensors.Length];
        try
        {
            for (var i = 0; i < kept.Length; i++)
            {
                kept[i] = Save(tensors[i]);
            }

            return kept;
        }
        catch
        {
            Delete(kept);
            throw;
        }
    }

    private nint Save(Tensor? tensor)
    {
        if (tensor is null)
        {
            return 0;
        }

        using var use = new Use(tensor);
        return Gate.Read(
            static a =>
            {
                var variable = THSAutograd_SavedVariable_ctor(a.Handle, a.pointers, 0);
                Check();
                return variable;
            },
            (use.Handle, pointers));
    }

    /// <summary>libtorch asks for the gradients of the arguments, and hands over those of the results.</summary>
    internal Handles Apply(nint* gradients, int count)
    {
        Forget();
        try
        {
            var (context, backward) = (Body)body.Target!;
            var given = new Tensor?[count];
            for (var i = 0; i < count; i++)
            {
                given[i] = gradients[i] != 0 ? Tensor.Wrap(gradients[i])
                    : context.MaterializesGrads ? Torch.Zeros(outputs[i].Shape, outputs[i].DType, outputs[i].Device) : null;
            }

            Return(backward(given));
            if (!Engine.KeepsGraph)
            {
                Release();
            }
        }
        catch (Exception exception)
        {
            // One gradient too many: the engine refuses that, and so stops.
            Engine.Keep(exception);
            Forget();
            MakeRoom(isTensor.Length + 1);
            for (; returnedCount <= isTensor.Length; returnedCount++)
            {
                returned![returnedCount] = 0;
            }
        }

        return new() { First = (nint*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(returned!)), Count = returnedCount };
    }

    // Those of the tensors among the arguments; in PyTorch's words where they are not what they must be.
    private void Return(Tensor?[] found)
    {
        ArgumentNullException.ThrowIfNull(found, "the result of Backward");
        var count = isTensor.Length;
        if (found.Length != count && !(found.Length > count && Array.TrueForAll(found[count..], static extra => extra is null)))
        {
            throw new TorchException($"function {name} returned an incorrect number of gradients (expected {count}, got {found.Length})");
        }

        // Backward may have run the engine itself.
        Forget();
        MakeRoom(count);
        for (var i = 0; i < count; i++)
        {
            if (isTensor[i])
            {
                // A handle of our own: the tensor may be disposed before libtorch copies it. It is counted once it is there.
                returned![returnedCount] = found[i] is { } gradient ? LibTorch.NewHandle(gradient) : 0;
                returnedCount++;
            }
            else if (found[i] is not null)
            {
                throw new TorchException(
                    $"function {name} returned a gradient different than None at position {i + 1}, but the corresponding forward input "
                    + $"was not a Variable");
            }
        }
    }

    private static void MakeRoom(int count)
    {
        if (returned is null || returned.Length < count)
        {
            returned = GC.AllocateUninitializedArray<nint>(Math.Max(count, 16), pinned: true);
        }
    }

    private void Release()
    {
        nint[] released;
        lock (saving)
        {
            isReleased = true;
            (released, saved) = (saved, []);
        }

        Delete(released);
    }

    /// <summary>libtorch lets go of the node, on whatever thread.</summary>
    internal void Delete()
    {
        try
        {
            Alive.TryRemove(address, out _);
            Release();
            THSAutograd_CSharpNode_disposeWeakPtr(pointers);
            callbacks.Return();
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

    /// <summary>What of a function is C#'s.</summary>
    private sealed record Body(FunctionContext Context, Func<Tensor?[], Tensor?[]> Backward);
}
