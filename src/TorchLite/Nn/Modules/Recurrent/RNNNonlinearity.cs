namespace TorchLite.Nn;

/// <summary>The activation of a simple recurrent network: PyTorch's <c>nonlinearity</c> of <c>RNN</c> and <c>RNNCell</c>.</summary>
public enum RNNNonlinearity
{
    /// <summary>The hyperbolic tangent: <c>'tanh'</c>.</summary>
    Tanh,

    /// <summary>The rectified linear unit: <c>'relu'</c>.</summary>
    Relu,
}
