namespace TorchLite.Tests.Ops;

/// <summary>
/// Decompositions of low rank, with few steps, so that the random numbers show: what PyTorch 2.6 and 2.14 give. LAPACK turns the vectors as
/// it likes, their product it does not.
/// </summary>
[NonParallelizable]
public sealed class LowRankTests
{
    private static Tensor Real => Torch.Arange(20.0, DType.Float64).Pow(2).Mul(0.7).Sin().Reshape(5, 4);

    private static Tensor Complex => Torch.Complex(Real, Real.Flip(0));

    private static readonly (string Name, Func<(Tensor U, Tensor S, Tensor V)> Decompose, string Values, string FirstRow)[] Cases =
    [
        ("tall", static () => Torch.SvdLowrank(Real, 1, 0), "1.9037", "0.2146,  0.4266,  0.2728, -0.0755"),
        ("wide", static () => Torch.SvdLowrank(Real.MT, 1, 1), "2.0605", "0.2060, -0.3541,  0.2387, -0.3297,  0.2579"),
        ("less a mean", static () => Torch.SvdLowrank(Real, 2, 0, Real.Mean(0)), "2.0231, 0.9263", "-0.1218,  0.1980,  0.3561, -0.1305"),
        ("complex", static () => Torch.SvdLowrank(Complex, 1, 0), "2.5548", "0.0888,  0.0281, -0.0599,  0.1751"),
        ("components", static () => Torch.PcaLowrank(Real, 1, niter: 0), "1.9516", "0.2836,  0.5672,  0.3946, -0.0421"),
        ("not centred", static () => Torch.PcaLowrank(Real, 1, center: false, niter: 0), "1.9037", "0.2146,  0.4266,  0.2728, -0.0755"),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_product_is_PyTorchs((string Name, Func<(Tensor U, Tensor S, Tensor V)> Decompose, string Values, string FirstRow) one)
    {
        Torch.ManualSeed(5);
        var (u, s, v) = one.Decompose();

        s.ToString().Should().Be($"tensor([{one.Values}], dtype=torch.float64)");
        (u * s).Matmul(v.MH)[0].Real.ToString().Replace("[ ", "[", StringComparison.Ordinal)
            .Should().Be($"tensor([{one.FirstRow}], dtype=torch.float64)");
    }

    [Test]
    public void The_gradients_are_those_of_the_matrix()
    {
        using var x = Real.RequiresGrad_();
        Torch.Autograd.Gradcheck(static x => Again(() => Torch.SvdLowrank(x, 4)), x).Should().BeTrue();
        Torch.Autograd.Gradcheck(static x => Again(() => Torch.PcaLowrank(x, 4)), x).Should().BeTrue();
    }

    // The same random numbers each time, and the product, which has no signs to choose.
    private static Tensor Again(Func<(Tensor U, Tensor S, Tensor V)> decompose)
    {
        Torch.ManualSeed(5);
        var (u, s, v) = decompose();
        return (u * s).Matmul(v.MH);
    }
}
