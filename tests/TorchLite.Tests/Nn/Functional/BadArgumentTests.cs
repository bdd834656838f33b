using F = TorchLite.Torch.Nn.Functional;

namespace TorchLite.Tests.Nn.Functional;

/// <summary>What libtorch's kernels take for granted and would end the process for, or read beyond the tensors.</summary>
public class BadArgumentTests
{
    [Test]
    public void Attention_without_heads_is_refused()
    {
        var (none, some) = (Torch.Ones(2, 0, 3, 4), Torch.Ones(2, 2, 3, 4));
        Action[] acts =
        [
            () => F.ScaledDotProductAttention(none, none, none),
            () => F.ScaledDotProductAttention(some, none, none, enableGqa: true),
            () => Torch.Ops.Call("aten::scaled_dot_product_attention", none, none, none),
        ];

        foreach (var act in acts)
        {
            act.Should().Throw<TorchException>().WithMessage("scaled_dot_product_attention: there is no head in *");
        }
    }

    [TestCase(-1)]
    [TestCase(long.MinValue)]
    public void A_bag_does_not_begin_before_the_numbers(long offset)
    {
        var (numbers, rows, offsets) = (Torch.Tensor([0, 1]), Torch.Ones(3, 2), Torch.Tensor([0, offset, 1]));
        Action[] acts =
        [
            () => F.EmbeddingBag(numbers, rows, offsets, mode: EmbeddingBagMode.Sum, includeLastOffset: true),
            () => F.EmbeddingBag(numbers, rows, offsets),
            () => Torch.Ops.CallSeveral("aten::embedding_bag", rows, numbers, offsets),
        ];

        foreach (var act in acts)
        {
            act.Should().Throw<TorchIndexException>().WithMessage("index out of range in self");
        }
    }

    [TestCase(-1L)]
    [TestCase(3L)]
    [TestCase(long.MaxValue)]
    public void A_row_that_is_not_there_is_not_looked_up(long row)
    {
        var rows = Torch.Ones(3, 2);
        Action[] acts =
        [
            () => F.Embedding(Torch.Tensor([row]), rows),
            () => F.Embedding(Torch.Tensor([row]), rows, maxNorm: 1),
            () => F.EmbeddingBag(Torch.Tensor([[row]]), rows, mode: EmbeddingBagMode.Sum),
            () => F.EmbeddingBag(Torch.Tensor([[row]]), rows, mode: EmbeddingBagMode.Mean),
            () => F.EmbeddingBag(Torch.Tensor([[row]]), rows, mode: EmbeddingBagMode.Max),
        ];

        foreach (var act in acts)
        {
            act.Should().Throw<TorchException>();
        }
    }

    [Test]
    public void What_has_no_rows_or_is_no_number_of_one_is_refused_before_rows_are_shortened()
    {
        var numbers = Torch.Tensor([0]);
        FluentActions.Invoking(() => F.Embedding(numbers, Torch.Ones(3), maxNorm: 1)).Should().Throw<TorchException>().WithMessage(
            "Expected 2-dimensional tensor, but got 1-dimensional tensor for argument #1 'self' (while checking arguments for embedding_renorm_)");
        FluentActions.Invoking(() => F.Embedding(numbers.Short(), Torch.Ones(3, 2), maxNorm: 1)).Should().Throw<TorchException>().WithMessage(
            "Expected tensor for argument #2 'indices' to have one of the following scalar types: Long, Int; but got torch.ShortTensor instead "
            + "(while checking arguments for embedding_renorm_)");
    }

    [Test]
    public void An_enum_of_no_such_name_is_refused()
    {
        var x = Torch.Ones(2, 2);
        FluentActions.Invoking(() => F.Gelu(x, (GeluApproximation)7))
            .Should().Throw<TorchException>().WithMessage("approximate argument must be either none or tanh.");
        FluentActions.Invoking(() => F.EmbeddingBag(Torch.Tensor([[0]]), x, mode: (EmbeddingBagMode)7))
            .Should().Throw<TorchValueException>().WithMessage("mode has to be one of sum, mean or max");
        FluentActions.Invoking(() => Torch.Nn.Init.CalculateGain((Nonlinearity)99))
            .Should().Throw<TorchValueException>().WithMessage("Unsupported nonlinearity 99");
        FluentActions.Invoking(() => Torch.Nn.Init.KaimingNormal_(x, mode: (FanMode)7))
            .Should().Throw<TorchValueException>().WithMessage("Mode 7 not supported, please use one of ['fan_in', 'fan_out']");
    }
}
