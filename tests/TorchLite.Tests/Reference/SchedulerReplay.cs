using System.Runtime.CompilerServices;
using System.Text.Json;
using TorchLite.Nn;
using TorchLite.Optim;
using TorchLite.Optim.LrScheduler;
using TorchLite.Optim.SwaUtils;

namespace TorchLite.Tests.Reference;

/// <summary>Makes a recorded scheduler in C#, lets it set learning rates, and tells how they and its state differ from PyTorch's.</summary>
internal sealed class SchedulerReplay : Replay
{
    private const int Steps = 60;

    private static readonly Dictionary<string, object?> NoVariables = [];

    private static readonly Dictionary<string, Func<double, double>> Lambdas = new()
    {
        ["half"] = static x => Math.Pow(0.5, x),
        ["inverse"] = static x => 1 / (1 + x),
        ["slowly"] = static _ => 0.95,
        ["up"] = static x => 1 / Math.Pow(5, x * 0.0001),
    };

    /// <summary>The C# constructor, every difference, and whether all is equal to the last bit.</summary>
    internal static new (string Call, IReadOnlyList<string> Differences, bool IsExact) Run(JsonElement recorded)
    {
        var replay = new SchedulerReplay();
        var (call, differences, isExact) = replay.Make(recorded);
        return (call, differences, isExact && replay.isExact);
    }

    private bool isExact = true;

    protected override void Answer(JsonElement recorded)
    {
        try
        {
            if (recorded.TryGetProperty("average", out var network))
            {
                Average(recorded, network.GetString()!);
            }
            else if (recorded.TryGetProperty("decay", out var decay))
            {
                Find(Name(recorded), [decay.GetDouble()], [])?.Invoke();
                ExpectsError(recorded, "error");
            }
            else
            {
                Schedule(recorded);
            }
        }
        catch (Exception thrown)
        {
            Error(recorded, "error", thrown);
        }
    }

    private static string Name(JsonElement recorded) => recorded.GetProperty("scheduler").GetString()!;

    private void Schedule(JsonElement recorded)
    {
        var (optimizer, scheduler) = Both(recorded);
        if (scheduler is null)
        {
            return;
        }

        var way = recorded.TryGetProperty("way", out var told) ? told.GetString()! : scheduler is ReduceLROnPlateau ? "metrics" : "";
        var (steps, resumed) = (recorded.List("steps").ToArray(), recorded.List("resumed").ToArray());
        Told("at first", steps, 0, optimizer);
        using var file = new MemoryStream();
        for (var number = 1; number <= Steps; number++)
        {
            optimizer.Step();
            Step(scheduler, way, number);
            Told($"after {number} steps", steps, number, optimizer);
            if (number == Steps / 2)
            {
                Torch.Save(new List<object?> { optimizer.StateDict(), scheduler.StateDict() }, file);
            }
        }

        if (ExpectsError(recorded, "error"))
        {
            return;
        }

        Same("state", recorded.GetProperty("state"), scheduler.StateDict());
        var set = optimizer.ParamGroups[1].Options.Where(option => !optimizer.Defaults.Options.ContainsKey(option.Key));
        Same(
            "group", recorded.GetProperty("groups"),
            new OrderedDictionary<object, object?>(set.Select(static option => KeyValuePair.Create((object)option.Key, option.Value))));
        var known = optimizer.ParamGroups.Select(static one => one.Lr);
        if (!known.SequenceEqual(scheduler.GetLastLr()))
        {
            Differences.Add($"the last learning rates are {string.Join(", ", scheduler.GetLastLr())}");
        }

        // Another one, made anew, goes on from a file of the middle.
        var (other, later) = Both(recorded);
        file.Position = 0;
        var loaded = (List<object?>)Torch.Load(file)!;
        other.LoadStateDict((IReadOnlyDictionary<object, object?>)loaded[0]!);
        later!.LoadStateDict((IReadOnlyDictionary<object, object?>)loaded[1]!);
        for (var number = (Steps / 2) + 1; number <= Steps; number++)
        {
            other.Step();
            Step(later, way, number);
            Told($"resumed, after {number} steps", resumed, number - (Steps / 2) - 1, other);
        }
    }

    private (Optimizer Optimizer, LRScheduler? Scheduler) Both(JsonElement recorded)
    {
        var kwargs = recorded.GetProperty("kwargs");
        var optimizer = OptimizerOf(recorded.GetProperty("optimizer").GetString()!, kwargs.TryGetProperty("last_epoch", out _));
        return (optimizer, Made(Name(recorded), optimizer, kwargs));
    }

    private static Optimizer OptimizerOf(string name, bool isResumed)
    {
        Parameter first = new(Torch.Ones(2)), second = new(Torch.Ones(3));
        Optimizer optimizer = name switch
        {
            "SGD" => new SGD([new([first]), new([second]) { Lr = 0.3 }], lr: 0.1, momentum: 0.9),
            "AdamW" => new AdamW([new([first]), new([second]) { Lr = 0.3 }], lr: 0.1),
            _ => new Adagrad([new([first]), new([second]) { Lr = 0.3 }], lr: 0.1),
        };
        if (isResumed)
        {
            optimizer.ParamGroups[0]["initial_lr"] = 0.2;
            optimizer.ParamGroups[1]["initial_lr"] = 0.4;
        }

        return optimizer;
    }

    private LRScheduler? Made(string name, Optimizer optimizer, JsonElement kwargs)
    {
        var named = kwargs.EnumerateObject().ToDictionary(static pair => pair.Name, pair => Argument(pair.Name, pair.Value, optimizer));
        object?[] positional = name.EndsWith("ChainedScheduler", StringComparison.Ordinal) ? [] : [optimizer];
        return Find(name, positional, named)?.Invoke() as LRScheduler;
    }

    private object? Argument(string name, JsonElement coded, Optimizer optimizer)
    {
        switch (coded.EnumerateObject().First())
        {
            case { Name: "lambda", Value: var lambda } when name == "scale_fn":
                return Lambdas[lambda.GetString()!];
            case { Name: "lambda", Value: var lambda }:
                return OfEpoch(lambda);
            case { Name: "lambdas", Value: var lambdas }:
                return lambdas.EnumerateArray().Select(OfEpoch).ToArray();
            case { Name: "parts", Value: var parts }:
                return parts.EnumerateArray().Select(part => Made(
                    $"torch.optim.lr_scheduler.{part.GetProperty("scheduler").GetString()}", optimizer,
                    part.GetProperty("kwargs"))!).ToArray();
            default:
                return PythonValue.Read(coded, NoVariables);
        }
    }

    private static Func<long, double> OfEpoch(JsonElement name)
    {
        var function = Lambdas[name.GetString()!];
        return epoch => function(epoch);
    }

    private static void Step(LRScheduler scheduler, string way, int number)
    {
        switch (way, scheduler)
        {
            case ("metrics", ReduceLROnPlateau plateau):
                plateau.Step(number < 10 ? 10.0 / number : number < 40 ? 1.0 : 0.5);
                break;
            case ("part", CosineAnnealingWarmRestarts restarts):
                restarts.Step((number / 4.0) + 0.125);
                break;
            case ("epoch" or "negative", _):
                scheduler.Step(way == "epoch" ? number : -number);
                break;
            default:
                scheduler.Step();
                break;
        }
    }

    private void Told(string when, JsonElement[] steps, int number, Optimizer optimizer)
    {
        if (number >= steps.Length || Differences.Count > 8)
        {
            return;
        }

        var values = optimizer.ParamGroups.SelectMany(static group => (object?[])
            [group["lr"], group.Options.GetValueOrDefault("momentum") ?? group.Options.GetValueOrDefault("betas")]).ToArray();
        foreach (var (i, (expected, value)) in steps[number].EnumerateArray().Zip(values).Index())
        {
            Same($"{(i % 2 == 0 ? "lr" : "momentum")} of group {i / 2} {when}", expected, value);
        }
    }

    private void Average(JsonElement recorded, string name)
    {
        var net = Network(name);
        var how = recorded.GetProperty("how").GetString();
        var averaged = new AveragedModel<Sequential>(
            net,
            avgFn: how == "swa" ? Torch.Optim.SwaUtils.GetSwaAvgFn() : how == "ema" ? Torch.Optim.SwaUtils.GetEmaAvgFn(0.9) : null,
            multiAvgFn: how == "swa_multi" ? Torch.Optim.SwaUtils.GetSwaMultiAvgFn()
            : how == "ema_multi" ? Torch.Optim.SwaUtils.GetEmaMultiAvgFn(0.9) : null,
            useBuffers: recorded.GetProperty("use_buffers").GetBoolean());
        for (var number = 0; number < 10; number++)
        {
            Torch.ManualSeed(100 + number);
            foreach (var tensor in net.Parameters().Concat<Tensor>(net.Buffers()).Select(static one => one.Detach()))
            {
                tensor.Copy_(tensor.IsFloatingPoint() ? Torch.Randn(tensor.Shape) : Torch.Tensor(number * 3));
            }

            averaged.UpdateParameters(net);
        }

        if (name == "normed")
        {
            Torch.ManualSeed(7);
            Torch.Optim.SwaUtils.UpdateBn([.. Enumerable.Range(0, 3).Select(static _ => Torch.Randn(5, 3))], averaged.Module);
        }

        if (ExpectsError(recorded, "error"))
        {
            return;
        }

        if (recorded.TryGetProperty("repr", out var text))
        {
            Equal("printed", text.GetString(), averaged.ToString());
        }

        var (expected, state) = (recorded.GetProperty("averaged").EnumerateArray().ToArray(), averaged.StateDict());
        Equal("state", string.Join(", ", expected.Select(static pair => pair[0].GetString())), string.Join(", ", state.Keys));
        foreach (var (pair, (key, value)) in expected.Zip(state))
        {
            Compared("close", []).Value(key, pair[1], value.Detach());
        }
    }

    private static Sequential Network(string name)
    {
        Torch.ManualSeed(3);
        Sequential net = name == "normed"
            ? [new Linear(3, 4), new BatchNorm1d(4), new Linear(4, 2)] : [new Linear(3, 4), new ReLU(), new Linear(4, 2)];
        return name == "double" ? net.Double() : net;
    }

    // State dicts of a kind that Comparison does not know: dicts in their order, lists, and numbers of the very kind.
    private void Same(string what, JsonElement expected, object? actual)
    {
        if (expected.ValueKind == JsonValueKind.Null)
        {
            Equal(what, null, actual);
            return;
        }

        switch (expected.EnumerateObject().First())
        {
            case { Name: "dict", Value: var pairs } when actual is IReadOnlyDictionary<object, object?> dict:
                Items($"{what}: keys", [.. pairs.EnumerateArray().Select(static pair => pair[0])], dict.Keys);
                Items(what, [.. pairs.EnumerateArray().Select(static pair => pair[1])], dict.Values);
                break;
            case { Name: "list" or "tuple", Value: var items } when actual is ITuple tuple:
                Items(what, [.. items.EnumerateArray()], Enumerable.Range(0, tuple.Length).Select(i => tuple[i]));
                break;
            case { Name: "list" or "tuple", Value: var items } when actual is IEnumerable<object?> list:
                Items(what, [.. items.EnumerateArray()], list);
                break;
            case { Name: "f" } when actual is double number:
                var right = (double)PythonValue.Read(expected, NoVariables)!;
                isExact &= right == number;

                // Of another system's cosines and powers the last bit may differ.
                if (right != number && Math.Abs(right - number) > 1e-12 * Math.Abs(right))
                {
                    Equal(what, right, number);
                }

                break;
            default:
                Equal(what, PythonValue.Read(expected, NoVariables), actual);
                break;
        }
    }

    private void Items(string what, JsonElement[] expected, IEnumerable<object?> actual)
    {
        var items = actual.ToArray();
        if (expected.Length != items.Length)
        {
            Differences.Add($"{what}: expected {string.Join(", ", expected)}, actual {string.Join(", ", items)}");
            return;
        }

        foreach (var (i, (item, value)) in expected.Zip(items).Index())
        {
            Same($"{what}[{i}]", item, value);
        }
    }

    private void Equal(string what, object? expected, object? actual)
    {
        if (!Equals(expected, actual))
        {
            Differences.Add($"{what}: expected {Kind(expected)} {expected}, actual {Kind(actual)} {actual}");
        }
    }
}
