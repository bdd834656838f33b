using System.Globalization;
using TorchLite.Distributed;

namespace TorchLite.Tests.Distributed;

/// <summary>Groups of processes: what they compute, what they refuse, and how they end.</summary>
[TestFixture, NonParallelizable]
[Platform("Linux")]
public sealed class ProcessGroupTests
{
    private const int Killed = 137, Aborted = 134;
    private const string Unusable = "DistributedBackendException: the process group '0' can not be used any more, since *";

    [Test]
    public async Task Collectives_give_and_refuse_what_they_do_in_Python()
    {
        var ranks = await Ranks.Run(2, "table");

        for (var rank = 0; rank < 2; rank++)
        {
            ranks[rank].Lines().Should().Equal(
                File.ReadAllLines(Path.Combine(Repository.Root, "tests", "reference", "corpus", $"distributed.{rank}.txt")),
                "rank {0} ended with {1}: {2}", rank, ranks[rank].ExitCode, ranks[rank].Error);
        }
    }

    [Test]
    public async Task Four_ranks_compute_together()
    {
        var ranks = await Ranks.Run(4, "collectives");

        for (var rank = 0; rank < 4; rank++)
        {
            ranks[rank].Lines().Should().Equal(
                "all_reduce tensor([10., 20.])", "broadcast tensor([4., 8.])",
                "all_gather_into_tensor tensor([1., 2., 2., 4., 3., 6., 4., 8.])",
                "all_gather tensor([1., 2.]) tensor([2., 4.]) tensor([3., 6.]) tensor([4., 8.])",
                "async tensor([1., 2., 2., 4., 3., 6., 4., 8.]) True True",
                rank < 2 ? $"group {rank} of 2: tensor([3., 6.])" : $"group -1 of -1: tensor([{rank + 1}., {2 * (rank + 1)}.])",
                "objects rank 0 rank 1 rank 2 rank 3, from 1: rank 1",
                $"gathered {(rank == 3 ? " a aa aaa" : "")}, scattered {new string('b', rank)}, "
                + $"sent {(rank == 3 ? "to 3" : "")} True by {(rank == 3 ? 0 : -1)}",
                $"ring tensor([{(rank == 0 ? "4., 8." : $"{rank}., {2 * rank}.")}])",
                $"subgroup {rank % 2} of 2, 2 in all: tensor([{(rank < 2 ? "3., 6." : " 7., 14.")}])",
                $"enumerated {rank switch { 0 => "0 of 2", 1 => "0 of 1", 3 => "1 of 2", _ => " of " }}, 6 were made",
                "left");
        }
    }

    [Test]
    public async Task An_object_that_is_no_JSON_is_an_error_on_all_ranks_that_wait_for_it()
    {
        var ranks = await Ranks.Run(2, "bad objects");

        const string Type = "Serialization and deserialization of 'System.RuntimeType' instances is not supported*";
        string[][] expected =
        [
            [
                "TorchException: object 1 can not become JSON", "TorchException: rank 1 can not give its objects",
                "TorchException: rank 1 can not give its objects", "TorchException: rank 1 can not make JSON of its objects",
                "TorchValueException: rank 1 gives 2 objects, and this rank has 1 places for them",
            ],
            [
                "TorchException: object 1 can not become JSON: " + Type, "TorchException: rank 1 can not give its objects: " + Type,
                "TorchException: rank 1 can not give its objects: 3 objects are given, and there are 2 ranks",
                "TorchException: object 0 can not become JSON: " + Type, "went well",
            ],
        ];
        for (var rank = 0; rank < 2; rank++)
        {
            var lines = ranks[rank].Lines();
            lines.Should().HaveCount(7, ranks[rank].Error);
            for (var i = 0; i < 5; i++)
            {
                lines[i].Should().Match(expected[rank][i]);
            }

            lines[5..].Should().Equal("after: tensor([2.])", "left");
        }
    }

    [TestCase("kill", "Connection *")]
    [TestCase("stall", "Timed out waiting 2000ms*")]
    [TestCase("stop", "Timed out waiting 2000ms*")]
    public async Task A_lost_peer_is_an_exception_in_time_and_the_group_says_so(string way, string text)
    {
        var ranks = await Ranks.Run(2, way, timeout: 2);

        var lines = ranks[0].Lines();
        lines.Should().HaveCount(3, ranks[0].Error);
        lines[0].Should().Match("DistributedBackendException: *" + text);
        lines[1].Should().Match(Unusable);
        lines[2].Should().Be("left");
        ranks[0].ExitCode.Should().Be(0);
        ranks[1].ExitCode.Should().Be(way == "kill" ? Killed : 0);
    }

    // Gloo itself waits for it for five times the timeout.
    [Test]
    public async Task A_rank_that_dies_while_the_others_meet_is_an_exception_in_time()
    {
        var ranks = await Ranks.Run(3, "kill meeting", timeout: 2);

        ranks[1].ExitCode.Should().Be(Killed);
        foreach (var survivor in new[] { ranks[0], ranks[2] })
        {
            survivor.ExitCode.Should().Be(0, survivor.Error);
            survivor.Lines().Should().ContainSingle().Which.Should().StartWith("DistributedBackendException: ");
        }
    }

    [Test]
    public async Task Works_in_flight_end_when_a_peer_dies()
    {
        var ranks = await Ranks.Run(2, "kill async", timeout: 5);

        ranks[0].ExitCode.Should().Be(0, ranks[0].Error);
        ranks[0].Lines().Should().Contain("some failed: True").And.Contain("left").And.NotContain("it does not say so");
    }

    [TestCase("missing", "Distributed*Exception: *")]
    [TestCase("name", "DistributedNetworkException: *no-such-host.invalid*")]
    [TestCase("port", "DistributedNetworkException: The server socket has failed to listen on any *: address already in use")]
    [TestCase("interface", "DistributedBackendException: *nosuch0*")]
    public async Task Who_does_not_find_the_others_is_told_so(string what, string text)
    {
        var ranks = await Ranks.Run(1, what, timeout: 1);

        ranks[0].ExitCode.Should().Be(0, ranks[0].Error);
        ranks[0].Lines().Should().ContainSingle().Which.Should().Match(text);
    }

    [Test]
    public async Task A_rank_that_there_can_not_be_is_told_at_once_wherever_the_ranks_meet()
    {
        var ranks = await Ranks.Run(1, "range", timeout: 1);

        ranks[0].Lines().Should().Equal(
            Enumerable.Repeat("TorchValueException: Rank 2 is out of range. Valid ranks are 0 to 1 (world_size=2)", 3), ranks[0].Error);
    }

    [Test]
    public async Task A_master_that_is_missing_is_an_exception_after_the_timeout()
    {
        var ranks = await Ranks.Run(1, "master", timeout: 2);

        ranks[0].Lines().Should().Equal(
            [
                "DistributedNetworkException: The client socket has timed out after 2000ms while trying to connect to (127.0.0.1, 9).",
                "in time",
            ],
            ranks[0].Error);
    }

    [Test]
    public async Task A_master_may_come_later_than_the_others()
    {
        int port;
        using (var free = new TCPStore("127.0.0.1", 0, isMaster: true))
        {
            port = free.Port;
        }

        var ranks = await Ranks.Run(
            2, "late 0", 10, ("INIT_METHOD", "env://"), ("MASTER_ADDR", "127.0.0.1"), ("MASTER_PORT", $"{port}"));

        ranks.Should().AllSatisfy(static rank => rank.Lines().Should().Equal(["tensor([2.])", "left"], rank.Error));
    }

    [Test]
    public async Task Workers_that_torchrun_starts_anew_do_not_call_those_before_them()
    {
        using var agent = new TCPStore("127.0.0.1", 0, isMaster: true);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var ranks = await Ranks.Run(
                2, "late 1", 10, ("INIT_METHOD", "env://"), ("MASTER_ADDR", "127.0.0.1"), ("MASTER_PORT", $"{agent.Port}"),
                ("TORCHELASTIC_USE_AGENT_STORE", "True"), ("TORCHELASTIC_RESTART_COUNT", $"{attempt}"), ("GROUP_WORLD_SIZE", "1"));

            ranks.Should().AllSatisfy(static rank => rank.Lines().Should().Equal(["tensor([2.])", "left"], rank.Error));
        }
    }

    [Test]
    public async Task Ranks_of_other_sizes_end_one_process_and_are_an_exception_in_the_other_as_under_Python()
    {
        var ranks = await Ranks.Run(2, "sizes", timeout: 5);

        ranks[0].ExitCode.Should().Be(Aborted);
        ranks[0].Error.Should().Contain("Received data size doesn't match expected size. Is there a distributed collective mismatch");
        ranks[1].Lines().Should().HaveCount(3, ranks[1].Error);
        ranks[1].Lines()[0].Should().StartWith("DistributedBackendException: ");
        ranks[1].Lines()[1].Should().Match(Unusable);
        ranks[1].Lines()[2].Should().Be("left");
    }

    [Test]
    public async Task A_forgotten_model_leaves_no_memory_behind()
    {
        var ranks = await Ranks.Run(1, "wraps", 30, ("DOTNET_TieredCompilation", "0"));

        ranks[0].Lines().Should().HaveCount(2, ranks[0].Error);
        long.Parse(ranks[0].Lines()[0].Split(' ')[0], CultureInfo.InvariantCulture).Should().BeLessThan(300);
    }

    [Test]
    public async Task Ranks_that_call_different_things_are_told_so_under_detail()
    {
        var ranks = await Ranks.Run(2, "mismatches");

        foreach (var rank in ranks)
        {
            var lines = rank.Lines();
            lines.Should().HaveCount(6, rank.Error);
            lines[0].Should().Contain("shape: DistributedBackendException: Detected mismatch between collectives on ranks. ")
                .And.Contain("TensorShape=[4]").And.Contain("TensorShape=[8]")
                .And.Contain("Rank 0 is running collective").And.Contain("Rank 1 is running collective");
            lines[1].Should().StartWith("dtype: DistributedBackendException: ")
                .And.Contain("TensorDtypes=Float,").And.Contain("TensorDtypes=Double,");
            lines[2].Should().StartWith("collective: DistributedBackendException: ")
                .And.Contain("OpType=ALLREDUCE").And.Contain("OpType=BROADCAST");
            lines[3..].Should().Equal("after: tensor([3., 3., 3., 3.])", "same: went well", "left");
        }
    }

    [Test]
    public async Task A_tensor_in_flight_outlives_its_object() => (await Ranks.Run(2, "in flight")).Should().AllSatisfy(
        static rank => rank.Lines().Should().Equal(["right: True", "left"], rank.Error));

    [Test]
    public async Task A_process_ends_well_while_works_are_in_flight() =>
        (await Ranks.Run(2, "unwaited")).Should().AllSatisfy(static rank => rank.ExitCode.Should().Be(0, rank.Error));

    [Test]
    public async Task Two_threads_have_a_group_each() =>
        (await Ranks.Run(2, "threads")).Should().AllSatisfy(static rank => rank.Lines().Should().Equal(["400 800", "left"], rank.Error));

    [Test]
    public async Task Groups_come_and_go() => (await Ranks.Run(2, "again")).Should().AllSatisfy(static rank => rank.Lines().Should().Equal(
        ["0: tensor([2.]) 0", "1: tensor([2.]) 0", "2: tensor([2.]) 0"], rank.Error));

    [Test]
    public async Task A_wait_may_have_less_time_than_the_work()
    {
        var ranks = await Ranks.Run(2, "timeout");

        ranks[0].Lines()[0].Should().Match("DistributedBackendException: *timed out*");
        ranks[0].Lines()[1..].Should().Equal("tensor([2., 2., 2., 2.])", "left");
        ranks[1].Lines().Should().Equal("tensor([2., 2., 2., 2.])", "left");
    }

    [Test]
    public async Task A_monitored_barrier_names_who_is_missing()
    {
        var ranks = await Ranks.Run(2, "monitored");

        ranks[0].Lines()[0].Should().Match("DistributedBackendException: *Rank*1*failed to pass monitoredBarrier in 1000 ms*");
        ranks[0].Lines()[1].Should().Match(Unusable);
    }

    [Test]
    public async Task Peers_and_ranks_that_are_none_are_refused_before_Gloo_sees_them()
    {
        const string Itself = "rank should not be the same as the rank of the current process.";
        var ranks = await Ranks.Run(2, "peers");

        foreach (var rank in ranks)
        {
            rank.Lines().Should().Equal(
                [
                    "TorchValueException: Invalid destination rank: 7 is not in the group, which has 2 ranks.",
                    "TorchValueException: Invalid source rank: -3 is not in the group, which has 2 ranks.",
                    "TorchValueException: Invalid destination rank: destination " + Itself,
                    "TorchValueException: Invalid source rank: source " + Itself,
                    "TorchValueException: Split sizes must not be negative",
                    "TorchException: ProcessGroupGloo::allreduce: unsupported device type meta",
                    rank.Lines()[6],
                    "TorchValueException: ranks list must not contain duplicate entries, got [0, 0]",
                    "TorchValueException: Rank 5 is out of range. Valid ranks are 0 to 1 (world_size=2)",
                    "TorchValueException: ranks list must not contain duplicate entries, got [0, 0, 1, 1]",
                    "left",
                ],
                rank.Error);
            rank.Lines()[6].Should().Match("TorchException: *Check failed: outputShape*");
        }
    }

    [Test]
    public async Task Memory_beside_a_tensor_is_neither_read_nor_written()
    {
        const string Dense = "TorchValueException: Tensors must be non-overlapping and dense";
        const string Contiguous = "TorchValueException: Tensors must be contiguous";
        (await Ranks.Run(2, "memory")).Should().AllSatisfy(static rank => rank.Lines().Should().Equal(
            [
                Dense, Dense, Dense, Dense, Dense, Contiguous, Contiguous, Contiguous,
                "TorchException: AllToAllSingle expects at least a 1-dimensional tensor",
                "TorchException: ReduceScatterTensor expects at least a 1-dimensional tensor",
                "TorchException: output tensor and input tensor must be on the same type of device",
                "TorchException: Unhandled ReduceOp", "True True", "left",
            ],
            rank.Error));
    }

    [Test]
    public async Task Tuples_and_losses_that_are_no_numbers_are_objects_too()
    {
        var ranks = await Ranks.Run(2, "objects");

        ranks[0].Lines().Should().Equal("(0, NaN) (1, Infinity)", "[a, (1, b)]", "left");
        ranks[1].Lines().Should().Equal("(0, NaN) (1, Infinity)", "[c, (NaN, d)]", "left");
    }
}
