namespace TorchLite.Tests.Ops;

/// <summary>Arithmetic of float16 and bfloat16 with numbers, of which PyTorch rounds only the result.</summary>
public sealed class SmallDTypeTests
{
    [Test]
    public void A_number_is_not_rounded_before_it_multiplies()
    {
        Torch.Tensor([-1.3671875], dtype: DType.Bfloat16).Mul_(0.9).Item<double>().Should().Be(-1.234375);
        Torch.Tensor([0.0126953125], dtype: DType.Float16).Mul_(0.9).Item<double>().Should().Be(0.0114288330078125);

        foreach (var dtype in new[] { DType.Float16, DType.Bfloat16 })
        {
            var x = Torch.Arange(1, 2000, dtype: DType.Float32).Div(1024).To(dtype);
            foreach (var number in new[] { 0.9, 0.999, 0.1, 1 - 0.05 })
            {
                x.Clone().Mul_(number).Equal(x * number).Should().BeTrue();
                x.Clone().Div_(number).Equal(x / number).Should().BeTrue();
                x.Clone().Add_(number).Equal(x + number).Should().BeTrue();
                x.Clone().Sub_(number).Equal(x - number).Should().BeTrue();
            }
        }

        var leaf = Torch.Ones([2], dtype: DType.Bfloat16, requiresGrad: true);
        var product = leaf.Clone().Mul_(0.5);
        product.GradFn!.Name.Should().Be("MulBackward0");
        product.Sum().Backward();
        leaf.Grad!.ToString().Should().Be("tensor([0.5000, 0.5000], dtype=torch.bfloat16)");
    }
}
