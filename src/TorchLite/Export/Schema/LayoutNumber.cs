namespace TorchLite.Export;

/// <summary>A layout, by libtorch's number.</summary>
internal readonly record struct LayoutNumber(long Number);
