using System.Text.Json;
using TorchLite.Tests.Reference;
using Module = TorchLite.Nn.Module;

namespace TorchLite.Tests.Autograd;

/// <summary>
/// The gradients of every function of <c>torch.nn.functional</c> and of every module, by inputs and parameters, and their gradients, held
/// against differences. The inputs are those of recorded calls, in double precision.
/// </summary>
[TestFixture, NonParallelizable]
public sealed class EveryNetworkOperationTests
{
    private const string NegativeSlope = "In-place leakyReLu backward calculation is triggered with a negative slope which is not supported.";
    private const string Seed = "torch.manual_seed";
    private const int CallsEach = 3;

    private static readonly string[] NotOfDifferences = ["float16", "max_norm", "padding_idx", "scale_grad_by_freq", "hard=True"];
    private static readonly GradientChecks FunctionChecks = new(CallsEach, static (_, error) => error.Message.StartsWith(NegativeSlope, StringComparison.Ordinal));
    private static readonly GradientChecks ModuleChecks = new(CallsEach, static (_, _) => false);
    private static readonly Lazy<ILookup<string, JsonElement>> Calls = new(static () => EveryOperationTests.ReadCalls(
        "nn.jsonl", static call => IsFit(call) && call.List("setup").All(static step => step.GetProperty("call").GetString() == Seed)));
    private static readonly Lazy<ILookup<string, JsonElement>> Modules = new(static () => Corpus.Read("modules.jsonl")
        .Where(static one => one.TryGetProperty("gradients", out _) && IsFit(one))
        .ToLookup(static one => $"Nn.{one.GetProperty("class").GetString()!["torch.nn.".Length..]}"));

    /// <summary>All that is checked, as the list of what is left out has it.</summary>
    internal static IEnumerable<string> Names => [.. Differentiation.Functions, .. Classes];

    private static string[] Classes => [.. ModuleTests.Classes.Select(static name => $"Nn.{name["nn.".Length..]}")];

    [TestCaseSource(typeof(Differentiation), nameof(Differentiation.Functions))]
    public void A_function_has_the_gradients_that_differences_show(string function)
    {
        using var scope = Torch.Scope();
        // What works in place takes the calls of what does not.
        var (calls, own) = (Calls.Value[function.TrimEnd('_')], function.EndsWith('_') ? "_" : "");
        FunctionChecks.Hold(
            function,
            Spread(calls).Select(call => (call, EveryOperationTests.Bind(call.GetProperty("call").GetString()! + own, call)))
                .Where(pair => pair.Item2 is { } binding && Differentiation.Name(binding.Method) == function)
                .Select(static pair => Differentiation.OfFunction(pair.Item2!, pair.call.GetProperty("py").GetString()!))
                .OfType<Differentiation>());
    }

    [TestCaseSource(nameof(Classes))]
    public void A_module_has_the_gradients_that_differences_show(string name)
    {
        using var scope = Torch.Scope();
        ModuleChecks.Hold(name, Spread(Modules.Value[name]).Select(Differentiation.OfModule).OfType<Differentiation>());
    }

    // SyncBatchNorm wants a group of processes, and is compared with Python in one (Distributed/TrainingTests).
    [Test]
    public void Every_class_that_can_be_called_is_among_them() => string.Join("\n", typeof(Module).Assembly.GetExportedTypes()
        .Where(static type => type is { IsAbstract: false, Namespace: "TorchLite.Nn" } && type.IsSubclassOf(typeof(Module))
            && type.GetMethods().Any(static method => method.Name == "Call"))
        .Select(static type => $"Nn.{type.Name.Split('`')[0]}").Except([.. Classes, "Nn.SyncBatchNorm"])).Should().BeEmpty();

    [OneTimeTearDown]
    public void Report()
    {
        FunctionChecks.Report("Gradients of torch.nn.functional", Differentiation.Functions.Length);
        ModuleChecks.Report("Gradients of modules", Classes.Length);
    }

    // Of each way to call once, in the order in which they were recorded, then of each once more: the first few differ most.
    private static IEnumerable<JsonElement> Spread(IEnumerable<JsonElement> calls) => calls
        .GroupBy(Way).SelectMany(static group => group.Select(static (one, turn) => (one, turn)))
        .OrderBy(static pair => pair.turn).Select(static pair => pair.one);

    // Of the numbers only that there are some.
    private static string Way(JsonElement call)
    {
        var parts = new[] { "args", "kwargs", "inputs", "input_kwargs" }
            .Select(name => call.TryGetProperty(name, out var part) ? part : default).Where(static part => part.ValueKind != JsonValueKind.Undefined);
        return string.Join("|", parts.Select(Shown)) + call.TryGetProperty("eval", out _);
    }

    private static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object when value.TryGetProperty("t", out _) => "t",
        JsonValueKind.Object => string.Join(",", value.EnumerateObject().Select(static one => $"{one.Name}={Shown(one.Value)}")),
        JsonValueKind.Array => string.Join(",", value.EnumerateArray().Select(Shown)),
        _ => value.GetRawText(),
    };

    // What has no gradients was recorded without any. Half precision tells nothing more. Of PyTorch's gradients these are not those of
    // differences, on purpose: a bound on the rows of an embedding changes them while they are looked up, the padding's row gets none, the rows' own may be
    // divided by how often they occur, a hard choice gets those of the soft one, and a variance below eps gets that of eps.
    private static bool IsFit(JsonElement call)
    {
        var text = call.GetProperty("py").GetString()!;
        return call.GetRawText().Contains("requires_grad", StringComparison.Ordinal)
            && !Array.Exists(NotOfDifferences, part => text.Contains(part, StringComparison.Ordinal))
            && !(text.Contains("gaussian_nll", StringComparison.OrdinalIgnoreCase) && text.Contains("eps=", StringComparison.Ordinal));
    }
}
