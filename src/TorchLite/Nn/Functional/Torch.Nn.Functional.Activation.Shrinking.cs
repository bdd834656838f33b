namespace TorchLite;

/// <content>Activations that draw elements towards 0.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Functional
        {
            /// <param name="input">The tensor.</param>
            /// <param name="lambd">The threshold; null: 0.5.</param>
            /// <inheritdoc cref="Tensor.Hardshrink"/>
            public static Tensor Hardshrink(Tensor input, Scalar? lambd = null) => NotNull(input).Hardshrink(lambd);

            /// <summary>Each element drawn towards 0 by a distance, and 0 within it: PyTorch's <c>softshrink</c>.</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="lambd">The distance, not negative.</param>
            /// <returns>A new tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">
            /// The distance is negative, or libtorch does not support the operation for this dtype.
            /// </exception>
            /// <example><code>
            /// Torch.Nn.Functional.Softshrink(Torch.Tensor([-1.0, 0.3, 0.7]))   // tensor([-0.5000,  0.0000,  0.2000])
            /// </code></example>
            public static Tensor Softshrink(Tensor input, double lambd = 0.5) => Script.Run($"torch.softshrink({input}, {lambd})");

            /// <summary>x - tanh(x) of each element x: PyTorch's <c>tanhshrink</c>.</summary>
            /// <param name="input">The tensor.</param>
            /// <returns>A new tensor of the same shape.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.Tanhshrink(Torch.Tensor([-1.0, 0.0, 3.0]))   // tensor([-0.2384,  0.0000,  2.0049])
            /// </code></example>
            public static Tensor Tanhshrink(Tensor input) => NotNull(input) - input.Tanh();
        }
    }
}
