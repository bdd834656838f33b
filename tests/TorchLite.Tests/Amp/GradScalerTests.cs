using System.Text.Json;
using TorchLite.Amp;
using TorchLite.Nn;
using TorchLite.Optim;
using TorchLite.Tests.Reference;

namespace TorchLite.Tests.Amp;

/// <summary>Rounds of a scaler with steps that overflow, against Python's on the same libtorch, to the last bit; and mistakes.</summary>
[NonParallelizable]
public class GradScalerTests
{
    private static readonly JsonElement[] Recorded = [.. Corpus.Read("amp.jsonl")];
    private static readonly JsonElement[] Runs = [.. Recorded.Where(static one => one.GetProperty("module").GetString() == "scaler")];

    private static IEnumerable<string> Names => Runs.Select(static run => run.GetProperty("py").GetString()!);

    [TestCaseSource(nameof(Names))]
    public void Scales_and_parameters_are_Pythons(string name)
    {
        using var scope = Torch.Scope();
        var recorded = Runs.Single(run => run.GetProperty("py").GetString() == name);
        var run = recorded.GetProperty("run");
        var infinite = run[4].EnumerateArray().Select(static one => one.GetInt32()).ToArray();
        var (w, b) = Weights();
        var optimizer = Made(run[0].GetString()!, run[1].GetBoolean(), w, b);
        var scaler = new GradScaler("cpu", initScale: 64, growthFactor: 3, backoffFactor: 0.25, growthInterval: run[2].GetInt64());
        var x = (Torch.Arange(8.0).Reshape(2, 4) / 5) - 1;
        var number = 0;
        foreach (var step in recorded.List("steps"))
        {
            var loss = (x.Matmul(w) + b).Pow(2).Mean() * (infinite.Contains(number++) ? double.PositiveInfinity : 1.0);
            optimizer.ZeroGrad();
            scaler.Scale(loss).Backward();
            if (run[3].GetBoolean())
            {
                scaler.Unscale_(optimizer);
                Torch.Nn.Utils.ClipGradNorm_([w, b], 0.5);
            }

            scaler.Step(optimizer);
            scaler.Update();

            scaler.GetScale().Should().Be(step.GetProperty("scale").GetDouble(), "of step {0}", number);
            scaler.StateDict()["_growth_tracker"].Should().Be(step.GetProperty("tracker").GetInt64());
            Compare(step.GetProperty("w"), w.Detach());
            Compare(step.GetProperty("b"), b.Detach());
            Compare(step.GetProperty("grad"), w.Grad!);
        }

        number.Should().Be(12);
        var state = recorded.GetProperty("state");
        scaler.StateDict().Should().HaveCount(5);
        foreach (var (key, value) in scaler.StateDict())
        {
            Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)
                .Should().Be(state.GetProperty((string)key).GetDouble());
        }
    }

    [Test]
    public void What_comes_at_the_wrong_time_is_refused_in_PyTorchs_words()
    {
        using var scope = Torch.Scope();
        var mistakes = Recorded.Single(static one => one.GetProperty("module").GetString() == "mistakes").List("steps").ToArray();
        foreach (var mistake in mistakes)
        {
            var (w, b) = Weights();
            var half = new Parameter(Torch.Ones(2, dtype: DType.Float16));
            var (sgd, other, halves) = (new SGD([w, b], lr: 0.1), new SGD([new Parameter(Torch.Ones(1))]), new SGD([half]));
            var scaler = new GradScaler("cpu");
            void Do(string call)
            {
                switch (call)
                {
                    case "scaler.unscale_(sgd)": scaler.Unscale_(sgd); break;
                    case "scaler.step(sgd)": scaler.Step(sgd); break;
                    case "scaler.step(other)": scaler.Step(other); break;
                    case "scaler.step(halves)": scaler.Step(halves); break;
                    case "scaler.step(sgd, closure=lambda: w.sum())": scaler.Step(sgd, () => w.Sum()); break;
                    case "scaler.update()": scaler.Update(); break;
                    case "scaler.update(2.0)": scaler.Update(2.0); break;
                    case "scaler.update(torch.ones(2))": scaler.Update(Torch.Ones(2)); break;
                    case "scaler.update(torch.ones(1, requires_grad=True))": scaler.Update(Torch.Ones([1], requiresGrad: true)); break;
                    case "scaler.update(torch.ones(1, device='meta'))": scaler.Update(Torch.Ones([1], device: "meta")); break;
                    case "scaler.scale(w)": scaler.Scale(w); break;
                    case "scaler.scale(w.sum()).backward()": scaler.Scale(w.Sum()).Backward(); break;
                    case "scaler.scale(half.sum()).backward()": scaler.Scale(half.Sum()).Backward(); break;
                    case "scaler.load_state_dict({})": scaler.LoadStateDict(new Dictionary<object, object?>()); break;
                    case "torch.amp.GradScaler('cpu', growth_factor=1.0)": _ = new GradScaler("cpu", growthFactor: 1); break;
                    case "torch.amp.GradScaler('cpu', backoff_factor=1.0)": _ = new GradScaler("cpu", backoffFactor: 1); break;
                    default: throw new NotSupportedException(call);
                }
            }

            var calls = mistake.List("calls").Select(static call => call.GetString()!).ToArray();
            Array.ForEach(calls[..^1], Do);
            var thrown = FluentActions.Invoking(() => Do(calls[^1])).Should().Throw<TorchException>(string.Join("; ", calls)).Which;
            var said = mistake.GetProperty("said").GetString()!.Split(": ", 2);
            thrown.Message.Should().Be(said[1]);
            (thrown is TorchValueException).Should().Be(said[0] == "ValueError");
        }

        mistakes.Should().HaveCount(17);
    }

    [Test]
    public void A_state_dict_goes_on_where_it_was_through_a_file_too()
    {
        using var scope = Torch.Scope();
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var (w, b) = Weights();
            var sgd = new SGD([w, b], lr: 0.1);
            var scaler = new GradScaler("cpu", initScale: 8, growthInterval: 3);
            Round(scaler, sgd, w);
            Round(scaler, sgd, w);
            var path = Path.Combine(folder.FullName, "scaler.pt");
            Torch.Save(scaler.StateDict(), path);

            var other = new GradScaler("cpu");
            other.Scale(w);
            other.LoadStateDict((IReadOnlyDictionary<object, object?>)Torch.Load(path)!);
            other.StateDict().Should().BeEquivalentTo(scaler.StateDict());
            Round(other, sgd, w);
            other.GetScale().Should().Be(16);

            var before = other.StateDict();
            FluentActions.Invoking(() => other.LoadStateDict(new Dictionary<object, object?> { ["scale"] = 2.0 }))
                .Should().Throw<KeyNotFoundException>();
            var wrong = scaler.StateDict();
            wrong["growth_interval"] = "x";
            FluentActions.Invoking(() => other.LoadStateDict(wrong)).Should().Throw<TorchTypeException>();
            other.StateDict().Should().BeEquivalentTo(before, "nothing is changed by what cannot be read");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public void One_that_is_not_enabled_leaves_all_as_it_is()
    {
        using var scope = Torch.Scope();
        var (w, b) = Weights();
        var sgd = new SGD([w, b], lr: 0.5);
        var scaler = new GradScaler("cpu", enabled: false);
        var loss = b.Sum();
        scaler.Scale(loss).Should().BeSameAs(loss);
        scaler.Scale([loss, loss]).Should().HaveCount(2);
        loss.Backward();
        scaler.Unscale_(sgd);
        scaler.Step(sgd);
        scaler.Step(sgd, () => b.Sum()).Item<float>().Should().Be(1.5f);
        scaler.Update();
        scaler.Update(3.0);
        scaler.Update(Torch.Ones(2));

        b.Sum().Item<float>().Should().Be(0);
        (scaler.GetScale(), scaler.IsEnabled(), scaler.StateDict().Count).Should().Be((1.0, false, 0));
        scaler.LoadStateDict(new Dictionary<object, object?>());
    }

    [Test]
    public void Without_a_GPU_the_default_is_not_enabled_and_says_so()
    {
        if (Torch.Cuda.IsAvailable())
        {
            Assert.Ignore("there is one");
        }

        var told = Warned.By(static () =>
        {
            new GradScaler().IsEnabled().Should().BeFalse();
        });

        told.Should().Equal("torch.cuda.amp.GradScaler is enabled, but CUDA is not available.  Disabling.");
    }

    [Test]
    public void It_belongs_to_no_scope()
    {
        var weight = new Parameter(Torch.Ones(1));
        var sgd = new SGD([weight], lr: 0);
        var scaler = new GradScaler("cpu", initScale: 2);
        for (var i = 0; i < 3; i++)
        {
            using var scope = Torch.Scope();
            Round(scaler, sgd, weight);
        }

        scaler.GetScale().Should().Be(2);
    }

    private static void Round(GradScaler scaler, Optimizer optimizer, Tensor weight)
    {
        optimizer.ZeroGrad();
        scaler.Scale(weight.Sum()).Backward();
        scaler.Step(optimizer);
        scaler.Update();
    }

    private static (Parameter W, Parameter B) Weights() =>
        (new(Torch.Arange(12.0).Reshape(4, 3) / 10), new(Torch.Ones(3)));

    private static Optimizer Made(string name, bool fused, Parameter w, Parameter b) => name switch
    {
        "SGD" => new SGD([w, b], lr: 0.1, momentum: 0.9, fused: fused),
        "Adam" => new Adam([w, b], lr: 0.05, fused: fused),
        _ => new AdamW([w, b], lr: 0.05, fused: fused),
    };

    private static void Compare(JsonElement expected, Tensor actual)
    {
        var differences = new List<string>();
        var comparison = new Comparison(RecordedMachine.Mode, [], differences);
        comparison.Value("", expected, actual);
        differences.Should().BeEmpty();
        (comparison.IsExact || !RecordedMachine.IsThis).Should().BeTrue();
    }
}
