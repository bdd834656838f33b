using System.Runtime.CompilerServices;

namespace TorchLite.Nn;

/// <summary>
/// One call of a module with hooks on its gradients: its inputs and outputs go through a function that changes nothing, and sees the
/// gradients on their way back.
/// </summary>
internal sealed class BackwardHook(Module module)
{
    private readonly Func<Module, Tensor?[], Tensor?[]?>[] before = module.Hooks.BeforeBackward.Now;
    private readonly Func<Module, Tensor?[], Tensor?[], Tensor?[]?>[] after = module.Hooks.AfterBackward.Now;
    private Tensor?[]? gradOutputs;
    private int[]? inputs;
    private int inputCount;

    internal object?[] AroundInputs(object?[] args)
    {
        inputCount = args.Length;
        return Through(args, fillsGaps: true, OfInputs, out inputs);
    }

    internal object? AroundOutput(object? output)
    {
        switch (output)
        {
            case Tensor:
                return Through([output], fillsGaps: false, OfOutputsAt([0], 1), out _)[0];
            case ITuple tuple:
                var parts = tuple.Items();
                var seen = Through(parts, fillsGaps: false, OfOutputsAt(Places(parts), parts.Length), out _);
                return ReferenceEquals(seen, parts) ? output : OutputTuple.Like(tuple, seen);
            default:
                return output;
        }
    }


    private static int[] Places(object?[] values) => [.. Enumerable.Range(0, values.Length).Where(i => values[i] is Tensor)];

    // A gradient that does not come is zeros to the inputs, and none to the outputs, as in PyTorch.
    private static object?[] Through(object?[] values, bool fillsGaps, Func<Tensor?[], Tensor?[]> backward, out int[]? places)
    {
        var tensors = Places(values);
        places = null;
        if (!Torch.IsGradEnabled() || !Array.Exists(tensors, i => ((Tensor)values[i]!).RequiresGrad))
        {
            return values;
        }

        places = tensors;
        var same = Watched(fillsGaps, backward);
        var seen = same([.. tensors.Select(i => (Tensor)values[i]!)]);
        var all = (object?[])values.Clone();
        for (var i = 0; i < tensors.Length; i++)
        {
            all[tensors[i]] = seen[i];
        }

        return all;
    }

    // By itself, so that the graph does not hold on to the values, which the lambdas of the one above know.
    private static Func<Tensor[], Tensor[]> Watched(bool fillsGaps, Func<Tensor?[], Tensor?[]> backward) =>
        Torch.Autograd.Function.Create<Tensor[], Tensor[]>(
            (ctx, given) =>
            {
                ctx.SetMaterializeGrads(fillsGaps);
                ctx.MarkNonDifferentiable([.. given.Where(static tensor => !tensor.RequiresGrad)]);
                return given;
            },
            (_, grads) => backward(grads), "BackwardHookFunction");

    private static Tensor?[] Spread(Tensor?[] values, int[] places, int count)
    {
        var all = new Tensor?[count];
        for (var i = 0; i < places.Length; i++)
        {
            all[places[i]] = values[i];
        }

        return all;
    }

    private Tensor?[] OfInputs(Tensor?[] grads)
    {
        // Without: the gradient came another way than through the output, as in a second backward.
        if (gradOutputs is null)
        {
            return grads;
        }

        var all = Spread(grads, inputs!, inputCount);
        foreach (var hook in after)
        {
            if (hook(module, all, gradOutputs) is { } others)
            {
                if (others.Zip(all).Any(static pair => pair is ({ } other, { } grad) && other.Shape != grad.Shape))
                {
                    throw new TorchException("hook 'hook' has changed the size of value");
                }

                all = others.Length == all.Length ? others : throw new TorchException(
                    $"Backward hook returned an invalid number of grad_input, got {others.Length}, but expected {all.Length}");
            }
        }

        gradOutputs = null;
        return Array.ConvertAll(inputs!, i => all[i]);
    }

    private Func<Tensor?[], Tensor?[]> OfOutputsAt(int[] places, int count) => grads => OfOutputs(grads, places, count);

    private Tensor?[] OfOutputs(Tensor?[] grads, int[] places, int count)
    {
        var all = Spread(grads, places, count);
        foreach (var hook in before)
        {
            if (hook(module, all) is { } others)
            {
                all = others.Length == all.Length ? others : throw new TorchException(
                    $"Backward pre hook returned an invalid number of grad_output, got {others.Length}, but expected {all.Length}");
            }
        }

        gradOutputs = all;
        if (inputs is null)
        {
            foreach (var hook in after)
            {
                if (hook(module, new Tensor?[inputCount], all) is { } others && Array.Exists(others, static grad => grad is not null))
                {
                    throw new TorchException(
                        "Backward hook for Modules where no input requires gradient should always return None or None for all gradients.");
                }
            }

            gradOutputs = null;
        }

        return Array.ConvertAll(places, i => all[i]);
    }
}
