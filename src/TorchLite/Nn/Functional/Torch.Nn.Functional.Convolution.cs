using System.Runtime.CompilerServices;

namespace TorchLite;

/// <content>Convolution functions.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Functional
        {
            private static readonly AtenOperator Im2colOperator = new("aten::im2col"), Col2imOperator = new("aten::col2im");

            /// <inheritdoc cref="Torch.Conv1d(Tensor, Tensor, Tensor?, Dims?, Dims?, Dims?, long)"/>
            public static Tensor Conv1d(
                Tensor input, Tensor weight, Tensor? bias = null, Dims? stride = null, Dims? padding = null,
                Dims? dilation = null, long groups = 1) =>
                Torch.Conv1d(input, weight, bias, stride, padding, dilation, groups);

            /// <inheritdoc cref="Torch.Conv1d(Tensor, Tensor, Tensor?, Dims?, ConvPadding, Dims?, long)"/>
            [OverloadResolutionPriority(-1)]
            public static Tensor Conv1d(
                Tensor input, Tensor weight, Tensor? bias = null, Dims? stride = null, ConvPadding padding = ConvPadding.Valid,
                Dims? dilation = null, long groups = 1) =>
                Torch.Conv1d(input, weight, bias, stride, padding, dilation, groups);

            /// <inheritdoc cref="Torch.Conv2d(Tensor, Tensor, Tensor?, Dims?, Dims?, Dims?, long)"/>
            public static Tensor Conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, Dims? stride = null, Dims? padding = null,
                Dims? dilation = null, long groups = 1) =>
                Torch.Conv2d(input, weight, bias, stride, padding, dilation, groups);

            /// <inheritdoc cref="Torch.Conv2d(Tensor, Tensor, Tensor?, Dims?, ConvPadding, Dims?, long)"/>
            [OverloadResolutionPriority(-1)]
            public static Tensor Conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, Dims? stride = null, ConvPadding padding = ConvPadding.Valid,
                Dims? dilation = null, long groups = 1) =>
                Torch.Conv2d(input, weight, bias, stride, padding, dilation, groups);

            /// <inheritdoc cref="Torch.Conv3d(Tensor, Tensor, Tensor?, Dims?, Dims?, Dims?, long)"/>
            public static Tensor Conv3d(
                Tensor input, Tensor weight, Tensor? bias = null, Dims? stride = null, Dims? padding = null,
                Dims? dilation = null, long groups = 1) =>
                Torch.Conv3d(input, weight, bias, stride, padding, dilation, groups);

            /// <inheritdoc cref="Torch.Conv3d(Tensor, Tensor, Tensor?, Dims?, ConvPadding, Dims?, long)"/>
            [OverloadResolutionPriority(-1)]
            public static Tensor Conv3d(
                Tensor input, Tensor weight, Tensor? bias = null, Dims? stride = null, ConvPadding padding = ConvPadding.Valid,
                Dims? dilation = null, long groups = 1) =>
                Torch.Conv3d(input, weight, bias, stride, padding, dilation, groups);

            /// <inheritdoc cref="Torch.ConvTranspose1d(Tensor, Tensor, Tensor?, Dims?, Dims?, Dims?, long, Dims?)"/>
            public static Tensor ConvTranspose1d(
                Tensor input, Tensor weight, Tensor? bias = null, Dims? stride = null, Dims? padding = null,
                Dims? outputPadding = null, long groups = 1, Dims? dilation = null) =>
                Torch.ConvTranspose1d(input, weight, bias, stride, padding, outputPadding, groups, dilation);

            /// <inheritdoc cref="Torch.ConvTranspose2d(Tensor, Tensor, Tensor?, Dims?, Dims?, Dims?, long, Dims?)"/>
            public static Tensor ConvTranspose2d(
                Tensor input, Tensor weight, Tensor? bias = null, Dims? stride = null, Dims? padding = null,
                Dims? outputPadding = null, long groups = 1, Dims? dilation = null) =>
                Torch.ConvTranspose2d(input, weight, bias, stride, padding, outputPadding, groups, dilation);

            /// <inheritdoc cref="Torch.ConvTranspose3d(Tensor, Tensor, Tensor?, Dims?, Dims?, Dims?, long, Dims?)"/>
            public static Tensor ConvTranspose3d(
                Tensor input, Tensor weight, Tensor? bias = null, Dims? stride = null, Dims? padding = null,
                Dims? outputPadding = null, long groups = 1, Dims? dilation = null) =>
                Torch.ConvTranspose3d(input, weight, bias, stride, padding, outputPadding, groups, dilation);

            /// <summary>The blocks under each position of a filter, as columns: PyTorch's <c>unfold</c>.</summary>
            /// <param name="input">Images of shape (batch, channels, height, width), or without the batch.</param>
            /// <param name="kernelSize">The size of the blocks.</param>
            /// <param name="dilation">The distance between the elements of a block; null: 1.</param>
            /// <param name="padding">The number of zeros added around the images; null: none.</param>
            /// <param name="stride">The distance between the blocks; null: 1.</param>
            /// <returns>A new tensor: (batch, channels times the size of a block, number of blocks), or without the batch.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">The shape or a size does not fit, or the dtype is an integer.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.Unfold(Torch.Arange(6.0).View(1, 1, 2, 3), 2)
            /// // tensor([[[0., 1.],
            /// //          [1., 2.],
            /// //          [3., 4.],
            /// //          [4., 5.]]])
            /// </code></example>
            public static Tensor Unfold(
                Tensor input, Dims kernelSize, Dims? dilation = null, Dims? padding = null, Dims? stride = null)
            {
                var (kernel, spread) = (Arguments.Windows(kernelSize, 2), Arguments.Windows(dilation ?? 1, 2));
                var (around, step) = (Arguments.Windows(padding ?? 0, 2), Arguments.Windows(stride ?? 1, 2));
                var shape = NotNull(input).Shape;
                Arguments.Blocks(shape.AsSpan()[Math.Max(shape.Count - 2, 0)..].ToArray(), kernel, spread, around, step);
                return Im2colOperator.Call(input, kernel, spread, around, step);
            }

            /// <summary>
            /// Images of blocks that are given as columns: where blocks overlap, their elements are added: PyTorch's <c>fold</c>.
            /// </summary>
            /// <param name="input">
            /// The blocks, of shape (batch, channels times the size of a block, number of blocks), or without the batch.
            /// </param>
            /// <param name="outputSize">The height and the width of the images.</param>
            /// <param name="kernelSize">The size of the blocks.</param>
            /// <param name="dilation">The distance between the elements of a block; null: 1.</param>
            /// <param name="padding">The number of elements around the images that are left out; null: none.</param>
            /// <param name="stride">The distance between the blocks; null: 1.</param>
            /// <returns>A new tensor: (batch, channels, height, width), or without the batch.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">The shape or a size does not fit, or the dtype is an integer.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.Fold(Torch.Ones(1, 4, 2), outputSize: [2, 3], kernelSize: 2)
            /// // tensor([[[[1., 2., 1.],
            /// //           [1., 2., 1.]]]])
            /// </code></example>
            public static Tensor Fold(
                Tensor input, Dims outputSize, Dims kernelSize, Dims? dilation = null, Dims? padding = null, Dims? stride = null)
            {
                var (kernel, spread) = (Arguments.Windows(kernelSize, 2), Arguments.Windows(dilation ?? 1, 2));
                var (around, step) = (Arguments.Windows(padding ?? 0, 2), Arguments.Windows(stride ?? 1, 2));
                var size = Arguments.Windows(outputSize, 2);
                Arguments.Blocks(size, kernel, spread, around, step);
                return Col2imOperator.Call(input, size, kernel, spread, around, step);
            }
        }
    }
}
