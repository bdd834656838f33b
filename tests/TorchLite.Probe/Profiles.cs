using TorchLite.Profiler;

namespace TorchLite.Probe;

/// <summary>What could end the process while a profile records, or after it: PyTorch's own does with some of these.</summary>
internal static class Profiles
{
    internal static int Run(string kind)
    {
        switch (kind)
        {
            case "again":
                for (var i = 0; i < 30; i++)
                {
                    var profile = Torch.Profiler.Profile(recordShapes: i % 2 == 0, profileMemory: i % 3 == 0);
                    Tell(() => Torch.Profiler.Profile());
                    Tell(profile.Start);
                    Work();
                    profile.Stop();
                    Tell(profile.Stop);
                    profile.Dispose();
                    profile.Dispose();
                    Console.WriteLine(Has(profile));
                }

                return 0;

            case "threads":
                using (var outer = Torch.Profiler.Profile())
                {
                    var threads = Enumerable.Range(0, 8).Select(_ => new Thread(() =>
                    {
                        Tell(() => Torch.Profiler.Profile());
                        Tell(outer.Stop);
                        Tell(outer.Dispose);
                        Tell(outer.Step);
                        using var range = Torch.Profiler.RecordFunction("elsewhere");
                        Work();
                    })).ToList();
                    threads.ForEach(static thread => thread.Start());
                    Work();
                    threads.ForEach(static thread => thread.Join());
                    outer.Stop();
                    Console.WriteLine(Has(outer));
                }

                return 0;

            case "dead":
                // The threads end without stopping what they began.
                for (var i = 0; i < 10; i++)
                {
                    var thread = new Thread(static () =>
                    {
                        Torch.Profiler.Profile(recordShapes: true, profileMemory: true);
                        Work();
                    });
                    thread.Start();
                    thread.Join();
                    GC.Collect();
                    using var next = Torch.Profiler.Profile();
                    Work();
                    next.Stop();
                    Console.WriteLine(Has(next));
                }

                return 0;

            case "ranges":
                // Stretches that end after their profile, or during the next one, or in another order, or in another thread.
                for (var i = 0; i < 50; i++)
                {
                    var first = Torch.Profiler.Profile();
                    var late = Torch.Profiler.RecordFunction("late");
                    var over = Torch.Profiler.RecordFunction("over");
                    first.Stop();
                    late.Dispose();
                    using var second = Torch.Profiler.Profile();
                    over.Dispose();
                    over.Dispose();
                    var a = Torch.Profiler.RecordFunction("a");
                    var b = Torch.Profiler.RecordFunction("b");
                    a.Dispose();
                    b.Dispose();
                    Work();
                    second.Stop();
                    Console.WriteLine(Has(second));
                }

                return 0;

            case "hooks":
                // Within a backward pass a profile neither begins nor ends.
                for (var i = 0; i < 20; i++)
                {
                    var profile = Torch.Profiler.Profile();
                    var x = Torch.Ones([2], requiresGrad: true);
                    var y = x * 2;
                    y.RegisterHook(_ =>
                    {
                        Tell(profile.Stop);
                        Tell(profile.Dispose);
                        Tell(() => Torch.Profiler.Profile());
                        return null;
                    });
                    y.Sum().Backward();
                    profile.Stop();
                    using var next = Torch.Profiler.Profile();
                    Work();
                    next.Stop();
                    Console.WriteLine(Has(next));
                }

                return 0;

            case "throws":
                for (var i = 0; i < 10; i++)
                {
                    Tell(static () =>
                    {
                        using var profile = Torch.Profiler.Profile(
                            onTraceReady: static _ => throw new InvalidOperationException("handler"));
                        using var range = Torch.Profiler.RecordFunction("range");
                        Torch.Ones(2, 3).Matmul(Torch.Ones(2, 3));
                    });
                    Tell(static () => Torch.Profiler.Profile(schedule: static _ => throw new InvalidOperationException("schedule")));
                    Tell(static () => Torch.Profiler.Profile(
                        customTraceIdCallback: static () => throw new InvalidOperationException("id")));
                    using var next = Torch.Profiler.Profile(schedule: static step => (ProfilerAction)(step % 4));
                    for (var step = 0; step < 8; step++)
                    {
                        Work();
                        next.Step();
                    }
                }

                return 0;

            case "memory":
                // The first rounds find what is kept for later ones.
                var before = 0L;
                for (var i = 0; i <= 4000; i++)
                {
                    using var profile = Torch.Profiler.Profile(recordShapes: true);
                    using (Torch.Profiler.RecordFunction("range"))
                    {
                        Torch.Ones(2).Dispose();
                    }

                    profile.Stop();
                    profile.Events();
                    if (i is 1000 or 4000)
                    {
                        GC.Collect();
                        GC.WaitForPendingFinalizers();
                        (before, var now) = (Environment.WorkingSet, before);
                        Console.WriteLine(i == 1000 || before - now < 20 << 20);
                    }
                }

                return 0;

            case "exit":
                Torch.Profiler.Profile(recordShapes: true, profileMemory: true);
                Work();
                return 3;

            case "exit elsewhere":
                using (var ready = new ManualResetEventSlim())
                {
                    new Thread(() =>
                    {
                        Torch.Profiler.Profile(recordShapes: true);
                        for (var isFirst = true; ; isFirst = false)
                        {
                            Work();
                            if (isFirst)
                            {
                                ready.Set();
                            }
                        }
                    })
                    { IsBackground = true }.Start();
                    ready.Wait();
                }

                return 3;

            default:
                return 2;
        }
    }

    private static void Work()
    {
        var x = Torch.Ones([4, 4], requiresGrad: true);
        x.Mm(x).Relu().Sum().Backward();
    }

    private static bool Has(Profile profile) =>
        profile.KeyAverages().Any(static one => one.Key == "aten::mm") && profile.KeyAverages(true).Table().Length > 0;

    private static void Tell(Action act)
    {
        try
        {
            act();
            Console.WriteLine("no error");
        }
        catch (Exception thrown)
        {
            Console.WriteLine($"{thrown.GetType().Name}: {thrown.Message}");
        }
    }

    private static void Tell(Func<Profile> act) => Tell(() => { act(); });
}
