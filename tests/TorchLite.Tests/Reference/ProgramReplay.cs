using System.Collections;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using TorchLite.Optim;

namespace TorchLite.Tests.Reference;

/// <summary>Runs a program of programs.py in C#, and tells how parameters, states and errors differ from PyTorch's.</summary>
internal sealed class ProgramReplay : Replay
{
    private static readonly Dictionary<string, object?> NoVariables = [];
    private readonly List<Tensor> leaves = [], parameters = [];
    private readonly List<JsonElement> added = [];
    private bool isDifferentiable;

    /// <summary>Nothing for a call, every difference, and whether all is equal to the last bit.</summary>
    internal static new (string Call, IReadOnlyList<string> Differences, bool IsExact) Run(JsonElement recorded) =>
        new ProgramReplay().Make(recorded);

    protected override void Answer(JsonElement recorded)
    {
        Torch.SetDefaultDtype(PythonValue.DTypeOf(recorded.GetProperty("default")));
        isDifferentiable = recorded.GetProperty("kwargs").TryGetProperty("differentiable", out _);
        try
        {
            Torch.ManualSeed(recorded.GetProperty("seed").GetInt64());
            var optimizer = New(recorded, recorded.List("groups"), null);
            foreach (var action in recorded.List("actions"))
            {
                Act(recorded, optimizer, action);
            }

            if (!ExpectsError(recorded, "error"))
            {
                Compare(recorded, optimizer);
            }
        }
        catch (Exception thrown)
        {
            Error(recorded, "error", thrown);
        }
    }

    private static Type ClassOf(JsonElement recorded) =>
        typeof(Optimizer).Assembly.GetType($"TorchLite.Optim.{recorded.GetProperty("optimizer").GetString()}")!;

    private static Type GroupOf(Type optimizer) =>
        optimizer.IsGenericType ? optimizer.GetGenericArguments()[0] : GroupOf(optimizer.BaseType!);

    private Optimizer New(JsonElement recorded, IEnumerable<JsonElement> groups, DType? dtype)
    {
        var (type, groupType) = (ClassOf(recorded), GroupOf(ClassOf(recorded)));
        ParamGroup[] given = [.. groups.Select(group => Group(group, groupType, dtype))];
        var list = Array.CreateInstance(groupType, given.Length);
        given.CopyTo(list, 0);
        var constructor = type.GetConstructors().Single(one => one.GetParameters()[0].ParameterType.GetGenericArguments()[0] == groupType);
        var options = recorded.Fields("kwargs").ToDictionary(static option => Naming.Parameter(option.Name), static option => option.Value);
        object?[] arguments = [list, .. constructor.GetParameters().Skip(1).Select(parameter =>
        {
            if (!options.Remove(parameter.Name!, out var value))
            {
                return parameter.DefaultValue;
            }

            Conversion.Convert(PythonValue.Read(value, NoVariables), parameter.ParameterType, out var converted)
                .Should().NotBeNull($"{parameter.Name} is {value}");
            return converted;
        })];
        options.Should().BeEmpty();
        return (Optimizer)Unwrapped(() => constructor.Invoke(arguments));
    }

    private ParamGroup Group(JsonElement told, Type type, DType? dtype)
    {
        var own = new List<Tensor>();
        foreach (var parameter in told.List("params"))
        {
            var shape = new Shape([.. parameter[0].EnumerateArray().Select(static size => size.GetInt64())]);
            var leaf = Torch.Randn(shape, dtype ?? PythonValue.DTypeOf(parameter[1])).RequiresGrad_();
            own.Add(isDifferentiable && dtype is null ? leaf.Clone() : leaf);
            if (dtype is null)
            {
                leaves.Add(leaf);
                parameters.Add(own[^1]);
            }
        }

        var group = (ParamGroup)Activator.CreateInstance(type, (IEnumerable<Tensor>)own)!;
        foreach (var option in told.Fields("options"))
        {
            group[option.Name] = Option(option.Value);
        }

        return group;
    }

    private static object? Option(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("tensor", out var number)
        ? Torch.Tensor(number.GetDouble(), PythonValue.DTypeOf(value.GetProperty("dtype")))
        : PythonValue.Read(value, NoVariables) switch
        {
            PythonList { Items: [null, double second] } => ((double?)null, second),
            PythonList { Items: [double first, double second] } => (first, second),
            var one => one,
        };

    private void Act(JsonElement recorded, Optimizer optimizer, JsonElement action)
    {
        switch (action[0].GetString())
        {
            case "grads":
                Torch.ManualSeed(action[1].GetInt64());
                foreach (var parameter in parameters)
                {
                    var isMissing = Torch.Rand([1], DType.Float32).Item<float>() < action[2].GetDouble();
                    var size = action[3].GetDouble();
                    var grad = (Torch.Randn(parameter.Shape, parameter.DType) * size) + (parameter.Detach() * 0.5);
                    parameter.Grad = isMissing ? null : size == 0 ? Torch.ZerosLike(grad) : grad;
                }

                break;
            case "step":
                Take(optimizer, parameters);
                break;
            case "zero":
                optimizer.ZeroGrad(action[1].GetBoolean());
                break;
            case "add":
                var group = Group(action[1], GroupOf(optimizer.GetType()), null);
                Unwrapped(() => optimizer.GetType().GetMethod("AddParamGroup")!.Invoke(optimizer, [group]));
                added.Add(action[1]);
                break;
            case "set":
                optimizer.ParamGroups[action[1].GetInt32()][action[2].GetString()!] = Option(action[3]);
                break;
            case "self":
                using (var stream = new MemoryStream())
                {
                    Torch.Save(optimizer.StateDict(), stream);
                    stream.Position = 0;
                    optimizer.LoadStateDict((OrderedDictionary<object, object?>)Torch.Load(stream)!);
                }

                break;
            default:
                Load(recorded, optimizer, PythonValue.DTypeOf(action[1]), action[2].GetInt32(), action[3].GetBoolean());
                break;
        }
    }

    private void Load(JsonElement recorded, Optimizer optimizer, DType dtype, int steps, bool isPartly)
    {
        Torch.ManualSeed(7);
        var other = New(recorded, recorded.List("groups").Concat(added), dtype);
        for (var step = 0; step < steps; step++)
        {
            Torch.ManualSeed(50 + step);
            foreach (var parameter in other.ParamGroups.SelectMany(static group => group.Params))
            {
                parameter.Grad = Torch.Randn(parameter.Shape, parameter.DType);
            }

            Take(other, other.ParamGroups[0].Params);
        }

        var dict = other.StateDict();
        var state = (OrderedDictionary<object, object?>)dict["state"]!;
        if (isPartly && state.Count > 0)
        {
            state.RemoveAt(0);
        }

        optimizer.LoadStateDict(dict);
    }

    private static void Take(Optimizer optimizer, IReadOnlyList<Tensor> parameters)
    {
        if (optimizer is not LBFGS)
        {
            optimizer.Step();
            return;
        }

        optimizer.Step(() =>
        {
            optimizer.ZeroGrad();
            Tensor loss = 0;
            foreach (var (i, parameter) in parameters.Index())
            {
                loss = loss + (((parameter - 1).Abs().Pow(2).Sum().Double() * (i + 1)) + (parameter.Abs().Pow(4).Sum().Double() * 0.1));
            }

            loss.Backward();
            return loss;
        });
    }

    private void Compare(JsonElement recorded, Optimizer optimizer)
    {
        Growth = TrajectoryReplay.GrowthOf(optimizer);
        var comparison = Compared("close", []);
        foreach (var (i, (expected, parameter)) in recorded.List("params").Zip(parameters).Index())
        {
            comparison.Value($"parameter {i}", expected, parameter.Detach());
        }

        if (isDifferentiable)
        {
            parameters.Select(static parameter => parameter.Sum().Abs()).Aggregate((Tensor)0, static (sum, one) => sum + one).Backward();
            foreach (var (i, (expected, leaf)) in recorded.List("grads").Zip(leaves).Index())
            {
                comparison.Value($"gradient {i}", expected, leaf.Grad);
            }
        }

        var state = ((IReadOnlyDictionary<object, object?>)optimizer.StateDict()["state"]!).OrderBy(static one => (long)one.Key)
            .SelectMany(static one => ((IReadOnlyDictionary<object, object?>)one.Value!)
                .OrderBy(static part => (string)part.Key, StringComparer.Ordinal).Select(part => (Name: $"{one.Key} {part.Key}", part.Value))).ToArray();
        var names = string.Join(", ", recorded.List("state").Select(static part => $"{part[0]} {part[1].GetString()}"));
        if (names != string.Join(", ", state.Select(static part => part.Name)))
        {
            Differences.Add($"state: expected {names}, actual {string.Join(", ", state.Select(static part => part.Name))}");
            return;
        }

        foreach (var (expected, (name, value)) in recorded.List("state").Zip(state))
        {
            // The other ones hang on the last bits of gradients that hardly differ: another processor has other ones.
            if (optimizer is LBFGS && !RecordedMachine.IsThis && name.Split(' ')[1] is not ("t" or "n_iter" or "func_evals"))
            {
                continue;
            }

            Value(comparison, $"state {name}", expected[2], value);
        }
    }

    private static void Value(Comparison comparison, string what, JsonElement expected, object? actual)
    {
        if (expected.ValueKind == JsonValueKind.Object && expected.TryGetProperty("list", out var items) && actual is IList list)
        {
            list.Count.Should().Be(items.GetArrayLength());
            for (var i = 0; i < list.Count; i++)
            {
                Value(comparison, $"{what}[{i}]", items[i], list[i]);
            }
        }
        else
        {
            comparison.Value(what, expected, actual is Tensor tensor ? tensor.Detach() : actual);
        }
    }

    private static T Unwrapped<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (TargetInvocationException wrapped)
        {
            ExceptionDispatchInfo.Throw(wrapped.InnerException!);
            throw;
        }
    }
}
