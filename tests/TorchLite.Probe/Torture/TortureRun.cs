using System.Collections.Concurrent;
using System.Diagnostics;

namespace TorchLite.Probe.Torture;

/// <summary>
/// Calls every public operation on temporaries while other threads collect without pause and others read shared tensors. A tensor
/// that is freed too early is a crash or a wrong value here.
/// </summary>
internal static class TortureRun
{
    private const int Shown = 20;

    private static readonly ConcurrentDictionary<string, string> Wrong = new();
    private static long calls, sharedCalls, scenarios, collections;
    private static volatile bool isOver;

    internal static int Run(double seconds, int seed)
    {
        var clock = Stopwatch.StartNew();
        var exercised = Learn(seed, out var known, out var problems);
        Console.WriteLine($"learnt {known.Length} calls in {clock.Elapsed.TotalSeconds:F1} s");
        Thread[] threads =
        [
            new(Collect), new(() => OnTemporaries(known, new Random(seed + 1))),
            new(() => OnTemporaries([.. known.Where(static call => call.IsLong)], new Random(seed + 2))),
            new(() => OnShared(known, new Random(seed + 3))), new(() => OnShared(known, new Random(seed + 4))), new(Alternate),
        ];
        Array.ForEach(threads, static thread => thread.Start());
        Thread.Sleep(TimeSpan.FromSeconds(seconds));
        isOver = true;
        Array.ForEach(threads, static thread => thread.Join());

        foreach (var text in problems.Concat(Wrong.Values).Take(Shown))
        {
            Console.WriteLine(text);
        }

        Console.WriteLine(
            $"{Operation.All.Count} public operations, {exercised} exercised, {Operation.All.Count - exercised} not; "
            + $"{calls} calls on temporaries, {sharedCalls} on shared tensors, {scenarios} scenarios, {collections} collections; "
            + $"{Wrong.Count} operations with wrong results");
        return Wrong.IsEmpty && problems.Count == 0 ? 0 : 1;
    }

    private static int Learn(int seed, out KnownCall[] known, out List<string> problems)
    {
        var all = new List<KnownCall>();
        problems = [.. Exceptions.NotExercised.Keys
            .Where(static key => !Operation.All.Any(method => Operation.Describe(method).StartsWith(key, StringComparison.Ordinal)))
            .Select(static key => $"listed as not exercised, but not there: {key}")];
        problems.AddRange(Exceptions.Varying.Where(static name => !Operation.All.Any(method => method.Name == name))
            .Select(static name => $"listed as random, but not there: {name}"));
        var exercised = 0;
        foreach (var method in Operation.All)
        {
            if (Exceptions.Reason(method) is not null)
            {
                continue;
            }

            // Its own luck, which no new operation before it changes.
            var random = new Random(Operation.Describe(method).Aggregate(seed, static (hash, letter) => unchecked((hash * 31) + letter)));
            var calls = Operation.Of(method).SelectMany(operation => KnownCall.Learn(operation, random)).ToList();
            all.AddRange(calls);
            exercised += calls.Count > 0 ? 1 : 0;
            if (calls.Count == 0)
            {
                problems.Add($"no arguments found that it takes: {Operation.Describe(method)}");
            }
        }

        known = [.. all];
        return exercised;
    }

    private static void Collect()
    {
        while (!isOver)
        {
            // Temporaries die young; now and then everything is looked at.
            GC.Collect(collections++ % 8 == 0 ? GC.MaxGeneration : 0);
            GC.WaitForPendingFinalizers();
        }
    }

    private static void OnTemporaries(KnownCall[] known, Random random)
    {
        while (!isOver)
        {
            var call = known[random.Next(known.Length)];
            Check(call.Operation.Name, call.Repeat(call.Arguments, [], dispose: random.Next(2) == 0));
            Interlocked.Increment(ref calls);
        }
    }

    // The same tensors for all such threads.
    private static readonly Dictionary<Recipe, Tensor> Shared =
        Recipes.Tensors.ToDictionary(static recipe => recipe, static recipe => (Tensor)recipe.Make()!);

    private static void OnShared(KnownCall[] known, Random random)
    {
        var reading = known.Where(static call => !call.Operation.IsWriting)
            .Select(static call => (Call: call, Arguments: Array.ConvertAll(call.Arguments, OfAll))).ToArray();
        var shared = Shared.Values.ToHashSet();
        while (!isOver)
        {
            var (call, arguments) = reading[random.Next(reading.Length)];
            Check(call.Operation.Name, call.Repeat(arguments, shared, dispose: random.Next(2) == 0));
            Interlocked.Increment(ref sharedCalls);
        }
    }

    private static Recipe OfAll(Recipe recipe) =>
        Shared.TryGetValue(recipe, out var tensor) ? new Recipe(recipe.ToString(), () => tensor) : recipe;

    private static void Alternate()
    {
        for (var i = 0; !isOver; i++)
        {
            var scenario = Scenarios.All[i % Scenarios.All.Length];
            Check(scenario.Method.Name, scenario());
            scenarios++;
        }
    }

    private static void Check(string name, string? problem)
    {
        if (problem is not null)
        {
            Wrong.TryAdd(name, problem);
        }
    }
}
