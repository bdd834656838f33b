namespace TorchLite;

/// <content>The inverse of max pooling.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Functional
        {
            private static readonly AtenOperator
                MaxUnpool2dOperator = new("aten::max_unpool2d"), MaxUnpool3dOperator = new("aten::max_unpool3d");

            /// <summary>
            /// What max pooling was made of, with zeros where the elements were not the greatest: PyTorch's <c>max_unpool1d</c>.
            /// </summary>
            /// <param name="input">The greatest elements, as <c>MaxPool1dWithIndices</c> gives them.</param>
            /// <param name="indices">Their positions, as it gives them.</param>
            /// <param name="kernelSize">The size of a window.</param>
            /// <param name="stride">The step between windows; null: the size of a window.</param>
            /// <param name="padding">The padding of the pooling; null: none.</param>
            /// <param name="outputSize">
            /// The size of the result, with or without the batch and the channels: pooling gives the same for several; null: the least.
            /// </param>
            /// <returns>A new tensor of the output size.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchValueException">The output size is none that pooling makes the input of.</exception>
            /// <exception cref="TorchException">The shapes or dtypes do not fit, or a position does not exist.</exception>
            /// <example><code>
            /// var (output, indices) = Torch.Nn.Functional.MaxPool1dWithIndices(Torch.Tensor([[1.0, 5.0, 2.0, 4.0]]), 2);
            /// Torch.Nn.Functional.MaxUnpool1d(output, indices, 2)   // tensor([[0., 5., 0., 4.]])
            /// </code></example>
            public static Tensor MaxUnpool1d(
                Tensor input, Tensor indices, Dims kernelSize, Dims? stride = null, Dims? padding = null, Dims? outputSize = null)
            {
                NotNull(input);
                var (kernel, step, pad) = (Arguments.Windows(kernelSize, 1), (stride ?? kernelSize).For(1), (padding ?? 0).For(1));
                long[] size = [.. UnpooledSize(input, kernel, step, pad, outputSize), 1];
                return MaxUnpool2dOperator.Call(input.Unsqueeze(-1), NotNull(indices).Unsqueeze(-1), size).Squeeze(-1);
            }

            /// <summary>
            /// What max pooling was made of, with zeros where the elements were not the greatest: PyTorch's <c>max_unpool2d</c>.
            /// </summary>
            /// <param name="input">The greatest elements, as <c>MaxPool2dWithIndices</c> gives them.</param>
            /// <param name="indices">Their positions, as it gives them.</param>
            /// <param name="kernelSize">The size of a window.</param>
            /// <param name="stride">The step between windows; null: the size of a window.</param>
            /// <param name="padding">The padding of the pooling; null: none.</param>
            /// <param name="outputSize">
            /// The size of the result, with or without the batch and the channels: pooling gives the same for several; null: the least.
            /// </param>
            /// <returns>A new tensor of the output size.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchValueException">The output size is none that pooling makes the input of.</exception>
            /// <exception cref="TorchException">The shapes or dtypes do not fit, or a position does not exist.</exception>
            /// <example><code>
            /// var (output, indices) = Torch.Nn.Functional.MaxPool2dWithIndices(Torch.Arange(9.0).View(1, 1, 3, 3), 2);
            /// Torch.Nn.Functional.MaxUnpool2d(output, indices, 2, outputSize: [3, 3])
            /// // tensor([[[[0., 0., 0.],
            /// //           [0., 4., 0.],
            /// //           [0., 0., 0.]]]])
            /// </code></example>
            public static Tensor MaxUnpool2d(
                Tensor input, Tensor indices, Dims kernelSize, Dims? stride = null, Dims? padding = null, Dims? outputSize = null)
            {
                NotNull(input);
                var (kernel, step, pad) = (Arguments.Windows(kernelSize, 2), (stride ?? kernelSize).For(2), (padding ?? 0).For(2));
                return MaxUnpool2dOperator.Call(input, indices, UnpooledSize(input, kernel, step, pad, outputSize));
            }

            /// <summary>
            /// What max pooling was made of, with zeros where the elements were not the greatest: PyTorch's <c>max_unpool3d</c>.
            /// </summary>
            /// <param name="input">The greatest elements, as <c>MaxPool3dWithIndices</c> gives them.</param>
            /// <param name="indices">Their positions, as it gives them.</param>
            /// <param name="kernelSize">The size of a window.</param>
            /// <param name="stride">The step between windows; null: the size of a window.</param>
            /// <param name="padding">The padding of the pooling; null: none.</param>
            /// <param name="outputSize">
            /// The size of the result, with or without the batch and the channels: pooling gives the same for several; null: the least.
            /// </param>
            /// <returns>A new tensor of the output size.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchValueException">The output size is none that pooling makes the input of.</exception>
            /// <exception cref="TorchException">The shapes or dtypes do not fit, or a position does not exist.</exception>
            /// <example><code>
            /// var (output, indices) = Torch.Nn.Functional.MaxPool3dWithIndices(Torch.Arange(8.0).View(1, 2, 2, 2), 2);
            /// Torch.Nn.Functional.MaxUnpool3d(output, indices, 2).Flatten()   // tensor([0., 0., 0., 0., 0., 0., 0., 7.])
            /// </code></example>
            public static Tensor MaxUnpool3d(
                Tensor input, Tensor indices, Dims kernelSize, Dims? stride = null, Dims? padding = null, Dims? outputSize = null)
            {
                NotNull(input);
                var (kernel, step, pad) = (Arguments.Windows(kernelSize, 3), (stride ?? kernelSize).For(3), (padding ?? 0).For(3));
                return MaxUnpool3dOperator.Call(input, indices, UnpooledSize(input, kernel, step, pad, outputSize), step, pad);
            }

            private static long[] UnpooledSize(Tensor input, long[] kernel, long[] stride, long[] padding, Dims? outputSize)
            {
                var (shape, count) = (input.Shape, kernel.Length);
                if (shape.Count < count || stride.Length < count || padding.Length < count)
                {
                    throw new TorchIndexException("tuple index out of range");
                }

                var least = new long[count];
                for (var d = 0; d < count; d++)
                {
                    least[d] = ((shape[shape.Count - count + d] - 1) * stride[d]) + kernel[d] - (2 * padding[d]);
                }

                var size = outputSize?.Values ?? least;
                size = size.Length == count + 2 ? size[2..] : size;
                if (size.Length != count)
                {
                    throw new TorchValueException(
                        $"output_size should be a sequence containing {count} or {count + 2} elements, "
                        + $"but it has a length of '{size.Length}'");
                }

                for (var d = 0; d < count; d++)
                {
                    var (min, max) = (least[d] - stride[d], least[d] + stride[d]);
                    if (outputSize is not null && (size[d] <= min || size[d] >= max))
                    {
                        throw new TorchValueException(
                            $"invalid output_size \"{Printing.PythonText.Of((object)size)}\" (dim {d} must be between {min} and {max})");
                    }
                }

                for (var d = 0; d < count; d++)
                {
                    if (size[d] < 0)
                    {
                        throw new TorchValueException(
                            $"max_unpooling: output_size must contain non-negative spatial dimensions, "
                            + $"but got output_size[{d}]={size[d]}");
                    }
                }

                return size;
            }
        }
    }
}
