using System.Globalization;
using TorchLite.Nn;
using TorchLite.Printing;

namespace TorchLite.Export;

/// <summary>A model that Python exported, as a module: what PyTorch's <c>ExportedProgram.module()</c> gives.</summary>
/// <remarks>
/// Its parameters, buffers and state dict have the names that they have in Python. The graph was made for the mode, training or evaluation,
/// in which the model was exported: <c>Train</c> and <c>Eval</c> change nothing in it.
/// <para>
/// The whole graph runs as one function of TorchScript where it compiles, and node by node where not, or where <see cref="NodeByNode"/>
/// is set. Several threads may call one module at a time, unless the program writes to its buffers.
/// </para>
/// </remarks>
/// <example><code>
/// var net = Torch.Export.Load("model.pt2").Module().Double();
/// using var off = Torch.NoGrad();
/// net.Call(Torch.Tensor([[1.0, 1.0]], dtype: DType.Float64))   // tensor([[6.]], dtype=torch.float64)
/// </code></example>
public sealed class ExportedModule : Module
{
    private readonly ExportedProgram program;
    private readonly GraphRunner runner = new();
    // TorchScript makes its plan from what it sees first: the plan for gradients fails in inference mode, and is slow without them.
    private readonly Lazy<GraphScript?> script;
    private readonly Lazy<GraphScript?> scriptForGradients;

    // Constants, and what stands behind each input that is not given.
    private readonly Dictionary<string, Tensor> constants = new(StringComparer.Ordinal);
    private readonly string[]?[] paths;

    internal ExportedModule(ExportedProgram program)
    {
        this.program = program;
        script = new(() => GraphScript.TryCompile(program));
        scriptForGradients = new(() => script.Value is null ? null : GraphScript.TryCompile(program));
        paths = new string[]?[program.Inputs.Length];
        for (var i = 0; i < paths.Length; i++)
        {
            if (program.Inputs[i] is { Target: { } target } input)
            {
                paths[i] = Add(input, program.TensorNamed(target));
            }
        }
    }

    /// <summary>Whether the nodes are run one by one, which is slower, and says of an error in which node it was.</summary>
    /// <example><code>
    /// var net = Torch.Export.Load("model.pt2").Module();
    /// net.NodeByNode = true;
    /// net.Call&lt;Tensor&gt;(Torch.Ones(3, 2)).Shape   // torch.Size([3, 1])
    /// </code></example>
    public bool NodeByNode { get; set; }

    /// <summary>Whether the graph could be compiled as one function; false where it only runs node by node.</summary>
    /// <remarks>
    /// Not compiled are graphs that look at values on their way, or set a mode, and all graphs where exceptions of C++ can not be caught:
    /// on systems other than Linux x64.
    /// </remarks>
    /// <example><code>
    /// var net = Torch.Export.Load("model.pt2").Module();
    /// net.IsCompiled || !OperatingSystem.IsLinux()   // True
    /// </code></example>
    public bool IsCompiled => script.Value is not null;

    /// <inheritdoc/>
    protected internal override string ClassName => "GraphModule";

    /// <summary>Calls the model with the arguments that its <c>forward</c> takes, by place.</summary>
    /// <param name="arguments">
    /// Tensors, numbers, strings and null, or lists, tuples and dictionaries of these, nested as they were when the model was exported.
    /// </param>
    /// <returns>
    /// What the model returns: a tensor, a number or null; a tuple as an array, a list as a <see cref="List{T}"/>, a dictionary as an
    /// <see cref="OrderedDictionary{TKey, TValue}"/>.
    /// </returns>
    /// <exception cref="ArgumentException">The arguments are not those with which the model was exported.</exception>
    /// <exception cref="TorchException">A size is outside what was exported, or an operator rejects what it is given.</exception>
    /// <example><code>
    /// var net = Torch.Export.Load("model.pt2").Module();
    /// using var off = Torch.NoGrad();
    /// net.Call(Torch.Ones(2, 2))
    /// // tensor([[6.],
    /// //         [6.]])
    /// </code></example>
    public object? Call(params object?[] arguments) => Call(arguments, new Dictionary<string, object?>());

    /// <summary>Calls the model with arguments by place and by name.</summary>
    /// <param name="arguments">Those by place.</param>
    /// <param name="named">Those by name.</param>
    /// <returns>What the model returns.</returns>
    /// <exception cref="ArgumentException">The arguments are not those with which the model was exported.</exception>
    /// <exception cref="TorchException">A size is outside what was exported, or an operator rejects what it is given.</exception>
    /// <example><code>
    /// var net = Torch.Export.Load("model.pt2").Module();
    /// using var off = Torch.NoGrad();
    /// net.Call([Torch.Ones(1, 2)], new Dictionary&lt;string, object?&gt;())   // tensor([[6.]])
    /// </code></example>
    public object? Call(object?[] arguments, IReadOnlyDictionary<string, object?> named)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(named);
        return HasHooks ? CallWithHooks(arguments, given => Run(given, named, null)) : Run(arguments, named, null);
    }

    /// <summary>Calls the model and says of what type its result is.</summary>
    /// <typeparam name="T">The type: <see cref="Tensor"/>, or what <see cref="Call(object?[])"/> gives otherwise.</typeparam>
    /// <param name="arguments">The arguments by place.</param>
    /// <returns>What the model returns.</returns>
    /// <exception cref="InvalidCastException">The model returns something else.</exception>
    /// <example><code>
    /// var net = Torch.Export.Load("model.pt2").Module();
    /// (double)net.Call&lt;Tensor&gt;(Torch.Ones(4, 2)).Sum()   // 24
    /// </code></example>
    public T Call<T>(params object?[] arguments) =>
        Call(arguments) is var result && result is T typed ? typed : throw new InvalidCastException(
            $"the model returns {(result is null ? "null" : $"a {result.GetType().Name}")}, not a {typeof(T).Name}");

    /// <summary>Calls the model node by node, and writes what each node gave.</summary>
    /// <param name="writer">Where a line is written for each node: its name, operator, dtype and shape, and its time.</param>
    /// <param name="arguments">The arguments by place.</param>
    /// <returns>What the model returns.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    /// <exception cref="ArgumentException">The arguments are not those with which the model was exported.</exception>
    /// <exception cref="TorchException">A size is outside what was exported, or an operator rejects what it is given.</exception>
    /// <example><code>
    /// var text = new StringWriter();
    /// Torch.Export.Load("model.pt2").Module().Trace(text, Torch.Ones(5, 2));
    /// text.ToString().Split(' ')[0]                                // linear
    /// text.ToString().Contains("torch.float32 torch.Size([5, 1])")   // True
    /// </code></example>
    public object? Trace(TextWriter writer, params object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(writer);
        return Run(arguments, new Dictionary<string, object?>(), (node, results, time) =>
        {
            var names = string.Join(", ", node.Results.Select(static name => name ?? "None"));
            var given = results.Select(static one => one is Tensor tensor ? $"{tensor.DType} {tensor.Shape}" : PythonText.Of(one));
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{names,-24} {node.Target,-44} {string.Join(", ", given)} {time.TotalMicroseconds:F0} us"));
        });
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

        Module module = this;
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

    private object? Run(object?[] arguments, IReadOnlyDictionary<string, object?> named, Action<GraphNode, object?[], TimeSpan>? trace)
    {
        var leaves = new List<(string Path, object? Value)>(program.InSpec.Leaves);
        program.InSpec.Children[0].Flatten(arguments, "*args", leaves);
        program.InSpec.Children[1].Flatten(named, "**kwargs", leaves);
        new InputConstraints(program).Check(leaves);
        var inputs = new object?[program.Inputs.Length];
        for (int i = 0, next = 0; i < inputs.Length; i++)
        {
            var spec = program.Inputs[i];
            inputs[i] = spec.IsGiven ? leaves[next++].Value : spec.Target is null ? null : State(i);
        }

        var outputs = trace is null && !NodeByNode && (Torch.IsGradEnabled() ? scriptForGradients : script).Value is { } compiled
            ? compiled.Call(inputs) : runner.Run(program.Graph, inputs, trace);
        return Finish(inputs, outputs);
    }

    // What stands there now: parameters may have been exchanged or computed.
    private object State(int input)
    {
        if (paths[input] is not { } path)
        {
            return constants[program.Inputs[input].Target!];
        }

        Module? module = this;
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
