namespace TorchLite.Tests.Ops;

/// <summary>What the corpus does not ask of scatter_reduce.</summary>
public sealed class ScatterReduceTests
{
    [Test]
    public void ScatterReduce_says_what_is_wrong_in_libtorchs_words()
    {
        var (zeros, ones, index) = (Torch.Zeros(3), Torch.Ones(2), Torch.Tensor([0, 5]));
        var outside = () => zeros.ScatterReduce(0, index, ones, ScatterReduction.Sum);
        outside.Should().Throw<TorchException>().WithMessage("index 5 is out of bounds for dimension 0 with size 3");
        var type = () => zeros.ScatterReduce_(0, index.Float(), ones, ScatterReduction.Sum);
        type.Should().Throw<TorchException>().WithMessage("scatter(): Expected dtype * for index");
        var dim = () => zeros.ScatterReduce(1, index, ones, ScatterReduction.Sum);
        dim.Should().Throw<TorchIndexException>().WithMessage("Dimension out of range (expected to be in range of [-1, 0], but got 1)");
        zeros.ToString().Should().Be("tensor([0., 0., 0.])");
    }

    [Test]
    public void ScatterReduce_writes_to_no_leaf_that_requires_gradients()
    {
        var leaf = Torch.Zeros([3], requiresGrad: true);
        var write = () => leaf.ScatterReduce_(0, Torch.Tensor([0, 1]), Torch.Ones(2), ScatterReduction.Amax);
        write.Should().Throw<TorchException>().WithMessage("a leaf Variable that requires grad is being used in an in-place operation.");
    }

    [Test]
    public void ScatterReduce_by_an_order_that_complex_numbers_lack_writes_nothing()
    {
        var complex = Torch.Zeros([3], dtype: DType.Complex64);
        var largest = () => complex.ScatterReduce_(0, Torch.Tensor([0, 1]), Torch.Ones([2], dtype: DType.Complex64), ScatterReduction.Amax);
        largest.Should().Throw<TorchException>();
        complex.ToString().Should().Be("tensor([0.+0.j, 0.+0.j, 0.+0.j])");
    }
}
