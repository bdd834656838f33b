namespace TorchLite.Tests.Core;

/// <summary>Dtypes that few operations take: what is read of them is right, or an exception, and never beyond them.</summary>
public class RareDTypeTests
{
    [Test]
    public void Complex32_is_printed_and_read_as_PyTorch_does()
    {
        var half = Torch.Tensor([1.0, 2.5], dtype: DType.Half);
        var x = Torch.Complex(half, half);
        x.ToString().Should().Be("tensor([1.0000+1.0000j, 2.5000+2.5000j], dtype=torch.complex32)");
        x.Conj().ToString().Should().Be("tensor([1.0000-1.0000j, 2.5000-2.5000j], dtype=torch.complex32)");
        (x.Itemsize, x.IsComplex(), DType.Chalf == x.DType).Should().Be((4, true, true));
        string.Join(" ", (object[])x.Tolist()).Should().Be("(1+1j) (2.5+2.5j)");
        x[1].Item().ToString().Should().Be("(2.5+2.5j)");
        Torch.FromDlpack(Torch.ToDlpack(x)).ToString().Should().Be(x.ToString());
        Torch.Finfo(x.DType).ToString().Should().Be(Torch.Finfo(DType.Half).ToString());
        FluentActions.Invoking(() => x.ToArray<float>()).Should().Throw<TorchTypeException>();
        Torch.Zeros([3000, 3000], dtype: DType.Complex32).ToString().Should().EndWith("dtype=torch.complex32)");
    }

    // What PyTorch prints, and what its item() gives.
    [TestCase(23, "tensor([  1.,   2., 320.], dtype=torch.float8_e5m2)", "320.0")]
    [TestCase(24, "tensor([  1.,   2., 288.], dtype=torch.float8_e4m3fn)", "288.0")]
    [TestCase(27, "tensor([  1,   2, 300], dtype=torch.uint16)", "300")]
    [TestCase(28, "tensor([  1,   2, 300], dtype=torch.uint32)", "300")]
    [TestCase(29, "tensor([  1,   2, 300], dtype=torch.uint64)", "300")]
    public void Numbers_of_a_dtype_that_is_only_held_are_shown(int code, string text, string last)
    {
        var x = Torch.Tensor([1, 2, 300]).To(new DType(code));
        x.ToString().Should().Be(text);
        x[2].Item().ToString().Should().Be(last);
        ((object[])x.Tolist())[2].ToString().Should().Be(last);
        FluentActions.Invoking(() => x.ToArray<byte>()).Should().Throw<TorchTypeException>();
    }

    [Test]
    public void Arrays_of_whole_numbers_without_sign_keep_their_type_and_every_number()
    {
        Torch.Tensor(new ushort[] { 0, ushort.MaxValue }).ToString().Should().Be("tensor([    0, 65535], dtype=torch.uint16)");
        Torch.Tensor(new uint[] { 0, uint.MaxValue }).ToString().Should().Be("tensor([         0, 4294967295], dtype=torch.uint32)");
        ulong[] largest = [0, ulong.MaxValue];
        Torch.Tensor(largest).ToString().Should().Be("tensor([                   0, 18446744073709551615], dtype=torch.uint64)");
        Torch.Tensor(largest).ToArray<ulong>().Should().Equal(largest);
        Torch.FromArray(largest).AsSpan<ulong>().ToArray().Should().Equal(largest);
        using var csv = new MemoryStream();
        Csv.Save(csv, Torch.Tensor(largest));
        System.Text.Encoding.UTF8.GetString(csv.ToArray()).Should().Be("0\n18446744073709551615\n");
    }

    [Test]
    public void Uint64_keeps_its_largest_numbers()
    {
        var x = Torch.Tensor([-1, 5]).View(new DType(29));
        x.ToString().Should().Be("tensor([18446744073709551615,                    5], dtype=torch.uint64)");
        (x[0].Item(), x[0].Item<ulong>()).Should().Be(((Scalar)ulong.MaxValue, ulong.MaxValue));
        ((Action)(() => x[0].Item<long>())).Should().Throw<TorchException>().WithMessage("*overflow");
    }

    [TestCase(18), TestCase(21), TestCase(22), TestCase(30), TestCase(37), TestCase(45)]
    public void Elements_that_are_no_numbers_are_refused(int code)
    {
        var x = Torch.Empty([3], dtype: new DType(code));
        Action[] reads =
        [
            () => _ = x.ToString(), () => x.Tolist(), () => x[0].Item(), () => x.ToArray<byte>(),
            () => Npy.Save(new MemoryStream(), x), () => Csv.Save(new MemoryStream(), x), () => Torch.ToDlpack(x),
            () => SafeTensors.Save(new Dictionary<string, Tensor> { ["x"] = x }),
        ];
        foreach (var read in reads)
        {
            read.Should().Throw<TorchException>();
        }
    }

    [TestCase(12), TestCase(13), TestCase(14), TestCase(16)]
    public void Quantized_numbers_are_shown_as_what_they_stand_for(int code)
    {
        var x = Torch.Ops.Call("aten::quantize_per_tensor", Torch.Tensor([0.1, 0.5]), 0.1, 0, new DType(code));
        x.ToString().Should().StartWith("tensor([0.1000, 0.5000], dtype=torch.q");
        string.Join(" ", ((object[])x.Tolist()).Select(static number => ((double)(Scalar)number).ToString("F1"))).Should().Be("0.1 0.5");
        FluentActions.Invoking(() => Torch.Save(x, new MemoryStream())).Should().Throw<TorchTypeException>();
    }
}
