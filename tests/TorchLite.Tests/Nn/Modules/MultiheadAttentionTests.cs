using TorchLite.Nn;

namespace TorchLite.Tests.Nn.Modules;

public class MultiheadAttentionTests
{
    [TestCase(false, false)]
    [TestCase(true, false)]
    [TestCase(false, true)]
    [TestCase(true, true)]
    public void The_implementation_in_one_piece_gives_what_the_other_gives(bool hasPadding, bool hasMask)
    {
        Torch.ManualSeed(0);
        var attention = new MultiheadAttention(8, 2, batchFirst: true).Eval();
        var x = Torch.Randn(3, 5, 8);
        var padding = hasPadding ? Torch.Arange(5).Ge(4).Expand(3, 5) : null;
        var mask = hasMask ? Torch.Ones([5, 5], DType.Bool).Triu(1) : null;

        // Gradients are recorded here, and not there.
        var slow = attention.Call(x, x, x, padding, attnMask: mask);
        using var mode = Torch.NoGrad();
        var fast = attention.Call(x, x, x, padding, attnMask: mask);

        fast.AttnOutput.Allclose(slow.AttnOutput, 1e-5, 1e-6).Should().BeTrue();
        fast.AttnOutputWeights!.Allclose(slow.AttnOutputWeights!, 1e-5, 1e-6).Should().BeTrue();
        attention.Call(x, x, x, padding, needWeights: false, attnMask: mask).AttnOutputWeights.Should().BeNull();
    }

    [Test]
    public void Hooks_see_all_that_was_given()
    {
        var attention = new MultiheadAttention(4, 2);
        var x = Torch.Ones(3, 1, 4);
        object?[]? seen = null;
        attention.RegisterForwardPreHook((_, args) =>
        {
            seen = args;
            return null;
        });

        var (output, weights) = attention.Call(x, x, x, averageAttnWeights: false);

        output.Shape.Should().Equal(3, 1, 4);
        weights!.Shape.Should().Equal(1, 2, 3, 3);
        seen.Should().HaveCount(8);
        seen![0].Should().BeSameAs(x);
        seen[6].Should().Be(false);
    }
}
