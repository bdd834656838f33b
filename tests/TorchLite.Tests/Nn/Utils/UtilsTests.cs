using TorchLite.Nn;

namespace TorchLite.Tests.Nn.Utils;

/// <summary>What PyTorch gives for tools that take modules or gradients, which the recorded cases do not hold.</summary>
public class UtilsTests
{
    [TestCase(1.5, 2.0, "tensor(3.7417)", "tensor([ 0.4009, -0.8018])", "tensor([[1.2027]])")]
    [TestCase(1.5, 1.0, "tensor(6.)", "tensor([ 0.2500, -0.5000])", "tensor([[0.7500]])")]
    [TestCase(100, 2.0, "tensor(3.7417)", "tensor([ 1., -2.])", "tensor([[3.]])")]
    public void Gradients_are_scaled_to_a_norm(double most, double kind, string norm, string first, string second)
    {
        var (a, b) = (WithGradient(Torch.Tensor([1.0, -2.0])), WithGradient(Torch.Tensor([[3.0]])));
        var none = Torch.Ones([1], requiresGrad: true);
        $"{Torch.Nn.Utils.ClipGradNorm_([a, b, none], most, kind)}".Should().Be(norm);
        $"{a.Grad}".Should().Be(first);
        $"{b.Grad}".Should().Be(second);
        none.Grad.Should().BeNull();
    }

    [Test]
    public void Gradients_are_cut_off_at_a_modulus()
    {
        var a = WithGradient(Torch.Tensor([1.0, -2.0]));
        Torch.Nn.Utils.ClipGradValue_([a], 1.25);
        $"{a.Grad}".Should().Be("tensor([ 1.0000, -1.2500])");
    }

    [Test]
    public void A_norm_that_is_not_finite_is_an_error_where_that_is_asked()
    {
        var a = WithGradient(Torch.Tensor([double.PositiveInfinity, 0.0]));
        a.Invoking(static one => Torch.Nn.Utils.ClipGradNorm_(one, 1, errorIfNonfinite: true)).Should().Throw<TorchException>().WithMessage(
            "The total norm of order 2.0 for gradients from `parameters` is non-finite, so it cannot be clipped. To disable this error and "
            + "scale the gradients by the non-finite norm anyway, set `error_if_nonfinite=False`");
        $"{Torch.Nn.Utils.ClipGradNorm_(a, 1)}".Should().Be("tensor(inf)");
    }

    [Test]
    public void Batch_normalization_is_computed_into_the_weights_before_it()
    {
        Torch.ManualSeed(0);
        var conv = new Conv2d(2, 3, 2, bias: false).Eval();
        var fused = Torch.Nn.Utils.FuseConvBnEval(conv, Normalization(new BatchNorm2d(3)));
        $"{fused.Bias!.Detach()}".Should().Be("tensor([-0.3536,  0.3535, -0.8165])");
        fused.Bias.RequiresGrad.Should().BeFalse("PyTorch takes the zeros for a bias that it made");
        $"{fused.Weight.Flatten().Detach()[..6]}".Should().Be("tensor([-0.0019,  0.1341, -0.2058, -0.1840, -0.0963,  0.0670])");

        var linear = Torch.Nn.Utils.FuseLinearBnEval(new Linear(2, 3).Eval(), Normalization(new BatchNorm1d(3)));
        $"{linear.Bias!.Detach()}".Should().Be("tensor([-0.5485,  1.2175, -1.1907])");
        $"{linear.Weight.Detach()}".Should().Be("tensor([[-0.0806,  0.0529],\n        [ 0.9055, -0.9277],\n        [-0.3635, -0.1462]])");
    }

    [Test]
    public void What_cannot_be_fused_says_why()
    {
        var conv = new Conv1d(1, 2, 1);
        FluentActions.Invoking(() => Torch.Nn.Utils.FuseConvBnEval(conv, new BatchNorm1d(2).Eval()))
            .Should().Throw<TorchException>().WithMessage("Fusion only for eval!");
        conv.Eval();
        FluentActions.Invoking(() => Torch.Nn.Utils.FuseConvBnEval(conv, new BatchNorm1d(2, trackRunningStats: false).Eval()))
            .Should().Throw<TorchException>().WithMessage("*running statistics*");
        FluentActions.Invoking(() => Torch.Nn.Utils.FuseLinearBnEval(new Linear(2, 3).Eval(), new BatchNorm1d(2).Eval()))
            .Should().Throw<TorchException>().WithMessage("To fuse, linear.out_features == bn.num_features or bn.num_features == 1");
    }

    [Test]
    public void A_vector_becomes_parameters_and_parameters_a_vector()
    {
        var linear = new Linear(2, 2);
        Torch.Nn.Utils.VectorToParameters(Torch.Arange(6.0), linear.Parameters());
        $"{Torch.Nn.Utils.ParametersToVector(linear.Parameters()).Detach()}".Should().Be("tensor([0., 1., 2., 3., 4., 5.])");
        $"{linear.Bias!.Detach()}".Should().Be("tensor([4., 5.])");
        linear.Invoking(static one => Torch.Nn.Utils.VectorToParameters(Torch.Arange(3.0), one.Parameters()))
            .Should().Throw<TorchException>();
    }

    [Test]
    public void Skipping_the_first_weights_draws_no_numbers()
    {
        Torch.ManualSeed(0);
        var expected = Torch.Rand(1).Item<float>();
        Torch.ManualSeed(0);
        var linear = Torch.Nn.Utils.SkipInit(static device => new Linear(5, 1, device: device));
        Torch.Rand(1).Item<float>().Should().Be(expected);
        linear.Weight.Device.Type.Should().Be("cpu");
    }

    [Test]
    public void Weights_of_images_go_into_another_order_and_no_others()
    {
        Sequential net = [new Conv2d(2, 3, 2), new Sequential(new Conv2d(3, 2, 2)), new Conv3d(2, 2, 2)];
        var before = ((Conv2d)net[0]).Weight.Detach().Clone();
        Torch.Nn.Utils.ConvertConv2dWeightMemoryFormat(net, MemoryFormat.ChannelsLast).Should().BeSameAs(net);
        net.Modules().OfType<Conv2d>().Should().HaveCount(2)
            .And.OnlyContain(static conv => conv.Weight.IsContiguous(MemoryFormat.ChannelsLast));
        ((Conv3d)net[2]).Weight.IsContiguous().Should().BeTrue();
        ((Conv2d)net[0]).Weight.Equal(before).Should().BeTrue();
    }

    private static Tensor WithGradient(Tensor gradient)
    {
        var leaf = Torch.ZerosLike(gradient).RequiresGrad_();
        leaf.Grad = gradient;
        return leaf;
    }

    private static T Normalization<T>(T bn)
        where T : BatchNorm
    {
        bn.RunningMean!.Copy_(Torch.Tensor([0.5, -0.25, 1.0]));
        bn.RunningVar!.Copy_(Torch.Tensor([2.0, 0.5, 1.5]));
        return bn.Eval();
    }
}
