namespace TorchLite;

/// <summary>How the elements between others are found: PyTorch's <c>mode</c> of <c>grid_sample</c>.</summary>
public enum GridSampleMode
{
    /// <summary>Between the four (of volumes: eight) elements around. PyTorch's <c>"bilinear"</c>.</summary>
    Bilinear,

    /// <summary>The nearest element. PyTorch's <c>"nearest"</c>.</summary>
    Nearest,

    /// <summary>By cubic curves through sixteen elements, of images only. PyTorch's <c>"bicubic"</c>.</summary>
    Bicubic,
}
