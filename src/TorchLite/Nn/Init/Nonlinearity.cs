namespace TorchLite;

/// <summary>What follows a layer: PyTorch's <c>nonlinearity</c> of <c>calculate_gain</c>.</summary>
public enum Nonlinearity
{
    /// <summary>Nothing. PyTorch's <c>"linear"</c>.</summary>
    Linear,

    /// <summary>A convolution of signals. PyTorch's <c>"conv1d"</c>.</summary>
    Conv1d,

    /// <summary>A convolution of images. PyTorch's <c>"conv2d"</c>.</summary>
    Conv2d,

    /// <summary>A convolution of volumes. PyTorch's <c>"conv3d"</c>.</summary>
    Conv3d,

    /// <summary>A transposed convolution of signals. PyTorch's <c>"conv_transpose1d"</c>.</summary>
    ConvTranspose1d,

    /// <summary>A transposed convolution of images. PyTorch's <c>"conv_transpose2d"</c>.</summary>
    ConvTranspose2d,

    /// <summary>A transposed convolution of volumes. PyTorch's <c>"conv_transpose3d"</c>.</summary>
    ConvTranspose3d,

    /// <summary>A sigmoid. PyTorch's <c>"sigmoid"</c>.</summary>
    Sigmoid,

    /// <summary>A hyperbolic tangent. PyTorch's <c>"tanh"</c>.</summary>
    Tanh,

    /// <summary>A rectified linear unit. PyTorch's <c>"relu"</c>.</summary>
    Relu,

    /// <summary>A rectified linear unit with a slope below 0. PyTorch's <c>"leaky_relu"</c>.</summary>
    LeakyRelu,

    /// <summary>A self-normalizing exponential linear unit. PyTorch's <c>"selu"</c>.</summary>
    Selu,
}
