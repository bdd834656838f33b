using TorchLite.Nn;

namespace TorchLite.Export;

/// <summary>A program in a module, which has the parameters and buffers by the names that they have in Python.</summary>
internal sealed class ProgramInModule
{
    private readonly ExportedProgram program;
    private readonly Module owner;
    private readonly GraphRunner runner = new();
    // TorchScript makes its plan from what it sees first: the plan for gradients fails in inference mode, and is slow without them.
    private readonly Lazy<GraphScript?> script;
    private readonly Lazy<GraphScript?> scriptForGradients;

    // Constants, and what stands behind each input that is not given.
    private readonly Dictionary<string, Tensor> constants = new(StringComparer.Ordinal);
    private readonly string[]?[] paths;

    internal ProgramInModule(ExportedProgram program, Module owner)
    {
        (this.program, this.owner) = (program, owner);
        script = new(() => GraphScript.TryCompile(program, isForGradients: false));
        scriptForGradients = new(() => script.Value is null ? null : GraphScript.TryCompile(program, isForGradients: true));
        paths = new string[]?[program.Inputs.Length];
        for (var i = 0; i < paths.Length; i++)
        {
            if (program.Inputs[i] is { Target: { } target } input)
            {
                paths[i] = Add(input, program.TensorNamed(target));
            }
        }
    }

    /// <summary>Whether the graph could be compiled as one function.</summary>
    internal bool IsCompiled => script.Value is not null;

    /// <summary>The arguments that a call means: see <see cref="ExportedProgram.Meant"/>.</summary>
    internal object?[] Meant(object?[] arguments) => program.Meant(arguments);

    /// <summary>Runs it.</summary>
    /// <param name="arguments">The arguments by place.</param>
    /// <param name="named">Those by name; null: none.</param>
    /// <param name="nodeByNode">Whether not as one function.</param>
    /// <param name="trace">Told of each node; then it is run node by node.</param>
    internal object? Run(
        object?[] arguments, IReadOnlyDictionary<string, object?>? named, bool nodeByNode = false,
        Action<GraphNode, object?[], TimeSpan>? trace = null)
    {
        var leaves = program.Leaves(arguments, named);
        program.Constraints.Check(leaves);
        var inputs = new object?[program.Inputs.Length];
        for (int i = 0, next = 0; i < inputs.Length; i++)
        {
            var spec = program.Inputs[i];
            inputs[i] = spec.IsGiven ? leaves[next++] : spec.Target is null ? null : State(i);
        }

        var outputs = trace is null && !nodeByNode && (Torch.IsGradEnabled() ? scriptForGradients : script).Value is { } compiled
            ? compiled.Call(inputs) : runner.Run(program.Graph, inputs, trace);
        return Finish(inputs, outputs);
    }

    // The names that lead to it; null where it is a constant.
    private string[]? Add(InputSpec input, Tensor tensor)
    {
        var parts = input.Target!.Split('.');
        if (input.Kind == "tensor_constant" || parts.Contains(""))
        {
            constants[input.Target] = tensor;
            return null;
        }

        var module = owner;
        foreach (var part in parts[..^1])
        {
            var child = module.NamedChildren().FirstOrDefault(named => named.Name == part).Module;
            if (child is null)
            {
                module.RegisterModule(part, child = new ExportedPart());
            }

            module = child;
        }

        if (input.Kind == "parameter")
        {
            var isTrained = program.Graph.Tensors.TryGetValue(((ValueName)input.Argument!).Name, out var meta) && meta.RequiresGrad;
            module.RegisterParameter(parts[^1], tensor as Parameter ?? new Parameter(tensor, isTrained));
        }
        else
        {
            module.RegisterBuffer(parts[^1], tensor, input.IsPersistent);
        }

        return parts;
    }

    // What stands there now: parameters may have been exchanged or computed.
    private object State(int input)
    {
        if (paths[input] is not { } path)
        {
            return constants[program.Inputs[input].Target!];
        }

        Module? module = owner;
        foreach (var part in path.AsSpan(0, path.Length - 1))
        {
            module = module?.ItemNamed(part) as Module;
        }

        return module?.ItemNamed(path[^1]) ?? throw new TorchException($"the module has no '{program.Inputs[input].Target}' any more");
    }

    // What the program changes is written behind the graph; the rest is the user's.
    private object? Finish(object?[] inputs, object?[] outputs)
    {
        var results = new List<object?>();
        for (var i = 0; i < outputs.Length; i++)
        {
            var (kind, _, target) = program.Outputs[i];
            if (kind == "user_output")
            {
                results.Add(outputs[i]);
                continue;
            }

            if (target is not null)
            {
                var at = Array.FindIndex(program.Inputs, input =>
                    (kind == "user_input_mutation" ? (input.Argument as ValueName)?.Name : input.Target) == target);
                using var off = Torch.NoGrad();
                ((Tensor)inputs[at]!).Copy_((Tensor)outputs[i]!);
            }
        }

        var next = 0;
        return program.OutSpec.Unflatten(results.ToArray(), ref next);
    }
}
