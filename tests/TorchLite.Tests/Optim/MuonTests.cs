using System.Text.Json;
using TorchLite.Optim;
using TorchLite.Tests.Reference;

namespace TorchLite.Tests.Optim;

/// <summary>Muon against PyTorch 2.14; the versions before have none.</summary>
public sealed class MuonTests
{
    private static IEnumerable<TestCaseData> Cases() => Corpus.Read("muon.jsonl")
        .Select(static one => new TestCaseData(one).SetArgDisplayNames(one.GetProperty("kwargs").GetRawText().Replace("\"", "")));

    // What is added is computed in bfloat16, whose numbers are 2^-8 apart, by products that each library sums in its own order. It is of
    // about the size of the learning rate, and differs by a hundredth of that in a step at the most.
    [TestCaseSource(nameof(Cases))]
    public void Changes_matrices_as_PyTorch_does_to_the_precision_of_bfloat16(JsonElement recorded)
    {
        var kwargs = recorded.GetProperty("kwargs").EnumerateObject()
            .ToDictionary(static one => one.Name, static one => PythonValue.Read(one.Value, new Dictionary<string, object?>()));
        Tensor[] parameters = [.. Tensors(recorded.GetProperty("params"))];
        Array.ForEach(parameters, static parameter => parameter.RequiresGrad_());
        var lr = (double)kwargs.GetValueOrDefault("lr", 0.001)!;
        var coefficients = (kwargs.GetValueOrDefault("ns_coefficients") as PythonList)?.Items.Cast<double>().ToArray();
        var muon = new Muon(
            parameters, lr, (double)kwargs.GetValueOrDefault("weight_decay", 0.1)!, (double)kwargs.GetValueOrDefault("momentum", 0.95)!,
            (bool)kwargs.GetValueOrDefault("nesterov", true)!,
            coefficients is null ? null : (coefficients[0], coefficients[1], coefficients[2]),
            (double)kwargs.GetValueOrDefault("eps", 1e-7)!, (long)kwargs.GetValueOrDefault("ns_steps", 5L)!,
            kwargs.GetValueOrDefault("adjust_lr_fn") switch
            {
                "original" => MuonLrAdjustment.Original,
                "match_rms_adamw" => MuonLrAdjustment.MatchRmsAdamw,
                _ => null,
            });
        var farthest = 0.0;
        foreach (var (i, (grads, expected)) in recorded.List("grads").Zip(recorded.List("steps")).Index())
        {
            foreach (var (parameter, grad) in parameters.Zip(Tensors(grads)))
            {
                parameter.Grad = grad;
            }

            muon.Step();
            foreach (var (parameter, wanted) in parameters.Zip(Tensors(expected)))
            {
                farthest = Math.Max(farthest, (parameter.Detach() - wanted).Abs().Max().Item<double>() / lr / (i + 1));
            }
        }

        TestContext.Out.WriteLine($"farthest: {farthest:E2} of the learning rate a step");
        farthest.Should().BeLessThan(0.01);
        var state = (OrderedDictionary<object, object?>)muon.StateDict()["state"]!;
        foreach (var (own, wanted) in state.Values.Zip(Tensors(recorded.GetProperty("buffers"))))
        {
            var buffer = (Tensor)((OrderedDictionary<object, object?>)own!)["momentum_buffer"]!;
            Torch.Allclose(buffer, wanted, rtol: 1e-6, atol: 1e-6).Should().BeTrue();
        }
    }

    private static IEnumerable<Tensor> Tensors(JsonElement list) =>
        list.EnumerateArray().Select(static one => (Tensor)PythonValue.Read(one, new Dictionary<string, object?>())!);
}
