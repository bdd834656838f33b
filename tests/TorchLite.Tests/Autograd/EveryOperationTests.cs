using System.Collections.Concurrent;
using System.Diagnostics;
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
    private const long LargestAfterFirst = 24;
    private const string NoForward = "does not support it because it has not been implemented yet";

    private static readonly Stopwatch Clock = new();
    private static readonly Lazy<ILookup<string, JsonElement>> Calls = new(ReadCalls);

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

    private static int differentiable, flat, first, second, forward, calls;

    private enum Missing
    {
        Nothing,

        // No call is known that has a result.
        Call,

        // The gradients are not those of the differences, or there are none.
        First,

        // The same of the second derivatives.
        Second,

        // The same of the derivatives computed forwards.
        Forward,
    }

    [TestCaseSource(typeof(Differentiation), nameof(Differentiation.Operations))]
    public void Has_the_gradients_that_differences_show(string operation)
    {
        Clock.Start();
        var (missing, why) = Check(operation);
        Clock.Stop();
        var expected = Listed.TryGetValue(operation, out var entry) ? entry.Missing : nameof(Missing.Nothing);
        $"{missing}".Should().Be(expected, $"not-gradchecked.txt tells what is missing ({entry.Reason}); {Shield(why)}");
    }

    [Test]
    public void What_is_listed_is_an_operation_and_has_a_reason()
    {
        Listed.Keys.Should().BeSubsetOf(Differentiation.Operations).And.BeInAscendingOrder(StringComparer.Ordinal);
        Listed.Values.Should().OnlyContain(static entry => entry.Reason.Length > 0);
        GradientRecipes.All.Keys.Should().BeSubsetOf(Differentiation.Operations);
    }

    [OneTimeTearDown]
    public void Report() => TestContext.Progress.WriteLine(
        $"Gradients: {Differentiation.Operations.Length} operations, {flat} without gradients, {differentiable} differentiable, of those "
        + $"{first} gradchecked, {second} gradgradchecked and {forward} checked forwards too in {calls} calls, "
        + $"{Listed.Count} listed as left out, in part or whole; {Clock.Elapsed.TotalSeconds:F0} s");

    private static (Missing Missing, string Why) Check(string operation)
    {
        using var scope = Torch.Scope();
        var (wasCalled, hasGradient, passed, why) = (false, false, 0, "no call is known");
        var (noSecond, noForward, isForward) = (false, false, false);
        foreach (var call in Candidates(operation))
        {
            Tensor[] results;
            try
            {
                results = call.Function(call.Inputs);
            }
            catch (Exception error) when (error is TorchException or ArgumentException)
            {
                why = error.Message;
                continue; // not for these numbers
            }

            wasCalled = true;
            if (results.Any(static result => !result.Isfinite().All().Item<bool>()))
            {
                continue; // out of the domain
            }

            if (passed > 0 && results.Sum(static result => result.Numel()) > LargestAfterFirst)
            {
                continue; // takes its time
            }

            if (!Array.Exists(results, static result => result.RequiresGrad)
                || Array.Exists(results, static result => result.RequiresGrad && !result.DType.IsDifferentiable))
            {
                continue;
            }

            calls++;
            differentiable += hasGradient ? 0 : 1;
            hasGradient = true;
            try
            {
                Torch.Autograd.Gradcheck(call.Function, call.Inputs);
            }
            catch (TorchException error) when (IsPyTorchs(operation, error))
            {
                continue;
            }
            catch (TorchException error)
            {
                return (Missing.First, error.Message);
            }

            try
            {
                Torch.Autograd.Gradgradcheck(call.Function, call.Inputs);
            }
            catch (TorchException error)
            {
                (noSecond, why) = (true, error.Message);
            }

            try
            {
                Torch.Autograd.Gradcheck(call.Function, call.Inputs, checkForwardAd: true, checkBackwardAd: false, fastMode: true);
                isForward = true;
            }
            catch (TorchException error) when (error.Message.Contains(NoForward, StringComparison.Ordinal))
            {
                // libtorch has none, and says so
            }
            catch (TorchException error)
            {
                (noForward, why) = (true, error.Message);
            }

            if (++passed == CallsEach)
            {
                break;
            }
        }

        first += hasGradient ? 1 : 0;
        second += hasGradient && !noSecond ? 1 : 0;
        forward += isForward && !noForward ? 1 : 0;
        flat += wasCalled && !hasGradient ? 1 : 0;
        return (!wasCalled ? Missing.Call : noSecond ? Missing.Second : noForward ? Missing.Forward : Missing.Nothing, why);
    }

    private static bool IsPyTorchs(string operation, TorchException error) => Array.Exists(
        NotOfPyTorch, entry => entry.Operation == operation && error.Message.StartsWith(entry.Text, StringComparison.Ordinal));

    private static IEnumerable<Differentiation> Candidates(string operation) =>
        GradientRecipes.All.TryGetValue(operation, out var make)
            ? [make()]
            : Calls.Value[operation].Select(Bind).OfType<Binding>().Where(binding => Differentiation.Name(binding.Method) == operation)
                .Select(Differentiation.Of).OfType<Differentiation>();

    private static ILookup<string, JsonElement> ReadCalls() =>
        Corpus.Read("ops.jsonl")
            .Where(static call => !call.TryGetProperty("error", out _) && !call.List("setup").Any())
            .SelectMany(static call => Names(call.GetProperty("call").GetString()!).Select(name => (name, call)))
            .ToLookup(static pair => pair.name, static pair => pair.call);

    private static readonly ConcurrentDictionary<string, string[]> Known = new();

    private static string[] Names(string call) =>
        Known.GetOrAdd(call, static call => [.. Naming.Methods(call).Select(Differentiation.Name).Distinct()]);

    private static Binding? Bind(JsonElement call) => Binding.Find(
        call.GetProperty("call").GetString()!,
        [.. call.List("args").Select(static argument => PythonValue.Read(argument, NoVariables))],
        call.Fields("kwargs").ToDictionary(static pair => pair.Name, static pair => PythonValue.Read(pair.Value, NoVariables)));

    private static readonly Dictionary<string, object?> NoVariables = [];

    // A reason is a format string.
    private static string Shield(string text) =>
        text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
