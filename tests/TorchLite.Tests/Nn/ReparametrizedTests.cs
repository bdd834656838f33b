using System.Text.Json;
using TorchLite.Nn;
using TorchLite.Tests.Reference;

namespace TorchLite.Tests.Nn;

/// <summary>What a parametrization or pruning makes of a module, through calls and its removal, is PyTorch's.</summary>
[NonParallelizable]
public sealed class ReparametrizedTests
{
    private static readonly Dictionary<string, JsonElement> Recorded =
        Corpus.Read("reparametrized.jsonl").ToDictionary(static one => one.GetProperty("name").GetString()!);

    private static int equal, count;

    private static IEnumerable<string> Names => Reparametrized.All.Keys;

    [TestCaseSource(nameof(Names))]
    public void Is_as_in_PyTorch(string name)
    {
        var recorded = Recorded[name];
        var (make, shape, remove) = Reparametrized.All[name];
        var threads = Torch.GetNumThreads();
        Torch.SetNumThreads(1);
        try
        {
            var differences = new List<string>();
            var comparison = new Comparison("close", [], differences);
            Torch.ManualSeed(7);
            var net = make();
            net.ToString().Should().Be(recorded.GetProperty("repr").GetString());
            All("state", recorded, State());
            var x = Torch.Rand(shape);
            Tensor[] outputs = [net.Call(x), net.Call(x), net.Call(x)];
            ((outputs[0] * outputs[0]).Sum() + (outputs[1] * outputs[1]).Sum() + (outputs[2] * outputs[2]).Sum()).Backward();
            Each("outputs", outputs);
            All(
                "gradients", recorded,
                net.NamedParameters().Where(static one => one.Parameter.Grad is not null).Select(static one => (one.Name, one.Parameter.Grad!)));
            All("trained", recorded, State());
            net.Eval();
            Each("evaluated", [net.Call(x), net.Call(x)]);
            remove(net);
            var removed = recorded.GetProperty("removed");
            net.ToString().Should().Be(removed.GetProperty("repr").GetString());
            All("state", removed, State());
            One("output afterwards", removed.GetProperty("output"), net.Call(x));
            differences.Should().BeEmpty();

            IEnumerable<(string Name, Tensor Value)> State() => net.StateDict().Select(static one => (one.Key, one.Value.Clone())).ToList();

            void All(string part, JsonElement whole, IEnumerable<(string Name, Tensor Value)> actual)
            {
                var expected = whole.GetProperty(part);
                actual.Select(static one => one.Name).Should().Equal(expected.EnumerateObject().Select(static one => one.Name), part);
                foreach (var (key, value) in actual)
                {
                    One($"{part} {key}", expected.GetProperty(key), value);
                }
            }

            void Each(string part, Tensor[] actual)
            {
                foreach (var (i, (one, value)) in recorded.GetProperty(part).EnumerateArray().Zip(actual).Index())
                {
                    One($"{part} {i}", one, value);
                }
            }

            void One(string what, JsonElement expected, Tensor actual)
            {
                var value = actual.Detach();
                comparison.Value(what, expected, value);
                count++;
                var isEqual = expected.GetProperty("t").GetProperty("data").GetString() == Convert.ToBase64String(TensorData.Bytes(value));
                equal += isEqual ? 1 : 0;
                if (!isEqual)
                {
                    TestContext.Out.WriteLine($"{name}: {what} is equal within rounding only");
                }
            }
        }
        finally
        {
            Torch.SetNumThreads(threads);
        }
    }

    [Test]
    public void Every_recorded_one_is_made() => Reparametrized.All.Keys.Should().Equal(Recorded.Keys);

    [OneTimeTearDown]
    public void Report() => TestContext.Progress.WriteLine(
        $"Parametrized and pruned modules: {Reparametrized.All.Count}, {equal} of {count} tensors equal to the last bit");
}
