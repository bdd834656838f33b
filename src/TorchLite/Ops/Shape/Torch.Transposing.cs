namespace TorchLite;

/// <content>Transposition as a function.</content>
public static partial class Torch
{
    /// <summary>A matrix with rows and columns swapped; a vector as it is: PyTorch's <c>torch.t(input)</c> and <c>x.t()</c>.</summary>
    /// <param name="input">A tensor of at most two dimensions.</param>
    /// <returns>A view that shares the tensor's memory.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">The tensor has more than two dimensions.</exception>
    /// <remarks>
    /// There is no method form: C# does not allow a method with the name of the property <see cref="TorchLite.Tensor.T"/>.
    /// </remarks>
    /// <example><code>
    /// Torch.T(Torch.Ones(2, 3)).Shape   // torch.Size([3, 2])
    /// </code></example>
    public static Tensor T(Tensor input) => Gate.Direct(static t => Exports.T(t), NotNull(input));
}
