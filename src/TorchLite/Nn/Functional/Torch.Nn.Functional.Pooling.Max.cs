namespace TorchLite;

/// <content>Max pooling.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Functional
        {
            private static readonly AtenOperator
                MaxPool1dOperator = new("aten::max_pool1d"), MaxPool1dIndicesOperator = new("aten::max_pool1d_with_indices"),
                MaxPool2dOperator = new("aten::max_pool2d"), MaxPool2dIndicesOperator = new("aten::max_pool2d_with_indices"),
                MaxPool3dOperator = new("aten::max_pool3d"), MaxPool3dIndicesOperator = new("aten::max_pool3d_with_indices");

            /// <summary>The greatest element of each window: PyTorch's <c>max_pool1d</c>.</summary>
            /// <param name="input">A tensor of shape (batch, channels, length), or without the batch.</param>
            /// <param name="kernelSize">The size of a window.</param>
            /// <param name="stride">The step between windows; null: the size of a window.</param>
            /// <param name="padding">
            /// The number of elements of minus infinity added at each side, at most half a window; null: none.
            /// </param>
            /// <param name="dilation">The distance between the elements of a window; null: 1.</param>
            /// <param name="ceilMode">Whether to include windows that extend beyond the end.</param>
            /// <returns>A new tensor with an element for each window.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">The shape, a size or the dtype does not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.MaxPool1d(Torch.Tensor([[1.0, 5.0, 2.0, 4.0]]), 2)   // tensor([[5., 4.]])
            /// </code></example>
            public static Tensor MaxPool1d(
                Tensor input, Dims kernelSize, Dims? stride = null, Dims? padding = null, Dims? dilation = null,
                bool ceilMode = false) =>
                MaxPool1dOperator.Call(
                    input, Arguments.Windows(kernelSize, 1), Arguments.Windows(stride, 1),
                    Arguments.Windows(padding ?? 0, 1), Arguments.Windows(dilation ?? 1, 1), ceilMode);

            /// <summary>
            /// The greatest element of each window and where it is: PyTorch's <c>max_pool1d_with_indices</c>, which is <c>max_pool1d</c>
            /// with
            /// <c>return_indices=True</c>.
            /// </summary>
            /// <param name="input">A tensor of shape (batch, channels, length), or without the batch.</param>
            /// <param name="kernelSize">The size of a window.</param>
            /// <param name="stride">The step between windows; null: the size of a window.</param>
            /// <param name="padding">
            /// The number of elements of minus infinity added at each side, at most half a window; null: none.
            /// </param>
            /// <param name="dilation">The distance between the elements of a window; null: 1.</param>
            /// <param name="ceilMode">Whether to include windows that extend beyond the end.</param>
            /// <returns>An element for each window, and its position in the flattened channel, in int64.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">The shape, a size or the dtype does not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.MaxPool1dWithIndices(Torch.Tensor([[1.0, 5.0, 2.0, 4.0]]), 2).Indices   // tensor([[1, 3]])
            /// </code></example>
            public static (Tensor Output, Tensor Indices) MaxPool1dWithIndices(
                Tensor input, Dims kernelSize, Dims? stride = null, Dims? padding = null, Dims? dilation = null,
                bool ceilMode = false) =>
                MaxPool1dIndicesOperator.CallPair(
                    input, Arguments.Windows(kernelSize, 1), Arguments.Windows(stride, 1),
                    Arguments.Windows(padding ?? 0, 1), Arguments.Windows(dilation ?? 1, 1), ceilMode);

            /// <summary>The greatest element of each window: PyTorch's <c>max_pool2d</c>.</summary>
            /// <param name="input">A tensor of shape (batch, channels, height, width), or without the batch.</param>
            /// <param name="kernelSize">The size of a window.</param>
            /// <param name="stride">The step between windows; null: the size of a window.</param>
            /// <param name="padding">
            /// The number of elements of minus infinity added at each side, at most half a window; null: none.
            /// </param>
            /// <param name="dilation">The distance between the elements of a window; null: 1.</param>
            /// <param name="ceilMode">Whether to include windows that extend beyond the end.</param>
            /// <returns>A new tensor with an element for each window.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">The shape, a size or the dtype does not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.MaxPool2d(Torch.Arange(16.0).View(1, 4, 4), 2)
            /// // tensor([[[ 5.,  7.],
            /// //          [13., 15.]]])
            /// </code></example>
            public static Tensor MaxPool2d(
                Tensor input, Dims kernelSize, Dims? stride = null, Dims? padding = null, Dims? dilation = null,
                bool ceilMode = false) =>
                MaxPool2dOperator.Call(
                    input, Arguments.Windows(kernelSize, 2), Arguments.Windows(stride, 2),
                    Arguments.Windows(padding ?? 0, 2), Arguments.Windows(dilation ?? 1, 2), ceilMode);

            /// <summary>
            /// The greatest element of each window and where it is: PyTorch's <c>max_pool2d_with_indices</c>, which is <c>max_pool2d</c>
            /// with
            /// <c>return_indices=True</c>.
            /// </summary>
            /// <param name="input">A tensor of shape (batch, channels, height, width), or without the batch.</param>
            /// <param name="kernelSize">The size of a window.</param>
            /// <param name="stride">The step between windows; null: the size of a window.</param>
            /// <param name="padding">
            /// The number of elements of minus infinity added at each side, at most half a window; null: none.
            /// </param>
            /// <param name="dilation">The distance between the elements of a window; null: 1.</param>
            /// <param name="ceilMode">Whether to include windows that extend beyond the end.</param>
            /// <returns>An element for each window, and its position in the flattened channel, in int64.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">The shape, a size or the dtype does not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.MaxPool2dWithIndices(Torch.Arange(16.0).View(1, 4, 4), 2).Indices
            /// // tensor([[[ 5,  7],
            /// //          [13, 15]]])
            /// </code></example>
            public static (Tensor Output, Tensor Indices) MaxPool2dWithIndices(
                Tensor input, Dims kernelSize, Dims? stride = null, Dims? padding = null, Dims? dilation = null,
                bool ceilMode = false) =>
                MaxPool2dIndicesOperator.CallPair(
                    input, Arguments.Windows(kernelSize, 2), Arguments.Windows(stride, 2),
                    Arguments.Windows(padding ?? 0, 2), Arguments.Windows(dilation ?? 1, 2), ceilMode);

            /// <summary>The greatest element of each window: PyTorch's <c>max_pool3d</c>.</summary>
            /// <param name="input">A tensor of shape (batch, channels, depth, height, width), or without the batch.</param>
            /// <param name="kernelSize">The size of a window.</param>
            /// <param name="stride">The step between windows; null: the size of a window.</param>
            /// <param name="padding">
            /// The number of elements of minus infinity added at each side, at most half a window; null: none.
            /// </param>
            /// <param name="dilation">The distance between the elements of a window; null: 1.</param>
            /// <param name="ceilMode">Whether to include windows that extend beyond the end.</param>
            /// <returns>A new tensor with an element for each window.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">The shape, a size or the dtype does not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.MaxPool3d(Torch.Arange(8.0).View(1, 2, 2, 2), 2)   // tensor([[[[7.]]]])
            /// </code></example>
            public static Tensor MaxPool3d(
                Tensor input, Dims kernelSize, Dims? stride = null, Dims? padding = null, Dims? dilation = null,
                bool ceilMode = false) =>
                MaxPool3dOperator.Call(
                    input, Arguments.Windows(kernelSize, 3), Arguments.Windows(stride, 3),
                    Arguments.Windows(padding ?? 0, 3), Arguments.Windows(dilation ?? 1, 3), ceilMode);

            /// <summary>
            /// The greatest element of each window and where it is: PyTorch's <c>max_pool3d_with_indices</c>, which is <c>max_pool3d</c>
            /// with
            /// <c>return_indices=True</c>.
            /// </summary>
            /// <param name="input">A tensor of shape (batch, channels, depth, height, width), or without the batch.</param>
            /// <param name="kernelSize">The size of a window.</param>
            /// <param name="stride">The step between windows; null: the size of a window.</param>
            /// <param name="padding">
            /// The number of elements of minus infinity added at each side, at most half a window; null: none.
            /// </param>
            /// <param name="dilation">The distance between the elements of a window; null: 1.</param>
            /// <param name="ceilMode">Whether to include windows that extend beyond the end.</param>
            /// <returns>An element for each window, and its position in the flattened channel, in int64.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">The shape, a size or the dtype does not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.MaxPool3dWithIndices(Torch.Arange(8.0).View(1, 2, 2, 2), 2).Indices   // tensor([[[[7]]]])
            /// </code></example>
            public static (Tensor Output, Tensor Indices) MaxPool3dWithIndices(
                Tensor input, Dims kernelSize, Dims? stride = null, Dims? padding = null, Dims? dilation = null,
                bool ceilMode = false) =>
                MaxPool3dIndicesOperator.CallPair(
                    input, Arguments.Windows(kernelSize, 3), Arguments.Windows(stride, 3),
                    Arguments.Windows(padding ?? 0, 3), Arguments.Windows(dilation ?? 1, 3), ceilMode);
        }
    }
}
