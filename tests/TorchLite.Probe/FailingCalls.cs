using System.Diagnostics;
using System.Globalization;

namespace TorchLite.Probe;

/// <summary>Calls that fail, again and again: what one costs, what it leaves behind, and what its exception tells.</summary>
internal static class FailingCalls
{
    private const int Parts = 9;

    // A text is 60 bytes, and a tensor 400.
    private const double Nothing = 20;

    internal static int Run(int count)
    {
        var (a, b) = (Torch.Ones(2, 3), Torch.Ones(4, 5));
        var sparse = Tensor.FromTorchSharp(TorchSharp.torch.eye(3).to_sparse());
        var generator = new Generator();
        (string Name, Action Act, int Every)[] kinds =
        [
            ("add", () => a.Add(b), 1),
            ("add_", () => a.Add_(b), 1),
            ("mm", () => a.Mm(b), 1),
            ("view", () => a.View(7), 1),
            ("index", () => _ = a[5], 1),
            ("cat", () => Torch.Cat([a, b]), 1),
            ("sum", () => a.Sum(7), 1),
            ("topk", () => a.Topk(99), 1),
            ("sort", () => a.Sort(dim: 9), 1),
            ("max", () => a.Max(9), 1),
            ("renorm", () => a.Renorm(2, 9, 1), 1),
            ("inverse", () => Torch.Zeros(2, 2).Inverse(), 4),
            ("eigh", () => Torch.Linalg.Eigh(Torch.Ones(3)), 4),
            ("backward", () => a.Backward(), 1),
            ("by name", () => Torch.Ops.Call("aten::roll", a, new long[] { 3 }, new long[] { 9 }), 4),
            ("sparse result", () => Torch.Ops.Call("aten::_to_sparse", [a], allowUnsafe: true), 4),
            ("sparse topk", () => sparse.Topk(1), 1),
            ("sparse view", () => sparse.View(9), 1),
            ("generator", () => generator.SetState(a), 1),
            ("new generator", () => new Generator().SetState(a), 4),
        ];
        foreach (var (name, act, every) in kinds)
        {
            var (calls, times) = (count / every / Parts, new List<double>());
            var last = Fail(act, calls)!;
            var lost = LostMemory.Each(
                () =>
                {
                    var start = Stopwatch.GetTimestamp();
                    Fail(act, calls);
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds / calls);
                },
                calls, Nothing);

            times.Sort();
            var frame = last.StackTrace!.Split('\n')[0].Trim().Split('(')[0];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name}|{times[times.Count / 2]:F1}|{lost:F1}|{frame}|{last.GetType().Name}: {last.Message.Split('\n')[0]}"));
        }

        return 0;
    }

    /// <summary>What comes with an error where frames were asked for, and where not.</summary>
    internal static int Frames()
    {
        var x = Torch.Ones(2, 3);
        foreach (var act in new Action[] { () => x.Mm(x), () => x.Topk(9), () => x.Renorm(2, 9, 1) })
        {
            var trace = Fail(act, 1)!.NativeTrace ?? "";
            Console.WriteLine(trace.Split("frame #").Length - 1);
        }

        return 0;
    }

    private static TorchException? Fail(Action act, int times)
    {
        TorchException? last = null;
        for (var i = 0; i < times; i++)
        {
            try
            {
                act();
            }
            catch (TorchException e)
            {
                last = e;
            }
        }

        return last;
    }
}
