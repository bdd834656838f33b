using System.Globalization;
using System.Numerics;

namespace TorchLite.Tests.Core;

public class TypeTests
{
    [Test]
    public void A_shape_is_a_value_and_prints_as_PyTorch_prints_it()
    {
        Shape shape = [2, 3];

        shape.Should().Equal(2L, 3L);
        (shape == Torch.Ones(2, 3).Shape).Should().BeTrue();
        shape.GetHashCode().Should().Be(new Shape(2, 3).GetHashCode());
        shape.ToString().Should().Be("torch.Size([2, 3])");
        default(Shape).ToString().Should().Be("torch.Size([])");
        default(Shape).Numel().Should().Be(1);
        shape[1..].ToString().Should().Be("torch.Size([3])");
    }

    [Test]
    public void A_shape_is_not_changed_through_the_array_it_was_made_of()
    {
        long[] sizes = [2, 3];
        Shape shape = sizes;
        sizes[0] = 9;

        shape.ToArray().Should().Equal(2, 3);
    }

    [TestCase("cpu", "cpu", null)]
    [TestCase("cuda", "cuda", null)]
    [TestCase("cuda:1", "cuda", 1)]
    [TestCase("meta", "meta", null)]
    public void A_device_is_read_from_text(string text, string type, int? index)
    {
        Device device = text;

        device.Type.Should().Be(type);
        device.Index.Should().Be(index);
        device.ToString().Should().Be(text);
        (device == (index is { } number ? new Device(type, number) : new Device(type))).Should().BeTrue();
    }

    [TestCase("foo",
        "Expected one of cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep, hip, ve, fpga, maia, xla, lazy, vulkan, mps, meta, hpu, "
        + "mtia, privateuseone device type at start of device string: foo")]
    [TestCase("cuda:x", "Invalid device string: 'cuda:x'")]
    [TestCase("cuda:01", "Invalid device string: 'cuda:01'")]
    [TestCase("cuda:-1", "Invalid device string: 'cuda:-1'")]
    [TestCase("cpu:0:1", "Invalid device string: 'cpu:0:1'")]
    [TestCase("", "Device string must not be empty")]
    public void A_device_that_is_none_gets_PyTorchs_words(string text, string message)
    {
        var act = () => new Device(text);

        act.Should().Throw<TorchException>().WithMessage(message);
    }

    [Test]
    public void Scalars_print_and_compare_as_Pythons_numbers()
    {
        Texts(
                3, 3.0, 1e-5, 1e16, 0.1, double.NaN, double.NegativeInfinity, true, new Complex(1, -2), new Complex(0, 1), -0.0,
                123456789.125)
            .Should().Equal("3", "3.0", "1e-05", "1e+16", "0.1", "nan", "-inf", "True", "(1-2j)", "1j", "-0.0", "123456789.125");
        ((Scalar)1 == 1.0).Should().BeTrue();
        ((Scalar)true == 1).Should().BeTrue();
        ((Scalar)long.MaxValue == long.MaxValue - 1).Should().BeFalse();

        static IEnumerable<string> Texts(params Scalar[] numbers) => numbers.Select(number => number.ToString());
    }

    [Test]
    public void Scalars_print_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        try
        {
            Scalar number = 1234.5;
            number.ToString().Should().Be("1234.5");
            new Device("cuda", 1).ToString().Should().Be("cuda:1");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void A_literal_takes_the_widest_kind_of_its_numbers()
    {
        Torch.Tensor([true, false]).DType.Should().Be(DType.Bool);
        Torch.Tensor([true, 2]).DType.Should().Be(DType.Int64);
        Torch.Tensor([true, 2, 2.5]).DType.Should().Be(DType.Float32);
        Torch.Tensor([2.5, Complex.ImaginaryOne]).DType.Should().Be(DType.Complex64);
        Torch.Tensor([]).DType.Should().Be(DType.Float32);
        Torch.Tensor([[], []]).Shape.Should().Equal(2L, 0L);
        Torch.Tensor(7).Shape.Count.Should().Be(0);
        Torch.Tensor([[[[[1]]]]]).Shape.Count.Should().Be(5);
    }

    [Test]
    public void A_literal_keeps_the_precision_of_the_dtype_asked_for() =>
        Torch.Tensor([0.1], dtype: DType.Float64).Item<double>().Should().Be(0.1);

    [Test]
    public void An_array_of_any_rank_keeps_its_type_and_shape()
    {
        var array = new short[2, 1, 3];
        array[1, 0, 2] = 7;
        var tensor = Torch.Tensor(array);

        tensor.DType.Should().Be(DType.Int16);
        tensor.Shape.Should().Equal(2L, 1L, 3L);
        tensor[1, 0, 2].Item<short>().Should().Be(7);
        Torch.Tensor(new[] { (Half)1.5 }).DType.Should().Be(DType.Float16);
        Torch.Tensor(new[] { Complex.One }).DType.Should().Be(DType.Complex128);
        Torch.Tensor(new bool[0, 4]).Shape.Should().Equal(0L, 4L);
    }

    [Test]
    public void An_array_that_no_dtype_holds_is_refused()
    {
        var act = () => Torch.Tensor(new[] { "a" });

        act.Should().Throw<TorchTypeException>().WithMessage("can't convert an array of System.String.*");
    }

    [Test]
    public void A_number_written_to_a_tensor_loses_nothing_to_the_default_dtype()
    {
        var x = Torch.Zeros([2], dtype: DType.Float64);
        x[0] = 0.1;
        x[1] = 1L << 53 | 1;

        x.ToArray<double>().Should().Equal(0.1, 1L << 53);
    }
}
