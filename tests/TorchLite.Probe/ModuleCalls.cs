using System.Diagnostics;
using TorchLite;
using TorchLite.Lifetime;
using TorchLite.Nn;

/// <summary>
/// Calls of modules that dispose nothing, by the million: <c>probe modules COUNT</c> prints of each kind the calls, the tensors, their
/// bytes, those of the C library and those of .NET that are there afterwards and were not before, and the microseconds of a call.
/// </summary>
internal static class ModuleCalls
{
    private const int Parts = 6;

    internal static int Run(int count)
    {
        Torch.SetNumThreads(1);
        var x = Torch.Ones(2, 4);
        var image = Torch.Ones(1, 2, 4, 4);
        var sequence = Torch.Ones(3, 1, 4);
        var linear = new Linear(4, 4);
        var frozen = new Linear(4, 4).RequiresGrad_(false);
        var hooked = new Linear(4, 4);
        hooked.RegisterForwardPreHook(static (_, _) => { });
        hooked.RegisterForwardHook(static (_, _, output) => (Tensor)output! * 1);
        hooked.RegisterFullBackwardHook(static (_, _, _) => null);
        var deep = new Sequential(new Conv2d(2, 2, 3), new BatchNorm2d(2), new ReLU(), new Dropout(), new Flatten(), new Linear(8, 2));
        var lstm = new LSTM(4, 4);
        var attention = new MultiheadAttention(4, 2);
        var normed = Torch.Nn.Utils.Parametrizations.WeightNorm(new Linear(4, 4));
        var loss = new CrossEntropyLoss();
        var labels = Torch.Tensor([0, 3]);
        (string Name, int Every, Action Act)[] kinds =
        [
            ("without gradients", 1, () => frozen.Call(x)),
            ("with gradients", 2, () => linear.Call(x)),
            ("with hooks", 10, () => hooked.Call(x)),
            ("backward", 20, () =>
            {
                loss.Call(linear.Call(x), labels).Backward();
                linear.ZeroGrad();
            }),
            ("hooks backward", 40, () =>
            {
                hooked.Call(x).Sum().Backward();
                hooked.ZeroGrad();
            }),
            ("a sequence of layers", 20, () => deep.Call(image)),
            ("LSTM", 40, () => lstm.Call(sequence)),
            ("attention", 40, () => attention.Call(sequence, sequence, sequence)),
            ("a parametrized weight", 20, () => normed.Call(x)),
            ("a failing call", 100, () =>
            {
                try
                {
                    linear.Call(image);
                }
                catch (TorchException)
                {
                }
            }),
        ];
        foreach (var (name, every, act) in kinds)
        {
            // What is lost in each of the parts is lost in each call; .NET and the C library allocate for themselves in one or the other.
            var calls = Math.Max(count / every / Parts, 50);
            var lost = new List<long[]>();
            Loop(act, calls);
            var clock = Stopwatch.StartNew();
            for (var part = 0; part < Parts; part++)
            {
                var before = Held();
                Loop(act, calls);
                lost.Add([.. Held().Zip(before, static (now, then) => now - then)]);
            }

            var least = Enumerable.Range(0, 4).Select(i => lost.Min(one => one[i]));
            Console.WriteLine(FormattableString.Invariant(
                $"{name}|{calls}|{string.Join('|', least)}|{clock.Elapsed.TotalMicroseconds / calls / Parts:F1}"));
        }

        return 0;
    }

    private static void Loop(Action act, int count)
    {
        for (var i = 0; i < count; i++)
        {
            act();
        }
    }

    // Tensors, their bytes, those of the C library and those of .NET.
    private static long[] Held()
    {
        Torch.Memory.Collect();
        Torch.Memory.Collect();
        var hidden = HiddenMemory.CanTell ? HiddenMemory.Allocated() : 0;
        return [Torch.Memory.LiveTensors(), Torch.Memory.LiveBytes(), hidden, GC.GetTotalMemory(true)];
    }
}
