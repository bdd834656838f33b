using TorchLite.Nn;

namespace TorchLite.Tests.Nn;

public class SummaryTests
{
    [Test]
    public void A_network_is_summed_up_without_being_changed()
    {
        var net = new Networks.ResNet();
        var before = net.StateDict()["blocks.0.bn1.running_mean"].Clone();
        var summary = Torch.Utils.Summary(net, [2, 1, 8, 8]);
        net.Training.Should().BeTrue();
        net.StateDict()["blocks.0.bn1.running_mean"].Equal(before).Should().BeTrue();
        summary.TotalParameters.Should().Be(net.Parameters().Sum(static parameter => parameter.Numel()));
        summary.Rows.Select(static row => row.ClassName).Should().StartWith(["ResNet", "Conv2d", "Sequential", "Residual", "Conv2d"]);

        // 2 images of 64 places, each of 4 · 9 products for 1 channel, then four convolutions of 4 · 4 · 9, then 2 rows of 40.
        summary.TotalMultiplyAdds.Should().Be((2 * 64 * 36) + (4 * 2 * 64 * 144) + (2 * 40));
        summary.ToString().Split('\n').Should().OnlyContain(static line => line.Length <= 90);
        summary.ToMermaid().Should().StartWith("graph TD\n").And.Contain("-->");
    }

    [Test]
    public void Shared_parts_are_counted_once()
    {
        var relu = new Linear(2, 2);
        var summary = Torch.Utils.Summary(new Sequential(relu, relu), [1, 2]);
        summary.TotalParameters.Should().Be(6);
        summary.TotalMultiplyAdds.Should().Be(8);
    }

    [Test]
    public void Functional_calls_give_gradients_to_the_tensors_given()
    {
        var net = new Networks.Mlp();
        var own = net.GetParameter("fc1.weight");
        var given = net.NamedParameters().ToDictionary(static one => one.Name, static one => (one.Parameter.Detach() * 2).RequiresGrad_());
        var x = Torch.Rand(2, 64);
        var output = Torch.Func.FunctionalCall(net, given, x, strict: true);
        output.Equal(net.Call(x)).Should().BeFalse();
        output.Sum().Backward();
        given.Values.Should().OnlyContain(static tensor => !ReferenceEquals(tensor.Grad, null));
        own.Grad.Should().BeNull();
        net.GetParameter("fc1.weight").Should().BeSameAs(own);
        Torch.Func.FunctionalCall(net, new Dictionary<string, Tensor> { ["x"] = x }, x).Equal(net.Call(x)).Should().BeTrue();
        FluentActions.Invoking(() => Torch.Func.FunctionalCall(net, new Dictionary<string, Tensor>(), x, strict: true)).Should()
            .Throw<TorchException>().WithMessage(
                "Error(s) in reparametrizing for Mlp:\n\tMissing key(s): 'fc1.bias', 'fc1.weight', 'fc2.bias', 'fc2.weight'.");
    }
}
