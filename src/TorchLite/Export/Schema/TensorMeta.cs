namespace TorchLite.Export;

/// <summary>What an export knows of a tensor.</summary>
/// <param name="DType">Its dtype.</param>
/// <param name="Sizes">Its sizes, of which some may be symbolic.</param>
/// <param name="Strides">Its strides.</param>
/// <param name="Offset">Where it begins in its storage, in elements.</param>
/// <param name="RequiresGrad">Whether gradients are asked for.</param>
/// <param name="Device">Where it was.</param>
internal sealed record TensorMeta(
    DType DType, SymbolicExpression[] Sizes, SymbolicExpression[] Strides, SymbolicExpression Offset, bool RequiresGrad, Device Device);
