using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using TorchLite.Distributed;
using D = TorchLite.Torch.Distributed;

namespace TorchLite.Probe.Distributed;

/// <content>What goes wrong between ranks.</content>
internal static partial class DistributedRank
{
    private const int Kill = 9, Stop = 19, Continue = 18;

    private static int Failures(string scenario)
    {
        switch (scenario)
        {
            case "kill":
                // The last rank dies amid the rounds.
                Start();
                Survive(round =>
                {
                    if (Rank == Size - 1 && round == 20)
                    {
                        _ = Signal(Environment.ProcessId, Kill);
                    }
                });
                return Leave();
            case "survive":
                // Someone kills any of them at any moment, before they have met too.
                _ = Refused(Start);
                if (D.IsInitialized())
                {
                    Survive(_ => { });
                    return Leave();
                }

                return 0;
            case "kill meeting":
                // Rank 1 has said where it is, and is dead before the last rank comes.
                var dead = Path.ChangeExtension(PlaceFile, "dead");
                if (Rank == 1)
                {
                    // The others' names for it end in its number.
                    var later = $"until grep -aq cpu//0/1 {PlaceFile}; do sleep 0.05; done; kill -{Kill} {Environment.ProcessId}; touch {dead}";
                    using var killer = Process.Start("sh", ["-c", later]);
                }
                else if (Rank == Size - 1)
                {
                    SpinWait.SpinUntil(() => File.Exists(dead));
                    File.Delete(dead);
                }

                return Refused(Start);
            case "kill async":
                // It dies while several are in flight.
                return Together(AllSettle);
            case "stall":
                // The last rank comes too late.
                Start();
                if (Rank == Size - 1)
                {
                    Thread.Sleep(Timeout * 2.5);
                }

                Survive(_ => { });
                return Leave();
            case "stop":
                // The last rank is there, and does nothing: so a peer behind a broken network looks.
                Start();
                D.Barrier();
                if (Rank == Size - 1)
                {
                    var later = $"sleep {Timeout.TotalSeconds * 3}; kill -{Continue} {Environment.ProcessId}";
                    using var waker = Process.Start("sh", ["-c", later]);
                    _ = Signal(Environment.ProcessId, Stop);
                }

                Survive(_ => { });
                return Leave();
            case "missing":
                // Rank 1 of 2 never comes.
                return Refused(() => D.InitProcessGroup("gloo", Place, Timeout, worldSize: 2, rank: 0));
            case "master":
                // Nobody listens there.
                var watch = Stopwatch.StartNew();
                Refused(() => D.InitProcessGroup("gloo", "tcp://127.0.0.1:9", Timeout, worldSize: 2, rank: 1));
                Say(watch.Elapsed >= Timeout && watch.Elapsed < Timeout * 1.5 ? "in time" : $"after {watch.Elapsed}");
                return 0;
            case "late 0" or "late 1":
                // That rank comes later than the other.
                Thread.Sleep(scenario == $"late {Rank}" ? 1500 : 0);
                Start();
                var both = Torch.Ones(1);
                D.AllReduce(both);
                Say($"{both}");
                return Leave();
            case "name":
                return Refused(() => D.InitProcessGroup("gloo", "tcp://no-such-host.invalid:29500", Timeout, worldSize: 2, rank: 1));
            case "port":
                using (var taken = new TcpListener(IPAddress.IPv6Any, 0))
                {
                    taken.Server.DualMode = true;
                    taken.Start();
                    var port = ((IPEndPoint)taken.LocalEndpoint).Port;
                    return Refused(() => D.InitProcessGroup("gloo", $"tcp://127.0.0.1:{port}", Timeout, worldSize: 1, rank: 0));
                }

            case "interface":
                Environment.SetEnvironmentVariable("GLOO_SOCKET_IFNAME", "nosuch0");
                return Refused(Start);
            case "range":
                // At once: nobody else is there.
                Refused(() => D.InitProcessGroup(store: new HashStore(), rank: 2, worldSize: 2));
                Refused(() => D.InitProcessGroup("gloo", "tcp://127.0.0.1:9", TimeSpan.FromMinutes(5), worldSize: 2, rank: 2));
                return Refused(() => D.InitProcessGroup("gloo", Place, TimeSpan.FromMinutes(5), worldSize: 2, rank: 2));
            case "mismatches":
                D.SetDebugLevel(DebugLevel.Detail);
                return Together(Mismatches);
            case "sizes":
                // Nobody compares them.
                Start();
                Refused(() => D.AllReduce(Torch.Ones(Rank == 0 ? 4 : 8)));
                Refused(() => D.AllReduce(Torch.Ones(1)));
                return Leave();
            case "bad objects":
                return Together(BadObjects);
            case "in flight":
                return Together(InFlight);
            case "unwaited":
                // The process ends while libtorch's threads work.
                Start();
                for (var i = 0; i < 20; i++)
                {
                    _ = D.AllReduce(Torch.Ones(1_000_000), asyncOp: true);
                }

                Say("ends");
                return 0;
            case "threads":
                return Together(TwoGroups);
            case "peers":
                return Together(Peers);
            case "memory":
                return Together(ForeignMemory);
            case "objects":
                return Together(Objects);
            case "monitored":
                Start();
                if (Rank == 0)
                {
                    _ = Refused(() => D.MonitoredBarrier(timeout: TimeSpan.FromSeconds(1), waitAllRanks: true));
                    _ = Refused(() => D.AllReduce(Torch.Ones(1)));
                }
                else
                {
                    Thread.Sleep(2500);
                }

                return Leave();
            case "timeout":
                // A wait of its own time leaves the work in progress.
                Start();
                var x = Torch.Ones(4);
                if (Rank == 0)
                {
                    var work = D.AllReduce(x, asyncOp: true)!;
                    _ = Refused(() => work.Wait(TimeSpan.FromMilliseconds(300)));
                    work.Wait();
                }
                else
                {
                    Thread.Sleep(1500);
                    D.AllReduce(x);
                }

                Say($"{x}");
                return Leave();
            case "again":
                // Groups come and go, and the names of the next ones are those of the first.
                for (var i = 0; i < 3; i++)
                {
                    D.InitProcessGroup("gloo", Place + i, Timeout, Size, Rank);
                    var one = Torch.Ones(1);
                    D.AllReduce(one, group: D.NewGroup());
                    Say($"{i}: {one} {GroupMember.World!.GroupName}");
                    D.Barrier();
                    D.DestroyProcessGroup();
                }

                return 0;
            default:
                return 2;
        }
    }

    private static int Together(Action act)
    {
        Start();
        act();
        return Leave();
    }

    private static int Leave()
    {
        var watch = Stopwatch.StartNew();
        D.DestroyProcessGroup();
        Say(watch.Elapsed < TimeSpan.FromSeconds(10) ? "left" : $"left after {watch.Elapsed}");
        return 0;
    }

    private static int Refused(Action call)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            call();
            Say("went well");
        }
        catch (TorchException error)
        {
            var isInTime = watch.Elapsed < (2 * Timeout) + TimeSpan.FromSeconds(5);
            Say($"{error.GetType().Name}{(isInTime ? "" : " after " + watch.Elapsed)}: {error.Message.Split('\n')[0]}");
        }

        return 0;
    }

    // Reduces until something goes wrong, and once more.
    private static void Survive(Action<int> each)
    {
        Refused(() =>
        {
            for (var round = 0; round < 100_000; round++)
            {
                each(round);
                D.AllReduce(Torch.Ones(1000));
            }
        });
        Refused(() => D.AllReduce(Torch.Ones(1000)));
    }

    private static void AllSettle()
    {
        var works = new List<Work>();
        Refused(() =>
        {
            for (var i = 0; i < 40; i++)
            {
                works.Add(D.AllReduce(Torch.Ones(1_000_000), asyncOp: true)!);
                if (Rank == Size - 1 && i == 10)
                {
                    _ = Signal(Environment.ProcessId, Kill);
                }
            }
        });
        var failed = 0;
        foreach (var work in works)
        {
            try
            {
                work.Wait();
            }
            catch (DistributedBackendException)
            {
                failed++;
                if (!work.IsCompleted() || work.IsSuccess() || work.Exception() is null)
                {
                    Say("it does not say so");
                }
            }
        }

        Say($"some failed: {failed > 0}");
    }

    private static void Mismatches()
    {
        void Differ(string name, Action<int> call)
        {
            try
            {
                call(Rank);
                Say($"{name}: went well");
            }
            catch (TorchException error)
            {
                Say($"{name}: {error.GetType().Name}: {error.Message.Replace('\n', ' ')}");
            }
        }

        Differ("shape", rank => D.AllReduce(Torch.Ones(rank == 0 ? 4 : 8)));
        Differ("dtype", rank => D.AllReduce(Torch.Ones([4], dtype: rank == 0 ? DType.Float32 : DType.Float64)));
        Differ("collective", rank =>
        {
            if (rank == 0)
            {
                D.AllReduce(Torch.Ones(4));
            }
            else
            {
                D.Broadcast(Torch.Ones(4), 0);
            }
        });
        Differ("same", rank =>
        {
            var x = Torch.Ones(4) * (rank + 1);
            D.AllReduce(x);
            Say($"after: {x}");
        });
    }

    private static void BadObjects()
    {
        object bad = typeof(int), good = "good";
        Refused(() => D.GatherObject(Rank == 1 ? bad : good, Rank == 0 ? new object[2] : null));
        Refused(() => D.ScatterObjectList(new object[1], Rank == 1 ? [good, bad] : null, src: 1));
        Refused(() => D.ScatterObjectList(new object[1], Rank == 1 ? [good, good, good] : null, src: 1));
        Sent([bad], 1);
        Sent([good, good], 1);
        var x = Torch.Ones(1);
        D.AllReduce(x);
        Say($"after: {x}");
    }

    // From rank 1 to rank 0.
    private static void Sent(object[] objects, int places) => Refused(() =>
    {
        if (Rank == 1)
        {
            D.SendObjectList(objects, dst: 0);
        }
        else
        {
            D.RecvObjectList(new object[places], src: 1);
        }
    });

    // The tensors' objects are gone, disposed or collected, before the work is waited for.
    private static void InFlight()
    {
        var outputs = Enumerable.Range(0, 20).Select(_ => Torch.Zeros(100_000 * Size)).ToArray();
        var works = new Work[outputs.Length];
        for (var i = 0; i < outputs.Length; i++)
        {
            var input = Torch.Full([100_000], i + (double)Rank);
            works[i] = D.AllGatherIntoTensor(outputs[i], input, asyncOp: true)!;
            if (i % 2 == 0)
            {
                input.Dispose();
            }
        }

        for (var i = 0; i < 20; i++)
        {
            // Nobody has these but libtorch.
            _ = D.AllReduce(Torch.FromArray(new float[100_000]), asyncOp: true);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Task.WaitAll([.. works.Select(work => work.WaitAsync())]);
        var right = outputs.Select((x, i) => (double)x.Sum() == 100_000.0 * ((i * Size) + (Size * (Size - 1) / 2))).All(x => x);
        var receipt = Rank == 0 ? D.Isend(Torch.Ones(2), 1) : null;
        GC.Collect();
        GC.WaitForPendingFinalizers();
        if (Rank == 1)
        {
            var x = Torch.Zeros(2);
            D.Recv(x, 0);
            right &= (double)x.Sum() == 2;
        }

        D.Barrier();
        GC.KeepAlive(receipt);
        Say($"right: {right}");
    }

    private static void TwoGroups()
    {
        ProcessGroup[] groups = [D.NewGroup(), D.NewGroup()];
        var sums = new double[2];
        var threads = groups.Select((group, i) => new Thread(() =>
        {
            for (var round = 0; round < 200; round++)
            {
                var x = Torch.Full([1000], i + 1.0);
                D.AllReduce(x, group: group);
                sums[i] += (double)x[0];
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Say(string.Create(CultureInfo.InvariantCulture, $"{sums[0]} {sums[1]}"));
    }

    private static void Peers()
    {
        Refused(() => D.Send(Torch.Ones(1), 7));
        Refused(() => D.Recv(Torch.Ones(1), -3));
        Refused(() => D.Isend(Torch.Ones(1), Rank));
        Refused(() => D.Irecv(Torch.Ones(1), Rank));
        Refused(() => D.AllToAllSingle(Torch.Zeros(4), Torch.Ones(4), [-1, 5], [2, 2]));
        Refused(() => D.AllReduce(Torch.Ones([2], device: "meta")));
        Refused(() => D.ReduceScatterTensor(Torch.Zeros(4), Torch.Ones(7)));
        Refused(() => D.NewGroup([0, 0]));
        Refused(() => D.NewGroup([0, 5]));
        Refused(() => D.NewGroup([0, 1, 1, 0]));
        D.Barrier();
    }

    // What libtorch would read or write beside the tensors, or die of.
    private static void ForeignMemory()
    {
        var whole = Torch.Arange(12).Float().View(3, 4);
        var (part, expanded) = (whole[.., 1], Torch.Ones(1).Expand(4096));
        Refused(() => D.AllReduce(part));
        Refused(() => D.AllReduce(expanded));
        Refused(() => D.AllReduce(Torch.Complex(Torch.Ones(1), Torch.Ones(1)).Conj().Imag));
        Refused(() => D.Broadcast(part, 0));
        Refused(() => D.Reduce(part, 0));
        Refused(() => D.Scatter(part, Rank == 0 ? [Torch.Ones(3), Torch.Ones(3)] : null, 0));
        Refused(() => D.ReduceScatter(part, [Torch.Ones(3), Torch.Ones(3)]));
        Refused(() => D.AllToAllSingle(whole[..2, 1], Torch.Ones(2)));
        Refused(() => D.AllToAllSingle(Torch.Tensor(1.0), Torch.Tensor(1.0)));
        Refused(() => D.ReduceScatterTensor(Torch.Tensor(1.0), Torch.Ones(2)));
        Refused(() => D.ReduceScatter(Torch.Ones([2], device: "meta"), [Torch.Ones(2), Torch.Ones(2)]));
        Refused(() => D.AllReduce(Torch.Ones(1), (ReduceOp)256));

        // Of what is refused nothing is on its way; and an order of one's own is Python's, too.
        var turned = (whole * (Rank + 1)).T;
        D.AllReduce(turned);
        Say($"{turned.Equal(whole.T * 3)} {whole.Equal(Torch.Arange(12).Float().View(3, 4))}");
    }

    private static void Objects()
    {
        var all = new (int Rank, double Loss)[2];
        D.AllGatherObject(all, (Rank, Rank == 0 ? double.NaN : double.PositiveInfinity));
        Say(string.Create(CultureInfo.InvariantCulture, $"{all[0]} {all[1]}"));
        var one = new KeyValuePair<string, (float, string)>[1];
        D.ScatterObjectList(one, Rank == 0 ? [new("a", (1, "b")), new("c", (float.NaN, "d"))] : null, 0);
        Say(string.Create(CultureInfo.InvariantCulture, $"{one[0]}"));
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
