namespace TorchLite;

/// <summary>Operations on lists of tensors: PyTorch's <c>torch._foreach_add_</c> and its kin. All lists are equally long.</summary>
/// <remarks>
/// On the CPU libtorch itself goes through the lists, operation by operation; it is done here without the way through TorchScript. On a GPU
/// they are one call each.
/// </remarks>
internal static class Foreach
{
    // TorchScript takes no longer list of numbers.
    private const int Longest = 64;

    /// <summary>Whether lists on the CPU go the way of those on GPUs, for tests.</summary>
    internal static bool IsOneCallEverywhere { get; set; }

    internal static Tensor[] Neg(Tensor[] self) =>
        IsLoop(self) ? Array.ConvertAll(self, static tensor => -tensor) : Made("aten::_foreach_neg", self);

    internal static Tensor[] Sqrt(Tensor[] self) =>
        IsLoop(self) ? Array.ConvertAll(self, static tensor => tensor.Sqrt()) : Made("aten::_foreach_sqrt", self);

    internal static Tensor[] Add(Tensor[] self, Tensor[] others, double alpha) =>
        IsLoop(self) ? [.. self.Zip(others, (tensor, other) => tensor.Add(other, alpha: alpha))]
        : Made("aten::_foreach_add.List", self, others, alpha);

    internal static void Add_(Tensor[] self, Tensor[] others, double alpha = 1) =>
        Each(self, i => self[i].Add_(others[i], alpha: alpha), () => Change("aten::_foreach_add_.List", self, others, alpha));

    internal static void Add_(Tensor[] self, double number) =>
        Each(self, i => self[i].Add_(number), () => Change("aten::_foreach_add_.Scalar", self, number));

    internal static void Mul_(Tensor[] self, double number) =>
        // Lists are multiplied as libtorch does it for one: it rounds the number first to float16 or bfloat16.
        Each(
            self, i => Gate.DirectInPlace(static (a, s) => Exports.MulScalar_(a, s), self[i], (Scalar)number),
            () => Change("aten::_foreach_mul_.Scalar", self, number));

    internal static void Div_(Tensor[] self, double[] numbers) => Each(
        self, i => self[i].Div_(numbers[i]),
        () => InParts(self, part => Change("aten::_foreach_div_.ScalarList", self[part], numbers[part])));

    internal static void Lerp_(Tensor[] self, Tensor[] ends, double weight) =>
        Each(self, i => self[i].Lerp_(ends[i], weight), () => Change("aten::_foreach_lerp_.Scalar", self, ends, weight));

    internal static void Maximum_(Tensor[] self, Tensor[] others) =>
        Each(self, i => self[i].Copy_(Torch.Maximum(self[i], others[i])), () => Change("aten::_foreach_maximum_.List", self, others));

    internal static void Addcmul_(Tensor[] self, Tensor[] first, Tensor[] second, double value) => Each(
        self, i => self[i].Addcmul_(first[i], second[i], value: value),
        () => Change("aten::_foreach_addcmul_.Scalar", self, first, second, value));

    internal static void Addcdiv_(Tensor[] self, Tensor[] first, Tensor[] second, double[] values) => Each(
        self, i => self[i].Addcdiv_(first[i], second[i], value: values[i]),
        () => InParts(self, part => Change("aten::_foreach_addcdiv_.ScalarList", self[part], first[part], second[part], values[part])));

    private static bool IsLoop(Tensor[] self) => self.Length == 0 || (!IsOneCallEverywhere && self[0].Device.Type == "cpu");

    private static void Each(Tensor[] self, Action<int> one, Action all)
    {
        if (!IsLoop(self))
        {
            all();
            return;
        }

        for (var i = 0; i < self.Length; i++)
        {
            one(i);
        }
    }

    private static void InParts(Tensor[] self, Action<Range> change)
    {
        for (var start = 0; start < self.Length; start += Longest)
        {
            change(start..Math.Min(self.Length, start + Longest));
        }
    }

    // They do not check whether the lists are of equal length.
    private static Tensor[] Made(string name, params ReadOnlySpan<OpArgument?> arguments) =>
        Torch.Ops.CallSeveral(name, arguments, allowUnsafe: true)!;

    private static void Change(string name, params ReadOnlySpan<OpArgument?> arguments) =>
        Torch.Ops.CallSeveral(name, arguments, allowUnsafe: true);
}
