namespace TorchLite;

/// <content>Pooling with a given output size.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Functional
        {
            private static readonly AtenOperator
                AdaptiveMaxPool1dOperator = new("aten::adaptive_max_pool1d"), AdaptiveMaxPool2dOperator = new("aten::adaptive_max_pool2d"),
                AdaptiveMaxPool3dOperator = new("aten::adaptive_max_pool3d"), AdaptiveAvgPool2dOperator = new("aten::adaptive_avg_pool2d"),
                AdaptiveAvgPool3dOperator = new("aten::adaptive_avg_pool3d");

            /// <summary>Max pooling with the given output size: PyTorch's <c>adaptive_max_pool1d</c>.</summary>
            /// <param name="input">A tensor of shape (batch, channels, length), or without the batch.</param>
            /// <param name="outputSize">The size of the result.</param>
            /// <returns>A new tensor of that size.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">The shape, the size or the dtype does not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.AdaptiveMaxPool1d(Torch.Tensor([[1.0, 5.0, 2.0, 4.0]]), 2)   // tensor([[5., 4.]])
            /// </code></example>
            public static Tensor AdaptiveMaxPool1d(Tensor input, Dims outputSize) =>
                AdaptiveMaxPool1dWithIndices(input, outputSize).Output;

            /// <summary>
            /// Max pooling with the given output size, and where the elements are: PyTorch's <c>adaptive_max_pool1d_with_indices</c>, which
            /// is
            /// <c>adaptive_max_pool1d</c> with <c>return_indices=True</c>.
            /// </summary>
            /// <param name="input">A tensor of shape (batch, channels, length), or without the batch.</param>
            /// <param name="outputSize">The size of the result.</param>
            /// <returns>The elements, and their positions in the flattened channel, in int64.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">The shape, the size or the dtype does not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.AdaptiveMaxPool1dWithIndices(Torch.Tensor([[1.0, 5.0, 2.0, 4.0]]), 2).Indices   // tensor([[1, 3]])
            /// </code></example>
            public static (Tensor Output, Tensor Indices) AdaptiveMaxPool1dWithIndices(Tensor input, Dims outputSize) =>
                AdaptiveMaxPool1dOperator.CallPair(input, outputSize.For(1));

            /// <summary>Max pooling with the given output size: PyTorch's <c>adaptive_max_pool2d</c>.</summary>
            /// <param name="input">A tensor of shape (batch, channels, height, width), or without the batch.</param>
            /// <param name="outputSize">
            /// The size of the result: one for all dimensions, or one for each, of which null keeps the input's.
            /// </param>
            /// <returns>A new tensor of that size.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">The shape, the size or the dtype does not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.AdaptiveMaxPool2d(Torch.Arange(16.0).View(1, 4, 4), 2)
            /// // tensor([[[ 5.,  7.],
            /// //          [13., 15.]]])
            /// </code></example>
            public static Tensor AdaptiveMaxPool2d(Tensor input, AdaptiveSize outputSize) =>
                AdaptiveMaxPool2dWithIndices(input, outputSize).Output;

            /// <summary>
            /// Max pooling with the given output size, and where the elements are: PyTorch's <c>adaptive_max_pool2d_with_indices</c>, which
            /// is
            /// <c>adaptive_max_pool2d</c> with <c>return_indices=True</c>.
            /// </summary>
            /// <param name="input">A tensor of shape (batch, channels, height, width), or without the batch.</param>
            /// <param name="outputSize">
            /// The size of the result: one for all dimensions, or one for each, of which null keeps the input's.
            /// </param>
            /// <returns>The elements, and their positions in the flattened channel, in int64.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">The shape, the size or the dtype does not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.AdaptiveMaxPool2dWithIndices(Torch.Arange(16.0).View(1, 4, 4), 2).Indices
            /// // tensor([[[ 5,  7],
            /// //          [13, 15]]])
            /// </code></example>
            public static (Tensor Output, Tensor Indices) AdaptiveMaxPool2dWithIndices(Tensor input, AdaptiveSize outputSize) =>
                AdaptiveMaxPool2dOperator.CallPair(input, outputSize.For(input, 2));

            /// <summary>Max pooling with the given output size: PyTorch's <c>adaptive_max_pool3d</c>.</summary>
            /// <param name="input">A tensor of shape (batch, channels, depth, height, width), or without the batch.</param>
            /// <param name="outputSize">
            /// The size of the result: one for all dimensions, or one for each, of which null keeps the input's.
            /// </param>
            /// <returns>A new tensor of that size.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">The shape, the size or the dtype does not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.AdaptiveMaxPool3d(Torch.Arange(8.0).View(1, 2, 2, 2), 1)   // tensor([[[[7.]]]])
            /// </code></example>
            public static Tensor AdaptiveMaxPool3d(Tensor input, AdaptiveSize outputSize) =>
                AdaptiveMaxPool3dWithIndices(input, outputSize).Output;

            /// <summary>
            /// Max pooling with the given output size, and where the elements are: PyTorch's <c>adaptive_max_pool3d_with_indices</c>, which
            /// is
            /// <c>adaptive_max_pool3d</c> with <c>return_indices=True</c>.
            /// </summary>
            /// <param name="input">A tensor of shape (batch, channels, depth, height, width), or without the batch.</param>
            /// <param name="outputSize">
            /// The size of the result: one for all dimensions, or one for each, of which null keeps the input's.
            /// </param>
            /// <returns>The elements, and their positions in the flattened channel, in int64.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">The shape, the size or the dtype does not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.AdaptiveMaxPool3dWithIndices(Torch.Arange(8.0).View(1, 2, 2, 2), 1).Indices   // tensor([[[[7]]]])
            /// </code></example>
            public static (Tensor Output, Tensor Indices) AdaptiveMaxPool3dWithIndices(Tensor input, AdaptiveSize outputSize) =>
                AdaptiveMaxPool3dOperator.CallPair(input, outputSize.For(input, 3));

            /// <inheritdoc cref="Torch.AdaptiveAvgPool1d(Tensor, Dims)"/>
            public static Tensor AdaptiveAvgPool1d(Tensor input, Dims outputSize) => Torch.AdaptiveAvgPool1d(input, outputSize);

            /// <summary>Average pooling with the given output size: PyTorch's <c>adaptive_avg_pool2d</c>.</summary>
            /// <param name="input">A tensor of shape (batch, channels, height, width), or without the batch.</param>
            /// <param name="outputSize">
            /// The size of the result: one for all dimensions, or one for each, of which null keeps the input's.
            /// </param>
            /// <returns>A new tensor of that size.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">The shape, the size or the dtype does not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.AdaptiveAvgPool2d(Torch.Arange(16.0).View(1, 4, 4), [1, null])   // tensor([[[6., 7., 8., 9.]]])
            /// </code></example>
            public static Tensor AdaptiveAvgPool2d(Tensor input, AdaptiveSize outputSize) =>
                AdaptiveAvgPool2dOperator.Call(input, outputSize.For(input, 2));

            /// <summary>Average pooling with the given output size: PyTorch's <c>adaptive_avg_pool3d</c>.</summary>
            /// <param name="input">A tensor of shape (batch, channels, depth, height, width), or without the batch.</param>
            /// <param name="outputSize">
            /// The size of the result: one for all dimensions, or one for each, of which null keeps the input's.
            /// </param>
            /// <returns>A new tensor of that size.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">The shape, the size or the dtype does not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.AdaptiveAvgPool3d(Torch.Arange(8.0).View(1, 2, 2, 2), 1)   // tensor([[[[3.5000]]]])
            /// </code></example>
            public static Tensor AdaptiveAvgPool3d(Tensor input, AdaptiveSize outputSize) =>
                AdaptiveAvgPool3dOperator.Call(input, outputSize.For(input, 3));
        }
    }
}
