using System.Numerics;

namespace TorchLite.Tests.Operations;

/// <summary>What the corpus does not ask of the operations that TorchSharp lacks.</summary>
public sealed class AddedOperationTests
{
    private static Tensor Line => Torch.Tensor([1.0, 2.0, 3.0]);

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

    [Test]
    public void Complex_ends_make_complex_numbers()
    {
        Complex i = Complex.ImaginaryOne;
        Torch.Linspace(0, i, 3).ToString().Should().Be("tensor([0.+0.0000j, 0.+0.5000j, 0.+1.0000j])");
        Torch.Linspace(Torch.Tensor(0), Torch.Tensor(i), 3).ToString().Should().Be("tensor([0.+0.0000j, 0.+0.5000j, 0.+1.0000j])");
        Torch.Logspace(0, i, 3).ToString().Should().Be("tensor([ 1.0000+0.0000j,  0.4073+0.9133j, -0.6682+0.7440j])");
        FluentActions.Invoking(() => Torch.Linspace(0, i, 3, dtype: DType.Float32)).Should().Throw<TorchException>()
            .WithMessage("torch.linspace(): inferred dtype c10::complex<float> can't be safely cast to passed dtype Float");
    }

    [TestCase(0.5, 3, "tensor([1., 2.])")]
    [TestCase(0.5, 4.5, "tensor([2., 1.])")]
    [TestCase(0.5, 0.5, "tensor([1., 2.])")]
    [TestCase(0, 0, "tensor([1., 2.])")]
    [TestCase(0, 3, "tensor([1., 2.])")]
    public void Histc_takes_fractions_as_limits(double min, double max, string expected) =>
        Line.Histc(2, min, max).ToString().Should().Be(expected);

    [TestCase(3, 0.5, "torch.histc: max must be larger than min")]
    [TestCase(0.5, double.PositiveInfinity, "torch.histc: range of [0.5, inf] is not finite")]
    [TestCase(0, double.NaN, "torch.histc: range of [0, nan] is not finite")]
    [TestCase(-1234567.25, double.PositiveInfinity, "torch.histc: range of [-1.23457e+06, inf] is not finite")]
    [TestCase(double.PositiveInfinity, 0.5, "torch.histc: range of [inf, 0.5] is not finite")]
    public void Histc_refuses_limits_that_make_no_range(double min, double max, string message) =>
        Line.Invoking(line => line.Histc(2, min, max)).Should().Throw<TorchException>().WithMessage(message);

    [Test]
    public void Cross_goes_along_the_first_dimension_of_three()
    {
        Torch.Arange(6.0).Reshape(2, 3).Cross(Torch.Ones(2, 3)).ToString().Should().Be(
            "tensor([[-1.,  2., -1.],\n        [-1.,  2., -1.]])");
        var none = () => Torch.Ones(2, 2).Cross(Torch.Ones(2, 2));
        none.Should().Throw<TorchException>().WithMessage("no dimension of size 3 in input");
    }

    [Test]
    public void FillDiagonal_keeps_the_graph()
    {
        var x = Torch.Zeros([2, 2], requiresGrad: true);
        (x * 1).FillDiagonal_(1.5).Sum().Backward();
        x.Grad!.ToString().Should().Be("tensor([[0., 1.],\n        [1., 0.]])");
        x.Invoking(static x => x.FillDiagonal_(1)).Should().Throw<TorchException>().WithMessage(
            "a view of a leaf Variable that requires grad is being used in an in-place operation.");
    }

    [Test]
    public void Unique_has_a_gradient_function_and_no_complex_order()
    {
        Torch.Tensor([1.0, 2.0], requiresGrad: true).Unique().ToString().Should().EndWith("grad_fn=<Unique2Backward0>)");
        Torch.Zeros([2], dtype: DType.Complex64).Invoking(static x => x.Unique()).Should().Throw<TorchNotImplementedException>()
            .WithMessage("\"unique\" not implemented for 'ComplexFloat'");
    }

    [Test]
    public void Unpacking_into_too_few_or_too_many_variables_is_a_TorchValueException()
    {
        var three = Torch.Ones(3).Split(1);
        three.Invoking(static parts => { var (_, _) = parts; }).Should().Throw<TorchValueException>()
            .WithMessage("too many values to unpack (expected 2)");
        Torch.Ones(1).Split(1).Invoking(static parts => { var (_, _) = parts; }).Should().Throw<TorchValueException>()
            .WithMessage("not enough values to unpack (expected 2, got 1)");
        var (first, second, third) = three;
        Torch.Stack([first, second, third]).Shape.Should().Equal(3, 1);
    }

    [Test]
    public void A_number_that_was_changed_is_written_as_it_is_now()
    {
        Tensor direct = 5, classic = 5, script = 5.0;
        direct.Add_(1);
        classic.Clamp_(max: 3);
        script.Lerp_(Torch.Tensor(7.0), 1);
        var x = Torch.Zeros(3);

        (x[0], x[1], x[2]) = (direct, classic, script);

        x.ToString().Should().Be("tensor([6., 3., 7.])");
    }
}
