namespace TorchLite.Tests.Ops;

/// <summary>What the corpus does not ask of histc and unique.</summary>
public sealed class CountingTests
{
    private static Tensor Line => Torch.Tensor([1.0, 2.0, 3.0]);

    [TestCase(0.5, 3, "tensor([1., 2.])")]
    [TestCase(0.5, 4.5, "tensor([2., 1.])")]
    [TestCase(0.5, 0.5, "tensor([1., 2.])")]
    [TestCase(0, 0, "tensor([1., 2.])")]
    [TestCase(0, 3, "tensor([1., 2.])")]
    public void Histc_takes_fractions_as_limits(double min, double max, string expected) =>
        Line.Histc(2, min, max).ToString().Should().Be(expected);

    [TestCase(3, 0.5, "torch.histc: max must be larger than min")]
    [TestCase(0.5, double.PositiveInfinity, "torch.histc: range of [0.5, inf] is not finite")]
    [TestCase(0, double.NaN, "torch.histc: range of [0, nan] is not finite")]
    [TestCase(-1234567.25, double.PositiveInfinity, "torch.histc: range of [-1.23457e+06, inf] is not finite")]
    [TestCase(double.PositiveInfinity, 0.5, "torch.histc: range of [inf, 0.5] is not finite")]
    public void Histc_refuses_limits_that_make_no_range(double min, double max, string message) =>
        Line.Invoking(line => line.Histc(2, min, max)).Should().Throw<TorchException>().WithMessage(message);

    [Test]
    public void Unique_has_a_gradient_function_and_no_complex_order()
    {
        Torch.Tensor([1.0, 2.0], requiresGrad: true).Unique().ToString().Should().EndWith("grad_fn=<Unique2Backward0>)");
        Torch.Zeros([2], dtype: DType.Complex64).Invoking(static x => x.Unique()).Should().Throw<TorchNotImplementedException>()
            .WithMessage("\"unique\" not implemented for 'ComplexFloat'");
    }
}
