using System.Runtime.CompilerServices;
using TorchLite.Nn;

namespace TorchLite.Utils;

/// <summary>What is seen of a model's modules while it runs.</summary>
internal sealed class SummaryRecord : IDisposable
{
    private readonly List<(int Depth, string Name, Module Module)> places = [];
    private readonly Dictionary<Module, (List<Shape> Shapes, long MultiplyAdds)> calls = new(ReferenceEqualityComparer.Instance);
    private readonly List<RemovableHandle> handles = [];
    private readonly Dictionary<Tensor, int> makers = new(ReferenceEqualityComparer.Instance);
    private readonly List<(int From, int To)> edges = [];
    private long outputBytes;
    private int last = -1;

    internal SummaryRecord(Module model)
    {
        Place(model, "", 0);
        foreach (var module in model.Modules())
        {
            handles.Add(module.RegisterForwardHook(Called));
        }
    }

    public void Dispose() => handles.ForEach(static handle => handle.Remove());

    internal ModelSummary Summary(long inputBytes)
    {
        var told = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var rows = new List<SummaryRow>();
        var parameterBytes = 0L;
        foreach (var (depth, name, module) in places)
        {
            var isTold = !told.Add(module);
            Parameter[] own = [.. module.Parameters(recurse: false).Where(parameter => isTold || told.Add(parameter))];
            parameterBytes += isTold ? 0 : own.Sum(static parameter => parameter.Numel() * parameter.ElementSize());
            var (shapes, multiplyAdds) = calls.TryGetValue(module, out var seen) ? seen : ([], 0);
            rows.Add(new(
                depth, name, module.ClassName, shapes, own.Sum(static parameter => parameter.Numel()),
                own.Where(static parameter => parameter.RequiresGrad).Sum(static parameter => parameter.Numel()), isTold ? 0 : multiplyAdds,
                !module.Children().Any(), isTold));
        }

        return new(rows, edges, inputBytes, 2 * outputBytes, parameterBytes);
    }

    private static IEnumerable<Tensor> TensorsIn(object? value) => value switch
    {
        Tensor tensor => [tensor],
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => TensorsIn(tuple[i])),
        _ => [],
    };

    // Each weight is multiplied once for each element of the output that it makes: for a convolution that is each place, else each row.
    private static long MultiplyAddsOf(Module module, Shape output) => module.Parameters(recurse: false)
        .Where(static parameter => parameter.Dim() > 1)
        .Sum(weight => weight.Numel() * (output.Count > weight.Dim() - 1 && weight.Dim() > 2
            ? output.ToArray()[..^(int)(weight.Dim() - 1)].Append(1).Aggregate(1L, static (a, b) => a * b)
                * output.ToArray()[^(int)(weight.Dim() - 2)..].Aggregate(1L, static (a, b) => a * b)
            : output.ToArray()[..^1].Aggregate(1L, static (a, b) => a * b)));

    private void Place(Module module, string name, int depth)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        places.Add((depth, name, module));
        foreach (var (child, part) in module.NamedChildren())
        {
            Place(part, child, depth + 1);
        }
    }

    private void Called(Module module, object?[] inputs, object? output)
    {
        Tensor[] outputs = [.. TensorsIn(output)];
        var before = calls.TryGetValue(module, out var known) ? known.MultiplyAdds : 0;
        calls[module] = (
            [.. outputs.Select(static tensor => tensor.Shape)],
            before + (outputs.Length == 0 || module is Embedding ? 0 : MultiplyAddsOf(module, outputs[0].Shape)));
        if (!module.Children().Any())
        {
            outputBytes += outputs.Sum(static tensor => tensor.Numel() * tensor.ElementSize());
            Draw(module, inputs, outputs);
        }
    }

    // Arrows come from where an input was made; where that was no module, from the module called before.
    private void Draw(Module module, object?[] inputs, Tensor[] outputs)
    {
        var place = places.FindIndex(one => ReferenceEquals(one.Module, module));
        if (!edges.Contains((-1, place)))
        {
            edges.Add((-1, place));
        }

        int[] from = [.. inputs.SelectMany(TensorsIn).Select(tensor => makers.GetValueOrDefault(tensor, -1)).Where(static one => one >= 0)];
        foreach (var maker in from.Length > 0 ? from.Distinct() : last >= 0 ? [last] : [])
        {
            if (!edges.Contains((maker, place)))
            {
                edges.Add((maker, place));
            }
        }

        foreach (var tensor in outputs)
        {
            makers[tensor] = place;
        }

        last = place;
    }
}
