using System.Text.Json;
using TorchLite.Tests.Reference;
using F = TorchLite.Torch.Nn.Functional;

namespace TorchLite.Tests.Amp;

/// <summary>Training in mixed precision, against Python's steps on the same libtorch, to the last bit.</summary>
[NonParallelizable]
public class AutocastStepTests
{
    private static readonly JsonElement[] Runs =
        [.. Corpus.Read("amp.jsonl").Where(static one => one.GetProperty("module").GetString() == "autocast")];

    private static IEnumerable<string> Names => Runs.Select(static run => run.GetProperty("py").GetString()!);

    [TestCaseSource(nameof(Names))]
    public void Losses_and_gradients_are_Pythons(string name)
    {
        var threads = Torch.GetNumThreads();
        Torch.SetNumThreads(1);
        try
        {
            using var scope = Torch.Scope();
            var (different, of) = Train(Runs.Single(run => run.GetProperty("py").GetString() == name));
            of.Should().Be(3 * 12);
            (different == 0 || !RecordedMachine.IsThis).Should().BeTrue();
        }
        finally
        {
            Torch.SetNumThreads(threads);
        }
    }

    private static (int Different, int Of) Train(JsonElement recorded)
    {
        var run = recorded.GetProperty("run");
        var dtype = run[0].GetString() == "bfloat16" ? DType.Bfloat16 : DType.Float16;
        var (different, count) = (0, 0);
        void Compare(JsonElement expected, Tensor actual)
        {
            var differences = new List<string>();
            var comparison = new Comparison(RecordedMachine.Mode, [], differences) { ComputedIn = RecordedMachine.IsThis ? null : dtype };
            comparison.Value("", expected, actual);
            differences.Should().BeEmpty();
            (different, count) = (different + (comparison.IsExact ? 0 : 1), count + 1);
        }

        Torch.ManualSeed(5);
        var net = new AutocastNet();
        var (x, target) = (Torch.Randn(6, 1, 6, 6), Torch.Tensor([0, 1, 2, 3, 0, 1]));
        foreach (var step in recorded.List("steps"))
        {
            Tensor output, loss;
            using (Torch.Amp.Autocast("cpu", dtype, run[2].GetBoolean(), run[1].GetBoolean()))
            {
                output = net.Call(x);
                loss = F.CrossEntropy(output, target);
            }

            net.ZeroGrad();
            loss.Backward();
            Compare(step.GetProperty("output"), output.Detach());
            Compare(step.GetProperty("loss"), loss.Detach());
            foreach (var (gradient, parameter) in step.List("gradients").Zip(net.Parameters()))
            {
                Compare(gradient, parameter.Grad!);
            }

            using var still = Torch.NoGrad();
            foreach (var parameter in net.Parameters())
            {
                parameter.Sub_(0.1 * parameter.Grad!);
            }
        }

        return (different, count);
    }
}
