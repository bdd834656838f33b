namespace TorchLite;

/// <summary>
/// Marks a method whose first parameter is a shape: the generator writes the forms that take one to six sizes before the other
/// parameters, <c>Torch.Ones(2, 3, dtype: DType.Float64)</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SizesOneByOneAttribute : Attribute;
