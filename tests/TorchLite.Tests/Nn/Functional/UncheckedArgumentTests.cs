namespace TorchLite.Tests.Nn;

/// <summary>What libtorch's kernels read or walk over without a look at it is looked at here.</summary>
public sealed class UncheckedArgumentTests
{
    private static Tensor LogProbs => Torch.Zeros(6, 2, 5).LogSoftmax(2);

    [TestCase(5)]
    [TestCase(-1)]
    [TestCase(long.MaxValue)]
    public void A_label_that_does_not_exist_is_an_error(long label)
    {
        var lengths = Torch.Tensor([3, 3]);
        FluentActions.Invoking(() => Torch.Nn.Functional.CtcLoss(
                LogProbs, Torch.Tensor([[1, 2, 3], [1, label, 3]]), Torch.Tensor([6, 6]), lengths))
            .Should().Throw<TorchIndexException>().WithMessage($"Target {label} is out of bounds.");
        FluentActions.Invoking(() => Torch.Nn.Functional.CtcLoss(LogProbs, Torch.Tensor([1, 2, 3, label]), [6, 6], [3, 1]))
            .Should().Throw<TorchIndexException>().WithMessage($"Target {label} is out of bounds.");
    }

    [Test]
    public void Behind_the_end_of_a_sequence_may_stand_anything()
    {
        var loss = Torch.Nn.Functional.CtcLoss(
            LogProbs, Torch.Tensor([[1, 2, 3], [1, -1, 99]]), Torch.Tensor([6, 6]), Torch.Tensor([3, 1]));
        var same = Torch.Nn.Functional.CtcLoss(LogProbs, Torch.Tensor([[1, 2, 3], [1, 0, 0]]), [6, 6], [3, 1]);
        loss.Equal(same).Should().BeTrue();
    }

    [Test]
    public void Numbers_of_no_bag_are_left_alone()
    {
        var weights = Torch.Ones(6);
        foreach (var dtype in new[] { DType.Float32, DType.Float64, DType.Bfloat16 })
        {
            foreach (var mode in Enum.GetValues<EmbeddingBagMode>())
            {
                foreach (var isLastIncluded in new[] { true, false })
                {
                    var offsets = Torch.Zeros([isLastIncluded ? 1 : 0], dtype: DType.Int64);
                    var rows = Torch.Randn([5, 3], dtype: dtype, requiresGrad: true);
                    var numbers = Torch.Tensor([0, 1, 1, 0, 4, 3]);
                    var bags = Torch.Nn.Functional.EmbeddingBag(
                        numbers, rows, offsets, mode: mode, includeLastOffset: isLastIncluded, paddingIdx: 2,
                        perSampleWeights: mode == EmbeddingBagMode.Sum ? weights.To(dtype) : null);
                    bags.Shape.Should().Equal(0, 3);
                    bags.Sum().Backward();
                    rows.Grad!.Abs().Sum().Item<double>().Should().Be(0);
                    var byName = Torch.Ops.CallSeveral(
                        "aten::embedding_bag", rows, numbers, offsets, false, (long)mode, false, null, isLastIncluded);
                    byName[0]!.Shape.Should().Equal(0, 3);
                }
            }
        }
    }

    [TestCase(0.5)]
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(double.PositiveInfinity)]
    public void Distances_of_no_rows_have_a_gradient(double p)
    {
        var x = Torch.Zeros([0, 3], requiresGrad: true);
        var distances = Torch.Pdist(x, p);
        distances.GradFn!.Name.Should().Be("PdistBackward0");
        distances.Sum().Backward();
        x.Grad!.Shape.Should().Equal(0, 3);
        FluentActions.Invoking(() => Torch.Pdist(x, -1)).Should().Throw<TorchException>()
            .WithMessage("pdist only supports non-negative p values");
    }

    [TestCase(-0.1)]
    [TestCase(1e9)]
    [TestCase(double.NaN)]
    public void Random_samples_lie_between_0_and_1(double sample)
    {
        FluentActions.Invoking(() => Torch.Nn.Functional.FractionalMaxPool2d(
                Torch.Ones(1, 1, 8, 8), 2, outputSize: 3, randomSamples: Torch.Full([1, 1, 2], sample)))
            .Should().Throw<TorchValueException>().WithMessage("the random samples are not between 0 and 1");
    }

    [Test]
    public void Sizes_of_windows_are_no_longer_than_an_int()
    {
        const long Wide = 1L << 40;
        var x = Torch.Ones(1, 1, 4, 4);
        foreach (var pool in (Func<Tensor>[])
            [
                () => Torch.Nn.Functional.MaxPool2d(x, Wide),
                () => Torch.Nn.Functional.MaxPool2d(x, 2, padding: Wide),
                () => Torch.Nn.Functional.AvgPool2d(x, 2, stride: [1, Wide]),
                () => Torch.AvgPool1d(x[0], Wide),
            ])
        {
            FluentActions.Invoking(pool).Should().Throw<TorchException>().WithMessage("integer out of range");
        }
    }

    [Test]
    public void A_reduction_of_other_functions_is_an_error_in_PyTorchs_words()
    {
        var x = Torch.Ones(2);
        FluentActions.Invoking(() => Torch.Nn.Functional.MseLoss(x, x, Reduction.Batchmean))
            .Should().Throw<TorchValueException>().WithMessage("batchmean is not a valid value for reduction");
        FluentActions.Invoking(() => Torch.Nn.Functional.GaussianNllLoss(x, x, x, reduction: Reduction.Batchmean))
            .Should().Throw<TorchValueException>().WithMessage("batchmean is not valid");
        FluentActions.Invoking(() => Torch.Nn.Functional.HuberLoss(x, x, (Reduction)9))
            .Should().Throw<TorchValueException>().WithMessage("9 is not a valid value for reduction");
    }
}
