using System.Diagnostics;

namespace TorchLite.Tests.Autograd;

/// <summary>Holds calls' gradients, and the gradients of those, against differences, and counts.</summary>
internal sealed class GradientChecks(int callsEach, Func<string, TorchException, bool> isPyTorchs)
{
    private const long LargestAfterFirst = 24;
    private const long LargestEach = 12;
    private const string NoDerivative = " is not implemented";
    private const string Says = "PyTorch on the same libtorch says the same: ";
    private const string NoForward = "does not support it because it has not been implemented yet";

    private readonly Stopwatch clock = new();
    private readonly List<(double Seconds, string Operation)> times = [];

    private int differentiable, flat, first, second, forward, calls;

    /// <summary>Fails unless what is missing of this operation is what not-gradchecked.txt says.</summary>
    internal void Hold(string operation, IEnumerable<Differentiation> candidates)
    {
        var before = clock.Elapsed;
        clock.Start();
        var threads = Torch.GetNumThreads();
        Torch.SetNumThreads(1); // the tensors are small, and threads that wait for work take the time of others
        var (missing, why) = Check(operation, candidates);
        Torch.SetNumThreads(threads);
        clock.Stop();
        times.Add(((clock.Elapsed - before).TotalSeconds, operation));
        var expected = EveryOperationTests.Listed.TryGetValue(operation, out var entry) ? entry.Missing : nameof(MissingGradients.Nothing);
        $"{missing}".Should().Be(expected, $"not-gradchecked.txt tells what is missing ({entry.Reason}); {Shield(why)}");
        if (entry.Reason is { } reason && reason.StartsWith(Says, StringComparison.Ordinal))
        {
            why.Should().EndWith(reason[Says.Length..], "that is why");
        }
    }

    internal void Report(string what, int operations) => TestContext.Progress.WriteLine(
        $"{what}: {operations} operations, {flat} without gradients, {differentiable} differentiable, of those "
        + $"{first} gradchecked, {second} gradgradchecked and {forward} checked forwards too in {calls} calls; "
        + $"{clock.Elapsed.TotalSeconds:F0} s, longest {times.DefaultIfEmpty().Max():F1}");

    private (MissingGradients Missing, string Why) Check(string operation, IEnumerable<Differentiation> candidates)
    {
        var (wasCalled, hasGradient, passed, why) = (false, false, 0, "no call is known");
        var (noSecond, noForward, isForward) = (false, false, false);
        foreach (var call in candidates)
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

            if (passed > 0 && !call.IsLarge && results.Sum(static result => result.Numel()) > LargestAfterFirst)
            {
                continue; // takes its time
            }

            if (!Array.Exists(results, static result => result.RequiresGrad)
                || Array.Exists(results, static result => result.RequiresGrad && !result.DType.IsDifferentiable))
            {
                continue;
            }

            // Of many numbers a combination, at random, of all differences.
            var isFast = call.IsLarge && call.Inputs.Concat(results).Sum(static tensor => tensor.Numel()) > LargestEach;
            calls++;
            differentiable += hasGradient ? 0 : 1;
            hasGradient = true;
            try
            {
                Torch.Autograd.Gradcheck(call.Function, call.Inputs, fastMode: isFast);
            }
            catch (TorchException error) when (isPyTorchs(operation, error))
            {
                continue;
            }
            catch (TorchException error)
            {
                return (MissingGradients.First, $"{call.What} {error.Message}");
            }

            try
            {
                Torch.Autograd.Gradgradcheck(call.Function, call.Inputs, fastMode: isFast);
            }
            catch (TorchException error) when (error.Message.TrimEnd('.').EndsWith(NoDerivative, StringComparison.Ordinal))
            {
                (noSecond, why) = (true, $"{call.What} {error.Message.TrimEnd('.')}");
            }
            catch (TorchException error)
            {
                return (MissingGradients.Second, $"{call.What} {error.Message}");
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
                (noForward, why) = (true, $"{call.What} {error.Message}");
            }

            if (++passed == callsEach)
            {
                break;
            }
        }

        first += hasGradient ? 1 : 0;
        second += hasGradient && !noSecond ? 1 : 0;
        forward += isForward && !noForward ? 1 : 0;
        flat += wasCalled && !hasGradient ? 1 : 0;
        return (!wasCalled ? MissingGradients.Call : noSecond ? MissingGradients.Second : noForward ? MissingGradients.Forward
            : MissingGradients.Nothing, why);
    }

    // A reason is a format string.
    private static string Shield(string text) =>
        text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
