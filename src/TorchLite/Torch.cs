namespace TorchLite;

/// <summary>The entry point: PyTorch's <c>torch</c> module.</summary>
public static partial class Torch
{
}
