namespace TorchLite.Tests.Core;

/// <summary>Several tensors into as many variables.</summary>
public sealed class UnpackingTests
{
    [Test]
    public void Unpacking_into_too_few_or_too_many_variables_is_a_TorchValueException()
    {
        var three = Torch.Ones(3).Split(1);
        three.Invoking(static parts => { var (_, _) = parts; }).Should().Throw<TorchValueException>()
            .WithMessage("too many values to unpack (expected 2)");
        Torch.Ones(1).Split(1).Invoking(static parts => { var (_, _) = parts; }).Should().Throw<TorchValueException>()
            .WithMessage("not enough values to unpack (expected 2, got 1)");
        var (first, second, third) = three;
        Torch.Stack([first, second, third]).Shape.Should().Equal(3, 1);
    }
}
