namespace TorchLite.Tests.Ops;

public class OperatorTests
{
    [Test]
    public void Compound_assignment_is_in_place_as_in_Python()
    {
        var x = Torch.Tensor([7, 8]);
        var same = x;
        x += 1;
        x *= Torch.Tensor([2, 3]);
        x -= 1;
        x %= 10;
        x |= 16;

        same.Should().BeSameAs(x);
        same.ToArray<long>().Should().Equal(21, 22);
    }

    [Test]
    public void Compound_assignment_refuses_what_the_dtype_cannot_hold()
    {
        var x = Torch.Tensor([7, 8]);
        var act = () => x += 0.5;

        act.Should().Throw<TorchException>().WithMessage("result type Float can't be cast to the desired output type Long");
    }

    [Test]
    public void A_leaf_that_requires_gradients_is_not_changed_in_place()
    {
        var w = Torch.Ones([2], requiresGrad: true);
        var act = () => w -= 1;

        act.Should().Throw<TorchException>().WithMessage("a leaf Variable that requires grad is being used in an in-place operation.");
        using (Torch.NoGrad())
        {
            w -= 1;
        }

        w.Detach().ToArray<float>().Should().Equal(0, 0);
        w.RequiresGrad.Should().BeTrue();
    }

    [Test]
    public void Numbers_stand_on_both_sides()
    {
        var x = Torch.Tensor([1, 2, 4]);

        (10 - x).ToArray<long>().Should().Equal(9, 8, 6);
        (1.0 / x).ToArray<float>().Should().Equal(1f, 0.5f, 0.25f);
        (7 % x).ToArray<long>().Should().Equal(0, 1, 3);
        (2 > x).ToArray<bool>().Should().Equal(true, false, false);
        (x << 1).ToArray<long>().Should().Equal(2, 4, 8);
        (~(x == 2)).ToArray<bool>().Should().Equal(true, false, true);
        (x & 4).ToArray<long>().Should().Equal(0, 0, 4);
    }
}
