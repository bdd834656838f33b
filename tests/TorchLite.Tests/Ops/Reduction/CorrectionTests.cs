namespace TorchLite.Tests.Ops;

/// <summary>The spread with a correction of the divisor that is neither 0 nor 1.</summary>
public class CorrectionTests
{
    private static Tensor Numbers => Torch.Tensor([[1.0, 2.0, 4.0], [3.0, 6.0, 7.0]], DType.Float64, requiresGrad: true);

    [Test]
    public void It_is_recorded_as_one_operation()
    {
        var x = Numbers;

        x.Std(correction: 2).GradFn!.Name.Should().Be("StdBackward0");
        x.Var(0, correction: 0.5).GradFn!.Name.Should().Be("VarBackward0");
        Torch.StdMean(x, 1, correction: 2).Std.GradFn!.Name.Should().Be("StdMeanBackward0");
        Torch.VarMean(x, 1, correction: 2).Var.GradFn!.Name.Should().Be("VarMeanBackward0");
    }

    [Test]
    public void Its_values_are_those_of_the_divisor()
    {
        var x = Numbers.Detach();

        x.Var(correction: 2).Item<double>().Should().BeApproximately(26.833333333333332 / 4, 1e-12);
        x.Std(1, correction: 0.5, keepdim: true).ToArray<double>().Should().HaveCount(2);
        x.Std(correction: null).Item().Should().Be(x.Std().Item());
        x.Var(correction: 6).ToString().Should().Be("tensor(inf, dtype=torch.float64)");
    }

    [Test]
    public void Its_gradient_is_right() =>
        Torch.Autograd.Gradcheck(static x => x.Std(0, correction: 0.5).Sum() + x.Var(correction: 3), Numbers).Should().BeTrue();
}
