using System.Text.Json;
using TorchLite.Nn;
using TorchLite.Printing;

namespace TorchLite.Export;

/// <summary>A model that Python exported: its graph of operators and its weights. PyTorch's <c>torch.export.ExportedProgram</c>.</summary>
/// <remarks>
/// Made by <see cref="Torch.Export.Load(string)"/>. All modules that <see cref="Module"/> gives share the program's tensors, which belong
/// to no scope.
/// </remarks>
/// <example><code>
/// var program = Torch.Export.Load("model.pt2");
/// program.TorchVersion.Split('.')[0]                                // 2
/// string.Join(", ", program.Module().StateDict().Keys)              // fc.weight, fc.bias
/// </code></example>
public sealed class ExportedProgram
{
    // The newest schema that PyTorch 2.6 to 2.14 write.
    private const int NewestSchema = 8;

    private readonly Dictionary<string, Tensor> tensors;
    private string[]? keywords;

    private ExportedProgram(JsonElement root, Dictionary<string, Tensor> tensors)
    {
        this.tensors = tensors;
        TorchVersion = root.TryGetProperty("torch_version", out var version) ? ExportJson.Text(version) : "unknown";
        var module = root.GetProperty("graph_module");
        Graph = ExportReader.Graph(module.GetProperty("graph"));
        var signature = module.GetProperty("signature");
        Inputs = [.. signature.GetProperty("input_specs").EnumerateArray().Select(ExportReader.Input)];
        Outputs = [.. signature.GetProperty("output_specs").EnumerateArray().Select(ExportReader.Output)];
        RangeConstraints = new OrderedDictionary<string, (long?, long?)>(
            root.GetProperty("range_constraints").EnumerateObject().Select(static one => KeyValuePair.Create(
                one.Name, (Bound(one.Value, "min_val"), Bound(one.Value, "max_val")))));
        var call = module.GetProperty("module_call_graph").EnumerateArray()
            .First(static one => one.GetProperty("fqn").GetString() is "").GetProperty("signature");
        ArgumentNames = call.TryGetProperty("forward_arg_names", out var names) && names.ValueKind == JsonValueKind.Array
            ? [.. names.EnumerateArray().Select(static name => ExportJson.Text(name))] : [];
        Guards = root.TryGetProperty("guards_code", out var guards) && guards.ValueKind == JsonValueKind.Array
            ? [.. guards.EnumerateArray().Select(static guard => GuardExpression.Parse(ExportJson.Text(guard)))
                .OfType<GuardExpression>()] : [];
        var given = TreeSpec.Parse(ExportJson.Text(call.GetProperty("in_spec")));
        OutSpec = TreeSpec.Parse(ExportJson.Text(call.GetProperty("out_spec")));
        if (Graph.Inputs.Length != Inputs.Length || Graph.Outputs.Length != Outputs.Length
            || Inputs.Count(static input => input.IsGiven) != given.Leaves
            || Outputs.Count(static output => output.Kind == "user_output") != OutSpec.Leaves || given.Children.Length != 2)
        {
            throw new TorchFileException("the exported program is damaged: its graph and its signature have different inputs or outputs");
        }

        (Positional, Named) = (given.Children[0].At("*args"), given.Children[1].At("**kwargs"));
        Constraints = new(this);
    }

    /// <summary>The version of PyTorch that wrote the program.</summary>
    public string TorchVersion { get; }

    /// <summary>The bounds of each symbolic size, by its name: PyTorch's <c>range_constraints</c>; null where there is none.</summary>
    /// <example><code>
    /// Torch.Export.Load("model.pt2").RangeConstraints["s77"].Max   // 64
    /// </code></example>
    public IReadOnlyDictionary<string, (long? Min, long? Max)> RangeConstraints { get; }

    internal ExportGraph Graph { get; }

    internal InputSpec[] Inputs { get; }

    internal OutputSpec[] Outputs { get; }

    // What the sizes of the arguments must be beside their ranges, for the graph to be right for them.
    internal GuardExpression[] Guards { get; }

    // How the model names the arguments that come by place.
    internal string[] ArgumentNames { get; }

    // The arguments by place, and those by name.
    internal TreeSpec Positional { get; }

    internal TreeSpec Named { get; }

    internal InputConstraints Constraints { get; }

    internal TreeSpec OutSpec { get; }

    /// <summary>The program as a module, to call, to move and to train: PyTorch's <c>module()</c>.</summary>
    /// <returns>A new module; its parameters and buffers are the program's own tensors.</returns>
    /// <exception cref="TorchFileException">The file has not all the tensors that the graph needs.</exception>
    /// <example><code>
    /// var net = Torch.Export.Load("model.pt2").Module();
    /// var optimizer = new SGD(net.Parameters(), lr: 0.1);
    /// var loss = net.Call&lt;Tensor&gt;(Torch.Ones(1, 2)).Sum();
    /// loss.Backward();
    /// optimizer.Step();
    /// net.GetParameter("fc.weight").Detach()   // tensor([[0.9000, 1.9000]])
    /// </code></example>
    public ExportedModule Module() => new(this);

    /// <summary>The program as a module of one input, to stand in a <see cref="Nn.Sequential"/> or wherever such a module does.</summary>
    /// <typeparam name="T">
    /// What comes in: the only argument, a tuple of all arguments, or a dictionary of them where the model takes all by name. Arguments
    /// that are nested themselves are arrays, lists, tuples and dictionaries.
    /// </typeparam>
    /// <typeparam name="TResult">
    /// What comes out: a <see cref="Tensor"/>, a number, an array or list of tensors, a dictionary of tensors by name, a tuple of these, or
    /// what <see cref="ExportedModule.Call(object?[])"/> gives.
    /// </typeparam>
    /// <returns>
    /// A new module; its parameters and buffers are the program's own tensors. Where the model returns something else, the call throws an
    /// <see cref="InvalidCastException"/> that says what.
    /// </returns>
    /// <exception cref="ArgumentException">The program does not take one argument.</exception>
    /// <exception cref="TorchFileException">The file has not all the tensors that the graph needs.</exception>
    /// <example><code>
    /// Sequential net = [Torch.Export.Load("model.pt2").Module&lt;Tensor, Tensor&gt;(), new Sigmoid()];
    /// net.Call(Torch.Ones(1, 2)).Detach()                  // tensor([[0.9975]])
    /// string.Join(", ", net.StateDict().Keys)              // 0.fc.weight, 0.fc.bias
    /// </code></example>
    public Module<T, TResult> Module<T, TResult>() => new ExportedModule<T, TResult>(this);

    /// <summary>The program as a module of two inputs.</summary>
    /// <typeparam name="T1">The first argument.</typeparam>
    /// <typeparam name="T2">The second argument.</typeparam>
    /// <typeparam name="TResult">What comes out, as of <see cref="Module{T, TResult}()"/>.</typeparam>
    /// <returns>A new module; its parameters and buffers are the program's own tensors.</returns>
    /// <exception cref="ArgumentException">The program does not take two arguments.</exception>
    /// <exception cref="TorchFileException">The file has not all the tensors that the graph needs.</exception>
    public Module<T1, T2, TResult> Module<T1, T2, TResult>() => new ExportedModule<T1, T2, TResult>(this);

    /// <summary>The program as a module of three inputs.</summary>
    /// <typeparam name="T1">The first argument.</typeparam>
    /// <typeparam name="T2">The second argument.</typeparam>
    /// <typeparam name="T3">The third argument.</typeparam>
    /// <typeparam name="TResult">What comes out, as of <see cref="Module{T, TResult}()"/>.</typeparam>
    /// <returns>A new module; its parameters and buffers are the program's own tensors.</returns>
    /// <exception cref="ArgumentException">The program does not take three arguments.</exception>
    /// <exception cref="TorchFileException">The file has not all the tensors that the graph needs.</exception>
    public Module<T1, T2, T3, TResult> Module<T1, T2, T3, TResult>() => new ExportedModule<T1, T2, T3, TResult>(this);

    /// <summary>The operators that the program calls, and whether each is here.</summary>
    /// <returns>A list of names as Python writes them, sorted: <c>torch.ops.aten.linear.default</c>.</returns>
    /// <example><code>
    /// Torch.Export.Load("model.pt2").Operators()[0]   // (torch.ops.aten.linear.default, True)
    /// </code></example>
    public IReadOnlyList<(string Name, bool IsAvailable)> Operators() =>
    [
        .. Graph.AllNodes.Select(static node => node.Target).Distinct().Order(StringComparer.Ordinal)
            .Select(static target => (target, ExportedOperators.IsAvailable(target))),
    ];

    /// <summary>The graph as PyTorch prints it.</summary>
    /// <returns>The code of the graph, its inputs and outputs, and the bounds of the sizes.</returns>
    /// <example><code>
    /// Torch.Export.Load("model.pt2").ToString().Split('\n')[2].Trim()
    /// // def forward(self, p_fc_weight: "f32[1, 2]", p_fc_bias: "f32[1]", x: "f32[s77, 2]"):
    /// </code></example>
    public override string ToString() => GraphText.Of(this);

    /// <summary>The graph as a diagram in Mermaid's language, which Markdown renders.</summary>
    /// <returns>The diagram: the inputs, the nodes with the shapes of what they give, and how they follow one another.</returns>
    /// <example><code>
    /// Torch.Export.Load("model.pt2").ToMermaid()
    /// // graph TD
    /// //     x(["x&lt;br/&gt;[s77, 2]"])
    /// //     linear["linear&lt;br/&gt;fc.weight, fc.bias&lt;br/&gt;[s77, 1]"]
    /// //     relu["relu&lt;br/&gt;[s77, 1]"]
    /// //     x --&gt; linear
    /// //     linear --&gt; relu
    /// </code></example>
    public string ToMermaid() => ExportDiagram.Of(this).ToMermaid();

    /// <summary>The same diagram in the language of Graphviz.</summary>
    /// <returns>The diagram.</returns>
    /// <example><code>
    /// Torch.Export.Load("model.pt2").ToGraphviz().Split('\n')[^2]   //     linear -&gt; relu;
    /// </code></example>
    public string ToGraphviz() => ExportDiagram.Of(this).ToGraphviz("program");

    internal static ExportedProgram Read(Stream stream)
    {
        try
        {
            // Its tensors are of no scope: modules are made of them later.
            var file = ScopeFrame.Detached(() => ExportFile.Read(stream)).Result;
            using var json = file.Json;
            var major = json.RootElement.GetProperty("schema_version") is { ValueKind: JsonValueKind.Object } version
                ? version.GetProperty("major").GetInt32() : json.RootElement.GetProperty("schema_version").GetInt32();
            return major <= NewestSchema ? new(json.RootElement, file.Tensors) : throw new TorchFileException(
                $"the program was exported with schema version {major}; versions up to {NewestSchema} are read. "
                + "Export it with an older PyTorch, or update TorchLite");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException
            or OverflowException or ArgumentException or IndexOutOfRangeException)
        {
            throw new TorchFileException($"the exported program is damaged: {e.Message}", e);
        }
    }

    /// <summary>Whether the program takes so many arguments, by place.</summary>
    internal void CheckTakes(params Type[] types)
    {
        if (Positional.Children.Length != types.Length || Named.Children.Length > 0)
        {
            throw TakesOthers(types);
        }
    }

    /// <summary>The leaves of the arguments of a call.</summary>
    /// <exception cref="ArgumentException">The arguments are others than those of the export, or nested otherwise.</exception>
    internal List<object?> Leaves(object?[] arguments, IReadOnlyDictionary<string, object?>? named)
    {
        var keys = keywords ??= Array.ConvertAll(Named.Keys ?? [], static key => $"{key}");
        if ((named?.Count ?? 0) != keys.Length || !Array.TrueForAll(keys, key => named!.ContainsKey(key)))
        {
            string[] given = [.. named?.Keys ?? []];
            throw new ArgumentException(
                $"Ran into a kwarg keyword mismatch: Got the following keywords {PythonText.Of(given)} but expected {PythonText.Of(keys)}");
        }

        var leaves = new List<object?>(Inputs.Length);
        Positional.Flatten(arguments, leaves);
        Named.Flatten(named, leaves);
        return leaves;
    }

    /// <summary>
    /// The arguments that a call means: C# takes an array for all of them even where it is the only one, a list or tuple, of a model.
    /// </summary>
    internal object?[] Meant(object?[] arguments) =>
        Positional.Children is [{ IsSequence: true } only] && !Positional.Fits(arguments) && only.Fits(arguments) ? [arguments] : arguments;

    /// <summary>The error of a module of other inputs than the program's.</summary>
    internal ArgumentException TakesOthers(params Type[] types)
    {
        var names = Positional.Children.Select((_, i) => i < ArgumentNames.Length ? ArgumentNames[i] : $"argument {i}")
            .Concat(Named.Keys!.Select(static key => $"{key} by name"));
        var others = types.Select(static type => type.Name);
        return new($"the program takes ({string.Join(", ", names)}), which is not ({string.Join(", ", others)}); Module() takes all");
    }

    /// <summary>A tensor of the program.</summary>
    internal Tensor TensorNamed(string name) => tensors.TryGetValue(name, out var tensor) ? tensor
        : throw new TorchFileException($"the exported program has no tensor '{name}', which its graph needs");

    private static long? Bound(JsonElement range, string name) =>
        range.TryGetProperty(name, out var bound) && bound.ValueKind == JsonValueKind.Number && bound.TryGetInt64(out var value)
            ? value : null;
}
