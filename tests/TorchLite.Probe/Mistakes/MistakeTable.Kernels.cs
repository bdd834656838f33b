namespace TorchLite.Probe.Mistakes;

/// <summary>What libtorch's kernels die of, in PyTorch too, and what it comes to here.</summary>
internal static partial class MistakeTable
{
    private static readonly Mistake[] Kernels =
    [
        // The smallest integer divided by -1 wraps around.
        .. Divisions(DType.Int64, long.MinValue), .. Divisions(DType.Int32, int.MinValue),
        Mistake.Only("tensor([-9223372036854775808,                    0,                  -14])",
            static () => Torch.Tensor([long.MinValue, long.MinValue, 14]).Div(Torch.Tensor([-1, long.MaxValue, -1]), RoundingMode.Trunc)
                .Sub(Torch.Tensor([0, -1, 0]))),
        Mistake.Only("tensor([[-2147483648, -2147483648],\n        [          7,          -7]], dtype=torch.int32)",
            static () => Torch.Tensor([[int.MinValue], [7]], dtype: DType.Int32).FloorDivide(Torch.Tensor([1, -1], dtype: DType.Int32))),
        Mistake.Only("tensor([0], dtype=torch.int32)",
            static () => Torch.Tensor([int.MinValue], dtype: DType.Int32).Remainder(Torch.Tensor(0xFFFFFFFFL))),
        Mistake.Only("RuntimeError: ZeroDivisionError",
            static () => Torch.Tensor([long.MinValue, 1]).FloorDivide(Torch.Tensor([-1, 0]))),
        Mistake.Only("RuntimeError: The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0",
            static () => Torch.Tensor([long.MinValue, 1]).Remainder(Torch.Tensor([-1, -1, -1]))),
        Mistake.Only("RuntimeError: output with shape [1] doesn't match the broadcast shape [2]",
            static () => Torch.Tensor([long.MinValue]).FloorDivide_(Torch.Tensor([-1, -1]))),
        Mistake.Only("tensor([-9223372036854775808])", static () => Torch.Tensor([long.MinValue]).Lcm(Torch.Tensor([5]))),
        Mistake.Only("tensor([-9223372036854775808])", static () => Torch.Tensor([5]).Lcm(Torch.Tensor([long.MinValue]))),
        Mistake.Only("tensor([-9223372036854775808,                   12,                    0])",
            static () => Torch.Tensor([long.MinValue, 4, long.MinValue]).Lcm_(Torch.Tensor([5, 6, 0]))),

        // LAPACK without a look at the numbers.
        Mistake.Only("RuntimeError: torch.linalg.eigvals: input tensor should not contain infs or NaNs.",
            static () => Torch.Linalg.Eigvals(Torch.Full([2, 2], double.NaN))),
        Mistake.Only("RuntimeError: torch.linalg.eigvals: input tensor should not contain infs or NaNs.",
            static () => Torch.Linalg.Eigvals(Torch.Full([2, 2], double.PositiveInfinity, dtype: DType.Complex128))),
        Mistake.Only("RuntimeError: torch.linalg.eigvals: input tensor should not contain infs or NaNs.",
            static () => Torch.Ops.Call("aten::linalg_eigvals", Torch.Full([2, 2], double.NegativeInfinity))),

        // More parts than memory, and more calls within calls than the stack holds.
        Mistake.Only("OutOfMemoryError: std::bad_alloc", static () => Torch.Zeros(2, 0, 3).Chunk(int.MaxValue, dim: 1).Length),
        Mistake.Only("OutOfMemoryError: std::bad_alloc", static () => Torch.Zeros(2, 0, 3).TensorSplit(int.MaxValue, dim: 1).Length),
        Mistake.Only("OutOfMemoryError: std::bad_alloc",
            static () => Torch.Zeros(2, 0, 3).TensorSplit(Torch.Tensor((long)int.MaxValue), dim: 1).Length),
        Mistake.Only("OutOfMemoryError: std::bad_alloc", static () => Torch.Zeros(2, 0, 3).Hsplit(int.MaxValue).Length),
        Mistake.Only("OutOfMemoryError: std::bad_alloc", static () => Torch.Zeros(1).Expand(1L << 40).Split(1).Length),
        Mistake.Only("OutOfMemoryError: std::bad_alloc", static () => Torch.Zeros(1).Expand(1L << 40).Unbind().Length),
        Mistake.Only("OutOfMemoryError: std::bad_alloc", static () => Torch.Zeros(2, 0, 3).UnsafeChunk(int.MaxValue, dim: 1).Length),
        Mistake.Only("OutOfMemoryError: std::bad_alloc", static () => Torch.Zeros(1).Expand(1L << 40).UnsafeSplit(1).Length),
        Mistake.Only("OutOfMemoryError: std::bad_alloc",
            static () => Torch.Ops.CallSeveral("aten::chunk", Torch.Zeros(2, 0, 3), int.MaxValue, 1).Length),
        Mistake.Only("5", static () => Torch.Zeros(2, 0, 3).Chunk(5, dim: 1).Length),
        Mistake.Only("3", static () => Torch.Zeros(2, 3).Chunk(int.MaxValue, dim: 1).Length),
        Mistake.Only("tensor([2, 0, 1])",
            static () => Torch.Tensor([0, 1, 2]).Roll(Enumerable.Repeat(1L, 10_000).ToArray(), new long[10_000])),
        Mistake.Only("IndexError: Dimension out of range (expected to be in range of [-1, 0], but got 5)",
            static () => Torch.Tensor([0, 1, 2]).Roll(new long[10_000], Enumerable.Repeat(5L, 10_000).ToArray())),
        Mistake.Only("tensor([2, 3, 0, 1])", static () => Torch.Fft.Fftshift(Torch.Arange(4), new long[10_001])),
        Mistake.Only("tensor([2, 3, 4, 0, 1])", static () => Torch.Fft.Ifftshift(Torch.Arange(5), new long[10_001])),
        Mistake.Only("tensor([[1., 0.],\n        [0., 1.]])",
            static () => Torch.Linalg.MultiDot([.. Enumerable.Repeat(Torch.Eye(2), 10_000)])),
        Mistake.Only("IndexError: too many indices for tensor of dimension 2",
            static () => Torch.Ones(2, 3)[Many((TensorIndex?)0, 50_000)]),
        Mistake.Only("IndexError: too many indices for tensor of dimension 2",
            static () => Torch.Ones(2, 3)[Many((TensorIndex?)Torch.Tensor([0]), 50_000)]),
        Mistake.Only("RuntimeError: *", static () => Torch.Ones(2, 3).Permute(new long[100_000])),
        Mistake.Only("RuntimeError: dim 0 appears multiple times in the list of dims",
            static () => Torch.Ones(2, 3).Sum(new long[100_000])),
        Mistake.Only("torch.Size([100000])", static () => Torch.Cat(Many(Torch.Ones(1), 100_000)).Shape),

        Mistake.Only("IndexError: too many indices for tensor of dimension 2",
            static () => Torch.Ones(2, 3)[Many((TensorIndex?)null, 50_000)]),
        Mistake.Only("IndexError: too many indices for tensor of dimension 2",
            static () => Torch.Ones(2, 3)[Many((TensorIndex?)true, 50_000)]),
        Mistake.Only("torch.Size([1, 1, 1, 2, 3])", static () => Torch.Ones(2, 3)[null, null, null].Shape),
        Mistake.Only("RuntimeError: combinations of at most 64 elements can be made, but r is 1000",
            static () => Torch.Combinations(Torch.Ones(1), 1000)),
        Mistake.Only("RuntimeError: aten::tile() got 12695 values for argument 'dims', more than a tensor has dimensions",
            static () => Torch.Ops.Call("aten::tile", Torch.Ones(2), Many(1L, 12_695))),
        Mistake.Only("RuntimeError: matrix_power: the exponent -9223372036854775808 is too small",
            static () => Torch.Linalg.MatrixPower(Torch.Eye(2), long.MinValue)),
        Mistake.Only("RuntimeError: step must be nonzero",
            static () => Torch.Ops.Call("aten::arange.start_step", 0, 2.0, new System.Numerics.Complex(0.001, 0), DType.Int64)),

        // What operators take for granted.
        Mistake.Only("RuntimeError: padding size is expected to be 6, but got: 0",
            static () => Torch.Ops.Call("aten::reflection_pad3d", Torch.Ones(1, 1, 3, 3, 3), Array.Empty<long>())),
        Mistake.Only("RuntimeError: Number of groups to divide channels in must be positive. Value of groups:0",
            static () => Torch.NativeChannelShuffle(Torch.Ones([1, 2, 3], device: "meta"), 0)),
        Mistake.Only("RuntimeError: torch.lu_unpack: LU_pivots of shape torch.Size([2, 2, 2]) do not belong to LU_data of shape *",
            static () => Torch.LuUnpack(Torch.Ones(2, 0, 2), Torch.Ones([2, 2, 2], dtype: DType.Int32))),
        Mistake.Only("RuntimeError: step must be nonzero",
            static () => Torch.Ops.Call("aten::range.step", 0.5, 1.0, new System.Numerics.Complex(0.001, 0), DType.Int8)),
        Mistake.Only("RuntimeError: aten::_stack does not check its arguments: wrong ones can end the process. "
            + "It is called with allowUnsafe: true.", static () => Torch.Ops.Call("aten::_stack", OpArgument.Create([]))),
        Mistake.Only("RuntimeError: aten::to.prim_Device does not check its arguments*",
            static () => Torch.Ops.Call("aten::to.prim_Device", Torch.Ones(2), "cpu", -2)),
        Mistake.Only("RuntimeError: aten::zeros_like.out does not check its arguments*",
            static () => Torch.Ops.Call("aten::zeros_like.out", Torch.Ones(2), null, Torch.Ones(2))),
        Mistake.Only("RuntimeError: aten::clone failed to match any schema:",
            static () => Torch.Ops.Call("aten::clone", Torch.Ones(2), 4)),
        Mistake.Only("RuntimeError: libtorch could not read this tensor's layout; it is sparse or otherwise without strided memory",
            static () => Torch.Ops.Call("aten::to_sparse", Torch.Ones(2, 2))),
        Mistake.Only("RuntimeError: einsum(): *", static () => Torch.Einsum("\r\"\\)\n\0", Torch.Ones(2))),

        // Dtype and shape that change behind the object.
        Mistake.Only("tensor([0, 1, 2])", static () => SetData(Torch.Ones(2), Torch.Arange(3))),
        Mistake.Only("tensor([0., 0.], requires_grad=True)", static () => SetData(Torch.Ones([2, 3], requiresGrad: true), Torch.Zeros(2))),
        Mistake.Only("RuntimeError: data set to a tensor that requires gradients must be floating point or complex dtype",
            static () => SetData(Torch.Ones([2, 3], requiresGrad: true), Torch.Arange(3))),
        Mistake.Only(
            "RuntimeError: Attempted to call `variable.set_data(tensor)`, but `variable` and `tensor` have incompatible tensor type.",
            static () => SetData(Torch.Ones(2, 3), Torch.Ones([2], device: "meta"))),
        Mistake.Only("ArgumentNullException: Value cannot be null. (Parameter 'value')", static () => SetData(Torch.Ones(2, 3), null!)),
    ];

    private static Mistake[] Divisions(DType dtype, long smallest)
    {
        var (lowest, zero) = ($"tensor([{smallest}]{Said(dtype)})", $"tensor([0]{Said(dtype)})");
        Tensor Lowest() => Torch.Tensor([smallest], dtype: dtype);
        Tensor MinusOne() => Torch.Tensor([-1], dtype: dtype);
        return
        [
            Mistake.Only(lowest, () => Torch.Div(Lowest(), -1, roundingMode: RoundingMode.Trunc)),
            Mistake.Only(lowest, () => Torch.Div(Lowest(), -1, roundingMode: RoundingMode.Floor)),
            Mistake.Only(lowest, () => Lowest().Div(MinusOne(), RoundingMode.Trunc)),
            Mistake.Only(lowest, () => Lowest().Div(MinusOne(), RoundingMode.Floor)),
            Mistake.Only(lowest, () => Lowest().Div_(-1, RoundingMode.Trunc)),
            Mistake.Only(lowest, () => Lowest().Div_(MinusOne(), RoundingMode.Floor)),
            Mistake.Only(lowest, () => Lowest().Expand(3).FloorDivide(MinusOne().Expand(3))[..1]),
            Mistake.Only(lowest, () => Lowest().FloorDivide(-1)),
            Mistake.Only(lowest, () => Lowest().FloorDivide_(-1)),
            Mistake.Only(lowest, () => Lowest().FloorDivide_(MinusOne())),
            Mistake.Only(zero, () => Lowest() % -1),
            Mistake.Only(zero, () => Lowest() % MinusOne()),
            Mistake.Only(zero, () => smallest % MinusOne()),
            Mistake.Only(zero, () => { var x = Lowest(); x %= -1; return x; }),
            Mistake.Only(zero, () => { var x = Lowest(); x %= MinusOne(); return x; }),
            Mistake.Only(zero, () => Lowest().Fmod(-1)),
            Mistake.Only(zero, () => Lowest().Fmod_(MinusOne())),
            Mistake.Only(lowest, () => Torch.Ops.Call("aten::div.Tensor_mode", Lowest(), MinusOne(), "trunc")),
            Mistake.Only(lowest, () => Torch.Ops.Call("aten::divide_.Scalar_mode", Lowest(), -1, "floor")),
            Mistake.Only(lowest, () => Torch.Ops.Call("aten::floor_divide", Lowest(), MinusOne())),
            Mistake.Only(zero, () => Torch.Ops.Call("aten::remainder_.Tensor", Lowest(), MinusOne())),
            Mistake.Only(zero, () => Torch.Ops.Call("aten::remainder.Scalar_Tensor", smallest, MinusOne())),
            Mistake.Only(zero, () => Torch.Ops.Call("aten::fmod.Scalar", Lowest(), -1)),
            Mistake.Only(lowest, () => Torch.Ops.Call("aten::lcm", Lowest(), Torch.Tensor([5], dtype: dtype))),
        ];
    }

    private static string Said(DType dtype) => dtype == DType.Int64 ? "" : $", dtype={dtype}";

    private static T[] Many<T>(T one, int count) => [.. Enumerable.Repeat(one, count)];

    private static Tensor SetData(Tensor tensor, Tensor data)
    {
        tensor.Data = data;
        return tensor;
    }
}
