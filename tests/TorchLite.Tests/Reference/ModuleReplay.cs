using System.Text.Json;
using TorchLite.Nn;

namespace TorchLite.Tests.Reference;

/// <summary>Makes a recorded module in C#, calls and differentiates it, and tells how all that differs from PyTorch's.</summary>
internal sealed class ModuleReplay : Replay
{
    private static readonly Dictionary<string, object?> NoVariables = [];

    /// <summary>The C# constructor, every difference, and whether all is equal to the last bit.</summary>
    internal static new (string Call, IReadOnlyList<string> Differences, bool IsExact) Run(JsonElement recorded) =>
        new ModuleReplay().Make(recorded);

    /// <summary>The recorded module, and how it is called; null where no C# constructor makes it.</summary>
    internal static (Module Module, string Call, object?[] Inputs, Dictionary<string, object?> Named)? Made(JsonElement recorded)
    {
        var (arguments, named) = (Values(recorded, "args"), Named(recorded, "kwargs"));
        var call = named.Remove("return_indices", out var indices) && indices is true ? "CallWithIndices" : "Call";
        return Binding.Find(recorded.GetProperty("class").GetString()!, arguments, named)?.Invoke() is Module module
            ? (module, call, Values(recorded, "inputs"), Named(recorded, "input_kwargs"))
            : null;
    }

    /// <summary>The call of a module with these inputs; null where it takes no such.</summary>
    internal static Binding? Bound(Module module, string call, object?[] inputs, Dictionary<string, object?> named) => Binding.Choose(
        [.. module.GetType().GetMethods().Where(method => method.Name == call)], [module, .. inputs], named);

    protected override void Answer(JsonElement recorded)
    {
        var (positional, keywords) = (Values(recorded, "inputs"), Named(recorded, "input_kwargs"));
        var given = positional.Concat(keywords.Values).SelectMany(Tensors).ToArray();
        object? output;
        try
        {
            Torch.ManualSeed(recorded.GetProperty("seed").GetInt64());
            var (arguments, named) = Arguments(recorded);
            var call = named.Remove("return_indices", out var indices) && indices is true ? "CallWithIndices" : "Call";
            if (Find(recorded.GetProperty("class").GetString()!, arguments, named)?.Invoke() is not Module module)
            {
                return;
            }

            Made(module, recorded);
            module.Train(!recorded.TryGetProperty("eval", out _));
            Torch.ManualSeed(recorded.GetProperty("seed").GetInt64() + 1);
            output = Called(module, call, positional, keywords, recorded);
            if (ExpectsError(recorded, "error") || output is NoMethod)
            {
                return;
            }

            Compared("close", given).Value("result", recorded.GetProperty("output"), output);
            if (Differences.Count == 0 && recorded.TryGetProperty("gradients", out var gradients))
            {
                Backward(output);
                var leaves = given.Where(static tensor => tensor.RequiresGrad && tensor.IsLeaf).ToArray();
                foreach (var (i, (gradient, leaf)) in gradients.EnumerateArray().Zip(leaves).Index())
                {
                    Compared("close", []).Value($"gradient of input {i}", gradient, leaf.Grad);
                }

                List(
                    "gradient of parameter", recorded, "parameters",
                    module.NamedParameters().Select(static one => (one.Name, one.Parameter.Grad)));
            }

            List(
                "buffer afterwards", recorded, "buffers",
                module.NamedBuffers().Select(static one => (one.Name, (Tensor?)one.Buffer.Detach())));
            Text("printed afterwards", recorded, "repr_after", module);
        }
        catch (Exception thrown)
        {
            Error(recorded, "error", thrown);
        }
    }

    private object? Called(Module module, string call, object?[] positional, Dictionary<string, object?> keywords, JsonElement recorded)
    {
        if (Bound(module, call, positional, keywords) is not { } binding)
        {
            var given = string.Join(", ", positional.Select(Kind).Concat(keywords.Keys));
            Differences.Add($"{module.GetType().Name} has no {call} for ({given})");
            return default(NoMethod);
        }

        if (!recorded.TryGetProperty("no_grad", out _))
        {
            return binding.Invoke();
        }

        using var none = Torch.NoGrad();
        return binding.Invoke();
    }

    private void Made(Module module, JsonElement recorded)
    {
        Text("printed", recorded, "repr", module);
        List("state", recorded, "state", module.StateDict().Select(static pair => (pair.Key, (Tensor?)pair.Value)));
    }

    private void Text(string what, JsonElement recorded, string field, Module module)
    {
        if (recorded.TryGetProperty(field, out var text) && text.GetString() != module.ToString())
        {
            Differences.Add($"{what}: expected {text.GetString()}, actual {module}");
        }
    }

    private void List(string what, JsonElement recorded, string field, IEnumerable<(string Name, Tensor? Value)> actual)
    {
        if (!recorded.TryGetProperty(field, out var list))
        {
            return;
        }

        var (expected, ours) = (list.EnumerateArray().ToArray(), actual.ToArray());
        var names = string.Join(", ", expected.Select(static pair => pair[0].GetString()));
        if (names != string.Join(", ", ours.Select(static one => one.Name)))
        {
            Differences.Add($"{what}: expected {names}, actual {string.Join(", ", ours.Select(static one => one.Name))}");
            return;
        }

        foreach (var (pair, (name, value)) in expected.Zip(ours))
        {
            if (pair[1].ValueKind == JsonValueKind.Object && pair[1].TryGetProperty("s", out var text))
            {
                if (value is not UninitializedParameter and not UninitializedBuffer)
                {
                    Differences.Add($"{what} {name}: expected {text}, actual {value}");
                }
            }
            else
            {
                Compared("close", []).Value($"{what} {name}", pair[1], value);
            }
        }
    }

    private static object?[] Values(JsonElement recorded, string field) =>
        [.. recorded.List(field).Select(static value => PythonValue.Read(value, NoVariables))];

    private static Dictionary<string, object?> Named(JsonElement recorded, string field) =>
        recorded.Fields(field).ToDictionary(static pair => pair.Name, static pair => PythonValue.Read(pair.Value, NoVariables));

    private readonly record struct NoMethod;
}
