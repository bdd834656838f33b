using static TorchLite.Torch.Autograd.ForwardAd;

namespace TorchLite.Tests.Autograd;

/// <summary>torch.autograd.forward_ad: the numbers and the texts are PyTorch's, which was asked.</summary>
public class ForwardAdTests
{
    private static Tensor X => Torch.Tensor([1.0, 2, 3], requiresGrad: true);

    [Test]
    public void A_tangent_goes_along()
    {
        using var level = DualLevel();
        var dual = MakeDual(X.Detach(), Torch.Ones(3));
        dual.ToString().Should().Be("tensor([1., 2., 3.], tangent=tensor([1., 1., 1.]))");
        var (value, tangent) = UnpackDual(dual * dual);
        value.ToString().Should().Be("tensor([1., 4., 9.])");
        tangent!.ToString().Should().Be("tensor([2., 4., 6.])");
        UnpackDual(dual.Cummax(0).Values).Tangent!.ToString().Should().Be("tensor([1., 1., 1.])");
        MakeDual(X, Torch.Ones(3).Double()).ToString().Should().Be(
            "tensor([1., 2., 3.], grad_fn=<ViewBackward0>,\n       tangent=tensor([1., 1., 1.], dtype=torch.float64))");
    }

    [Test]
    public void A_tangent_can_be_differentiated()
    {
        using var level = DualLevel();
        var x = X;
        var (_, tangent) = UnpackDual(MakeDual(x, Torch.Ones(3)).Pow(3));
        Torch.Autograd.Grad(tangent!.Sum(), x).ToString().Should().Be("tensor([ 6., 12., 18.])");
    }

    [Test]
    public void When_the_level_ends_the_tangents_are_gone()
    {
        Tensor dual;
        using (DualLevel())
        {
            dual = MakeDual(X.Detach(), Torch.Ones(3));
        }

        dual.ToString().Should().Be("tensor([1., 2., 3.])");
        UnpackDual(dual).Tangent.Should().BeNull();
        UnpackDual(dual).Primal.Should().BeSameAs(dual);
    }

    [Test]
    public void Mistakes_have_the_texts_of_PyTorch()
    {
        const string None = "Trying to create a dual Tensor for forward AD but no level exists, make sure to enter_dual_level() first.";
        Refused<TorchException>(static () => MakeDual(X, X), None);
        Refused<TorchException>(static () => ExitDualLevel(), "Dual level must be a positive number.");
        using var level = DualLevel();
        Refused<TorchException>(static () => EnterDualLevel(), "Nested forward mode AD is not supported at the moment");
        Refused<TorchException>(
            static () => ExitDualLevel(3),
            "Trying to exit a forward AD level that was not the last one that was created. This is not supported.");
        Refused<TorchException>(
            static () => MakeDual(X, Torch.Ones(2)),
            "Trying to set a forward gradient that has a different size than that of the original Tensor, this is not supported. Tensor is "
            + "of size [3] while the given forward gradient is of size [2].");
        Refused<TorchValueException>(
            static () => MakeDual(X.Detach().Long(), Torch.Ones(3)),
            "Expected primal to be floating point or complex, but got: torch.int64");
        Refused<TorchValueException>(
            static () => MakeDual(X, Torch.Ones(3).Long()), "Expected tangent to be floating point or complex, but got: torch.int64");
        Refused<TorchException>(
            static () => MakeDual(MakeDual(X, X.Detach()), Torch.Ones(3)),
            "Making a dual Tensor based on a Tensor that already has a forward gradient at the same level 0 is not supported.");
        Refused<TorchNotImplementedException>(
            static () => MakeDual(X, X.Detach()).Unique(),
            "Trying to use forward AD with _unique2 that does not support it because it has not been implemented yet.*");
    }

    [Test]
    public void A_level_ends_once_and_after_an_exception_too()
    {
        var call = static () =>
        {
            using var level = DualLevel();
            throw new InvalidTimeZoneException("mine");
        };
        call.Should().Throw<InvalidTimeZoneException>();
        var number = EnterDualLevel();
        number.Should().Be(0);
        ExitDualLevel(number);
        Refused<TorchException>(
            () => ExitDualLevel(number),
            "Trying to exit a forward AD level that was not the last one that was created. This is not supported.");
    }

    [Test]
    public void Tangents_die_with_their_tensors_while_the_level_is_open()
    {
        using var level = DualLevel();
        for (var i = 0; i < 2000; i++)
        {
            // Most of them are garbage when the level ends.
            MakeDual(Torch.Ones(10), Torch.Ones(10)).Exp();
        }

        Torch.Memory.Collect();
        UnpackDual(MakeDual(Torch.Tensor(2.0), Torch.Tensor(1.0)).Exp()).Tangent!.Item<float>().Should().BeApproximately(7.389056f, 1e-6f);
    }

    private static void Refused<T>(Action call, string text)
        where T : TorchException => call.Should().ThrowExactly<T>().WithMessage(text);
}
