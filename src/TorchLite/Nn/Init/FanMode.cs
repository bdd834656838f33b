namespace TorchLite;

/// <summary>What a layer's variance is kept for: PyTorch's <c>mode</c> of <c>kaiming_uniform_</c> and <c>kaiming_normal_</c>.</summary>
public enum FanMode
{
    /// <summary>The way forward: the number of inputs counts. PyTorch's <c>"fan_in"</c>.</summary>
    FanIn,

    /// <summary>The way back: the number of outputs counts. PyTorch's <c>"fan_out"</c>.</summary>
    FanOut,
}
