using System.Runtime.CompilerServices;

namespace TorchLite;

/// <content>Convolutions.</content>
public static partial class Torch
{
    private static readonly AtenOperator Conv1dOperator = new("aten::conv1d"), Conv1dPaddingOperator = new("aten::conv1d", "padding"),
        Conv2dOperator = new("aten::conv2d"), Conv2dPaddingOperator = new("aten::conv2d", "padding"),
        Conv3dOperator = new("aten::conv3d"), Conv3dPaddingOperator = new("aten::conv3d", "padding"),
        ConvTranspose1dOperator = new("aten::conv_transpose1d"), ConvTranspose2dOperator = new("aten::conv_transpose2d", "input"),
        ConvTranspose3dOperator = new("aten::conv_transpose3d", "input");

    /// <summary>The convolution of a batch of signals with filters: PyTorch's <c>conv1d</c>.</summary>
    /// <param name="input">A batch of shape (batch, channels, length), or one without the batch.</param>
    /// <param name="weight">The filters: (output channels, channels / groups, length).</param>
    /// <param name="bias">The bias added to each output channel; null: none.</param>
    /// <param name="stride">The stride of the filter, in elements; null: 1.</param>
    /// <param name="padding">The padding: the number of zeros added around the input; null: none.</param>
    /// <param name="dilation">The dilation: the distance between the elements of a filter; null: 1.</param>
    /// <param name="groups">The number of groups into which the channels are split.</param>
    /// <returns>A new tensor with the output channels in place of the channels.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchException">The shapes, sizes or dtypes do not fit.</exception>
    /// <example><code>
    /// Torch.Conv1d(Torch.Tensor([[[1.0, 2.0, 3.0, 4.0]]]), Torch.Tensor([[[1.0, -1.0]]]))   // tensor([[[-1., -1., -1.]]])
    /// Torch.Conv1d(Torch.Tensor([[[1.0, 2.0, 3.0, 4.0]]]), Torch.Tensor([[[1.0, -1.0]]]), stride: 2)   // tensor([[[-1., -1.]]])
    /// </code></example>
    public static Tensor Conv1d(
        Tensor input, Tensor weight, Tensor? bias = null, Dims? stride = null, Dims? padding = null,
        Dims? dilation = null, long groups = 1) =>
        Conv1dOperator.Call(
            input, weight, bias, Arguments.Windows(stride ?? 1, 1), Arguments.Windows(padding ?? 0, 1),
            Arguments.Windows(dilation ?? 1, 1), groups);

    /// <summary>
    /// The convolution of a batch of signals with filters, with a named padding mode: PyTorch's <c>conv1d</c>.
    /// </summary>
    /// <param name="input">A batch of shape (batch, channels, length), or one without the batch.</param>
    /// <param name="weight">The filters: (output channels, channels / groups, length).</param>
    /// <param name="bias">The bias added to each output channel; null: none.</param>
    /// <param name="stride">The stride of the filter, in elements; null: 1.</param>
    /// <param name="padding">The padding: <c>Same</c> keeps the size, which requires a stride of 1.</param>
    /// <param name="dilation">The dilation: the distance between the elements of a filter; null: 1.</param>
    /// <param name="groups">The number of groups into which the channels are split.</param>
    /// <returns>A new tensor with the output channels in place of the channels.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchException">The shapes, sizes or dtypes do not fit.</exception>
    /// <example><code>
    /// Torch.Conv1d(Torch.Tensor([[[1.0, 2.0, 3.0, 4.0]]]), Torch.Tensor([[[1.0, -1.0]]]), null, null, ConvPadding.Same)
    /// // tensor([[[-1., -1., -1.,  4.]]])
    /// </code></example>
    [OverloadResolutionPriority(-1)]
    public static Tensor Conv1d(
        Tensor input, Tensor weight, Tensor? bias = null, Dims? stride = null, ConvPadding padding = ConvPadding.Valid,
        Dims? dilation = null, long groups = 1) =>
        Conv1dPaddingOperator.Call(
            input, weight, bias, Arguments.Windows(stride ?? 1, 1), Word(padding), Arguments.Windows(dilation ?? 1, 1), groups);

    /// <summary>
    /// The transposed convolution, which is the gradient of a convolution with respect to its input: PyTorch's <c>conv_transpose1d</c>.
    /// </summary>
    /// <param name="input">A batch of shape (batch, channels, length), or one without the batch.</param>
    /// <param name="weight">The filters: (channels, output channels / groups, length).</param>
    /// <param name="bias">The bias added to each output channel; null: none.</param>
    /// <param name="stride">The stride of the filter, in elements; null: 1.</param>
    /// <param name="padding">The padding, by which the result is reduced at each side; null: none.</param>
    /// <param name="outputPadding">The output padding, added to one side of the result; null: none.</param>
    /// <param name="groups">The number of groups into which the channels are split.</param>
    /// <param name="dilation">The dilation: the distance between the elements of a filter; null: 1.</param>
    /// <returns>A new tensor with the output channels in place of the channels.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchException">The shapes, sizes or dtypes do not fit.</exception>
    /// <example><code>
    /// Torch.ConvTranspose1d(Torch.Tensor([[[1.0, 2.0, 3.0, 4.0]]]), Torch.Tensor([[[1.0, -1.0]]]))
    /// // tensor([[[ 1.,  1.,  1.,  1., -4.]]])
    /// </code></example>
    public static Tensor ConvTranspose1d(
        Tensor input, Tensor weight, Tensor? bias = null, Dims? stride = null, Dims? padding = null,
        Dims? outputPadding = null, long groups = 1, Dims? dilation = null) =>
        ConvTranspose1dOperator.Call(
            input, weight, bias, Arguments.Windows(stride ?? 1, 1), Arguments.Windows(padding ?? 0, 1),
            Arguments.Windows(outputPadding ?? 0, 1), groups, Arguments.Windows(dilation ?? 1, 1));

    /// <summary>The convolution of a batch of images with filters: PyTorch's <c>conv2d</c>.</summary>
    /// <param name="input">A batch of shape (batch, channels, height and width), or one without the batch.</param>
    /// <param name="weight">The filters: (output channels, channels / groups, height and width).</param>
    /// <param name="bias">The bias added to each output channel; null: none.</param>
    /// <param name="stride">The stride of the filter, in elements; null: 1.</param>
    /// <param name="padding">The padding: the number of zeros added around the input; null: none.</param>
    /// <param name="dilation">The dilation: the distance between the elements of a filter; null: 1.</param>
    /// <param name="groups">The number of groups into which the channels are split.</param>
    /// <returns>A new tensor with the output channels in place of the channels.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchException">The shapes, sizes or dtypes do not fit.</exception>
    /// <example><code>
    /// Torch.Conv2d(Torch.Ones(1, 1, 2, 3), Torch.Ones(1, 1, 2, 2))   // tensor([[[[4., 4.]]]])
    /// Torch.Conv2d(Torch.Ones(1, 1, 2, 3), Torch.Ones(1, 1, 2, 2), padding: 1)
    /// // tensor([[[[1., 2., 2., 1.],
    /// //           [2., 4., 4., 2.],
    /// //           [1., 2., 2., 1.]]]])
    /// </code></example>
    public static Tensor Conv2d(
        Tensor input, Tensor weight, Tensor? bias = null, Dims? stride = null, Dims? padding = null,
        Dims? dilation = null, long groups = 1) =>
        Conv2dOperator.Call(
            input, weight, bias, Arguments.Windows(stride ?? 1, 2), Arguments.Windows(padding ?? 0, 2),
            Arguments.Windows(dilation ?? 1, 2), groups);

    /// <summary>
    /// The convolution of a batch of images with filters, with a named padding mode: PyTorch's <c>conv2d</c>.
    /// </summary>
    /// <param name="input">A batch of shape (batch, channels, height and width), or one without the batch.</param>
    /// <param name="weight">The filters: (output channels, channels / groups, height and width).</param>
    /// <param name="bias">The bias added to each output channel; null: none.</param>
    /// <param name="stride">The stride of the filter, in elements; null: 1.</param>
    /// <param name="padding">The padding: <c>Same</c> keeps the size, which requires a stride of 1.</param>
    /// <param name="dilation">The dilation: the distance between the elements of a filter; null: 1.</param>
    /// <param name="groups">The number of groups into which the channels are split.</param>
    /// <returns>A new tensor with the output channels in place of the channels.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchException">The shapes, sizes or dtypes do not fit.</exception>
    /// <example><code>
    /// Torch.Conv2d(Torch.Ones(1, 1, 2, 3), Torch.Ones(1, 1, 2, 2), null, null, ConvPadding.Same)
    /// // tensor([[[[4., 4., 2.],
    /// //           [2., 2., 1.]]]])
    /// </code></example>
    [OverloadResolutionPriority(-1)]
    public static Tensor Conv2d(
        Tensor input, Tensor weight, Tensor? bias = null, Dims? stride = null, ConvPadding padding = ConvPadding.Valid,
        Dims? dilation = null, long groups = 1) =>
        Conv2dPaddingOperator.Call(
            input, weight, bias, Arguments.Windows(stride ?? 1, 2), Word(padding), Arguments.Windows(dilation ?? 1, 2), groups);

    /// <summary>
    /// The transposed convolution, which is the gradient of a convolution with respect to its input: PyTorch's <c>conv_transpose2d</c>.
    /// </summary>
    /// <param name="input">A batch of shape (batch, channels, height and width), or one without the batch.</param>
    /// <param name="weight">The filters: (channels, output channels / groups, height and width).</param>
    /// <param name="bias">The bias added to each output channel; null: none.</param>
    /// <param name="stride">The stride of the filter, in elements; null: 1.</param>
    /// <param name="padding">The padding, by which the result is reduced at each side; null: none.</param>
    /// <param name="outputPadding">The output padding, added to one side of the result; null: none.</param>
    /// <param name="groups">The number of groups into which the channels are split.</param>
    /// <param name="dilation">The dilation: the distance between the elements of a filter; null: 1.</param>
    /// <returns>A new tensor with the output channels in place of the channels.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchException">The shapes, sizes or dtypes do not fit.</exception>
    /// <example><code>
    /// Torch.ConvTranspose2d(Torch.Ones(1, 1, 2, 3), Torch.Ones(1, 1, 2, 2))
    /// // tensor([[[[1., 2., 2., 1.],
    /// //           [2., 4., 4., 2.],
    /// //           [1., 2., 2., 1.]]]])
    /// </code></example>
    public static Tensor ConvTranspose2d(
        Tensor input, Tensor weight, Tensor? bias = null, Dims? stride = null, Dims? padding = null,
        Dims? outputPadding = null, long groups = 1, Dims? dilation = null) =>
        ConvTranspose2dOperator.Call(
            input, weight, bias, Arguments.Windows(stride ?? 1, 2), Arguments.Windows(padding ?? 0, 2),
            Arguments.Windows(outputPadding ?? 0, 2), groups, Arguments.Windows(dilation ?? 1, 2));

    /// <summary>The convolution of a batch of volumes with filters: PyTorch's <c>conv3d</c>.</summary>
    /// <param name="input">A batch of shape (batch, channels, depth, height and width), or one without the batch.</param>
    /// <param name="weight">The filters: (output channels, channels / groups, depth, height and width).</param>
    /// <param name="bias">The bias added to each output channel; null: none.</param>
    /// <param name="stride">The stride of the filter, in elements; null: 1.</param>
    /// <param name="padding">The padding: the number of zeros added around the input; null: none.</param>
    /// <param name="dilation">The dilation: the distance between the elements of a filter; null: 1.</param>
    /// <param name="groups">The number of groups into which the channels are split.</param>
    /// <returns>A new tensor with the output channels in place of the channels.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchException">The shapes, sizes or dtypes do not fit.</exception>
    /// <example><code>
    /// Torch.Conv3d(Torch.Ones(1, 1, 1, 2, 2), Torch.Ones(1, 1, 1, 2, 2))   // tensor([[[[[4.]]]]])
    /// Torch.Conv3d(Torch.Ones(1, 1, 1, 2, 2), Torch.Ones(1, 1, 1, 2, 2), padding: [0, 0, 1])   // tensor([[[[[2., 4., 2.]]]]])
    /// </code></example>
    public static Tensor Conv3d(
        Tensor input, Tensor weight, Tensor? bias = null, Dims? stride = null, Dims? padding = null,
        Dims? dilation = null, long groups = 1) =>
        Conv3dOperator.Call(
            input, weight, bias, Arguments.Windows(stride ?? 1, 3), Arguments.Windows(padding ?? 0, 3),
            Arguments.Windows(dilation ?? 1, 3), groups);

    /// <summary>
    /// The convolution of a batch of volumes with filters, with a named padding mode: PyTorch's <c>conv3d</c>.
    /// </summary>
    /// <param name="input">A batch of shape (batch, channels, depth, height and width), or one without the batch.</param>
    /// <param name="weight">The filters: (output channels, channels / groups, depth, height and width).</param>
    /// <param name="bias">The bias added to each output channel; null: none.</param>
    /// <param name="stride">The stride of the filter, in elements; null: 1.</param>
    /// <param name="padding">The padding: <c>Same</c> keeps the size, which requires a stride of 1.</param>
    /// <param name="dilation">The dilation: the distance between the elements of a filter; null: 1.</param>
    /// <param name="groups">The number of groups into which the channels are split.</param>
    /// <returns>A new tensor with the output channels in place of the channels.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchException">The shapes, sizes or dtypes do not fit.</exception>
    /// <example><code>
    /// Torch.Conv3d(Torch.Ones(1, 1, 1, 2, 2), Torch.Ones(1, 1, 1, 2, 2), null, null, ConvPadding.Same)
    /// // tensor([[[[[4., 2.],
    /// //            [2., 1.]]]]])
    /// </code></example>
    [OverloadResolutionPriority(-1)]
    public static Tensor Conv3d(
        Tensor input, Tensor weight, Tensor? bias = null, Dims? stride = null, ConvPadding padding = ConvPadding.Valid,
        Dims? dilation = null, long groups = 1) =>
        Conv3dPaddingOperator.Call(
            input, weight, bias, Arguments.Windows(stride ?? 1, 3), Word(padding), Arguments.Windows(dilation ?? 1, 3), groups);

    /// <summary>
    /// The transposed convolution, which is the gradient of a convolution with respect to its input: PyTorch's <c>conv_transpose3d</c>.
    /// </summary>
    /// <param name="input">A batch of shape (batch, channels, depth, height and width), or one without the batch.</param>
    /// <param name="weight">The filters: (channels, output channels / groups, depth, height and width).</param>
    /// <param name="bias">The bias added to each output channel; null: none.</param>
    /// <param name="stride">The stride of the filter, in elements; null: 1.</param>
    /// <param name="padding">The padding, by which the result is reduced at each side; null: none.</param>
    /// <param name="outputPadding">The output padding, added to one side of the result; null: none.</param>
    /// <param name="groups">The number of groups into which the channels are split.</param>
    /// <param name="dilation">The dilation: the distance between the elements of a filter; null: 1.</param>
    /// <returns>A new tensor with the output channels in place of the channels.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchException">The shapes, sizes or dtypes do not fit.</exception>
    /// <example><code>
    /// Torch.ConvTranspose3d(Torch.Ones(1, 1, 1, 2, 2), Torch.Ones(1, 1, 1, 2, 2))
    /// // tensor([[[[[1., 2., 1.],
    /// //            [2., 4., 2.],
    /// //            [1., 2., 1.]]]]])
    /// </code></example>
    public static Tensor ConvTranspose3d(
        Tensor input, Tensor weight, Tensor? bias = null, Dims? stride = null, Dims? padding = null,
        Dims? outputPadding = null, long groups = 1, Dims? dilation = null) =>
        ConvTranspose3dOperator.Call(
            input, weight, bias, Arguments.Windows(stride ?? 1, 3), Arguments.Windows(padding ?? 0, 3),
            Arguments.Windows(outputPadding ?? 0, 3), groups, Arguments.Windows(dilation ?? 1, 3));

    /// <summary>The convolution of sequences whose first dimension is the time: PyTorch's <c>conv_tbc</c>.</summary>
    /// <param name="input">The sequences: (time, batch, channels).</param>
    /// <param name="weight">The filters: (width, channels, output channels).</param>
    /// <param name="bias">The bias added to each output channel.</param>
    /// <param name="pad">The number of zeros added at both ends.</param>
    /// <returns>A new tensor: (time, batch, output channels).</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit.</exception>
    /// <example><code>
    /// Torch.ConvTbc(Torch.Ones(3, 1, 2), Torch.Ones(2, 2, 1), Torch.Zeros(1))
    /// // tensor([[[4.]],
    /// //
    /// //         [[4.]]])
    /// </code></example>
    public static Tensor ConvTbc(Tensor input, Tensor weight, Tensor bias, long pad = 0) =>
        Script.Run($"torch.conv_tbc({input}, {weight}, {bias}, {pad})");

    /// <summary>x1ᵀ A x2 + b for each pair of vectors: PyTorch's <c>bilinear</c>.</summary>
    /// <param name="input1">The vectors x1, along the last dimension.</param>
    /// <param name="input2">The vectors x2; the other dimensions are the same.</param>
    /// <param name="weight">The matrices A, one for each output.</param>
    /// <param name="bias">The numbers b; null: 0.</param>
    /// <returns>A new tensor with the outputs as last dimension.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchException">The shapes or dtypes do not fit.</exception>
    /// <example><code>
    /// Torch.Bilinear(Torch.Tensor([[1.0, 2.0]]), Torch.Tensor([[3.0]]), Torch.Ones(1, 2, 1))   // tensor([[9.]])
    /// </code></example>
    public static Tensor Bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null) =>
        Script.Run($"torch.bilinear({input1}, {input2}, {weight}, {bias:optional})");

    private static string Word(ConvPadding padding) => padding.ToString().ToLowerInvariant();
}
