using System.Text.Json;
using TorchLite.Nn;
using TorchLite.Tests.Reference;
using F = TorchLite.Torch.Nn.Functional;

namespace TorchLite.Tests.Nn;

public class NetworkTests
{
    private static readonly Dictionary<string, (Func<Module<Tensor, Tensor>> Make, Func<Tensor> Data, Func<Tensor> Labels)> Made = new()
    {
        ["Mlp"] = (static () => new Networks.Mlp(), static () => Torch.Rand(16, 64), static () => Torch.Randint(0, 10, [16])),
        ["ResNet"] = (static () => new Networks.ResNet(), static () => Torch.Rand(8, 1, 8, 8), static () => Torch.Randint(0, 10, [8])),
        ["Classifier"] =
            (static () => new Networks.Classifier(), static () => Torch.Randint(0, 20, [6, 9]), static () => Torch.Randint(0, 3, [6])),
        ["Gpt"] = (static () => new Networks.Gpt(), static () => Torch.Randint(0, 17, [3, 12]), static () => Torch.Randint(0, 17, [36])),
    };

    private static readonly IReadOnlyList<JsonElement> Recorded = Corpus.Read("networks.jsonl");

    [TestCase("Mlp")]
    [TestCase("ResNet")]
    [TestCase("Classifier")]
    [TestCase("Gpt")]
    public void Weights_outputs_and_gradients_are_PyTorchs(string name)
    {
        var recorded = Recorded.Single(one => one.GetProperty("network").GetString() == name);
        var (make, data, labels) = Made[name];
        var threads = Torch.GetNumThreads();
        Torch.SetNumThreads(1);
        try
        {
            Torch.ManualSeed(7);
            var net = make();
            net.ToString().Should().Be(recorded.GetProperty("repr").GetString());
            var (equal, count) = (0, 0);
            var differences = new List<string>();
            var comparison = new Comparison("close", [], differences);

            // Copies: batch normalization changes its buffers.
            Compare("state", net.StateDict().Select(static one => (one.Key, one.Value.Clone())));
            var (x, y) = (data(), labels());
            var logits = net.Call(x);
            var loss = F.CrossEntropy(logits.Reshape(-1, logits.Size(-1)), y);
            loss.Backward();
            One("output", recorded.GetProperty("output"), logits.Detach());
            One("loss", recorded.GetProperty("loss"), loss.Detach());
            Compare("gradients", net.NamedParameters().Select(static one => (one.Name, one.Parameter.Grad!)));
            Compare("buffers", net.NamedBuffers().Select(static one => (one.Name, (Tensor)one.Buffer)));
            differences.Should().BeEmpty();
            TestContext.Out.WriteLine($"{name}: {equal} of {count} tensors equal to the last bit");

            void Compare(string part, IEnumerable<(string Name, Tensor Value)> actual)
            {
                var all = actual.ToList();
                all.Select(static one => one.Name).Should().Equal(recorded.GetProperty(part).EnumerateObject().Select(static one => one.Name));
                foreach (var (key, value) in all)
                {
                    One($"{part} {key}", recorded.GetProperty(part).GetProperty(key), value);
                }
            }

            void One(string what, JsonElement expected, Tensor actual)
            {
                comparison.Value(what, expected, actual);
                count++;
                equal += expected.GetProperty("t").GetProperty("data").GetString() == Convert.ToBase64String(TensorData.Bytes(actual)) ? 1 : 0;
            }
        }
        finally
        {
            Torch.SetNumThreads(threads);
        }
    }
}
