namespace TorchLite;

/// <content>Several statistics at once.</content>
public static partial class Torch
{
    /// <summary>The standard deviation and the mean: PyTorch's <c>torch.std_mean</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimensions; null: all elements.</param>
    /// <param name="correction">What is taken off the number of elements before it divides.</param>
    /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
    /// <returns>The standard deviation and the mean, with the dimensions left out, or of size 1.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The dtype holds whole numbers.</exception>
    /// <example><code>
    /// Torch.StdMean(Torch.Tensor([1.0, 3.0])).Mean   // tensor(2.)
    /// </code></example>
    public static (Tensor Std, Tensor Mean) StdMean(Tensor input, Dims? dim = null, double correction = 1, bool keepdim = false)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.IsFloatingPoint() || input.IsComplex()
            ? (input.Std(dim, correction, keepdim), dim is null && !keepdim ? input.Mean() : input.Mean(dim ?? [], keepdim))
            : throw new TorchException("std_mean only support floating point and complex dtypes");
    }

    /// <summary>The variance and the mean: PyTorch's <c>torch.var_mean</c>.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimensions; null: all elements.</param>
    /// <param name="correction">What is taken off the number of elements before it divides.</param>
    /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
    /// <returns>The variance and the mean, with the dimensions left out, or of size 1.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The dtype holds whole numbers.</exception>
    /// <example><code>
    /// Torch.VarMean(Torch.Tensor([1.0, 3.0])).Mean   // tensor(2.)
    /// </code></example>
    public static (Tensor Var, Tensor Mean) VarMean(Tensor input, Dims? dim = null, double correction = 1, bool keepdim = false)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.IsFloatingPoint() || input.IsComplex()
            ? (input.Var(dim, correction, keepdim), dim is null && !keepdim ? input.Mean() : input.Mean(dim ?? [], keepdim))
            : throw new TorchException("var_mean only support floating point and complex dtypes");
    }
}
