using TorchLite.Nn;

namespace TorchLite.Tests.Nn;

public class DeepCopyTests
{
    [Test]
    public void A_copy_shares_nothing_and_keeps_what_is_tied()
    {
        var net = new Net();
        net.First.Weight.Grad = Torch.Ones(2, 2);
        var copy = net.Clone();
        copy.Should().BeOfType<Net>();
        copy.Second.Weight.Should().BeSameAs(copy.First.Weight).And.NotBeSameAs(net.First.Weight);
        copy.First.Weight.Equal(net.First.Weight).Should().BeTrue();
        copy.First.Weight.Grad!.Equal(Torch.Ones(2, 2)).Should().BeTrue();
        copy.First.Weight.Data.Zero_();
        (net.First.Weight == 0).Any().Item().Should().Be((Scalar)false);
        copy.Teacher.Should().NotBeSameAs(net.Teacher);
        copy.Layers[0].Should().NotBeSameAs(net.Layers[0]);
        copy.Table.Should().NotBeSameAs(net.Table);
        copy.Name.Should().BeSameAs(net.Name);
    }

    [Test]
    public void Hooks_are_copied_and_removed_apart()
    {
        var calls = 0;
        var net = new ReLU();
        using var handle = net.RegisterForwardPreHook((_, _) => calls++);
        var copy = net.Clone();
        handle.Remove();
        net.Call(Torch.Ones(1));
        copy.Call(Torch.Ones(1));
        calls.Should().Be(1);
    }

    [Test]
    public void A_tensor_with_a_history_cannot_be_copied()
    {
        var net = new Net();
        net.Table = net.First.Weight * 2;
        FluentActions.Invoking(() => net.Clone()).Should().Throw<TorchException>()
            .WithMessage("Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the moment.");
    }

    [Test]
    public void Lazy_parameters_are_copied_before_they_have_a_shape()
    {
        var lazy = new LazyLinear(3);
        var copy = lazy.Clone();
        copy.Call(Torch.Ones(1, 2));
        copy.ToString().Should().Be("Linear(in_features=2, out_features=3, bias=True)");
        lazy.ToString().Should().Be("LazyLinear(in_features=0, out_features=3, bias=True)");
    }

    private sealed class Net : Module
    {
        public Net() => Second = new(2, 2) { Weight = First.Weight };

        public Linear First { get; } = new(2, 2);

        public Linear Second { get; }

        [Unregistered]
        public Linear Teacher { get; } = new(2, 2);

        public ModuleList<Linear> Layers { get; } = [new Linear(1, 1)];

        public Tensor Table { get; set; } = Torch.Ones(2);

        public string Name { get; } = "net";
    }
}
