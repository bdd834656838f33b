using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Google.Protobuf;
using TorchLite.Nn;
using TorchLite.Utils.Tensorboard.Messages;

namespace TorchLite.Utils.Tensorboard;

/// <summary>
/// The graph of one run of a model: what autograd recorded, each operation in the module that was being called. PyTorch takes it from
/// TorchScript's tracer, which is not called from here.
/// </summary>
internal sealed partial class ModelGraph : IDisposable
{
    private readonly Dictionary<Module, string> scopes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<nint, (string Name, string Kind, Shape Shape)> leaves = [];
    private readonly Dictionary<GradNode, string> names = [];
    private readonly List<GradNode> recorded = [];
    private readonly Dictionary<GradNode, Shape> shapes = [];
    private readonly List<(GradNode Node, Tensor Input)> unrecorded = [];
    private readonly Stack<(HashSet<GradNode> Given, List<GradNode> Below)> calls = new([([], [])]);
    private readonly Dictionary<string, int> taken = [];
    private readonly List<RemovableHandle> handles = [];
    private readonly HashSet<string> shown = [];
    private readonly GraphDef graph = new() { Versions = new() { Producer = 22 } };
    private readonly Module model;
    private readonly IReadOnlyList<Tensor> inputs;

    internal ModelGraph(Module model, IReadOnlyList<Tensor> inputs)
    {
        (this.model, this.inputs) = (model, inputs);
        foreach (var (i, input) in inputs.Index())
        {
            leaves[input.DataPtr()] = (FormattableString.Invariant($"input/input.{i + 1}"), "IO Node", input.Shape);
            Show(input.DataPtr());
        }

        Place(model, model.ClassName);
    }

    public void Dispose() => handles.ForEach(static handle => handle.Remove());

    /// <summary>The graph, once the model has run.</summary>
    internal GraphDef Finish(object? output)
    {
        Tensor[] outputs = [.. TensorsIn(output)];
        Claim(outputs, calls.Peek().Below, scopes[model]);
        var more = unrecorded.ToLookup(static one => one.Node, one => leaves[one.Input.DataPtr()].Name);
        foreach (var node in recorded)
        {
            Shape? shape = shapes.TryGetValue(node, out var known) ? known : null;
            Add(names[node], node.Name, [.. node.NextFunctions.Select(Source).OfType<string>(), .. more[node]], shape);
        }

        foreach (var (i, tensor) in outputs.Index())
        {
            var from = tensor.GradFn is { } node ? names[node] : leaves.ContainsKey(tensor.DataPtr()) ? Show(tensor.DataPtr()) : null;
            Add(FormattableString.Invariant($"output/output.{i + 1}"), "IO Node", from is null ? [] : [from], tensor.Shape);
        }

        return graph;
    }

    private static IEnumerable<Tensor> TensorsIn(object? value) => value switch
    {
        Tensor tensor => [tensor],
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => TensorsIn(tuple[i])),
        IEnumerable<Tensor> tensors => tensors,
        _ => [],
    };

    private static IEnumerable<GradNode> NodesOf(IEnumerable<Tensor> tensors) =>
        tensors.Select(static tensor => tensor.GradFn).OfType<GradNode>();

    private void Place(Module module, string scope)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (!scopes.TryAdd(module, scope))
        {
            return;
        }

        handles.Add(module.RegisterForwardPreHook((_, args) => calls.Push(([.. NodesOf(args.SelectMany(TensorsIn))], []))));
        handles.Add(module.RegisterForwardHook(Called));
        foreach (var (name, parameter) in module.NamedParameters(recurse: false))
        {
            leaves.TryAdd(parameter.DataPtr(), ($"{scope}/{name}", "Parameter", parameter.Shape));
        }

        foreach (var (name, child) in module.NamedChildren())
        {
            Place(child, $"{scope}/{child.ClassName}[{name}]");
        }
    }

    private void Called(Module module, object?[] args, object? output)
    {
        Tensor[] outputs = [.. TensorsIn(output)];
        var from = recorded.Count;
        var (given, below) = calls.Peek();
        Claim(outputs, below, scopes[module]);
        calls.Pop();
        calls.Peek().Below.AddRange(given);

        // Autograd knows nothing of an input without gradients, such as the numbers of an embedding.
        foreach (var input in args.SelectMany(TensorsIn).Where(one => !one.RequiresGrad && leaves.ContainsKey(one.DataPtr())))
        {
            unrecorded.AddRange(recorded.Skip(from).Intersect(NodesOf(outputs)).Select(node => (node, input)));
        }
    }

    // What leads to the outputs, or to the inputs of the module's parts, and is nobody's yet was recorded in this call: the parts have
    // claimed theirs, and what leads to the inputs of the modules that are being called was there before. What is needed first comes first.
    private void Claim(Tensor[] outputs, List<GradNode> below, string scope)
    {
        foreach (var output in outputs)
        {
            if (output.GradFn is { } node)
            {
                shapes.TryAdd(node, output.Shape);
            }
        }

        var stack = new Stack<(GradNode Node, bool IsReady)>();
        foreach (var root in below.Concat(NodesOf(outputs)))
        {
            stack.Push((root, false));
            while (stack.TryPop(out var next))
            {
                var (node, isReady) = next;
                if (names.ContainsKey(node) || calls.Any(call => call.Given.Contains(node)))
                {
                    continue;
                }

                if (isReady)
                {
                    recorded.Add(node);
                    names.Add(node, Unique($"{scope}/{Ending().Replace(node.Name, "")}"));
                    continue;
                }

                stack.Push((node, true));
                foreach (var (source, _) in node.NextFunctions.Reverse())
                {
                    if (source is not null && source.Variable is null)
                    {
                        stack.Push((source, false));
                    }
                }
            }
        }
    }

    private string? Source((GradNode? Node, int Number) from)
    {
        if (from.Node?.Variable is { } variable)
        {
            leaves.TryAdd(variable.DataPtr(), (Unique("leaf"), "Leaf", variable.Shape));
            return Show(variable.DataPtr());
        }

        return from.Node is null ? null
            : from.Number == 0 ? names[from.Node]
            : FormattableString.Invariant($"{names[from.Node]}:{from.Number}");
    }

    private string Show(nint leaf)
    {
        var (name, kind, shape) = leaves[leaf];
        if (shown.Add(name))
        {
            Add(name, kind, [], shape);
        }

        return name;
    }

    private void Add(string name, string kind, string[] from, Shape? shape)
    {
        var node = new NodeDef { Name = name, Op = kind, Input = { from } };
        node.Attr["attr"] = new() { S = ByteString.Empty };
        if (shape is { } sizes)
        {
            var dims = sizes.ToArray().Select(static size => new TensorShapeProto.Types.Dim { Size = size });
            node.Attr["_output_shapes"] = new() { List = new() { Shape = { new TensorShapeProto { Dim = { dims } } } } };
        }

        graph.Node.Add(node);
    }

    private string Unique(string name)
    {
        var before = taken.GetValueOrDefault(name);
        taken[name] = before + 1;
        return before == 0 ? name : FormattableString.Invariant($"{name}.{before}");
    }

    [GeneratedRegex(@"Backward\d*$")]
    private static partial Regex Ending();
}
