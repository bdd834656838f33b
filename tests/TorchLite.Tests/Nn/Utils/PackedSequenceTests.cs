using TorchLite.Nn.Utils.Rnn;
using Rnn = TorchLite.Torch.Nn.Utils.Rnn;

namespace TorchLite.Tests.Nn.Utils;

/// <summary>What the recorded cases do not tell of packed sequences.</summary>
public class PackedSequenceTests
{
    private static PackedSequence Packed() => Rnn.PackSequence([Torch.Tensor([1.0, 2.0, 3.0]), Torch.Tensor([4.0])]);

    [Test]
    public void One_made_by_hand_with_sizes_that_would_be_written_out_of_bounds_is_refused()
    {
        foreach (var sizes in new Tensor[]
        {
            Torch.Tensor([1, 3]), Torch.Tensor([0]), Torch.Tensor([2, -1]), Torch.Empty([0], DType.Int64), Torch.Tensor([[2, 1]]),
            Torch.Tensor(2),
        })
        {
            var packed = new PackedSequence(Torch.Ones(4), sizes);
            packed.Invoking(static one => Rnn.PadPackedSequence(one))
                .Should().Throw<TorchException>().WithMessage("batch_sizes of a PackedSequence must be*");
        }

        new PackedSequence(Torch.Ones(4), Torch.Tensor([2.0, 1.0])).Invoking(static one => Rnn.PadPackedSequence(one))
            .Should().Throw<TorchException>().WithMessage("expected scalar type Long but found Float");
        new PackedSequence(Torch.Ones(4), Torch.Tensor([4L << 40, 1])).Invoking(static one => Rnn.PadPackedSequence(one))
            .Should().Throw<TorchException>();
        new PackedSequence(Torch.Ones(4), Torch.Tensor([2, 2, 2])).Invoking(static one => Rnn.PadPackedSequence(one))
            .Should().Throw<TorchException>();
        var meta = () => new PackedSequence(Torch.Ones(4), Torch.Ones([2], DType.Int64, "meta"));
        meta.Should().Throw<TorchValueException>().WithMessage("batch_sizes should always be on CPU.*");
    }

    [Test]
    public void What_changes_nothing_gives_the_same_object_as_in_PyTorch()
    {
        var packed = Packed();
        packed.Float().Should().BeSameAs(packed);
        packed.Cpu().Should().BeSameAs(packed);
        packed.To(packed.Data).Should().BeSameAs(packed);
        packed.To(DType.Float32, copy: true).Should().NotBeSameAs(packed);
        packed.Double().Data.DType.Should().Be(DType.Float64);
        packed.Half().BatchSizes.Should().BeSameAs(packed.BatchSizes);
    }

    [Test]
    public void Gradients_flow_through_packing_and_padding()
    {
        var x = Torch.Arange(6.0).Reshape(3, 2).RequiresGrad_();
        var packed = Rnn.PackPaddedSequence(x, [1, 3], enforceSorted: false);
        var (padded, lengths) = Rnn.PadPackedSequence(packed, paddingValue: 7);
        (padded * padded).Sum().Backward();
        x.Grad!.ToString().Should().Be("tensor([[ 0.,  2.],\n        [ 0.,  6.],\n        [ 0., 10.]])");
        padded.ToString().Should().StartWith("tensor([[0., 1.],\n        [7., 3.],\n        [7., 5.]], grad_fn=<IndexSelectBackward0>)");
        lengths.ToString().Should().Be("tensor([1, 3])");
    }

    [Test]
    public void Unpadding_leaves_the_batch_as_it_is()
    {
        var batch = Rnn.PadSequence([Torch.Ones(3), Torch.Ones(1)]);
        Rnn.UnpadSequence(batch, Torch.Tensor([3, 1])).Select(static one => one.Size(0)).Should().Equal(3, 1);
        batch.Shape.ToString().Should().Be("torch.Size([3, 2])");
    }
}
