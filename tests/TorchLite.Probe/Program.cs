// What the tests run as a child process, because it may fail in ways that end a process.
using TorchLite;
using TorchLite.Native.Loading;
using TorchLite.Probe;
using TorchLite.Probe.Calls;
using TorchLite.Probe.Distributed;
using TorchLite.Probe.Mistakes;
using TorchLite.Probe.Torture;

switch (args)
{
    case ["hello"]:
        NativeLoader.EnsureLoaded();
        PlainTorchSharp.Hello();
        return 0;

    case ["hello", "timed"]:
        NativeLoader.EnsureLoaded();
        PlainTorchSharp.Hello();
        var sinceStart = DateTime.Now - System.Diagnostics.Process.GetCurrentProcess().StartTime;
        var loader = NativeLoader.Loaded!.Elapsed;
        Console.WriteLine(FormattableString.Invariant(
            $"loader {loader.TotalMilliseconds:F1} ms, since the process started {sinceStart.TotalMilliseconds:F0} ms"));
        return 0;

    case ["first", var use]:
        FirstUse.Run(use);
        return 0;

    case ["torchsharp"]:
        // Without TorchLite's loader.
        PlainTorchSharp.Hello();
        return 0;

    case ["null-references"]:
        return NullReferences.Run();

    case ["overflow"]:
        return NullReferences.Overflow();

    case ["leaks"]:
        return Leaks.Run();

    case ["diagnose"]:
        Console.WriteLine(Torch.Diagnose());
        return 0;

    case ["twice"]:
        // The first failure stays, in the same words, on every thread.
        var texts = new HashSet<string>();
        Parallel.For(0, 16, _ =>
        {
            try
            {
                NativeLoader.EnsureLoaded();
            }
            catch (Exception e)
            {
                lock (texts)
                {
                    texts.Add($"{e.GetType()}: {e.Message} (inner: {e.InnerException?.Message ?? "none"})");
                }
            }
        });
        Console.WriteLine(string.Join("\n---\n", texts));
        return 0;

    case ["damaged-scripts", _, _, _]:
        return DamagedScripts.Run(args[1], int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture),
            int.Parse(args[3], System.Globalization.CultureInfo.InvariantCulture));

    case ["damaged", _, _, _]:
        return DamagedModels.Run(args[1], int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture),
            int.Parse(args[3], System.Globalization.CultureInfo.InvariantCulture));

    case ["operators"]:
        return OperatorLines.Run();

    case ["operators", "texts"]:
        return OperatorTexts.Run();

    case ["operators", "memory"]:
        return OperatorMemory.Run();

    case ["distributed-training", var rank, var size, var init, .. var programs]:
        return TorchLite.Probe.DistributedTraining.TrainingPrograms.Run(rank, size, init, programs);

    case ["profile", var kind]:
        return Profiles.Run(kind);

    case ["distributed", var scenario]:
        return DistributedRank.Run(scenario);

    case ["finalizer"]:
        return FirstFinalizer.Run();

    case ["memory", ..]:
        return MemoryLoops.Run(args.AsSpan(1));

    case ["loader"]:
        return BadEnds.Run();

    case ["threads"]:
        return ManyWorkers.Run();

    case ["modules", var times]:
        return ModuleCalls.Run(int.Parse(times, System.Globalization.CultureInfo.InvariantCulture));

    case ["collect", var seconds]:
        // Temporaries in flight while another thread collects: without the gate's KeepAlive this is a segmentation fault.
        var end = DateTime.UtcNow.AddSeconds(double.Parse(seconds));
        var collector = new Thread(() =>
        {
            while (DateTime.UtcNow < end)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        });
        collector.Start();
        while (DateTime.UtcNow < end)
        {
            var sum = (Torch.Ones(300, 300) + 1.5).Mul(Torch.Ones(300, 300)).Matmul(Torch.Ones(300, 2))[0, 1].Item<double>();
            if (sum != 750)
            {
                Console.WriteLine($"wrong sum {sum}");
                return 1;
            }
        }

        collector.Join();
        Console.WriteLine("survived");
        return 0;

    case ["capped"]:
        return CappedMemory.Run();

    case ["failing", "frames"]:
        return FailingCalls.Frames();

    case ["failing", var times]:
        return FailingCalls.Run(int.Parse(times, System.Globalization.CultureInfo.InvariantCulture));

    case ["guard"]:
        return GuardedCalls.Run();

    case ["history"]:
        // Views whose history cannot be brought up to date: libtorch throws where it is asked for.
        var x = Torch.Ones([3], requiresGrad: true);
        Tensor unrecorded;
        using (Torch.NoGrad())
        {
            unrecorded = x[0];
            x.Add_(1);
        }

        var doubled = x * 2;
        var parts = doubled.Unbind();
        doubled.Add_(1);
        Console.WriteLine(unrecorded);
        Console.WriteLine(parts[0]);
        using (Torch.InferenceMode())
        {
            Console.WriteLine(parts[1]);
        }

        return 0;

    case ["exit", var kind]:
        return Exits.Run(kind);

    case ["interop", var seconds]:
        return InteropStress.Run(double.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture));

    case ["autograd", var seconds]:
        return AutogradStress.Run(double.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture));

    case ["depths"]:
        return Depths.Run();

    case ["cycles"]:
        return Cycles.Run();

    case ["numpy"]:
        NumpyStress.Run();
        return 0;

    case ["plugins", var assembly, var context]:
        return Plugins.Run(assembly, context);

    case ["resume", var path]:
        return ResumedTraining.Run(path);

    case ["torture", var seconds, .. var seed]:
        return TortureRun.Run(
            double.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture), seed is [var number] ? int.Parse(number) : 1);

    case ["mistakes", "under", .. var cultures]:
        return MistakeRun.RunUnder(cultures);

    case ["mistakes", var from]:
        return MistakeRun.Run(int.Parse(from));

    case ["sweep", var from, var every, var kind]:
        return Sweep.Run(int.Parse(from), int.Parse(every), kind);

    case ["calls", var kind, var seed, var from, var count, .. var only]:
        var named = only is [var part] ? part : null;
        return RandomRun.Run(
            kind == "operators" ? new RandomOperators(named) : new RandomMembers(named),
            int.Parse(seed), int.Parse(from), int.Parse(count));

    default:
        Console.Error.WriteLine(
            """
            usage: probe COMMAND
              autograd SECONDS
              calls operators|members SEED FROM COUNT [NAME]
              capped
              collect SECONDS
              cycles
              depths
              diagnose
              exit KIND
              failing COUNT|frames
              first USE
              guard
              hello [timed]
              history
              interop SECONDS
              loader
              memory LOOP [using] [COUNT]
              mistakes FROM
              modules COUNT
              numpy
              operators [memory|texts]
              plugins ASSEMBLY documented|plain|refusing|unloaded
              resume PATH
              sweep FROM EVERY any|strange|nulls
              threads
              torchsharp
              torture SECONDS [SEED]
              twice
            """);
        return 2;
}

internal static class PlainTorchSharp
{
    internal static void Hello() => Console.WriteLine(TorchSharp.torch.ones(2, 3).ToString(TorchSharp.TensorStringStyle.Numpy));
}
