using System.Text.Json;
using System.Text.Json.Nodes;
using TorchLite.Nn;
using TorchLite.Tests.Reference;

namespace TorchLite.Tests.Serialization;

/// <summary>What Python saved of each class of <c>torch.nn</c> is loaded here, with nothing missing and every bit the same.</summary>
[NonParallelizable]
public sealed class RecordedStateDictTests
{
    private static readonly ILookup<string, RecordedStateDict> Files = RecordedStateDict.All.ToLookup(static file => file.Kind);

    private static IEnumerable<string> Kinds => Files.Select(static group => group.Key);

    [TestCaseSource(nameof(Kinds))]
    public void Is_loaded_whole(string kind)
    {
        var wrong = new List<string>();
        foreach (var file in Files[kind])
        {
            using var scope = Torch.Scope();
            var (state, module) = (file.Load(), file.Make());
            module.LoadStateDict(state).ToString().Should().Be("<All keys matched successfully>", "{0}", file);
            var now = module.StateDict();
            if (file.IsSafeTensors)
            {
                var same = Files[kind].Single(other => other.ToString() == Path.ChangeExtension(file.ToString(), ".pt")).Load();
                now.Keys.Should().Equal(same.Keys);
                wrong.AddRange(now.Where(pair => !IsSame(pair.Value, same[pair.Key])).Select(pair => $"{file} {pair.Key}: {pair.Value}"));
            }
            else
            {
                wrong.AddRange(((StateDict[])[state, now]).SelectMany(one => file.File.Differences(WrittenFiles.Entries(one)))
                    .Select(difference => $"{file} {difference}"));
                var metadata = JsonNode.Parse(file.File.Expected.GetProperty("metadata").GetRawText());
                foreach (var one in (StateDict[])[state, now])
                {
                    JsonNode.DeepEquals(JsonSerializer.SerializeToNode(one.Metadata), metadata)
                        .Should().BeTrue("{0} {1}", file, JsonSerializer.Serialize(one.Metadata));
                }
            }
        }

        wrong.Should().BeEmpty();
    }

    [Test]
    public void There_is_a_file_of_every_class_that_has_a_state()
    {
        var classes = Corpus.Read("modules.jsonl").Where(static one => one.List("state").Any())
            .Select(static one => one.GetProperty("class").GetString()!).ToHashSet();
        classes.Should().HaveCountGreaterThan(50);
        foreach (var version in RecordedStateDict.All.GroupBy(static file => file.File.Version))
        {
            classes.Except(version.Select(static file => file.Kind)).Should().BeEmpty("{0}", version.Key);
        }
    }

    [TestCase("torch-2.6")]
    [TestCase("torch-2.14")]
    public void A_training_goes_on_from_a_checkpoint(string version)
    {
        var checkpoint = (OrderedDictionary<object, object?>)Torch.Load(Path.Combine(RecordedFile.Folder, version, "training.pt"))!;
        Sequential model = [new Linear(3, 4), new BatchNorm1d(4), new Linear(4, 2)];
        model.LoadStateDict((OrderedDictionary<object, object?>)checkpoint["model"]!).ToString().Should().Be("<All keys matched successfully>");
        model.GetBuffer("1.num_batches_tracked").Item().Should().Be((Scalar)9L);
        Torch.SetRngState((Tensor)checkpoint["rng"]!);
        Torch.Rand(3).Equal((Tensor)checkpoint["next"]!).Should().BeTrue("the random numbers go on where Python's stopped");
        checkpoint["epoch"].Should().Be(3L);
        checkpoint["best"].Should().Be(double.PositiveInfinity);
    }

    private static bool IsSame(Tensor a, Tensor b) =>
        a.DType == b.DType && a.Shape == b.Shape && TensorData.Bytes(a).AsSpan().SequenceEqual(TensorData.Bytes(b));
}
