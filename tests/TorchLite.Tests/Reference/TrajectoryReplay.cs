using System.Collections;
using System.Text.Json;
using TorchLite.Nn;
using TorchLite.Optim;

namespace TorchLite.Tests.Reference;

/// <summary>Makes a recorded optimizer in C#, lets it change parameters, and tells how they and its state differ from PyTorch's.</summary>
internal sealed class TrajectoryReplay : Replay
{
    private static readonly Dictionary<string, object?> NoVariables = [];
    private static readonly long[][] Shapes = [[3, 4], [5], [2, 3, 2]];

    /// <summary>The C# constructor, every difference, and whether all is equal to the last bit.</summary>
    internal static new (string Call, IReadOnlyList<string> Differences, bool IsExact) Run(JsonElement recorded) =>
        new TrajectoryReplay().Make(recorded);

    protected override void Answer(JsonElement recorded)
    {
        var dtype = recorded.GetProperty("dtype").GetString() == "float64" ? DType.Float64 : DType.Float32;
        Torch.ManualSeed(5);
        var parameters = Array.ConvertAll(Shapes, shape => new Parameter(Torch.Randn(new Shape(shape), dtype)));
        var options = recorded.Fields("kwargs").ToDictionary(static pair => pair.Name, static pair => PythonValue.Read(pair.Value, NoVariables));
        try
        {
            var given = new PythonList([.. parameters], IsTuple: false);
            if (Find(recorded.GetProperty("optimizer").GetString()!, [given], options)?.Invoke() is not Optimizer optimizer)
            {
                return;
            }

            if (recorded.TryGetProperty("repr", out var text) && text.GetString() != optimizer.ToString())
            {
                Differences.Add($"printed: expected {text.GetString()}, actual {optimizer}");
            }

            Steps(recorded, optimizer, parameters);
            if (!ExpectsError(recorded, "error"))
            {
                State(recorded, optimizer.StateDict());
            }
        }
        catch (Exception thrown)
        {
            Error(recorded, "error", thrown);
        }
    }

    private void Steps(JsonElement recorded, Optimizer optimizer, Parameter[] parameters)
    {
        var isClosed = optimizer.GetType().Name == "LBFGS";
        Growth = GrowthOf(optimizer);
        var isWhole = recorded.TryGetProperty("whole", out _);
        var shown = recorded.List("steps").GetEnumerator();
        for (var step = 1; step <= (isClosed ? 5 : 20); step++)
        {
            if (isClosed)
            {
                optimizer.Step(() => Valley(optimizer, parameters));
            }
            else
            {
                Torch.ManualSeed(100 + step);
                for (var i = 0; i < parameters.Length; i++)
                {
                    parameters[i].Grad = i == 1 && step is 1 or 4 && !isWhole
                        ? null : Torch.RandnLike(parameters[i]) + (parameters[i].Detach() * 0.5);
                }

                optimizer.Step();
            }

            if (step is 1 or 5 or 20 && shown.MoveNext())
            {
                foreach (var (i, (expected, parameter)) in shown.Current.EnumerateArray().Zip(parameters).Index())
                {
                    Compared("close", []).Value($"parameter {i} after step {step}", expected, parameter.Detach());
                }
            }
        }
    }

    /// <summary>Of some tens of steps; LBFGS divides by the differences of gradients, which hardly differ at the end.</summary>
    internal static double GrowthOf(Optimizer optimizer) => optimizer is LBFGS ? 1000 : 10;

    private static Tensor Valley(Optimizer optimizer, Parameter[] parameters)
    {
        optimizer.ZeroGrad();
        var x = Torch.Cat(Array.ConvertAll(parameters, static parameter => parameter.Flatten()));
        var value = ((x - 1).Pow(2) * Torch.Arange(1, x.Numel() + 1)).Sum() / 20 + (x[1..] - x[..^1]).Pow(4).Sum() / 50;
        value.Backward();
        return value;
    }

    private void State(JsonElement recorded, OrderedDictionary<object, object?> actual)
    {
        var parts = ((IReadOnlyDictionary<object, object?>)actual["state"]!).SelectMany(static one =>
            ((IReadOnlyDictionary<object, object?>)one.Value!).OrderBy(static part => (string)part.Key, StringComparer.Ordinal)
            .Select(part => (Name: $"{one.Key} {part.Key}", part.Value))).ToArray();
        var expected = recorded.List("state").ToArray();
        var names = string.Join(", ", expected.Select(static part => $"{part[0]} {part[1].GetString()}"));
        if (names != string.Join(", ", parts.Select(static part => part.Name)))
        {
            Differences.Add($"state: expected {names}, actual {string.Join(", ", parts.Select(static part => part.Name))}");
            return;
        }

        foreach (var (part, (name, value)) in expected.Zip(parts))
        {
            Value($"state {name}", part[2], value);
        }

        if (!recorded.TryGetProperty("groups", out var options))
        {
            return;
        }

        var group = (IReadOnlyDictionary<object, object?>)((IList)actual["param_groups"]!)[0]!;
        names = string.Join(", ", options.EnumerateArray().Select(static option => option[0].GetString()));
        if (names != string.Join(", ", group.Keys))
        {
            Differences.Add($"options: expected {names}, actual {string.Join(", ", group.Keys)}");
            return;
        }

        foreach (var (option, (name, value)) in options.EnumerateArray().Zip(group))
        {
            Value($"option {name}", option[1], value);
        }
    }

    private void Value(string what, JsonElement expected, object? actual)
    {
        if (expected.ValueKind == JsonValueKind.Object && expected.TryGetProperty("list", out var items) && actual is IList list)
        {
            if (items.GetArrayLength() != list.Count)
            {
                Differences.Add($"{what}: expected {items.GetArrayLength()} items, actual {list.Count}");
                return;
            }

            for (var i = 0; i < list.Count; i++)
            {
                Value($"{what}[{i}]", items[i], list[i]);
            }
        }
        else
        {
            Compared("close", []).Value(what, expected, actual);
        }
    }
}
