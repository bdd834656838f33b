using System.Diagnostics;
using System.Runtime.CompilerServices;
using TorchLite.Tests.Safety;
using TorchLite.Utils.Data;

namespace TorchLite.Tests.Data;

[NonParallelizable]
public class WorkerTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Test]
    public void An_error_arrives_as_it_is_and_the_walk_can_go_on([Values(0, 2)] int numWorkers)
    {
        var dataset = new Asked(6, Broken);
        using var walk = new DataLoader<Tensor>(dataset, batchSize: 2, numWorkers: numWorkers).GetEnumerator();
        walk.MoveNext().Should().BeTrue();
        var error = walk.Invoking(static one => one.MoveNext()).Should().Throw<InvalidDataException>().WithMessage("item 3").Which;
        error.StackTrace.Should().Contain(nameof(Broken));
        walk.MoveNext().Should().BeTrue();
        walk.Current.ToArray<long>().Should().Equal(4, 5);
        walk.MoveNext().Should().BeFalse();
    }

    private static Tensor Broken(int index) => index == 3 ? throw new InvalidDataException($"item {index}") : Torch.Tensor(index);

    [Test]
    public void An_error_of_the_first_function_arrives()
    {
        var loader = new DataLoader<Tensor>(
            new Asked(4, static i => Torch.Tensor(i)), numWorkers: 2,
            workerInitFn: static id => throw new NotSupportedException($"worker {id}"));
        loader.Invoking(static one => one.First()).Should().Throw<NotSupportedException>().WithMessage("worker 0");
    }

    [Test]
    public void Leaving_early_leaves_no_thread([Values(1, 2, 3)] int numWorkers)
    {
        var dataset = new Asked(100, static i => Torch.Tensor(i));
        foreach (var batch in new DataLoader<Tensor>(dataset, batchSize: 2, numWorkers: numWorkers))
        {
            if (batch[0].Item<long>() == 4)
            {
                break;
            }
        }

        dataset.Threads.Should().HaveCount(numWorkers).And.NotContain(Thread.CurrentThread);
        dataset.Threads.Should().OnlyContain(static thread => !thread.IsAlive);
    }

    [Test]
    public void A_walk_to_the_end_or_to_an_error_leaves_no_thread()
    {
        var dataset = new Asked(10, static i => i == 9 ? throw new FormatException() : Torch.Tensor(i));
        FluentActions.Invoking(() => new DataLoader<Tensor>(dataset, numWorkers: 2).ToList()).Should().Throw<FormatException>();
        dataset.Threads.Should().HaveCount(2).And.OnlyContain(static thread => !thread.IsAlive);
        var whole = new Asked(10, static i => Torch.Tensor(i));
        var walk = new DataLoader<Tensor>(whole, numWorkers: 2).GetEnumerator();
        while (walk.MoveNext())
        {
        }

        whole.Threads.Should().OnlyContain(static thread => !thread.IsAlive, "the end ends them, without a Dispose");
        walk.MoveNext().Should().BeFalse();
        walk.Dispose();
    }

    [Test]
    public void A_walk_that_nobody_refers_to_any_more_leaves_no_thread()
    {
        var dataset = new Asked(100, static i => Torch.Tensor(i));
        Begin(dataset);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        dataset.IsLeft().Should().BeTrue();

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Begin(Asked dataset) => new DataLoader<Tensor>(dataset, numWorkers: 2).GetEnumerator().MoveNext().Should().BeTrue();
    }

    [Test]
    public async Task Cancelling_ends_the_walk_while_it_waits()
    {
        using var gate = new ManualResetEventSlim();
        var dataset = new Asked(8, i =>
        {
            if (i >= 2)
            {
                gate.Wait();
            }

            return Torch.Tensor(i);
        });
        using var source = new CancellationTokenSource();
        var seen = 0;
        var walk = async () =>
        {
            await foreach (var batch in new DataLoader<Tensor>(dataset, numWorkers: 2).WithCancellation(source.Token))
            {
                if (++seen == 2)
                {
                    source.CancelAfter(50);
                    _ = Task.Delay(200).ContinueWith(_ => gate.Set(), TaskScheduler.Default);
                }
            }
        };
        await walk.Should().ThrowAsync<OperationCanceledException>();
        seen.Should().Be(2);
        dataset.IsLeft().Should().BeTrue();
    }

    [Test]
    public async Task Batches_come_asynchronously_in_order([Values(0, 2)] int numWorkers)
    {
        var loader = new DataLoader<Tensor>(new Asked(7, static i => Torch.Tensor(i)), batchSize: 2, numWorkers: numWorkers);
        var seen = new List<long>();
        await foreach (var batch in loader)
        {
            seen.AddRange(batch.ToArray<long>());
        }

        seen.Should().Equal(0, 1, 2, 3, 4, 5, 6);
        (await loader.AsAsyncEnumerable().CountAsync()).Should().Be(4);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await FluentActions.Awaiting(async () => await loader.GetAsyncEnumerator(cancelled.Token).MoveNextAsync())
            .Should().ThrowAsync<OperationCanceledException>();
    }

    [Test]
    public async Task An_asynchronous_dataset_is_waited_for([Values(0, 1)] int numWorkers)
    {
        static async IAsyncEnumerable<int> Slow()
        {
            for (var i = 0; i < 5; i++)
            {
                await Task.Delay(1);
                yield return i;
            }
        }

        var loader = new DataLoader<int, Tensor>(Slow(), batchSize: 2, numWorkers: numWorkers);
        loader.Select(static batch => batch.ToString()).Should().Equal("tensor([0, 1])", "tensor([2, 3])", "tensor([4])");
        (await loader.AsAsyncEnumerable().CountAsync()).Should().Be(3);
        loader.Invoking(static one => one.Count).Should().Throw<TorchTypeException>().WithMessage("object of type '*' has no len()");
    }

    [Test]
    public void A_batch_that_does_not_come_is_waited_for_only_so_long()
    {
        using var gate = new ManualResetEventSlim();
        var dataset = new Asked(4, i =>
        {
            gate.Wait();
            return Torch.Tensor(i);
        });
        using var walk = new DataLoader<Tensor>(dataset, numWorkers: 1, timeout: 0.25).GetEnumerator();
        walk.Invoking(static one => one.MoveNext()).Should().Throw<TorchException>().WithMessage("DataLoader timed out after 0.25 seconds");
        gate.Set();
        walk.Dispose();
        dataset.IsLeft().Should().BeTrue();
        FluentActions.Invoking(() => new DataLoader<Tensor>(dataset, timeout: 5).First()).Should().Throw<TorchException>()
            .WithMessage("_SingleProcessDataLoaderIter requires timeout == 0");
        FluentActions.Invoking(() => new DataLoader<Tensor>(dataset, numWorkers: 1, prefetchFactor: 0).First())
            .Should().Throw<TorchException>().WithMessage("prefetch_factor must be greater than 0 for MultiProcessingDataLoaderIter");
    }

    [TestCase(1e9)]
    [TestCase(1e300)]
    [TestCase(double.PositiveInfinity)]
    public void A_batch_may_be_waited_for_as_long_as_one_likes(double timeout) =>
        new DataLoader<Tensor>(new Asked(4, Slow), numWorkers: 1, timeout: timeout).Should().HaveCount(4);

    private static Tensor Slow(int index)
    {
        Thread.Sleep(10);
        return Torch.Tensor(index);
    }

    [TestCase(1_500_000_000)]
    [TestCase(int.MaxValue)]
    public void However_many_are_made_ahead_all_come(int prefetchFactor)
    {
        var clock = Stopwatch.StartNew();
        var dataset = new Asked(10, static i => Torch.Tensor(i));
        new DataLoader<Tensor>(dataset, numWorkers: 2, prefetchFactor: prefetchFactor).Should().HaveCount(10);
        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(2), "the sampler is not asked again and again behind its end");
    }

    [Test]
    [CancelAfter(20_000)]
    public async Task A_batch_sampler_that_gives_no_indices_is_told_of([Values(0, 2)] int numWorkers, CancellationToken end)
    {
        var loader = new DataLoader<Tensor>(
            new Asked(4, static i => Torch.Tensor(i)), batchSampler: new int[][] { [0], null! }, numWorkers: numWorkers);
        await loader.Invoking(one => one.AsAsyncEnumerable().CountAsync(end).AsTask()).Should().ThrowAsync<TorchTypeException>()
            .WithMessage("'NoneType' object is not iterable");
    }

    [Test]
    public void A_dataset_that_cannot_end_does_not_end_the_process()
    {
        var result = Probe.Run(new Dictionary<string, string>(), "loader");
        result.ExitCode.Should().Be(0, result.Error);
        result.Output.Should().Contain("3 walks");
        result.Error.Should().Contain("A dataset could not end its enumeration: bad end").And.Contain("(to tell it failed: bad handler)");
    }

    [Test]
    public void Persistent_workers_are_the_same_in_each_walk_and_end_with_the_loader()
    {
        var dataset = new Asked(8, static i => Torch.Tensor(i));
        using (var loader = new DataLoader<Tensor>(dataset, numWorkers: 2, persistentWorkers: true))
        {
            loader.Should().HaveCount(8);
            loader.Should().HaveCount(8);
            loader.First().Item<long>().Should().Be(0);
            loader.Select(static batch => batch.Item<long>()).Should().Equal(0, 1, 2, 3, 4, 5, 6, 7);
            dataset.Threads.Should().HaveCount(2).And.OnlyContain(static thread => thread.IsAlive);
            using var first = loader.GetEnumerator();
            using var second = loader.GetEnumerator();
            second.MoveNext().Should().BeTrue();
            first.Invoking(static one => one.MoveNext()).Should().Throw<InvalidOperationException>();
        }

        dataset.Threads.Should().OnlyContain(static thread => !thread.IsAlive);
        Use(dataset);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        dataset.IsLeft().Should().BeTrue();

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Use(Asked dataset) => new DataLoader<Tensor>(dataset, numWorkers: 2, persistentWorkers: true).Should().HaveCount(8);
    }

    [Test]
    public void A_disposed_loader_is_named([Values(0, 2)] int numWorkers)
    {
        var loader = new DataLoader<Tensor>(
            new Asked(8, static i => Torch.Tensor(i)), numWorkers: numWorkers, persistentWorkers: numWorkers > 0);
        var walk = loader.GetEnumerator();
        walk.MoveNext().Should().BeTrue();
        loader.Dispose();
        loader.Dispose();
        const string Message = "The DataLoader was disposed, and its persistent workers with it; make a new one for another walk."
            + "*Object name: 'DataLoader'.";
        loader.Invoking(static one => one.First()).Should().Throw<ObjectDisposedException>().WithMessage(Message);
        loader.Invoking(static one => one.GetAsyncEnumerator()).Should().Throw<ObjectDisposedException>().WithMessage(Message);
        if (numWorkers > 0)
        {
            walk.Invoking(static one => one.MoveNext()).Should().Throw<ObjectDisposedException>().WithMessage(Message);
        }
        else
        {
            walk.MoveNext().Should().BeTrue("it has nothing that went with the loader");
        }

        walk.Dispose();
        walk.MoveNext().Should().BeFalse();
        loader.Count.Should().Be(8);
    }

    [Test]
    [CancelAfter(60_000)]
    public void A_walk_is_moved_on_by_one_thread_at_a_time([Values(0, 2)] int numWorkers)
    {
        for (var round = 0; round < 10; round++)
        {
            using var walk = new DataLoader<Tensor>(new Asked(500, static i => Torch.Tensor(i)), numWorkers: numWorkers).GetEnumerator();
            var (seen, refused) = (0, 0);
            Thread[] threads = [.. Enumerable.Range(0, 4).Select(_ => new Thread(() =>
            {
                for (var isMore = true; isMore;)
                {
                    try
                    {
                        isMore = walk.MoveNext();
                        Interlocked.Add(ref seen, isMore ? 1 : 0);
                    }
                    catch (InvalidOperationException error)
                        when (error.Message.StartsWith("Another thread asks this walk", StringComparison.Ordinal))
                    {
                        Interlocked.Increment(ref refused);
                    }
                }
            }))];
            Array.ForEach(threads, static thread => thread.Start());
            Array.ForEach(threads, static thread => thread.Join());
            seen.Should().Be(500);
        }
    }

    [Test]
    [CancelAfter(60_000)]
    public void A_second_thread_is_told_that_the_first_one_waits([Values(0, 1)] int numWorkers)
    {
        using var gate = new ManualResetEventSlim();
        var dataset = new Asked(4, i =>
        {
            gate.Wait(Soon);
            return Torch.Tensor(i);
        });
        using var walk = new DataLoader<Tensor>(dataset, numWorkers: numWorkers).GetEnumerator();
        Task<bool>[] both = [Task.Run(walk.MoveNext), Task.Run(walk.MoveNext)];
        var told = both[Task.WaitAny(both, Soon)];
        told.Exception!.InnerException.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Be(
            "Another thread asks this walk over a DataLoader for its next batch; each thread begins its own walk, or they take turns.");
        gate.Set();
        both.Single(one => one != told).Result.Should().BeTrue();
        walk.Current.Item<long>().Should().Be(0);
        walk.MoveNext().Should().BeTrue();
    }

    [TestCase(0, false)]
    [TestCase(1, false)]
    [TestCase(1, true)]
    [CancelAfter(60_000)]
    public void A_walk_may_be_disposed_while_another_thread_waits(int numWorkers, bool byLoader)
    {
        using var gate = new ManualResetEventSlim();
        using var asked = new ManualResetEventSlim();
        var dataset = new Asked(4, i =>
        {
            asked.Set();
            gate.Wait(Soon);
            return Torch.Tensor(i);
        });
        var loader = new DataLoader<Tensor>(dataset, numWorkers: numWorkers, persistentWorkers: byLoader);
        var walk = loader.GetEnumerator();
        var waits = Task.Run(walk.MoveNext);
        asked.Wait(Soon).Should().BeTrue();
        Thread.Sleep(50);
        var ends = Task.Run(() => (byLoader ? (IDisposable)loader : walk).Dispose());
        if (numWorkers > 0)
        {
            waits.Awaiting(static one => one).Should().ThrowAsync<ObjectDisposedException>().Wait();
            gate.Set();
            ends.Wait(Soon).Should().BeTrue();
            dataset.IsLeft().Should().BeTrue();
        }
        else
        {
            gate.Set();
            ends.Wait(Soon).Should().BeTrue();
            waits.Result.Should().BeTrue("it was at it");
        }

        walk.Dispose();
        walk.MoveNext().Should().BeFalse();
    }

    [Test]
    [CancelAfter(60_000)]
    public void A_walk_that_waits_is_told_when_another_one_takes_the_persistent_workers()
    {
        using var gate = new ManualResetEventSlim();
        using var asked = new ManualResetEventSlim();
        var dataset = new Asked(6, i =>
        {
            asked.Set();
            gate.Wait(Soon);
            return Torch.Tensor(i);
        });
        using var loader = new DataLoader<Tensor>(dataset, numWorkers: 2, persistentWorkers: true);
        var waits = Task.Run(loader.GetEnumerator().MoveNext);
        asked.Wait(Soon).Should().BeTrue();
        Thread.Sleep(50);
        using var second = loader.GetEnumerator();
        waits.Awaiting(static one => one).Should().ThrowAsync<InvalidOperationException>()
            .WithMessage("Another walk over the loader*").Wait();
        gate.Set();
        var seen = new List<long>();
        while (second.MoveNext())
        {
            seen.Add(second.Current.Item<long>());
        }

        seen.Should().Equal([0, 1, 2, 3, 4, 5], "the first walk takes none of the second");
    }

    [Test]
    public void So_many_workers_that_they_would_take_the_machine_are_refused()
    {
        FluentActions.Invoking(() => new DataLoader<int, Tensor>([1, 2], numWorkers: 20_000)).Should().Throw<TorchValueException>()
            .WithMessage("num_workers option should be at most 1024, as each worker is a thread; got 20000");
        new DataLoader<int, Tensor>([1, 2, 3], numWorkers: 100).Select(static batch => batch.Item<long>()).Should().Equal(1, 2, 3);
    }

    [Test]
    [Platform("Linux")]
    public void Where_the_system_starts_no_more_threads_none_is_left()
    {
        var result = Probe.Run(new Dictionary<string, string>(), "threads");
        result.ExitCode.Should().Be(0, result.Error);
        result.Output.Should().MatchRegex("the system started \\d+ of the 1000 workers of a DataLoader, and no more; lower num_workers")
            .And.Contain("none left, 3 items");
    }

    [Test]
    public void A_sampler_may_use_its_list_again([Values(0, 2)] int numWorkers)
    {
        static IEnumerable<IReadOnlyList<int>> Batches()
        {
            var batch = new List<int>();
            for (var i = 0; i < 50; i++)
            {
                batch.Clear();
                batch.AddRange([2 * i, (2 * i) + 1]);
                yield return batch;
            }
        }

        var dataset = new Asked(100, static i => Torch.Tensor(i));
        new DataLoader<Tensor>(dataset, batchSampler: Batches(), numWorkers: numWorkers).SelectMany(static batch => batch.ToArray<long>())
            .Should().Equal(Enumerable.Range(0, 100).Select(static i => (long)i));
    }

    [Test]
    public void Two_walks_at_a_time_do_not_disturb_each_other()
    {
        var loader = new DataLoader<Tensor>(new Asked(20, static i => Torch.Tensor(i)), numWorkers: 2);
        loader.Zip(loader, static (one, other) => one.Item<long>() == other.Item<long>())
            .Should().HaveCount(20).And.OnlyContain(static one => one);
    }

    [Test]
    public void A_worker_knows_which_it_is_computes_alone_and_draws_numbers_of_its_own()
    {
        var (threads, infos) = (Torch.GetNumThreads(), new List<WorkerInfo>());
        var dataset = new Asked(4, static i => Torch.Tensor([Torch.GetNumThreads(), (long)Torch.Randint(1 << 20, [1])]));
        Torch.ManualSeed(5);
        var loader = new DataLoader<Tensor>(dataset, numWorkers: 2, workerInitFn: id =>
        {
            lock (infos)
            {
                infos.Add(Torch.Utils.Data.GetWorkerInfo()!);
            }

            Torch.ManualSeed(id);
        });
        var drawn = loader.Select(static batch => batch[0, 1].Item<long>()).ToList();
        drawn.Should().OnlyHaveUniqueItems();
        loader.Select(static batch => batch[0, 0].Item<long>()).Should().OnlyContain(static one => one == 1);
        infos[0].NumWorkers.Should().Be(2);
        infos.Take(2).Select(static info => info.Id).Should().BeEquivalentTo([0, 1]);
        infos.Should().OnlyContain(info => ReferenceEquals(info.Dataset, dataset));
        Torch.Utils.Data.GetWorkerInfo().Should().BeNull();
        Torch.GetNumThreads().Should().Be(threads);
        Torch.InitialSeed().Should().Be(5, "workers seed their own");
        loader.Select(static batch => batch[0, 1].Item<long>()).Should().Equal(drawn);
    }

    [Test]
    public void Every_way_of_drawing_on_a_worker_is_its_own()
    {
        static Tensor Drawn(int index)
        {
            using var scope = Torch.Scope();
            var (half, mean) = (Torch.Full([3], 0.5), Torch.Zeros(3));
            return scope.Keep(Torch.Cat([
                Torch.Rand(2), Torch.Randn(2), half.Bernoulli(), half.Bernoulli(0.5), Torch.Normal(mean, 1), Torch.Normal(0, half),
                Torch.Normal(mean, half), half.Multinomial(2).Float(), Torch.Randperm(4).Float(), Torch.Empty(2).Random_(),
                Torch.Empty(2, dtype: DType.Int64).Random_().Remainder(1000).Float(), Torch.RandLike(mean), Torch.Poisson(half)]));
        }

        var dataset = new Asked(6, Drawn);
        string All(int seed)
        {
            Torch.ManualSeed(seed);
            return string.Join(
                " ", new DataLoader<Tensor>(dataset, numWorkers: 2).Select(static batch => string.Join(",", batch.ToArray<float>())));
        }

        var first = All(1);
        All(1).Should().Be(first);
        All(2).Should().NotBe(first);
        Torch.ManualSeed(1);
        Torch.Randint(100, [1]);
        var after = Torch.Rand(1).Item<float>();
        Torch.ManualSeed(1);
        new DataLoader<Tensor>(dataset, numWorkers: 2).Should().HaveCount(6);
        Torch.Rand(1).Item<float>().Should().NotBe(0, "the walk drew one seed");
        after.Should().BeInRange(0, 1);
    }

    [Test]
    public void Dropout_on_a_worker_draws_what_it_draws_elsewhere_from_the_worker_s_numbers()
    {
        Func<Tensor, bool, Tensor>[] ways =
        [
            static (x, inplace) => Torch.Nn.Functional.Dropout(x, 0.3, inplace: inplace),
            static (x, inplace) => Torch.Nn.Functional.AlphaDropout(x, 0.3, training: true, inplace),
            static (x, inplace) => Torch.Nn.Functional.FeatureAlphaDropout(x, 0.3, training: true, inplace),
            static (x, inplace) => Torch.Nn.Functional.Dropout1d(x, 0.3, inplace: inplace),
            static (x, inplace) => Torch.Nn.Functional.Dropout2d(x.Unsqueeze(-1), 0.3, inplace: inplace).Squeeze(-1),
        ];
        var dataset = new Asked(2 * ways.Length, index => Results(ways[index / 2], index % 2 == 1));
        Torch.ManualSeed(3);
        var state = Torch.GetRngState();
        var drawn = new DataLoader<Tensor>(dataset, batchSize: null, numWorkers: 1, workerInitFn: static _ => Torch.ManualSeed(7)).ToList();
        Torch.SetRngState(state);
        Torch.Empty([], dtype: DType.Int64).Random_();
        var after = Torch.Rand(1).Item<float>();

        Torch.ManualSeed(7);
        drawn.Zip(dataset, static (one, other) => one.Equal(other)).ToList()
            .Should().HaveCount(2 * ways.Length).And.OnlyContain(static one => one);
        Torch.ManualSeed(3);
        new DataLoader<Tensor>(dataset, batchSize: null, numWorkers: 1).Should().HaveCount(2 * ways.Length);
        Torch.Rand(1).Item<float>().Should().Be(after, "the walk drew one seed, and its worker nothing else of the process's");

        // The result and the gradient.
        static Tensor Results(Func<Tensor, bool, Tensor> drop, bool inplace)
        {
            var leaf = Torch.Linspace(-1, 1, 60).View(3, 4, 5).RequiresGrad_();
            var dropped = drop(inplace ? leaf * 1 : leaf, inplace);
            dropped.Square().Sum().Backward();
            return Torch.Stack([dropped.Detach(), leaf.Grad!]);
        }
    }

    [Test]
    public void Out_of_order_the_fast_come_first()
    {
        using var gate = new ManualResetEventSlim();
        var dataset = new Asked(4, i =>
        {
            if (i == 0)
            {
                gate.Wait(Soon);
            }

            return Torch.Tensor(i);
        });
        var seen = new List<long>();
        foreach (var batch in new DataLoader<Tensor>(dataset, numWorkers: 2, inOrder: false))
        {
            seen.Add(batch.Item<long>());
            gate.Set();
        }

        seen.Should().BeEquivalentTo([0L, 1, 2, 3]);
        seen[0].Should().Be(1);
    }

    [Test]
    public void A_stream_is_closed_by_the_thread_that_opened_it()
    {
        var closed = new List<(int Opened, int Closed)>();
        IEnumerable<long> Numbers()
        {
            var opened = Environment.CurrentManagedThreadId;
            try
            {
                for (var i = 0L; ; i++)
                {
                    yield return i;
                }
            }
            finally
            {
                lock (closed)
                {
                    closed.Add((opened, Environment.CurrentManagedThreadId));
                }
            }
        }

        var loader = new DataLoader<long, Tensor>(Numbers(), batchSize: 2, numWorkers: 2);
        loader.Take(3).Select(static batch => batch.ToString()).Should().Equal("tensor([0, 1])", "tensor([0, 1])", "tensor([2, 3])");
        closed.Should().HaveCount(2).And.OnlyContain(static one => one.Opened == one.Closed);
        new DataLoader<long, Tensor>(Numbers()).First().Should().NotBeNull();
        closed.Should().HaveCount(3);
    }

    [Test]
    public void Batches_belong_to_the_scope_in_which_they_are_taken([Values(0, 2)] int numWorkers)
    {
        var loader = new DataLoader<(Tensor X, Tensor Y)>(new TensorDataset(Torch.Arange(6), Torch.Arange(6)), 2, numWorkers: numWorkers);
        var all = new List<Tensor>();
        Tensor kept;
        using (var scope = Torch.Scope())
        {
            all.AddRange(loader.SelectMany(static batch => new[] { batch.X, batch.Y }));
            kept = scope.Keep(all[0]);
        }

        kept.IsDisposed.Should().BeFalse();
        all.Skip(1).Should().HaveCount(5).And.OnlyContain(static one => one.IsDisposed);
        loader.Select(static batch => batch.X).Should().OnlyContain(static one => !one.IsDisposed);
        var items = Torch.Arange(4).Unbind();
        using (Torch.Scope())
        {
            new DataLoader<Tensor>(items, batchSize: null, numWorkers: numWorkers).Should().HaveCount(4);
        }

        items.Should().OnlyContain(static one => !one.IsDisposed, "they were there before");
    }

    [Test]
    public void Collections_in_between_do_no_harm_and_nothing_stays()
    {
        using var stop = new CancellationTokenSource();
        var storm = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                GC.Collect();
                Thread.Sleep(1);
            }
        });
        storm.Start();
        var dataset = new TensorDataset(Torch.Arange(400).View(200, 2).Float(), Torch.Arange(200));
        Torch.Memory.Collect();
        var before = Torch.Memory.LiveTensors();
        for (var round = 0; round < 9; round++)
        {
            Walk(dataset, isLeft: round % 3 == 2);
        }

        stop.Cancel();
        storm.Join();
        Torch.Memory.Collect();
        Torch.Memory.LiveTensors().Should().Be(before);

        // Its variables go with it.
        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Walk(TensorDataset dataset, bool isLeft)
        {
            var taken = 0L;
            foreach (var (x, y) in new DataLoader<(Tensor X, Tensor Y)>(dataset, batchSize: 7, shuffle: true, numWorkers: 2))
            {
                x[.., 0].Equal(y.Float() * 2).Should().BeTrue();
                taken += y.Numel();
                if (isLeft && taken > 50)
                {
                    break;
                }
            }

            taken.Should().BeGreaterThan(50);
        }
    }

    [Test]
    public void It_warns_of_what_it_can_not_do_well()
    {
        int[] items = [1, 2];
        var many = Environment.ProcessorCount + 1;
        Warned.By(() => new DataLoader<int, Tensor>(items, numWorkers: many)).Should().ContainSingle()
            .Which.Should().StartWith($"This DataLoader will create {many} worker processes in total. Our suggested max number of worker "
                + $"in current system is {many - 1}, which is smaller than what this DataLoader is going to create.");
        if (!Torch.Cuda.IsAvailable())
        {
            Warned.By(() => new DataLoader<int, Tensor>(items, pinMemory: true).First()).Should().Equal(
                "'pin_memory' argument is set as true but no accelerator is found, then device pinned memory won't be used.");
        }

        var stream = new Liar();
        var loader = new DataLoader<int, Tensor>(stream);
        loader.Count.Should().Be(1);
        Warned.By(() => loader.Should().HaveCount(2)).Should().Equal(
            $"Length of IterableDataset {stream} was reported to be 1(when accessing len(dataloader)), but 2 samples have been fetched. ");
    }

    [Test]
    public void A_walk_begins_before_a_slow_dataset_is_through()
    {
        var clock = Stopwatch.StartNew();
        var dataset = new Asked(1000, static i =>
        {
            Thread.Sleep(20);
            return Torch.Tensor(i);
        });
        new DataLoader<Tensor>(dataset, numWorkers: 2).First().Item<long>().Should().Be(0);
        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10));
        dataset.IsLeft().Should().BeTrue();
    }

    private sealed class Liar : IterableDataset<int>, IReadOnlyCollection<int>
    {
        public int Count => 1;

        public override IEnumerator<int> GetEnumerator()
        {
            yield return 1;
            yield return 2;
        }
    }
}
