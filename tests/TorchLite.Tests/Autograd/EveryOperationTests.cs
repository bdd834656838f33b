using System.Collections.Concurrent;
using System.Text.Json;
using TorchLite.Tests.Reference;

namespace TorchLite.Tests.Autograd;

/// <summary>
/// The gradients of every differentiable operation, and their gradients, held against differences: with the inputs of recorded calls, or
/// with those of <see cref="GradientRecipes"/> where an operation has gradients in few places only.
/// </summary>
[TestFixture, NonParallelizable]
public sealed class EveryOperationTests
{
    private const int CallsEach = 3;

    private static readonly Lazy<ILookup<string, JsonElement>> Calls = new(static () => ReadCalls("ops.jsonl", static call => !call.List("setup").Any()));

    /// <summary>What not-gradchecked.txt says.</summary>
    internal static IReadOnlyDictionary<string, (string Missing, string Reason)> Listed { get; } =
        Repository.Lines("TorchLite.Tests", "Autograd", "not-gradchecked.txt")
            .Select(static line => line.Split(": ", 3)).ToDictionary(static parts => parts[0], static parts => (parts[1], parts[2]));

    // Calls that PyTorch 2.6 and 2.14 give no gradients of, and how they say so.
    private static readonly (string Operation, string Text)[] NotOfPyTorch =
    [
        ("Linalg.Cond", "one of the variables needed for gradient computation has been modified by an inplace operation"),
        ("Linalg.Qr", "The QR decomposition is not differentiable when mode='complete' and nrows > ncols"),
        ("Linalg.Qr", "The derivative of linalg.qr depends on Q, which is not computed when mode='r'"),
        ("Tensor.Dist", "Expected a proper Tensor but got None"),
        ("Tensor.Where", "Expected isFloatingType(grad.scalar_type())"),
        ("Torch.LuUnpack", "triu: input tensor must have at least 2 dimensions"),
    ];

    private static readonly GradientChecks Checks = new(CallsEach, IsPyTorchs);

    [TestCaseSource(typeof(Differentiation), nameof(Differentiation.Operations))]
    public void Has_the_gradients_that_differences_show(string operation)
    {
        using var scope = Torch.Scope();
        Checks.Hold(operation, Candidates(operation));
    }

    [Test]
    public void What_is_listed_is_an_operation_and_has_a_reason()
    {
        Listed.Keys.Should().BeSubsetOf([.. Differentiation.Operations, .. EveryNetworkOperationTests.Names])
            .And.BeInAscendingOrder(StringComparer.Ordinal);
        Listed.Values.Should().OnlyContain(static entry => entry.Reason.Length > 0);
        GradientRecipes.All.Keys.Should().BeSubsetOf(Differentiation.Operations);
    }

    [OneTimeTearDown]
    public void Report() => Checks.Report("Gradients", Differentiation.Operations.Length);

    private static bool IsPyTorchs(string operation, TorchException error) => Array.Exists(
        NotOfPyTorch, entry => entry.Operation == operation && error.Message.StartsWith(entry.Text, StringComparison.Ordinal));

    private static IEnumerable<Differentiation> Candidates(string operation) =>
        GradientRecipes.All.TryGetValue(operation, out var make)
            ? [make()]
            : Calls.Value[operation].Select(Bind).OfType<Binding>().Where(binding => Differentiation.Name(binding.Method) == operation)
                .Select(Differentiation.Of).OfType<Differentiation>();

    /// <summary>The recorded calls of a corpus that have results, by the operations that they may mean.</summary>
    internal static ILookup<string, JsonElement> ReadCalls(string corpus, Func<JsonElement, bool> isFit) =>
        Corpus.Read(corpus)
            .Where(call => !call.TryGetProperty("error", out _) && isFit(call))
            .SelectMany(static call => Names(Replay.Twin(call)).Select(name => (name, call)))
            .ToLookup(static pair => pair.name, static pair => pair.call);

    private static readonly ConcurrentDictionary<string, string[]> Known = new();

    private static string[] Names(string call) =>
        Known.GetOrAdd(call, static call => [.. Naming.Methods(call).Select(Differentiation.Name).Distinct()]);

    private static Binding? Bind(JsonElement call) => Bind(call.GetProperty("call").GetString()!, call);

    /// <summary>What C# has by this name with the arguments of a recorded call; null where there is nothing.</summary>
    internal static Binding? Bind(string name, JsonElement call)
    {
        var positional = call.List("args").Select(static argument => PythonValue.Read(argument, NoVariables)).ToArray();
        var named = call.Fields("kwargs").ToDictionary(static pair => pair.Name, static pair => PythonValue.Read(pair.Value, NoVariables));
        return Binding.Find(Replay.Twin(name, ref positional, named), positional, named);
    }

    private static readonly Dictionary<string, object?> NoVariables = [];
}
