using TorchLite.Nn;

namespace TorchLite.Tests.Nn;

/// <summary>What the recorded cases of convolutions do not show: hooks, lazy ones that are loaded or copied, other output sizes.</summary>
public sealed class ConvolutionTests
{
    [Test]
    public void Hooks_run_around_calls_with_an_output_size()
    {
        var conv = new ConvTranspose1d(3, 4, 3, stride: 2);
        var x = Torch.Randn(2, 3, 8);
        var seen = new List<object?>();
        var plain = conv.Call(x, [18]);
        using (conv.RegisterForwardPreHook((_, args) => seen.AddRange(args)))
        {
            conv.Call(x, [18]).Equal(plain).Should().BeTrue();
            conv.Call(x).Shape.Should().Equal(2, 4, 17);
        }

        seen.Should().HaveCount(3).And.HaveElementAt(0, x);
        seen[1].Should().BeOfType<Dims>();
    }

    [Test]
    public void A_lazy_convolution_takes_its_shape_from_a_state_dict_too()
    {
        var known = new Conv2d(3, 4, 3);
        var lazy = new LazyConv2d(4, 3);
        lazy.LoadStateDict(known.StateDict());
        lazy.HasUninitializedParams().Should().BeFalse();
        lazy.ToString().Should().StartWith("LazyConv2d(");
        var x = Torch.Randn(1, 3, 8, 8);
        lazy.Call(x).Equal(known.Call(x)).Should().BeTrue();
        lazy.ToString().Should().StartWith("Conv2d(");
    }

    [Test]
    public void A_copy_of_a_lazy_convolution_is_lazy_by_itself()
    {
        var lazy = new LazyConv1d(4, 3);
        var copy = lazy.Clone();
        copy.Call(Torch.Ones(2, 5, 8)).Shape.Should().Equal(2, 4, 6);
        copy.InChannels.Should().Be(5);
        lazy.HasUninitializedParams().Should().BeTrue();
        lazy.Call(Torch.Ones(2, 7, 8));
        lazy.InChannels.Should().Be(7);
    }

    [Test]
    public void A_derived_convolution_changes_the_filters_on_their_way()
    {
        var x = Torch.Randn(1, 2, 5);
        var conv = new Doubled();
        var plain = Torch.Nn.Functional.Conv1d(x, conv.Weight * 2, conv.Bias);
        conv.Call(x).Equal(plain).Should().BeTrue();
        conv.ToString().Should().Be("Doubled(2, 3, kernel_size=(2,), stride=(1,))");
    }

    private sealed class Doubled() : Conv1d(2, 3, 2)
    {
        protected override Tensor ConvForward(Tensor input, Tensor weight, Tensor? bias) => base.ConvForward(input, weight * 2, bias);
    }
}
