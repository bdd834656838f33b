namespace TorchLite;

/// <content>Standard deviation or variance together with the mean.</content>
public static partial class Torch
{
    /// <summary>The standard deviation and the mean: PyTorch's <c>torch.std_mean</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimensions; null: all elements.</param>
    /// <param name="correction">The correction, which is subtracted from the number of elements in the divisor; null: 1.</param>
    /// <param name="keepdim">Whether to keep the reduced dimensions, with size 1.</param>
    /// <returns>The standard deviation and the mean, without the reduced dimensions, or with size 1 there.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.StdMean(Torch.Tensor([1.0, 3.0])).Mean   // tensor(2.)
    /// </code></example>
    public static (Tensor Std, Tensor Mean) StdMean(
        Tensor input, Dims? dim = null, double? correction = 1, bool keepdim = false) =>
        Spread(
            static (t, a) => (Exports.StdMean(t, a.Dims, a.Dims.Length, a.Unbiased, a.Keepdim, out var mean), mean), "std_mean", input, dim,
            correction, keepdim);

    /// <summary>The standard deviation and the mean of all elements: PyTorch's <c>torch.std_mean</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="unbiased">Whether to divide by one less than the number of elements.</param>
    /// <returns>The standard deviation and the mean, without dimensions.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">The dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.StdMean(Torch.Tensor([1.0, 3.0]), unbiased: false).Std   // tensor(1.)
    /// </code></example>
    public static (Tensor Std, Tensor Mean) StdMean(Tensor input, bool unbiased) => StdMean(input, null, unbiased ? 1 : 0);

    /// <summary>The standard deviation and the mean along dimensions: PyTorch's <c>torch.std_mean</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimensions; negative counts from the end.</param>
    /// <param name="unbiased">Whether to divide by one less than the number of elements.</param>
    /// <param name="keepdim">Whether to keep the reduced dimensions, with size 1.</param>
    /// <returns>The standard deviation and the mean, without the reduced dimensions, or with size 1 there.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.StdMean(Torch.Tensor([[1.0, 3.0]]), 1, unbiased: false).Std   // tensor([1.])
    /// </code></example>
    public static (Tensor Std, Tensor Mean) StdMean(Tensor input, Dims dim, bool unbiased, bool keepdim = false) =>
        StdMean(input, dim, unbiased ? 1 : 0, keepdim);

    /// <summary>The variance and the mean: PyTorch's <c>torch.var_mean</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimensions; null: all elements.</param>
    /// <param name="correction">The correction, which is subtracted from the number of elements in the divisor; null: 1.</param>
    /// <param name="keepdim">Whether to keep the reduced dimensions, with size 1.</param>
    /// <returns>The variance and the mean, without the reduced dimensions, or with size 1 there.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.VarMean(Torch.Tensor([1.0, 3.0])).Mean   // tensor(2.)
    /// </code></example>
    public static (Tensor Var, Tensor Mean) VarMean(
        Tensor input, Dims? dim = null, double? correction = 1, bool keepdim = false) =>
        Spread(
            static (t, a) => (Exports.VarMean(t, a.Dims, a.Dims.Length, a.Unbiased, a.Keepdim, out var mean), mean), "var_mean", input, dim,
            correction, keepdim);

    /// <summary>The variance and the mean of all elements: PyTorch's <c>torch.var_mean</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="unbiased">Whether to divide by one less than the number of elements.</param>
    /// <returns>The variance and the mean, without dimensions.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">The dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.VarMean(Torch.Tensor([1.0, 3.0]), unbiased: false).Var   // tensor(1.)
    /// </code></example>
    public static (Tensor Var, Tensor Mean) VarMean(Tensor input, bool unbiased) => VarMean(input, null, unbiased ? 1 : 0);

    /// <summary>The variance and the mean along dimensions: PyTorch's <c>torch.var_mean</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimensions; negative counts from the end.</param>
    /// <param name="unbiased">Whether to divide by one less than the number of elements.</param>
    /// <param name="keepdim">Whether to keep the reduced dimensions, with size 1.</param>
    /// <returns>The variance and the mean, without the reduced dimensions, or with size 1 there.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.VarMean(Torch.Tensor([[1.0, 3.0]]), 1, unbiased: false).Var   // tensor([1.])
    /// </code></example>
    public static (Tensor Var, Tensor Mean) VarMean(Tensor input, Dims dim, bool unbiased, bool keepdim = false) =>
        VarMean(input, dim, unbiased ? 1 : 0, keepdim);

    private static (Tensor Spread, Tensor Mean) Spread(
        Func<nint, (long[] Dims, bool Unbiased, bool Keepdim), (nint First, nint Second)> direct, string op, Tensor input, Dims? dim,
        double? correction, bool keepdim)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (!input.DType.IsDifferentiable)
        {
            throw new TorchException($"{op} only support floating point and complex dtypes");
        }

        var dims = DimsOrAll(dim, input.Dim());
        if (correction is 0 or 1 or null)
        {
            return Gate.DirectPair(direct, input, (dims, correction != 0, keepdim));
        }

        var number = TorchLite.Tensor.Correction(correction);
        return op == "std_mean"
            ? Script.Pair($"torch.std_mean({input}, {dims}, correction={number}, keepdim={keepdim})")
            : Script.Pair($"torch.var_mean({input}, {dims}, correction={number}, keepdim={keepdim})");
    }
}
