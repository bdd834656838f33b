namespace TorchLite.Tests.Lifetime;

public class ConcurrencyTests
{
    private const int Threads = 8;

    [Test]
    public void Tensors_are_read_from_many_threads_at_once()
    {
        var x = Torch.Arange(10_000).View(100, 100).To(DType.Float64);
        var weight = Torch.Ones([100], DType.Float64, requiresGrad: true);
        var wrong = 0;
        OnThreads(_ =>
        {
            for (var i = 0; i < 100; i++)
            {
                var right = x.Sum().Item<double>() == 49_995_000
                    && x[3, 4].Item<double>() == 304
                    && x.Shape == new Shape(100, 100)
                    && x.T[5][6].Item<double>() == 605
                    && x.Matmul(weight)[0].Item<double>() == 4950
                    && x[0, 1..3].ToArray<double>() is [1, 2];
                if (!right)
                {
                    Interlocked.Increment(ref wrong);
                }
            }
        });

        wrong.Should().Be(0);
    }

    [Test]
    public void The_first_use_of_a_tensor_may_be_on_many_threads_at_once()
    {
        for (var round = 0; round < 50; round++)
        {
            var x = Torch.Arange(10);
            var sums = new double[Threads];
            OnThreads(i => sums[i] = x.Median().Item<double>() + x.Sum().Item<double>());
            sums.Should().AllBeEquivalentTo(49.0);
        }
    }

    [Test]
    public void Each_thread_has_scopes_and_modes_of_its_own()
    {
        var wrong = 0;
        OnThreads(i =>
        {
            for (var round = 0; round < 200; round++)
            {
                var recording = (i + round) % 2 == 0;
                Tensor made;
                using (Torch.SetGradEnabled(recording))
                using (Torch.Scope())
                {
                    made = Torch.Ones([2], requiresGrad: true) * 2;
                    if (made.RequiresGrad != recording || Torch.IsGradEnabled() != recording || made.IsDisposed)
                    {
                        Interlocked.Increment(ref wrong);
                    }
                }

                if (!made.IsDisposed || !Torch.IsGradEnabled())
                {
                    Interlocked.Increment(ref wrong);
                }
            }
        });

        wrong.Should().Be(0);
    }

    [Test]
    public async Task Tensors_pass_from_thread_to_thread_in_async_code()
    {
        var sums = await Task.WhenAll(Enumerable.Range(0, 16).Select(async i =>
        {
            var x = Torch.Full([1000], i);
            for (var round = 0; round < 20; round++)
            {
                await Task.Yield();
                x = x + 1;
            }

            return x.Sum().Item<int>();
        }));

        sums.Should().Equal(Enumerable.Range(0, 16).Select(i => (i + 20) * 1000));
        Torch.IsGradEnabled().Should().BeTrue();
    }

    private static void OnThreads(Action<int> action)
    {
        using var start = new Barrier(Threads);
        Exception? failure = null;
        var threads = Enumerable.Range(0, Threads).Select(i => new Thread(() =>
        {
            start.SignalAndWait();
            try
            {
                action(i);
            }
            catch (Exception error)
            {
                failure = error;
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        failure.Should().BeNull();
    }
}
