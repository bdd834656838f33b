namespace TorchLite.Export;

/// <summary>A graph as one function of TorchScript, which libtorch runs without coming back for each node.</summary>
internal sealed class GraphScript
{
    private readonly ScriptFunction function;
    private readonly int[] given;
    private readonly Func<Tensor, object?>?[] outputs;
    private readonly object?[] constants;

    private GraphScript(ScriptFunction function, int[] given, Func<Tensor, object?>?[] outputs, object?[] constants) =>
        (this.function, this.given, this.outputs, this.constants) = (function, given, outputs, constants);

    /// <summary>Compiles a program's graph; null where something in it is not for TorchScript, or a failure could not be caught.</summary>
    internal static GraphScript? TryCompile(ExportedProgram program, bool isForGradients)
    {
        if (!CppGuard.IsSupported)
        {
            return null;
        }

        var graph = program.Graph;
        int[] given = [.. Enumerable.Range(0, graph.Inputs.Length).Where(i =>
            graph.Inputs[i] is ValueName { Name: var name } && graph.Tensors.ContainsKey(name))];
        var writer = new GraphScriptWriter(isForGradients);
        try
        {
            var outputs = new Func<Tensor, object?>?[graph.Outputs.Length];
            var text = writer.Function(graph, given, (i, kind) => outputs[i] = kind switch
            {
                ScriptKind.Whole => static tensor => (long)tensor,
                ScriptKind.Real => static tensor => (double)tensor,
                ScriptKind.Flag => static tensor => tensor.Item<bool>(),
                _ => static tensor => tensor,
            });
            return text is null ? null : new(new(text), given, outputs, graph.Outputs);
        }
        catch (TorchException)
        {
            // TorchScript does not know an operator that the nodes can call.
            return null;
        }
    }

    /// <summary>The outputs of the graph.</summary>
    internal object?[] Call(object?[] inputs)
    {
        var results = Results(inputs);
        var next = 0;
        var values = new object?[outputs.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = outputs[i] is { } read ? read(results[next++]!) : constants[i];
        }

        return values;
    }

    private Tensor?[] Results(object?[] inputs)
    {
        // What TorchScript says before the text of an assertion.
        const string Assertion = "AssertionError: ";
        try
        {
            return function.Call(Array.ConvertAll(given, i => (Tensor)inputs[i]!));
        }
        catch (TorchException e) when (e.Message.StartsWith(Assertion, StringComparison.Ordinal))
        {
            throw new TorchException(e.Message[Assertion.Length..], e);
        }
    }
}
