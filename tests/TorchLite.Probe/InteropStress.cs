using TorchLite.Probe.Torture;

/// <summary>The scenarios of shared memory alone, while the garbage collector runs all the time.</summary>
internal static class InteropStress
{
    internal static int Run(double seconds)
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var collector = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        });
        collector.Start();
        var rounds = 0;
        string? problem = null;
        for (; problem is null && !stop.IsCancellationRequested; rounds++)
        {
            problem = InteropScenarios.All[rounds % InteropScenarios.All.Length]();
        }

        stop.Cancel();
        collector.Join();
        Console.WriteLine(problem ?? $"{rounds} rounds");
        return problem is null ? 0 : 1;
    }
}
