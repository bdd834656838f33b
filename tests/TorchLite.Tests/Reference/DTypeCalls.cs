using TorchLite.Printing;

namespace TorchLite.Tests.Reference;

/// <summary>What tests/reference/dtypes.py asks of PyTorch's newer dtypes, in C#, by the same names.</summary>
internal static class DTypeCalls
{
    private static Tensor Mask => Torch.Tensor([true, false, true]);

    public static IReadOnlyDictionary<string, Func<DType, object>> All { get; } = new Dictionary<string, Func<DType, object>>
    {
        ["zeros"] = d => Torch.Zeros([2], dtype: d),
        ["ones"] = d => Torch.Ones([2], dtype: d),
        ["empty"] = d => Torch.Empty([0, 2], dtype: d),
        ["full"] = d => Torch.Full([2], 3, dtype: d),
        ["full 2.5"] = d => Torch.Full([2], 2.5, dtype: d),
        ["full -1"] = d => Torch.Full([2], -1, dtype: d),
        ["eye"] = d => Torch.Eye(2, dtype: d),
        ["arange"] = d => Torch.Arange(4, dtype: d),
        ["arange 1 9 2"] = d => Torch.Arange(1, 9, 2, dtype: d),
        ["linspace"] = d => Torch.Linspace(1, 4, 4, dtype: d),
        ["rand"] = d => Torch.Rand([2], dtype: d).Shape,
        ["randn"] = d => Torch.Randn([2], dtype: d).Shape,
        ["randint"] = d => Torch.Randint(0, 5, [2], dtype: d).DType,
        ["zeros_like"] = d => Torch.ZerosLike(Sample(d)),
        ["requires_grad"] = d => Torch.Ones([2], dtype: d, requiresGrad: true),
        ["tensor"] = d => Torch.Tensor([1, 2, 3], dtype: d),
        ["tensor real"] = d => Torch.Tensor([1.5, 2.25, 1000.0], dtype: d),
        ["tensor bool"] = d => Torch.Tensor([true, false], dtype: d),
        ["tensor 300"] = d => Torch.Tensor([300], dtype: d),
        ["tensor 70000"] = d => Torch.Tensor([70000], dtype: d),
        ["tensor -1"] = d => Torch.Tensor([-1], dtype: d),
        ["tensor -70000"] = d => Torch.Tensor([-70000], dtype: d),
        ["tensor 2**32"] = d => Torch.Tensor([1L << 32], dtype: d),
        ["tensor 2**63-1"] = d => Torch.Tensor([long.MaxValue], dtype: d),
        ["tensor nan"] = d => Torch.Tensor([double.NaN, double.PositiveInfinity, double.NegativeInfinity], dtype: d),
        ["tensor 0-d"] = d => Torch.Tensor(2, dtype: d),
        ["tensor complex"] = d => Torch.Tensor([new System.Numerics.Complex(1, 2)], dtype: d),
        ["from float64"] = d => Torch.Tensor([0, 1, 2.5, 3.75, 100, 0.001], dtype: DType.Float64).To(d),
        ["from int64"] = d => Torch.Tensor([0, 1, 100, 255]).To(d),
        ["from bool"] = d => Torch.Tensor([true, false]).To(d),
        ["to float32"] = d => Sample(d).Float(),
        ["to int64"] = d => Sample(d).Long(),
        ["to bool"] = d => Sample(d).Bool(),
        ["to bfloat16"] = d => Sample(d).Bfloat16(),
        ["to complex64"] = d => Sample(d).To(DType.Complex64),
        ["to uint8"] = d => Sample(d).To(DType.Uint8),
        ["to uint16"] = d => Sample(d).To(DType.Uint16),
        ["to float8_e5m2"] = d => Sample(d).To(DType.Float8E5m2),
        ["add"] = d => Sample(d) + Sample(d),
        ["add 1"] = d => Sample(d) + 1,
        ["add 1.5"] = d => Sample(d) + 1.5,
        ["add float32"] = d => Sample(d) + Torch.Ones(3),
        ["add int32"] = d => Sample(d) + Torch.Ones([3], dtype: DType.Int32),
        ["add uint8"] = d => Sample(d) + Torch.Ones([3], dtype: DType.Uint8),
        ["sub"] = d => Sample(d) - Sample(d),
        ["mul"] = d => Sample(d) * Sample(d),
        ["div"] = d => Sample(d) / Sample(d),
        ["floor_divide"] = d => Sample(d).FloorDivide(2),
        ["remainder"] = d => Sample(d).Remainder(2),
        ["pow"] = d => Sample(d).Pow(2),
        ["neg"] = d => -Sample(d),
        ["abs"] = d => Sample(d).Abs(),
        ["exp"] = d => Sample(d).Exp(),
        ["sqrt"] = d => Sample(d).Sqrt(),
        ["eq"] = d => Sample(d) == Sample(d),
        ["lt"] = d => Sample(d) < Sample(d),
        ["gt 1"] = d => Sample(d) > 1,
        ["bitwise_and"] = d => Sample(d) & Sample(d),
        ["sum"] = d => Sample(d).Sum(),
        ["mean"] = d => Sample(d).Mean(),
        ["prod"] = d => Sample(d).Prod(),
        ["max"] = d => Sample(d).Max(),
        ["min"] = d => Sample(d).Min(),
        ["argmax"] = d => Sample(d).Argmax(),
        ["all"] = d => Sample(d).All(),
        ["any"] = d => Sample(d).Any(),
        ["cumsum"] = d => Sample(d).Cumsum(0),
        ["sort"] = d => Sample(d).Sort().Values,
        ["unique"] = d => Torch.Unique(Sample(d)),
        ["nonzero"] = d => Sample(d).Nonzero(),
        ["matmul"] = d => Sample(d).Matmul(Sample(d)),
        ["index"] = d => Sample(d)[1],
        ["slice"] = d => Sample(d)[1..],
        ["mask"] = d => Sample(d)[Mask],
        ["index tensor"] = d => Sample(d)[Torch.Tensor([2, 0])],
        ["index_select"] = d => Sample(d).IndexSelect(0, Torch.Tensor([1])),
        ["gather"] = d => Sample(d).Gather(0, Torch.Tensor([1])),
        ["where"] = d => Torch.Where(Mask, Sample(d), Sample(d)),
        ["masked_fill"] = d => Sample(d).MaskedFill(Mask, 3),
        ["flip"] = d => Sample(d).Flip(0),
        ["roll"] = d => Sample(d).Roll(1),
        ["cat"] = d => Torch.Cat([Sample(d), Sample(d)]),
        ["stack"] = d => Torch.Stack([Sample(d), Sample(d)]),
        ["cat float32"] = d => Torch.Cat([Sample(d), Torch.Ones(1)]),
        ["clone"] = d => Sample(d).Clone(),
        ["contiguous"] = d => Torch.Tensor([[1.0, 2], [4, 8]]).To(d).T.Contiguous(),
        ["repeat"] = d => Sample(d).Repeat(2),
        ["fill_"] = d => Sample(d).Fill_(4),
        ["zero_"] = d => Sample(d).Zero_(),
        ["copy_"] = d => Sample(d).Copy_(Torch.Ones(3)),
        ["add_"] = d => Sample(d).Add_(1),
        ["set item"] = static d =>
        {
            var x = Sample(d);
            x[0] = 2;
            return x;
        },
        ["clamp"] = d => Sample(d).Clamp(1, 2),
        ["view uint8"] = d => Sample(d).View(DType.Uint8),
        ["view of int8"] = d => Torch.Full([8], 64, dtype: DType.Int8).View(d),
        ["item"] = d => Sample(d)[2].Item(),
        ["tolist"] = d => $"[{string.Join(", ", (object[])Sample(d).Tolist())}]",
        ["bool"] = d => (bool)Sample(d)[0],
        ["int"] = d => (long)Sample(d)[2],
        ["float"] = d => PythonNumber.Format((double)Sample(d)[2]),
        ["equal"] = d => Torch.Equal(Sample(d), Sample(d)),
        ["allclose"] = d => Torch.Allclose(Sample(d), Sample(d)),
        ["isnan"] = d => Sample(d).Isnan(),
        ["isfinite"] = d => Sample(d).Isfinite(),
        ["print fraction"] = d => Sample(d, 0.5, 1.5, 2),
        ["print large"] = d => Sample(d, 1, 1024, 32768),
        ["print rows"] = d => Torch.Tensor([[1.0, 2], [4, 8]]).To(d),
        ["print 0-d"] = d => Torch.Tensor(2.0).To(d),
        ["print many"] = d => Torch.Ones(2000).To(d),
        ["dtype"] = d => d,
        ["itemsize"] = d => d.Itemsize,
        ["is_floating_point"] = d => d.IsFloatingPoint,
        ["is_complex"] = d => d.IsComplex,
        ["is_signed"] = d => d.IsSigned,
        ["iinfo"] = d => Torch.Iinfo(d),
        ["finfo"] = d => Torch.Finfo(d),
        ["promote int64"] = d => Torch.PromoteTypes(d, DType.Int64),
        ["promote float16"] = d => Torch.PromoteTypes(d, DType.Float16),
        ["promote uint8"] = d => Torch.PromoteTypes(d, DType.Uint8),
        ["promote self"] = d => Torch.PromoteTypes(d, d),
        ["can_cast float32"] = d => Torch.CanCast(d, DType.Float32),
        ["can_cast int64"] = d => Torch.CanCast(d, DType.Int64),
        ["can_cast uint8"] = d => Torch.CanCast(DType.Uint8, d),
        ["result_type"] = d => Torch.ResultType(Sample(d), 1.5),
        ["default"] = static d =>
        {
            try
            {
                Torch.SetDefaultDtype(d);
                return Torch.Ones(1);
            }
            finally
            {
                Torch.SetDefaultDtype(DType.Float32);
            }
        },
        ["dlpack"] = d => Torch.FromDlpack(Torch.ToDlpack(Sample(d))),
    };

    private static Tensor Sample(DType dtype, params double[] numbers) =>
        Torch.Tensor(numbers.Length > 0 ? numbers : [1, 2, 4], dtype: DType.Float32).To(dtype);
}
