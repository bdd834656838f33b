namespace TorchLite;

/// <summary>How the elements between others are found: PyTorch's <c>mode</c> of <c>interpolate</c>.</summary>
public enum InterpolationMode
{
    /// <summary>The nearest element as OpenCV rounds it. PyTorch's <c>"nearest"</c>.</summary>
    Nearest,

    /// <summary>On a line between two elements, of 3-D inputs. PyTorch's <c>"linear"</c>.</summary>
    Linear,

    /// <summary>On a surface between four elements, of 4-D inputs. PyTorch's <c>"bilinear"</c>.</summary>
    Bilinear,

    /// <summary>By cubic curves through sixteen elements, of 4-D inputs. PyTorch's <c>"bicubic"</c>.</summary>
    Bicubic,

    /// <summary>Between eight elements, of 5-D inputs. PyTorch's <c>"trilinear"</c>.</summary>
    Trilinear,

    /// <summary>The mean of the elements of each area, as adaptive average pooling. PyTorch's <c>"area"</c>.</summary>
    Area,

    /// <summary>The nearest element as Scikit-Image and PIL round it. PyTorch's <c>"nearest-exact"</c>.</summary>
    NearestExact,
}
