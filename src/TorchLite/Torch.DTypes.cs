namespace TorchLite;

/// <content>What dtypes can hold.</content>
public static partial class Torch
{
    /// <summary>The greatest and smallest numbers of a floating-point dtype: PyTorch's <c>torch.finfo</c>.</summary>
    /// <param name="type">A floating-point or complex dtype; null: the default dtype.</param>
    /// <returns>The numbers.</returns>
    /// <exception cref="TorchTypeException">The dtype holds whole numbers.</exception>
    /// <example><code>
    /// Torch.Finfo().DType             // torch.float32
    /// Torch.Finfo(DType.Half).Max     // 65504
    /// Torch.Finfo(DType.Int32)
    /// // TorchTypeException: torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.finfo'
    /// </code></example>
    public static Finfo Finfo(DType? type = null) => new(type ?? GetDefaultDtype());

    /// <summary>The greatest and least numbers of a dtype of whole numbers: PyTorch's <c>torch.iinfo</c>.</summary>
    /// <param name="type">A dtype of whole numbers.</param>
    /// <returns>The numbers.</returns>
    /// <exception cref="TorchTypeException">The dtype does not hold whole numbers.</exception>
    /// <example><code>
    /// Torch.Iinfo(DType.Uint8).Max   // 255
    /// </code></example>
    public static Iinfo Iinfo(DType type) => new(type);
}
