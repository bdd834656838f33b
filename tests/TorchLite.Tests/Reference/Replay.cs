using System.Text.Json;
using TorchLite.Nn.Utils.Rnn;

namespace TorchLite.Tests.Reference;

/// <summary>Makes one recorded call in C# and tells how the answer differs from PyTorch's.</summary>
internal class Replay
{
    private readonly Dictionary<string, object?> variables = [];
    private readonly List<Comparison> compared = [];
    private string call = "";

    protected List<string> Differences { get; } = [];

    /// <summary>What is said of it in <see cref="Comparison.Growth"/>.</summary>
    protected double Growth { get; set; } = 1;

    /// <summary>The C# method that was called, every difference, and whether all is equal to the last bit.</summary>
    internal static (string Call, IReadOnlyList<string> Differences, bool IsExact) Run(JsonElement recorded) => new Replay().Make(recorded);

    protected (string Call, IReadOnlyList<string> Differences, bool IsExact) Make(JsonElement recorded)
    {
        using var scope = Torch.Scope();
        try
        {
            Answer(recorded);
        }
        finally
        {
            Torch.SetDefaultDtype(DType.Float32);
            Torch.SetAutocastEnabled("cpu", false);
            Torch.SetAutocastDtype("cpu", DType.Bfloat16);
            Torch.ClearAutocastCache();
        }

        return (call, Differences, compared.All(static comparison => comparison.IsExact));
    }

    protected static IEnumerable<Tensor> Tensors(object? value) => value switch
    {
        Tensor tensor => [tensor],
        PythonList list => list.Items.SelectMany(Tensors),
        System.Runtime.CompilerServices.ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => Tensors(tuple[i])),
        Tensor[] several => several,
        PackedSequence packed => Tensors((packed.Data, packed.BatchSizes, packed.SortedIndices, packed.UnsortedIndices)),
        _ => [],
    };

    /// <summary>How the results are compared.</summary>
    protected virtual string Mode(JsonElement recorded) =>
        recorded.TryGetProperty("compare", out var mode) ? mode.GetString()! : "close";

    protected virtual void Answer(JsonElement recorded)
    {
        foreach (var step in recorded.List("setup"))
        {
            var (arguments, named) = Arguments(step);
            var result = Find(step.GetProperty("call").GetString()!, arguments, named)?.Invoke();
            if (step.TryGetProperty("set", out var variable))
            {
                variables[variable.GetString()!] = result;
            }
        }

        var (positional, keywords) = Arguments(recorded);
        var given = positional.Concat(keywords.Values).SelectMany(Tensors).ToArray();
        var comparison = Compared(Mode(recorded), given);
        Binding? binding;
        object? answer;
        try
        {
            binding = Find(Twin(recorded.GetProperty("call").GetString()!, ref positional, keywords), positional, keywords);
            if (binding is null)
            {
                return;
            }

            answer = binding.Invoke();
        }
        catch (Exception thrown)
        {
            Error(recorded, "error", thrown);
            return;
        }

        if (ExpectsError(recorded, "error"))
        {
            return;
        }

        comparison.Value("result", recorded.GetProperty("result"), answer);
        comparison.Names(recorded.GetProperty("result"), binding.Method);
        if (recorded.TryGetProperty("self", out var self))
        {
            comparison.Value(Comparison.Receiver, self, positional[0]);
        }

        if (Differences.Count == 0 && recorded.TryGetProperty("backward", out var gradients))
        {
            Backward(gradients, answer, given);
        }

        foreach (var variable in recorded.Fields("after"))
        {
            comparison.Value(variable.Name, variable.Value, variables[variable.Name]);
        }
    }

    /// <summary>How results are compared with recorded ones.</summary>
    protected Comparison Compared(string mode, IReadOnlyList<Tensor> arguments)
    {
        var computedIn = Torch.IsAutocastEnabled("cpu") && !RecordedMachine.IsThis ? Torch.GetAutocastDtype("cpu") : (DType?)null;
        compared.Add(new(mode, arguments, Differences) { ComputedIn = computedIn, Growth = Growth });
        return compared[^1];
    }

    /// <summary>What PyTorch returns when it is asked for indices too is a function of its own, which it has by the same name.</summary>
    internal static string Twin(string call, ref object?[] positional, Dictionary<string, object?> keywords)
    {
        keywords.Remove("return_indices", out var indices);
        if (call.Contains("functional.adaptive_max_pool", StringComparison.Ordinal) && positional is [_, _, bool last])
        {
            (positional, indices) = (positional[..2], last);
        }

        return indices is true ? $"{call}_with_indices" : call;
    }

    /// <summary>The function that a recorded call means, by its name alone.</summary>
    internal static string Twin(JsonElement recorded)
    {
        var positional = recorded.List("args").Select(Flag).ToArray();
        var named = recorded.Fields("kwargs").ToDictionary(static pair => pair.Name, static pair => Flag(pair.Value));
        return Twin(recorded.GetProperty("call").GetString()!, ref positional, named);

        static object? Flag(JsonElement value) =>
            value.ValueKind == JsonValueKind.Object && value.TryGetProperty("b", out var flag) ? flag.GetBoolean() : null;
    }

    protected Binding? Find(string name, object?[] positional, Dictionary<string, object?> named)
    {
        var binding = Binding.Find(name, positional, named);
        call = binding?.ToString() ?? "";
        if (binding is null)
        {
            var arguments = positional.Select(Kind).Concat(named.Select(static pair => $"{pair.Key}={Kind(pair.Value)}"));
            Differences.Add($"no C# method takes {name}({string.Join(", ", arguments)})");
        }

        return binding;
    }

    protected static string Kind(object? value) => value switch
    {
        null => "None",
        string text => text,
        PythonList list => $"[{string.Join(", ", list.Items.Select(Kind))}]",
        _ => value.GetType().Name,
    };

    protected (object?[] Positional, Dictionary<string, object?> Named) Arguments(JsonElement step) =>
    (
        [.. step.List("args").Select(argument => PythonValue.Read(argument, variables))],
        step.Fields("kwargs").ToDictionary(static pair => pair.Name, pair => PythonValue.Read(pair.Value, variables)));

    /// <summary>Whether an error was recorded, which did not come.</summary>
    protected bool ExpectsError(JsonElement recorded, string name)
    {
        if (RecordedError(recorded, name) is not { } error)
        {
            return false;
        }

        Differences.Add($"expected {error.GetProperty("type")}: {error.GetProperty("text")}, actual: no error");
        return true;
    }

    /// <summary>Compares an error with the recorded one.</summary>
    protected void Error(JsonElement recorded, string name, Exception thrown)
    {
        var actual = $"{PythonName(thrown)}: {thrown.Message.Split('\n')[0]}";
        if (RecordedError(recorded, name) is not { } error)
        {
            Differences.Add($"expected a result, actual {actual}");
            return;
        }

        var (type, text) = (error.GetProperty("type").GetString()!, error.GetProperty("text").GetString());

        // Python's AssertionError and ZeroDivisionError are no errors of PyTorch's, and have no counterpart.
        var isType = PythonName(thrown) == type || (type is "AssertionError" or "ZeroDivisionError" && thrown is TorchException)
            || (type == "RuntimeError" && thrown is TorchNotImplementedException or TorchLinAlgException or TorchOutOfMemoryException);
        if (!isType || thrown.Message.Split('\n')[0].TrimEnd() != text!.TrimEnd())
        {
            Differences.Add($"expected {type}: {text}, actual {actual}");
        }
    }

    private static JsonElement? RecordedError(JsonElement recorded, string name) =>
        recorded.TryGetProperty(name, out var error) && error.ValueKind == JsonValueKind.Object ? error : null;

    private static string PythonName(Exception thrown) => thrown switch
    {
        TorchIndexException => "IndexError",
        TorchTypeException => "TypeError",
        TorchValueException => "ValueError",
        TorchLinAlgException => "LinAlgError",
        TorchNotImplementedException => "NotImplementedError",
        TorchOutOfMemoryException => "OutOfMemoryError",
        TorchException => "RuntimeError",
        _ => thrown.GetType().Name,
    };

    /// <summary>Differentiates the sum of the squares of all results.</summary>
    protected static void Backward(object? answer)
    {
        Tensor? loss = null;
        foreach (var result in Tensors(answer).Where(static result => result.RequiresGrad))
        {
            var part = (result * result).Sum();
            loss = loss is null ? part : loss + part;
        }

        loss!.Backward();
    }

    private void Backward(JsonElement expected, object? answer, Tensor[] given)
    {
        Backward(answer);
        var leaves = given.Where(static tensor => tensor.RequiresGrad && tensor.IsLeaf).ToArray();
        var comparison = Compared("close", []);
        foreach (var (i, (gradient, leaf)) in expected.EnumerateArray().Zip(leaves).Index())
        {
            comparison.Value($"gradient of argument {i}", gradient, leaf.Grad);
        }
    }
}
