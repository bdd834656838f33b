using System.Runtime.CompilerServices;

namespace TorchLite.Tests.Lifetime;

[NonParallelizable]
public class LeakTrackerTests
{
    [Test]
    public void The_report_tells_who_made_what_is_still_alive()
    {
        using var tracker = TensorLeakTracker.Start();
        var kept = new List<Tensor>();
        Leak(kept, 3);
        kept.Add(Other());

        var report = tracker.Report();

        report.Should().HaveCount(2);
        report[0].Should().BeEquivalentTo(new { Count = 3, Bytes = 12000L });
        report[0].Stack.Should().StartWith("   at TorchLite.").And.Contain($"{nameof(LeakTrackerTests)}.{nameof(Leak)}(");
        report[1].Should().BeEquivalentTo(new { Count = 1, Bytes = 40L });
        report[1].Stack.Should().StartWith("   at TorchLite.").And.Contain($"{nameof(LeakTrackerTests)}.{nameof(Other)}(");
        report[1].ToString().Should().StartWith($"1 tensor, 40 bytes{Environment.NewLine}   at ");
        GC.KeepAlive(kept);
    }

    [Test]
    public void What_was_disposed_or_collected_is_not_in_the_report()
    {
        using var tracker = TensorLeakTracker.Start();
        Torch.Ones(10).Dispose();
        using (Torch.Scope())
        {
            _ = Torch.Ones(10) + 1;
        }

        Drop();

        tracker.Report(collect: false).Sum(leak => leak.Count).Should().Be(1);
        tracker.Report().Should().BeEmpty();

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Drop() => Torch.Ones(10);
    }

    [Test]
    public void A_tracker_sees_every_thread_and_views_and_gradients()
    {
        using var tracker = TensorLeakTracker.Start();
        var kept = new List<Tensor>();
        var thread = new Thread(() =>
        {
            var x = Torch.Ones([10], requiresGrad: true);
            x.Sum().Backward();
            kept.AddRange([x[..5], x.Grad!]);
        });
        thread.Start();
        thread.Join();

        var report = tracker.Report();

        report.Sum(leak => leak.Count).Should().Be(2);
        report.Should().AllSatisfy(leak => leak.Stack.Should().Contain(nameof(A_tracker_sees_every_thread_and_views_and_gradients)));
        report.Should().Contain(leak => leak.Stack.Contains("Tensor.get_Grad("));
        GC.KeepAlive(kept);
    }

    [Test]
    public void Trackers_are_independent_and_a_disposed_one_takes_no_notes()
    {
        var first = TensorLeakTracker.Start();
        var x = Torch.Ones(1);
        using var second = TensorLeakTracker.Start();
        var y = Torch.Ones(1);

        first.Report().Sum(leak => leak.Count).Should().Be(2);
        second.Report().Sum(leak => leak.Count).Should().Be(1);
        first.Dispose();
        using var z = Torch.Ones(1);
        first.Report().Should().BeEmpty();
        second.Report().Sum(leak => leak.Count).Should().Be(2);
        x.Dispose();
        y.Dispose();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Leak(List<Tensor> kept, int count)
    {
        for (var i = 0; i < count; i++)
        {
            kept.Add(Torch.Ones(1000));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Tensor Other()
    {
        using var x = Torch.Ones(10);
        return x + 1;
    }
}
