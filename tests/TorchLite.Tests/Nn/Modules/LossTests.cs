using TorchLite.Nn;

namespace TorchLite.Tests.Nn;

/// <summary>Losses that are called in more than one way, and what of them is a module's state.</summary>
public sealed class LossTests
{
    [Test]
    public void Weights_are_buffers()
    {
        var loss = new BCEWithLogitsLoss(Torch.Ones(2), posWeight: Torch.Ones(2));
        loss.NamedBuffers().Select(static one => one.Name).Should().Equal("weight", "pos_weight");
        loss.StateDict().Keys.Should().Equal("weight", "pos_weight");
        new BCEWithLogitsLoss().StateDict().Should().BeEmpty();
    }

    [Test]
    public void A_variance_is_a_tensor_or_a_number()
    {
        var (x, y) = (Torch.Randn(3), Torch.Randn(3));
        var loss = new GaussianNLLLoss(full: true);
        var plain = loss.Call(x, y, Torch.Full([3], 0.5));
        var calls = 0;
        using var hook = loss.RegisterForwardPreHook((_, _) => calls++);
        loss.Call(x, y, 0.5).Equal(plain).Should().BeTrue();
        loss.Call(x, y, Torch.Full([3], 0.5)).Equal(plain).Should().BeTrue();
        calls.Should().Be(2);
    }

    [Test]
    public void Lengths_are_tensors_or_numbers()
    {
        var logProbs = Torch.Randn(6, 2, 5).LogSoftmax(2);
        var targets = Torch.Tensor([[1, 2], [3, 4]]);
        var loss = new CTCLoss();
        var plain = loss.Call(logProbs, targets, [6, 5], [2, 1]);
        var calls = 0;
        using var hook = loss.RegisterForwardPreHook((_, _) => calls++);
        loss.Call(logProbs, targets, [6, 5], [2, 1]).Equal(plain).Should().BeTrue();
        loss.Call(logProbs, targets, Torch.Tensor([6, 5]), Torch.Tensor([2, 1])).Equal(plain).Should().BeTrue();
        calls.Should().Be(2);
    }

    [Test]
    public void A_distance_is_a_function_or_a_module()
    {
        var (a, p, n) = (Torch.Randn(4, 3), Torch.Randn(4, 3), Torch.Randn(4, 3));
        var plain = new TripletMarginWithDistanceLoss().Call(a, p, n);
        new TripletMarginWithDistanceLoss(static (x, y) => Torch.PairwiseDistance(x, y)).Call(a, p, n).Equal(plain).Should().BeTrue();
        new TripletMarginWithDistanceLoss(static (x, y) => Torch.PairwiseDistance(x, y)).ToString()
            .Should().Be("TripletMarginWithDistanceLoss()");
        new TripletMarginWithDistanceLoss(new PairwiseDistance(p: 1)).ToString()
            .Should().Be("TripletMarginWithDistanceLoss(\n  (distance_function): PairwiseDistance()\n)");
    }
}
