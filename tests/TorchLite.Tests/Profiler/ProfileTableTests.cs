using System.Text.Json;
using TorchLite.Native;
using TorchLite.Profiler;
using TorchLite.Tests.Reference;

namespace TorchLite.Tests.Profiler;

/// <summary>Events that are made up, and the tables that PyTorch makes of them, letter for letter.</summary>
public class ProfileTableTests
{
    private static readonly JsonElement[] Cases =
        [.. Corpus.Read("profiler.jsonl").Where(static one => one.GetProperty("kind").GetString() == "table")];

    private static IEnumerable<string> Names => Cases.Select(static one => one.GetProperty("py").GetString()!);

    [TestCaseSource(nameof(Names))]
    public void Tables_are_PyTorchs(string name)
    {
        var recorded = Cases.Single(one => one.GetProperty("py").GetString() == name);
        var events = EventTree.Build(0, [.. recorded.List("events").Select(Event)], usesCuda: false);
        foreach (var one in events)
        {
            var given = recorded.List("events").Single(given => given.GetProperty("id").GetInt64() == one.Id);
            one.Memory = (given.GetProperty("memory").GetInt64(), 0);
        }

        var table = new EventTable(false, recorded.GetProperty("memory").GetBoolean(), recorded.GetProperty("flops").GetBoolean());
        foreach (var expected in recorded.List("tables"))
        {
            IReadOnlyList<ProfilerEvent> rows = expected.GetProperty("of").GetString() switch
            {
                "events" => events,
                "averages" => Profile.Averages(events, byShapes: false),
                _ => Profile.Averages(events, byShapes: true),
            };
            var options = expected.GetProperty("options");
            var text = table.Write(
                rows, Option(options, "sort_by")?.GetString(), Option(options, "row_limit")?.GetInt64() ?? 100,
                Width(options, "max_name_column_width", 55), Width(options, "max_shapes_column_width", 80), Option(options, "header")?.GetString(),
                Option(options, "top_level_events_only") is { ValueKind: JsonValueKind.True }, null);

            text.Should().Be(expected.GetProperty("text").GetString(), "{0} with {1}", expected.GetProperty("of"), options);
        }

        recorded.List("tables").Should().HaveCount(30);
        new EventList<FunctionEvent>(events, table).SelfCpuTimeTotal
            .Should().BeApproximately(recorded.GetProperty("total").GetDouble(), 1e-6);
    }

    [TestCase("s", "0.001s")]
    [TestCase("ms", "1.062ms")]
    [TestCase("us", "1062.500us")]
    public void Times_are_in_the_unit_that_is_asked_for(string unit, string expected)
    {
        var one = new FunctionEvent(new("a", 0, 1_062_500, 1, 1, 0, 1, 0, -1, 0, 0, 0, false, 0, 0, 0, []), 0, false);

        new EventList<FunctionEvent>([one], new(false, false, false)).Table(timeUnit: unit)
            .Should().EndWith($"Self CPU time total: {expected}\n");
    }

    [Test]
    public void A_GPUs_kernels_have_columns_of_their_own()
    {
        KinetoEvent[] told =
        [
            new("aten::mm", 0, 10_000, 1, 1, 0, 5, 0, 0, 0, 0, 0, false, 0, 0, 0, []),
            new("cudaLaunchKernel", 1_000, 3_000, 1, 1, 0, 6, 5, 0, 0, 0, 0, false, 0, 0, 0, []),
            new("gemm", 4_000, 24_000, 7, 7, 0, 6, 5, 0, 0, 1, 0, false, 0, 0, 0, []),
            new("[memory]", 2_000, 2_000, 1, 1, 0, 0, 0, 0, 0, 1, 0, false, 4096, 0, 0, []),
        ];
        var events = EventTree.Build(0, told, usesCuda: true);
        var table = new EventTable(true, true, false).Write(
            Profile.Averages(events, false), "self_cuda_time_total", 10, 55, 80, null, false, "us");

        events.Should().HaveCount(3);
        events[0].DeviceTimeTotal.Should().Be(20);
        table.Should().Contain("  Self CUDA   Self CUDA %    CUDA total  CUDA time avg  ");
        table.Should().Contain("4.00 KB").And.EndWith("Self CUDA time total: 20.000us\n");
    }

    private static KinetoEvent Event(JsonElement one) => new(
        one.GetProperty("name").GetString()!, one.GetProperty("start").GetInt64(), one.GetProperty("end").GetInt64(),
        one.GetProperty("thread").GetUInt64(), one.GetProperty("end_thread").GetUInt64(), 0, one.GetProperty("id").GetInt64(),
        0, -1, 0, 0, 0, false, 0, one.GetProperty("flops").GetInt64(), 0,
        [.. one.List("shapes").Select(static shape => shape.EnumerateArray().Select(static size => size.GetInt64()).ToArray())]);

    private static JsonElement? Option(JsonElement options, string name) => options.TryGetProperty(name, out var value) ? value : null;

    private static int? Width(JsonElement options, string name, int otherwise) =>
        Option(options, name) is not { } given ? otherwise : given.ValueKind == JsonValueKind.Null ? null : given.GetInt32();
}
