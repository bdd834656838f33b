namespace TorchLite.Tests.Ops;

/// <summary>The cross product without a dimension, which PyTorch looks for.</summary>
public sealed class CrossTests
{
    [Test]
    public void Cross_goes_along_the_first_dimension_of_three()
    {
        Torch.Arange(6.0).Reshape(2, 3).Cross(Torch.Ones(2, 3)).ToString().Should().Be(
            "tensor([[-1.,  2., -1.],\n        [-1.,  2., -1.]])");
        var none = () => Torch.Ones(2, 2).Cross(Torch.Ones(2, 2));
        none.Should().Throw<TorchException>().WithMessage("no dimension of size 3 in input");
    }
}
