namespace TorchLite;

/// <summary>Functions that keep nothing but their arguments: behind <see cref="Torch.Utils"/>.</summary>
internal static class Checkpointing
{
    private const string Name = "CheckpointFunctionBackward";

    /// <summary>The backward step computes the function once more, and runs the engine for it.</summary>
    internal static Tensor[] Reentrant(Func<Tensor[], Tensor[]> function, Tensor[] arguments, Tensor? state)
    {
        var context = new FunctionContext { Backward = function };
        context.SaveForBackward(arguments);

        // One that needs a gradient, so that the call is recorded whatever the function uses besides.
        object?[] all = [.. arguments, Torch.Empty([0], requiresGrad: true)];
        return CustomNode.Run(Name, context, all, () => function(arguments), Step(context, function, state));

        // By itself, so that the graph does not hold on to the arguments' own history.
        static Func<Tensor?[], Tensor?[]> Step(FunctionContext context, Func<Tensor[], Tensor[]> function, Tensor? state) => gradients =>
        {
            if (Engine.HasInputs)
            {
                throw new TorchException(
                    "When use_reentrant=True, torch.utils.checkpoint is incompatible with .grad() or passing an `inputs` parameter to "
                    + ".backward(). To resolve this error, you can either set use_reentrant=False, or call .backward() without passing the "
                    + "`inputs` argument.");
            }

            var leaves = Leaves([.. context.SavedTensors], context.NeedsInputGrad);
            var outputs = Again(function, leaves, state);
            var wanted = Torch.Autograd.PlacesOfRecorded(outputs);
            if (wanted.Length == 0 && Array.Exists(leaves, static leaf => leaf.RequiresGrad))
            {
                throw new TorchException("none of output has requires_grad=True, this checkpoint() is not necessary");
            }

            Torch.Autograd.Backward([.. wanted.Select(i => outputs[i])], [.. wanted.Select(i => gradients[i])]);
            return [.. leaves.Select(static leaf => leaf.Grad), null];
        };
    }

    /// <summary>
    /// The function is recorded, and what it uses besides its arguments is looked for in the graph, which is let go. These are arguments
    /// of the recorded step too, whose gradients it asks for as those of the arguments.
    /// </summary>
    internal static Tensor[] NotReentrant(Func<Tensor[], Tensor[]> function, Tensor[] arguments, Tensor? state)
    {
        if (!Torch.IsGradEnabled())
        {
            return function(arguments);
        }

        var needed = Array.ConvertAll(arguments, static argument => argument.RequiresGrad);
        var leaves = Leaves(arguments, needed);
        var outputs = function([.. leaves]);
        var used = GraphReader.Leaves([.. outputs.Where(static output => output.RequiresGrad)], but: leaves);
        var context = new FunctionContext { Backward = function };
        context.SaveForBackward(arguments);
        context.SetMaterializeGrads(false);
        var results = Array.ConvertAll(outputs, output => Alone(output, arguments));
        context.MarkNonDifferentiable([.. results.Where((_, i) => !outputs[i].RequiresGrad)]);
        var recorded = CustomNode.Run(Name, context, [.. arguments, .. used], () => results, Step(context, function, used, state));

        // An argument that the function gives as it is stays what it was.
        return [.. recorded.Select((one, i) => Array.IndexOf(leaves, outputs[i]) is >= 0 and var place ? arguments[place] : one)];

        static Func<Tensor?[], Tensor?[]> Step(
            FunctionContext context, Func<Tensor[], Tensor[]> function, Tensor[] used, Tensor? state) => gradients =>
        {
            // Where the gradients are recorded, those of the arguments lead on to what the arguments were computed from.
            var again = Torch.IsGradEnabled();
            Tensor[] saved = [.. context.SavedTensors];
            var given = again ? saved : Leaves(saved, context.NeedsInputGrad);
            var outputs = Again(function, given, state);
            var wanted = Array.FindAll(Torch.Autograd.PlacesOfRecorded(outputs), i => gradients[i] is not null);
            Tensor[] inputs = [.. given.Where((_, i) => context.NeedsInputGrad[i]), .. used];
            var found = wanted.Length == 0 ? new Tensor?[inputs.Length] : Torch.Autograd.Grad(
                [.. wanted.Select(i => outputs[i])], inputs, allowUnused: true, [.. wanted.Select(i => gradients[i])], retainGraph: true,
                createGraph: again);
            var next = 0;
            return [.. context.NeedsInputGrad.Select(isNeeded => isNeeded ? found[next++] : null)];
        };
    }

    // Without its history, and with its memory in the ledger, which what was recorded takes out of them.
    private static Tensor Alone(Tensor output, Tensor[] arguments)
    {
        using var uses = new Uses(arguments);
        using var detached = output.Detach();
        return Tensor.Wrap(LibTorch.NewHandle(detached), arguments);
    }

    private static Tensor[] Leaves(Tensor[] arguments, IReadOnlyList<bool> needed) =>
        [.. arguments.Select((argument, i) => argument.Detach().RequiresGrad_(needed[i]))];

    // With the random numbers of the first time; the program's own go on where they were.
    private static Tensor[] Again(Func<Tensor[], Tensor[]> function, Tensor[] arguments, Tensor? state)
    {
        var now = state is null ? null : Torch.GetRngState();
        try
        {
            if (state is not null)
            {
                Torch.SetRngState(state);
            }

            using var mode = Torch.EnableGrad();
            return function([.. arguments]);
        }
        finally
        {
            if (now is not null)
            {
                Torch.SetRngState(now);
            }
        }
    }
}
