namespace TorchLite.Tests.Core;

/// <summary>What PyTorch 2.6 and 2.14 say about the range of each dtype.</summary>
public sealed class NumberRangeTests
{
    [TestCase("Float16", 16, 0.0009765625, 65504.0, 6.103515625e-05, 0.001,
        "finfo(resolution=0.001, min=-65504, max=65504, eps=0.000976562, smallest_normal=6.10352e-05, tiny=6.10352e-05, dtype=float16)")]
    [TestCase("Bfloat16", 16, 0.0078125, 3.3895313892515355e+38, 1.1754943508222875e-38, 0.01,
        "finfo(resolution=0.01, min=-3.38953e+38, max=3.38953e+38, eps=0.0078125, smallest_normal=1.17549e-38, tiny=1.17549e-38, "
        + "dtype=bfloat16)")]
    [TestCase("Float32", 32, 1.1920928955078125e-07, 3.4028234663852886e+38, 1.1754943508222875e-38, 1e-06,
        "finfo(resolution=1e-06, min=-3.40282e+38, max=3.40282e+38, eps=1.19209e-07, smallest_normal=1.17549e-38, tiny=1.17549e-38, "
        + "dtype=float32)")]
    [TestCase("Complex64", 32, 1.1920928955078125e-07, 3.4028234663852886e+38, 1.1754943508222875e-38, 1e-06,
        "finfo(resolution=1e-06, min=-3.40282e+38, max=3.40282e+38, eps=1.19209e-07, smallest_normal=1.17549e-38, tiny=1.17549e-38, "
        + "dtype=float32)")]
    [TestCase("Float64", 64, 2.220446049250313e-16, 1.7976931348623157e+308, 2.2250738585072014e-308, 1e-15,
        "finfo(resolution=1e-15, min=-1.79769e+308, max=1.79769e+308, eps=2.22045e-16, smallest_normal=2.22507e-308, "
        + "tiny=2.22507e-308, dtype=float64)")]
    public void A_floating_point_dtype_has_PyTorchs_range(
        string dtype, int bits, double eps, double max, double tiny, double resolution, string text)
    {
        var info = Torch.Finfo((DType)typeof(DType).GetProperty(dtype)!.GetValue(null)!);

        (info.Bits, info.Eps, info.Max, info.Min, info.Tiny, info.SmallestNormal, info.Resolution)
            .Should().Be((bits, eps, max, -max, tiny, tiny, resolution));
        info.ToString().Should().Be(text);
    }

    [TestCase("Uint8", 8, 0, 255, "iinfo(min=0, max=255, dtype=uint8)")]
    [TestCase("Int8", 8, -128, 127, "iinfo(min=-128, max=127, dtype=int8)")]
    [TestCase("Int16", 16, -32768, 32767, "iinfo(min=-32768, max=32767, dtype=int16)")]
    [TestCase("Int32", 32, int.MinValue, int.MaxValue, "iinfo(min=-2.14748e+09, max=2.14748e+09, dtype=int32)")]
    [TestCase("Uint16", 16, 0, 65535, "iinfo(min=0, max=65535, dtype=uint16)")]
    [TestCase("Uint32", 32, 0, 4294967295, "iinfo(min=0, max=4.29497e+09, dtype=uint32)")]
    [TestCase("Int64", 64, long.MinValue, long.MaxValue, "iinfo(min=-9.22337e+18, max=9.22337e+18, dtype=int64)")]
    public void A_dtype_of_whole_numbers_has_PyTorchs_range(string dtype, int bits, long min, long max, string text)
    {
        var info = Torch.Iinfo((DType)typeof(DType).GetProperty(dtype)!.GetValue(null)!);

        (info.Bits, info.Min, info.Max, info.ToString()).Should().Be((bits, min, (Scalar)max, text));
    }

    [Test]
    public void The_greatest_number_of_uint64_is_more_than_a_long_and_goes_where_numbers_go()
    {
        var info = Torch.Iinfo(DType.Uint64);

        (info.Bits, info.Min, info.Max).Should().Be((64, 0L, (Scalar)ulong.MaxValue));
        info.ToString().Should().Be("iinfo(min=0, max=1.84467e+19, dtype=uint64)");
        Torch.Full([2], info.Max, dtype: DType.Uint64).ToString()
            .Should().Be("tensor([18446744073709551615, 18446744073709551615], dtype=torch.uint64)");
    }

    [Test]
    public void The_wrong_kind_of_dtype_is_refused()
    {
        FluentActions.Invoking(static () => Torch.Finfo(DType.Bool)).Should().Throw<TorchTypeException>()
            .WithMessage("torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.finfo'");
        FluentActions.Invoking(static () => Torch.Iinfo(DType.Float32)).Should().Throw<TorchTypeException>()
            .WithMessage("torch.iinfo() requires an integer input type. Use torch.finfo to handle 'torch.iinfo'");
        FluentActions.Invoking(static () => Torch.Iinfo(DType.Bool)).Should().Throw<TorchTypeException>()
            .WithMessage("torch.bool is not supported by torch.iinfo");
    }
}
